// The matching on generated labour markets or on files, beside HiGHS (wasm) and the physical limit in the same run.
//   npm run bench -- engine [--runs 5] [--largest small|city|large|nation] [--file FILE.jmb …] [--no-highs]
//     [--changes] [--picture docs/pictures/bound-and-value.svg]
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import loadHighs, { type Highs } from 'highs'
import { type MatchInstance, match, readJmb } from '#engine'
import { bestByNetworkSimplex } from '#test/engine/matching-flow'
import { table } from '../table.ts'
import { measureChanges } from './changes.ts'
import { layMarket, type Market } from './labour-market.ts'
import { peakBytesPerPair } from './memory.ts'
import { drawCurves, followCurve } from './picture.ts'
import { solveByHighs } from './referee.ts'

const small = { seed: 1, candidates: 2000, openings: 200, regions: 1, places: 1.7, invitations: 1 }
const city = { ...small, candidates: 20_000, openings: 1500 }
const large = { ...city, candidates: 100_000, openings: 5000 }
const nation = { ...city, candidates: 350_000, openings: 10_000, regions: 21 }
const tight = { ...city, places: 12.5 }
const sizes = ['small', 'city', 'large', 'nation'] as const

const markets: readonly { name: string; size: (typeof sizes)[number]; market: Market }[] = [
  ...(['none', 'key', 'reserve', 'cross'] as const).map(quotas => ({
    name: `2k × 200 ${quotas}`,
    size: 'small' as const,
    market: { ...small, quotas },
  })),
  ...(['none', 'key', 'reserve', 'cross'] as const).map(quotas => ({
    name: `20k × 1500 ${quotas}`,
    size: 'city' as const,
    market: { ...city, quotas },
  })),
  {
    name: '20k × 1500 reserve, 2 invitations',
    size: 'city',
    market: { ...city, places: 4, invitations: 2, quotas: 'reserve' },
  },
  { name: '20k × 1500 none, scarce people', size: 'city', market: { ...tight, quotas: 'none' } },
  { name: '20k × 1500 key, scarce people', size: 'city', market: { ...tight, quotas: 'key' } },
  ...(['none', 'key', 'reserve'] as const).map(quotas => ({
    name: `100k × 5000 ${quotas}`,
    size: 'large' as const,
    market: { ...large, quotas },
  })),
  ...(['none', 'reserve'] as const).map(quotas => ({
    name: `350k × 10000 ${quotas}`,
    size: 'nation' as const,
    market: { ...nation, quotas },
  })),
]

/** Above so many pairs HiGHS in wasm runs out of its memory; with whole persons it needs minutes far below. */
const tooManyForHighs = 1_000_000
const tooManyForWholePersons = 100_000

