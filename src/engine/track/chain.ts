import type { Choices } from './choices.ts'
import { leastCost } from './least-cost.ts'
import { bestOnly, type Effort, explore } from './search.ts'
import { earliestEnd, narrow, type Window } from './window.ts'

/** A participant's chain: the starts it takes, the week in which it ends, its training in hours, and its value with prices. */
export type Chain = {
  readonly offers: readonly number[]
  readonly end: number
  readonly hours: number
  readonly value: number
}

/** The price of a seat at a start, by the number of the start; a whole number, 0 when there are seats for all who want one. */
export type Price = (offer: number) => number

export const noPrice: Price = () => 0

/**
 * The best chain of value below `below`, exactly: `week` × last week + hours of training + prices of seats. Last weeks are tried
 * in rising order, so that each search has a window of its own; the first is a proven bound. Undefined: there is none below, or
 * `effort` ended the search first. `onBound` hears every value that has been proven to be the least possible.
 */
export function bestChain(
  choices: Choices,
  week: number,
  price: Price,
  below: number,
  effort: Effort,
  onBound?: (bound: number) => void,
): Chain | undefined {
  let best: Chain | undefined
  if (choices.goal === 0) return emptyChain(choices, week, below)
  for (const by of weeksToTry(choices)) {
    onBound?.(Math.min(week * by, best?.value ?? below))
    if (week * by >= (best?.value ?? below)) break
    const window = narrow(choices, by, price)
    const quest = bestOnly(best?.value ?? below, rows => {
      best = chainOf(window, week, rows)
    })
    explore(window, week, quest, effort)
    if (effort.stopped) break
  }
  return best
}

/** A participant who lacks nothing needs nothing, and is there from the first possible week. */
function emptyChain({ ready }: Choices, week: number, below: number): Chain | undefined {
  return week * ready < below ? { offers: [], end: ready, hours: 0, value: week * ready } : undefined
}

/** Weeks in which a chain may end: where a module for the goal ends, from the earliest possible on. */
export function weeksToTry(choices: Choices): number[] {
  const ends = new Set<number>()
  for (let i = 0; i < choices.size; i++) if ((choices.covers[i]! & choices.goal) !== 0) ends.add(choices.end[i]!)
  const last = Math.max(0, ...ends)
  const all = narrow(choices, last, noPrice)
  const byHours = choices.ready + leastCost(all, all.work)(all.must) / choices.cap
  const earliest = Math.max(earliestEnd(all, 0, 0, new Int32Array(all.bits)), byHours)
  return [...ends].filter(end => end >= earliest).sort((a, b) => a - b)
}

/** What a window's rows make together. */
export function chainOf(window: Window, week: number, rows: readonly number[]): Chain {
  let end = window.ready
  let hours = 0
  let cost = 0
  for (const row of rows) {
    end = Math.max(end, window.end[row]!)
    hours += window.hours[row]! * (window.end[row]! - window.start[row]!)
    cost += window.cost[row]!
  }
  return { offers: rows.map(row => window.offer[row]!), end, hours, value: week * end + cost }
}
