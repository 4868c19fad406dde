import { faultsOfPlans } from './check.ts'
import { stepsOf } from './choices.ts'
import { gapOf, jointOf, openWork, type Standing, scoreOf, type Work } from './joint.ts'
import { openSeatModel } from './seat-model.ts'
import { findPrices, planAlone } from './seat-prices.ts'
import type { SeatPrice, TrackInstance, TrackPlan, TrackScore } from './track.ts'
import { dive, planAtOnce, planInTurn } from './whole-plans.ts'
import { widen } from './widen.ts'

/** How far the planning has come: the plan in hand, and what no plan can be better than, in strict order. */
export type TrackProgress = {
  readonly score: TrackScore
  readonly bound: TrackScore
  /** How much better a plan could be at the most, as a share of this one's value. */
  readonly gap: number
}

export type TrackAnswer = TrackProgress & {
  /** Of those who have one, in the order of the participants. */
  readonly plans: readonly TrackPlan[]
  /** Ids of participants for whom there is no plan: none at all (`gapsOf` says why), or no seats left. */
  readonly unplanned: readonly number[]
  /** Nothing is better in strict order. */
  readonly proven: boolean
  readonly prices: readonly SeatPrice[]
}

export type TrackOptions = {
  readonly signal?: AbortSignal
  /** Asked often; `true` ends the planning with what is in hand. For callers whose signal cannot arrive while this thread works. */
  readonly enough?: () => boolean
  readonly onProgress?: (progress: TrackProgress) => void
}

/**
 * Plans everybody's track on shared seats (JSP-5): a plan at once, then better ones with a proven bound, until nothing can be
 * better or it is stopped. The instance must be sound (`readTracks`).
 *
 * @example
 * const answer = await planTracks(instance, { signal: AbortSignal.timeout(10_000) })
 */
export async function planTracks(instance: TrackInstance, options: TrackOptions = {}): Promise<TrackAnswer> {
  const { signal, enough, onProgress } = options
  const joint = jointOf(instance)
  const effort = { nodes: 0, stopped: false, enough: () => signal?.aborted === true || enough?.() === true }
  const tell = ({ cost, bound }: Standing): void =>
    onProgress?.({ score: scoreOf(joint, cost), bound: scoreOf(joint, bound), gap: gapOf(joint, cost, bound) })
  const work = openWork(joint, effort, tell)
  await improve(work)
  return answer(instance, work)
}

async function improve(work: Work): Promise<void> {
  const { standing, effort } = work
  const done = (): boolean => effort.stopped || standing.cost <= standing.bound
  planAtOnce(work)
  await work.pause()
  await planAlone(work)
  if (done()) return
  planInTurn(work)
  await work.pause()
  if (done()) return
  const model = await openSeatModel(work.choices.length, work.seats)
  const priced = await findPrices(work, model)
  if (done()) return
  await dive(work, model)
  if (priced && !done()) await widen(work, model, priced)
}

function answer(instance: TrackInstance, work: Work): TrackAnswer {
  const { standing } = work
  const columns = standing.columns.toSorted((a, b) => a.who - b.who)
  const plans = columns.flatMap(({ who, chain }) => {
    const participant = instance.participants[who]!.id
    if (!chain) return []
    return [{ participant, steps: stepsOf(instance.modules, chain.offers), end: chain.end, hours: chain.hours }]
  })
  const faults = faultsOfPlans(instance, plans)
  if (faults.length > 0) throw new Error(`A plan that is not allowed: ${JSON.stringify(faults[0])}`)
  return {
    plans,
    unplanned: columns.flatMap(({ who, chain }) => (chain ? [] : [instance.participants[who]!.id])),
    score: scoreOf(work, standing.cost),
    bound: scoreOf(work, standing.bound),
    gap: gapOf(work, standing.cost, standing.bound),
    proven: standing.cost === standing.bound,
    prices: [...standing.prices].map(([offer, price]) => {
      const { module, start } = stepsOf(instance.modules, [offer])[0]!
      const weeks = Math.round(price / work.week)
      return { module, start, weeks, hours: price - weeks * work.week }
    }),
  }
}
