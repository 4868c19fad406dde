import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { planTracks, readTracks, type TrackAnswer, type TrackInstance } from '#engine'
import { type FullModelAnswer, loadFullModel } from '#test/engine/full-track-model'
import { randomTracks, region } from '#test/engine/random-tracks'
import { table } from '../table.ts'
import { type Moment, pictureOf } from './tracks-picture.ts'

/** One week as a number: more than all hours together, so that the strict order is kept. */
const week = 100_000

type Case = { readonly name: string; readonly instance: TrackInstance }

/**
 * Plans tracks and lets HiGHS (wasm) solve the same whole model in the same run; prints a table of times and ratios. Options:
 * --seeds 1,2,3  --people 1,8,16  --peer-seconds 120 (most for HiGHS, each)  --runs 5  --file FILE … (instances instead of drawn ones)
 * --seats 0.4 (at a start, as a share of the participants)  --seconds 60 (most for ours, each, when seats are scarce)
 * --many 300 (so many single participants instead, without HiGHS: how processor time is distributed)
 * --picture FILE (bound and value over time, measured on a case with very few seats).
 */
export async function benchTracks(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '1,2,3' },
      people: { type: 'string', default: '1,8,16' },
      'peer-seconds': { type: 'string', default: '120' },
      runs: { type: 'string', default: '5' },
      file: { type: 'string', multiple: true, default: [] },
      seats: { type: 'string', default: '0.4' },
      seconds: { type: 'string', default: '60' },
      many: { type: 'string' },
      picture: { type: 'string' },
    },
  })
  if (values.picture) return drawPicture(values.picture)
  if (values.many) return tellDistribution(Number(values.many), Number(values.runs))
  const most = Number(values.seconds)
  const numbers = (list: string): number[] => list.split(',').map(Number)
  const cases =
    values.file.length > 0
      ? await Promise.all(values.file.map(readCase))
      : numbers(values.people).flatMap(people =>
          numbers(values.seeds).map(seed => drawCase(people, seed, Number(values.seats))),
        )
  const peer = await loadFullModel()
  const rows: Record<string, string>[] = []
  for (const [index, one] of cases.entries()) {
    progress(`${index + 1}/${cases.length} ${one.name}: planning`)
    const ours = await measure(one.instance, Number(values.runs), most)
    progress(`${index + 1}/${cases.length} ${one.name}: HiGHS, at most ${values['peer-seconds']} s`)
    const began = performance.now()
    const theirs = peer(one.instance, week, Number(values['peer-seconds']))
    rows.push(row(one, ours, theirs, performance.now() - began))
  }
  progress('')
  process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n\n${table(rows)}\n`)
}

/** Milliseconds: until the first plan, of the very first run, and of the quickest run when the program is warm. */
type Measured = {
  readonly first: number
  readonly cold: number
  readonly best: number
  readonly answer: TrackAnswer
}

/** Runs that only warm the program up; fewer when they take this many seconds together. */
const warming = { runs: 20, seconds: 3 }

async function measure(instance: TrackInstance, runs: number, most: number): Promise<Measured> {
  const cold = await timed(instance, most)
  const since = performance.now()
  for (let run = 0; run < warming.runs && performance.now() - since < 1000 * warming.seconds; run++)
    await timed(instance, most)
  const warm = []
  for (let run = 0; run < runs; run++) warm.push(await timed(instance, most))
  return {
    first: Math.min(...warm.map(({ first }) => first)),
    cold: cold.all,
    best: Math.min(...warm.map(({ all }) => all)),
    answer: cold.answer,
  }
}

async function timed(
  instance: TrackInstance,
  most: number,
): Promise<{ first: number; all: number; answer: TrackAnswer }> {
  const began = performance.now()
  let first = 0
  const answer = await planTracks(instance, {
    enough: () => performance.now() - began > 1000 * most,
    onProgress: () => {
      first ||= performance.now() - began
    },
  })
  return { first, all: performance.now() - began, answer }
}

function row(
  { name, instance }: Case,
  ours: Measured,
  theirs: FullModelAnswer,
  peerTime: number,
): Record<string, string> {
  const value = week * ours.answer.score.ends + ours.answer.score.hours
  const found =
    theirs.value === undefined ? 'no plan' : theirs.value === value ? 'the same' : sign(theirs.value - value)
  return {
    case: name,
    'weeks, hours': `${ours.answer.score.ends}, ${ours.answer.score.hours}`,
    gap: ours.answer.proven ? 'proven' : `${(100 * ours.answer.gap).toFixed(2)} %`,
    'first plan ms': ours.first.toFixed(1),
    'cold ms': ours.cold.toFixed(0),
    'best ms': ours.best.toFixed(1),
    'one pass ms': onePass(instance).toFixed(3),
    'HiGHS ms': `${theirs.proven ? '' : '> '}${peerTime.toFixed(0)}`,
    'HiGHS value': theirs.proven ? found : `${found}, gap ${(100 * gapOf(theirs)).toFixed(1)} %`,
    ratio: `${theirs.proven ? '' : '> '}${(peerTime / ours.best).toFixed(0)}`,
  }
}

function sign(difference: number): string {
  return `${difference > 0 ? '+' : ''}${(difference / week).toFixed(2)} weeks`
}

function gapOf({ value, bound }: FullModelAnswer): number {
  return value === undefined ? 1 : (value - bound) / value
}

/** The physical limit: looking once at every start for every participant, and nothing else. */
function onePass({ modules, participants, travel }: TrackInstance): number {
  let least = Number.POSITIVE_INFINITY
  let seen = 0
  for (let run = 0; run < 50; run++) {
    const began = performance.now()
    for (const { town, reach, ready } of participants) {
      for (const module of modules) {
        if (module.town >= 0 && travel[town]![module.town]! > reach) continue
        for (const { week } of module.starts) if (week >= ready) seen += 1
      }
    }
    least = Math.min(least, performance.now() - began)
  }
  return seen > 0 ? least : 0
}

function drawCase(people: number, seed: number, seats: number): Case {
  return { name: `${people}, seed ${seed}`, instance: randomTracks(seed, { ...region, participants: people, seats }) }
}

/** Processor milliseconds of single participants, seeds 1, 2, …: the best of some runs when warm. */
async function tellDistribution(many: number, runs: number): Promise<void> {
  const instances = Array.from({ length: many }, (_, index) => randomTracks(index + 1, region))
  for (const instance of instances.slice(0, 30)) await planTracks(instance)
  const times = []
  for (const instance of instances) {
    let least = Number.POSITIVE_INFINITY
    for (let run = 0; run < runs; run++) {
      const used = process.cpuUsage()
      await planTracks(instance)
      const { user, system } = process.cpuUsage(used)
      least = Math.min(least, (user + system) / 1000)
    }
    times.push(least)
    if (times.length % 50 === 0) progress(`${times.length}/${many}`)
  }
  progress('')
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => sorted[Math.ceil(share * many) - 1]!.toFixed(1)
  const row = { participants: `${many}, one at a time`, 'half below ms': at(0.5), '90 %': at(0.9), '99 %': at(0.99) }
  process.stdout.write(`${table([{ ...row, 'all below ms': at(1) }])}\n`)
}

async function readCase(file: string): Promise<Case> {
  const reading = readTracks(JSON.parse(await readFile(file, 'utf8')))
  if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.faults)}`)
  return { name: `${reading.value.participants.length}, ${file.split('/').at(-1)}`, instance: reading.value }
}

/** Sixteen people on one or two seats a start: so scarce that prices leave a gap which the lists must close. */
async function drawPicture(file: string): Promise<void> {
  const seed = 7
  const instance = randomTracks(seed, { ...region, participants: 16, seats: 0.06 })
  await planTracks(instance, { signal: AbortSignal.timeout(2_000) })
  const began = performance.now()
  const moments: Moment[] = []
  const answer = await planTracks(instance, {
    onProgress: ({ score, bound }) => {
      const seconds = (performance.now() - began) / 1000
      moments.push({ seconds, value: score.ends + score.hours / week, bound: bound.ends + bound.hours / week })
      progress(`${seconds.toFixed(1)} s: ${score.ends} weeks, no plan below ${bound.ends}`)
    },
  })
  progress('')
  moments.push({ ...moments.at(-1)!, seconds: (performance.now() - began) / 1000 })
  await writeFile(file, pictureOf(moments, { people: 16, seed, proven: answer.proven }))
  process.stdout.write(
    `${file}: ${moments.length} moments, ${answer.score.ends} weeks and ${answer.score.hours} hours\n`,
  )
}

function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : text === '' ? '' : `${text}\n`)
}
