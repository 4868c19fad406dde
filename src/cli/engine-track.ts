import { readFile, writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import {
  gapsOf,
  planTracks,
  readTracks,
  seatsLeft,
  type TrackAnswer,
  type TrackFault,
  type TrackInstance,
  type TrackProgress,
} from '#engine'

type Options = { readonly out: string; readonly seconds?: string }

/**
 * `fotfaste engine track FILE --out FILE`: plans every participant's track (JSP-5). Progress and sentences on stderr.
 * Exit code 1: a bad file or option, nothing is written. 2: somebody could not be planned for; the rest is written.
 */
export function engineTrackCommand(): Command {
  return new Command('track')
    .description('plan job tracks: the shortest chain of modules to the profile, for all on shared seats')
    .argument('<file>', 'the instance as JSON, format jtt 1')
    .requiredOption('--out <file>', 'where the plan goes: one line "participant module startweek" for each step')
    .option('--seconds <number>', 'stop after so many seconds with the best plan so far')
    .action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const seconds = options.seconds === undefined ? Number.POSITIVE_INFINITY : Number(options.seconds)
  if (!(seconds > 0)) return stop(1, [`--seconds ${options.seconds}: not a number of seconds; write it as 10`])
  const input = await readInstance(file)
  if (!input.ok) return stop(1, input.sentences)

  const began = performance.now()
  const elapsed = (): number => (performance.now() - began) / 1000
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const answer = await planTracks(input.value, {
    signal: interrupt.signal,
    enough: () => elapsed() > seconds,
    onProgress: atIntervals(elapsed),
  })
  process.stderr.write(
    `${progressLine(elapsed(), answer)}${answer.proven ? ', proven best' : ', stopped before the proof'}\n`,
  )
  const failed = await writeFile(options.out, planLines(answer)).then(
    () => undefined,
    (error: Error) => error.message,
  )
  if (failed !== undefined) return stop(1, [`${options.out}: cannot be written: ${failed}`])
  if (answer.unplanned.length > 0) stop(2, unplannedSentences(input.value, answer))
}

type Read = { readonly ok: true; readonly value: TrackInstance } | { readonly ok: false; readonly sentences: string[] }

async function readInstance(file: string): Promise<Read> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof text !== 'string')
    return { ok: false, sentences: [`${file}: ${text.code === 'ENOENT' ? 'no such file' : text.message}`] }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, sentences: [`${file}: not JSON: ${error instanceof Error ? error.message : String(error)}`] }
  }
  const reading = readTracks(json)
  if (reading.ok) return reading
  return {
    ok: false,
    sentences: reading.faults.map(fault => `${file}#${fault.pointer || '/'} ${faultSentence(fault)}`),
  }
}

function faultSentence({ fault, least, most }: TrackFault): string {
  const sentences: Record<TrackFault['fault'], string> = {
    not_an_object: 'is not an object with named fields',
    missing: 'is missing',
    unknown_format: 'is not a format that can be read; write "jtt 1"',
    not_a_list: 'is not a list',
    not_whole: 'is not a whole number',
    out_of_range: `is outside ${least} to ${most}`,
    not_in_order: 'is not the number of the module in the list; modules are numbered 0, 1, 2 and so on',
    twice: 'stands there twice',
    not_square: 'does not have one number for each town',
    not_text: 'is not text',
    too_many_lacking: `leaves more than ${most} competences to gain; plan for a nearer profile first`,
  }
  return sentences[fault]
}

/** Tells progress four times a second at the most. */
function atIntervals(elapsed: () => number): (progress: TrackProgress) => void {
  let told = Number.NEGATIVE_INFINITY
  return progress => {
    if (elapsed() - told < 0.25) return
    told = elapsed()
    process.stderr.write(`${progressLine(told, progress)}\n`)
  }
}

function progressLine(seconds: number, { score, bound, gap }: TrackProgress): string {
  const without = score.unplanned > 0 ? `, ${score.unplanned} without a plan` : ''
  return (
    `${seconds.toFixed(2)} s: last weeks sum to ${score.ends} with ${score.hours} hours${without}; ` +
    `no plan is below ${bound.ends} with ${bound.hours}; gap ${(100 * gap).toFixed(2)} %`
  )
}

function planLines({ plans }: TrackAnswer): string {
  return plans
    .flatMap(({ participant, steps }) => steps.map(({ module, start }) => `${participant} ${module} ${start}\n`))
    .join('')
}

function unplannedSentences(instance: TrackInstance, answer: TrackAnswer): string[] {
  return answer.unplanned.flatMap(id => {
    const participant = instance.participants.find(one => one.id === id)
    if (!participant) return []
    const alone = gapsOf(instance, participant)
    const gaps = alone.length > 0 ? alone : gapsOf(seatsLeft(instance, answer.plans, id), participant)
    if (gaps.length === 0)
      return [`participant ${id}: each competence can be had, but not all of them together in time`]
    return gaps.map(
      gap =>
        `participant ${id}: nothing gives competence ${gap.name ?? gap.competence} within ${gap.reach} minutes of town ` +
        `${gap.townName ?? gap.town} in weeks ${gap.from} to ${gap.to}: ${reasons[gap.reason]}`,
    )
  })
}

const reasons = {
  not_taught: 'no module covers it',
  too_far: 'every module that covers it is too far away',
  too_many_hours: 'every module that covers it takes more hours a week than the participant has',
  no_start: 'no module that covers it starts in time',
  no_seats: 'every seat is taken',
  comes_too_late: 'what it needs first comes too late',
}

function stop(code: number, sentences: readonly string[]): void {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}
