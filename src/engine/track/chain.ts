import type { Choices } from './choices.ts'
import { affordable, leastCost } from './least-cost.ts'
import { bestOnly, type Effort } from './quest.ts'
import { explore } from './search.ts'
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

/** Who hears of a search: every value proven to be the least possible, and every chain that is better than those before. */
export type Listener = { readonly onBound?: (bound: number) => void; readonly onFound?: (chain: Chain) => void }

/**
 * The best chain of value below `below`, exactly: `week` × last week + hours of training + prices of seats. Undefined: there is
 * none below, or `effort` ended the search first.
 */
export function bestChain(
  choices: Choices,
  week: number,
  price: Price,
  below: number,
  effort: Effort,
  { onBound, onFound }: Listener = {},
): Chain | undefined {
  let best: Chain | undefined
  if (choices.goal === 0) return emptyChain(choices, week, below)
  const limit = (): number => best?.value ?? below
  for (const { soonest, window } of windowsOf(choices, week, price, limit)) {
    onBound?.(Math.min(week * soonest, limit()))
    const quest = bestOnly(limit(), rows => {
      best = chainOf(window, week, rows)
      onFound?.(best)
      if (week * window.by >= best.value) quest.limit = Number.NEGATIVE_INFINITY
    })
    explore(window, week, soonest, quest, effort)
    if (effort.stopped) break
  }
  return best
}

/** A participant who lacks nothing needs nothing, and is there from the first possible week. */
function emptyChain({ ready }: Choices, week: number, below: number): Chain | undefined {
  return week * ready < below ? { offers: [], end: ready, hours: 0, value: week * ready } : undefined
}

/**
 * Windows in which to look for the chains below a limit: the last week in rising order, in spans that double, so that far weeks
 * cost few searches. `soonest` is the first last week of the span. When the limit falls below a span's end, the rest of the span
 * is to be searched anew, in a narrower window.
 */
export function* windowsOf(
  choices: Choices,
  week: number,
  price: Price,
  limit: () => number,
): Generator<{ readonly soonest: number; readonly window: Window }> {
  const weeks = weeksToTry(choices)
  for (let [at, many] = [0, 1]; at < weeks.length && week * weeks[at]! < limit(); ) {
    const soonest = weeks[at]!
    const by = weeks.slice(at, at + many).findLast(last => week * last < limit())!
    yield { soonest, window: affordable(narrow(choices, by, price), week * soonest, limit()) }
    if (week * by >= limit()) many = Math.ceil(weeks.slice(at).findIndex(last => week * last >= limit()) / 2)
    else [at, many] = [at + many, many * 2]
  }
}

/** Weeks in which a chain may end: where a module for the goal ends, from the earliest possible on. */
function weeksToTry(choices: Choices): number[] {
  const ends = new Set<number>()
  for (let i = 0; i < choices.size; i++) if ((choices.covers[i]! & choices.goal) !== 0) ends.add(choices.end[i]!)
  const last = Math.max(0, ...ends)
  const all = narrow(choices, last, noPrice)
  const byHours = choices.ready + leastCost(all, all.work)(0, all.must) / choices.cap
  const earliest = Math.max(earliestEnd(all, 0, 0, [], new Int32Array(last + 1)), byHours)
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
