import { setImmediate } from 'node:timers/promises'
import type { Chain } from './chain.ts'
import { type Choices, choicesOf } from './choices.ts'
import type { Effort } from './quest.ts'
import { type Column, costOf } from './seat-model.ts'
import type { TrackInstance, TrackScore } from './track.ts'

/**
 * Several participants on the same seats. The strict order as one number: `none` for each without a plan, more than all weeks
 * together; `week` for each week, more than all hours together.
 */
export type Joint = {
  readonly choices: readonly Choices[]
  readonly seats: Int32Array
  readonly week: number
  readonly none: number
}

/** The best joint plan so far, and what no joint plan can be better than; the seat prices that prove it. */
export type Standing = {
  columns: readonly Column[]
  cost: number
  bound: number
  prices: ReadonlyMap<number, number>
}

/** What the steps of the planning share. */
export type Work = Joint & {
  /** Of somebody who has proved to have no way, emptied: nobody searches for it again. */
  readonly choices: Choices[]
  readonly standing: Standing
  readonly effort: Effort
  /** Chains found so far, each participant's first one being: no plan. */
  readonly pool: readonly Column[]
  readonly add: (column: Column) => void
  /** Takes a joint plan if it is better than the one so far. */
  readonly take: (columns: readonly Column[]) => void
  /** Takes a bound if it is better than the one so far. */
  readonly prove: (bound: number) => void
  /** Lets others run for a moment, and an abort come through. */
  readonly pause: () => Promise<void>
}

export function jointOf(instance: TrackInstance): Joint {
  const { weeks, modules, participants } = instance
  const week = 1 + participants.reduce((sum, one) => sum + one.hours * weeks, 0)
  return {
    choices: participants.map(participant => choicesOf(instance, participant)),
    seats: Int32Array.from(modules.flatMap(module => module.starts.map(start => start.seats))),
    week,
    none: week * (weeks + 1) * Math.max(1, participants.length),
  }
}

export function openWork(joint: Joint, effort: Effort, tell: (standing: Standing) => void): Work {
  const pool: Column[] = joint.choices.map((_, who) => ({ who, cost: joint.none }))
  const known = new Set<string>()
  const standing: Standing = {
    columns: [...pool],
    cost: joint.none * pool.length,
    bound: joint.choices.reduce((sum, { ready }) => sum + joint.week * ready, 0),
    prices: new Map(),
  }
  return {
    ...joint,
    choices: [...joint.choices],
    standing,
    effort,
    pool,
    add: column => {
      const key = `${column.who}:${column.chain?.offers.join()}`
      if (!column.chain || known.has(key)) return
      known.add(key)
      pool.push(column)
    },
    take: columns => {
      const cost = costOf(columns)
      if (cost >= standing.cost) return
      standing.cost = cost
      standing.columns = columns
      tell(standing)
    },
    prove: bound => {
      const proven = Math.min(bound, standing.cost)
      if (proven <= standing.bound) return
      standing.bound = proven
      tell(standing)
    },
    pause: async () => {
      await setImmediate()
      if (effort.enough()) effort.stopped = true
    },
  }
}

export function columnOf({ week }: Joint, who: number, chain: Chain): Column {
  return { who, chain, cost: week * chain.end + chain.hours }
}

/** Starts that more of the columns take than there are seats. */
export function overfull(columns: readonly Column[], seats: Int32Array): number[] {
  const taken = new Map<number, number>()
  for (const { chain } of columns) {
    for (const offer of chain?.offers ?? []) taken.set(offer, (taken.get(offer) ?? 0) + 1)
  }
  return [...taken].filter(([offer, count]) => count > seats[offer]!).map(([offer]) => offer)
}

/** A value of the strict order, taken apart. */
export function scoreOf({ week, none }: Joint, value: number): TrackScore {
  const unplanned = Math.floor(value / none)
  const rest = value - unplanned * none
  return { unplanned, ends: Math.floor(rest / week), hours: Math.round(rest % week) }
}

/** How much better a plan could be at the most, as a share of the plan's value; 1 when it could plan for more people. */
export function gapOf({ none }: Joint, cost: number, bound: number): number {
  const unplanned = Math.floor(cost / none)
  if (bound < unplanned * none) return 1
  return cost === bound ? 0 : (cost - bound) / (cost - unplanned * none)
}
