import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import {
  explainTrack,
  type GapReason,
  gapsOf,
  latestStarts,
  planTracks,
  seatsLeft,
  type TrackAnswer,
  type TrackGap,
  type TrackInstance,
  type TrackPlan,
  type TrackProgress,
} from '#engine'
import { readTrackFile } from './track-file.ts'

type Options = {
  readonly out: string
  readonly seconds?: string
  readonly explain?: string
  readonly by?: string
}

/**
 * `fotfaste engine track FILE --out FILE`: plans every participant's track (JSP-5). Progress and sentences on stderr.
 * Exit code 1: a bad file or option. 2: somebody could not be planned for, and why; the rest is written.
 */
export function engineTrackCommand(): Command {
  return new Command('track')
    .description('plan job tracks: the shortest chain of modules to the profile, for all on shared seats')
    .argument('<file>', 'the instance as JSON, format jtt 1')
    .requiredOption('--out <file>', 'where the plan goes: one line "participant module startweek" for each step')
    .option('--seconds <number>', 'stop after so many seconds with the best plan so far')
    .option('--explain <file>', 'where to write, as JSON, slack, critical steps, seat prices and what would save weeks')
    .option('--by <week>', 'count backwards instead: the latest week of each step for a contract that starts then')
    .action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const seconds = Number(options.seconds ?? Number.POSITIVE_INFINITY)
  if (!(seconds > 0)) return stop(1, [`--seconds ${options.seconds}: not a number of seconds; write it as 10`])
  const by = Number(options.by ?? 0)
  if (!Number.isSafeInteger(by) || by < 0) return stop(1, [`--by ${options.by}: not a week; write it as 40`])
  const input = await readTrackFile(file)
  if (!input.ok) return stop(1, input.sentences)
  try {
    if (options.by === undefined) await planForwards(input.value, options, seconds)
    else await countBackwards(input.value, options.out, by)
  } catch (error) {
    if (!isFileError(error)) throw error
    stop(1, [`${error.path}: cannot be written: ${error.message}`])
  }
}

async function planForwards(instance: TrackInstance, { out, explain }: Options, seconds: number): Promise<void> {
  const began = performance.now()
  const elapsed = (): number => (performance.now() - began) / 1000
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const answer = await planTracks(instance, {
    signal: interrupt.signal,
    enough: () => elapsed() > seconds,
    onProgress: atIntervals(elapsed),
  })
  const verdict = answer.proven ? 'proven best' : 'stopped before the proof'
  process.stderr.write(`${progressLine(elapsed(), answer)}, ${verdict}\n`)
  await writeFile(out, linesOf(answer.plans))
  if (explain !== undefined) await writeFile(explain, `${JSON.stringify(explained(instance, answer), null, 2)}\n`)
  if (answer.unplanned.length > 0)
    stop(
      2,
      answer.unplanned.flatMap(id => whyUnplanned(instance, answer.plans, id)),
    )
}

/** Each participant's latest way, one after the other on the seats that are left (PRC-2). */
async function countBackwards(instance: TrackInstance, out: string, by: number): Promise<void> {
  const plans: TrackPlan[] = []
  const without: string[] = []
  for (const participant of instance.participants) {
    const { id } = participant
    const latest = latestStarts(seatsLeft(instance, plans, id), participant, by)
    if (latest.possible) {
      plans.push({ participant: id, steps: latest.steps, end: by, hours: 0 })
      process.stderr.write(`participant ${id}: must begin by week ${latest.begin}, ${latest.lead} weeks before\n`)
    } else if (latest.earliest === undefined) without.push(...whyUnplanned(instance, plans, id))
    else without.push(`participant ${id}: cannot be ready by week ${by}; week ${latest.earliest} at the earliest`)
  }
  await writeFile(out, linesOf(plans))
  if (without.length > 0) stop(2, without)
}

function explained(instance: TrackInstance, { plans, ...result }: TrackAnswer): unknown {
  return { ...result, plans: plans.map(plan => ({ ...plan, ...explainTrack(instance, plans, plan.participant) })) }
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
    `${seconds.toFixed(3)} s: last weeks sum to ${score.ends} with ${score.hours} hours${without}; ` +
    `no plan is below ${bound.ends} with ${bound.hours}; gap ${(100 * gap).toFixed(2)} %`
  )
}

function linesOf(plans: readonly TrackPlan[]): string {
  return plans
    .flatMap(({ participant, steps }) => steps.map(({ module, start }) => `${participant} ${module} ${start}\n`))
    .join('')
}

function whyUnplanned(instance: TrackInstance, plans: readonly TrackPlan[], id: number): string[] {
  const participant = instance.participants.find(one => one.id === id)
  if (!participant) return []
  const alone = gapsOf(instance, participant)
  const gaps = alone.length > 0 ? alone : gapsOf(seatsLeft(instance, plans, id), participant)
  if (gaps.length > 0) return gaps.map(gapSentence)
  return [`participant ${id}: there is a way that was not found before the stop`]
}

function gapSentence({ participant, competence, name, reach, town, townName, from, to, reason }: TrackGap): string {
  const what = `competence ${name ?? competence}`
  const where = `within ${reach} minutes of town ${townName ?? town} in weeks ${from} to ${to}`
  const nothing = `nothing gives ${what} ${where}`
  const sentences: Record<GapReason, string> = {
    not_taught: `${nothing}: no module covers it`,
    too_far: `${nothing}: every module that covers it is too far away`,
    too_many_hours: `${nothing}: every module that covers it takes more hours a week than the participant has`,
    no_start: `${nothing}: no module that covers it starts in time`,
    no_seats: `${nothing}: every seat is taken`,
    comes_too_late: `${nothing}: what it needs first comes too late`,
    not_with_the_rest: `${what} can be had ${where}, but not in time besides the others`,
  }
  return `participant ${participant}: ${sentences[reason]}`
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'path' in error
}

function stop(code: number, sentences: readonly string[]): void {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}