/** Measures and prints one table; with `--picture`, draws how value and bound meet over time. */
export async function benchMatching(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string' },
      largest: { type: 'string' },
      picture: { type: 'string' },
      file: { type: 'string', multiple: true },
      'no-highs': { type: 'boolean' },
      changes: { type: 'boolean' },
    },
  })
  const largest = sizes.indexOf((values.largest ?? 'city') as (typeof sizes)[number])
  const runs = Number(values.runs ?? 5)
  const highs = values['no-highs'] ? undefined : await loadHighs()
  const chosen: readonly Chosen[] =
    values.file?.map(file => ({ name: basename(file, '.jmb'), instance: () => readInstance(file) })) ??
    markets
      .filter(one => sizes.indexOf(one.size) <= largest)
      .map(({ name, market }) => ({ name, instance: async () => layMarket(market) }))
  const rows: Record<string, string>[] = []
  const changes: Record<string, string>[] = []
  for (const [n, { name, instance }] of chosen.entries()) {
    const bar = '█'.repeat(Math.round((24 * n) / chosen.length)).padEnd(24, '░')
    process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${bar} ${name}${process.stderr.isTTY ? '' : '\n'}`)
    const laid = await instance()
    rows.push({ instance: name, ...(await measure(laid, runs, highs)) })
    if (values.changes) changes.push({ instance: name, ...measureChanges(laid) })
  }
  process.stderr.write('\n')
  process.stdout.write(`\nMatching, best of ${runs} after one to warm up, Node ${process.version}\n\n${table(rows)}\n`)
  if (values.changes) process.stdout.write(`\nOne change, with its proof\n\n${table(changes)}\n`)
  if (values.picture) {
    const curves = [
      { name: 'city, keys and reserves', points: await followCurve(layMarket({ ...city, quotas: 'reserve' })) },
      { name: 'city, gender across', points: await followCurve(layMarket({ ...city, quotas: 'cross' })) },
    ]
    await writeFile(values.picture, drawCurves(curves))
  }
}

type Chosen = { readonly name: string; readonly instance: () => Promise<MatchInstance> }

async function readInstance(file: string): Promise<MatchInstance> {
  const reading = readJmb(await readFile(file))
  if (!reading.ok) throw new Error(`${file}: ${reading.fault.code}`)
  return reading.instance
}

async function measure(
  instance: MatchInstance,
  runs: number,
  highs: Highs | undefined,
): Promise<Record<string, string>> {
  let [best, cpu] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let answer = await match(instance)
  for (let run = 0; run < runs; run++) {
    const [began, used] = [performance.now(), process.cpuUsage()]
    answer = await match(instance)
    const { user, system } = process.cpuUsage(used)
    best = Math.min(best, performance.now() - began)
    cpu = Math.min(cpu, (user + system) / 1000)
  }
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  const { worth, gap } = answer.value
  const pairs = instance.head.length
  const referee = highs && pairs < tooManyForHighs ? solveByHighs(highs, instance) : undefined
  const wholePersons =
    highs && gapsOpen(instance) && pairs < tooManyForWholePersons ? solveByHighs(highs, instance, true) : undefined
  return {
    pairs: `${Math.round(pairs / 1000)} k`,
    placed: String(worth.placed),
    gap: String(gap),
    'ms with proof': best.toFixed(0),
    'CPU ms': cpu.toFixed(0),
    'one pass ms': physical(instance, passOver).toFixed(1),
    'one scatter ms': physical(instance, scatter).toFixed(1),
    'HiGHS LP CPU ms': referee ? referee.ms.toFixed(0) : '–',
    'CPU, HiGHS / ours': referee ? (referee.ms / cpu).toFixed(1) : '–',
    'LP − ours': referee ? (referee.value - worth.value).toFixed(1) : '–',
    'network simplex CPU ms': networkSimplexMs(instance, worth.value),
    'HiGHS MIP / ours': wholePersons
      ? `${wholePersons.finished ? '' : '> '}${(wholePersons.ms / cpu).toFixed(0)}`
      : '–',
    'bytes a pair': (await peakBytesPerPair(instance)).toFixed(0),
  }
}

/** A network simplex in the same language over every candidate and pair; – where families cross or it would take minutes. */
function networkSimplexMs(instance: MatchInstance, value: number): string {
  if (gapsOpen(instance) || instance.head.length > tooManyForHighs) return '–'
  const used = process.cpuUsage()
  const best = bestByNetworkSimplex(instance)
  const { user, system } = process.cpuUsage(used)
  if (best !== value) throw new Error(`The network simplex found ${best}, not ${value}`)
  return ((user + system) / 1000).toFixed(0)
}

/** More than two families: in these markets the third one crosses. */
function gapsOpen({ families }: MatchInstance): boolean {
  return families.length > 2
}

function physical(instance: MatchInstance, work: (instance: MatchInstance) => number): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 7; run++) {
    const began = performance.now()
    if (work(instance) < 0) throw new Error('A sum of scores is not below 0')
    best = Math.min(best, performance.now() - began)
  }
  return best
}

/** Reads every pair once: nothing that looks at all pairs can be faster. */
function passOver({ head, score }: MatchInstance): number {
  let sum = 0
  for (let a = 0; a < head.length; a++) sum += score[a]! + (head[a]! & 1)
  return sum
}

/** Deals every pair to its opening once. */
function scatter({ head, score, openings }: MatchInstance): number {
  const next = new Int32Array(openings + 1)
  for (let a = 0; a < head.length; a++) next[head[a]! + 1]!++
  for (let j = 0; j < openings; j++) next[j + 1]! += next[j]!
  const dealt = new Int32Array(head.length)
  for (let a = 0; a < head.length; a++) dealt[next[head[a]!]!++] = score[a]!
  return dealt[0] ?? 0
}
