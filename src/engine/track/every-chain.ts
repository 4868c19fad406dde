import { type Chain, chainOf, type Price, windowsOf } from './chain.ts'
import type { Choices } from './choices.ts'
import type { Effort, Quest } from './quest.ts'
import { explore } from './search.ts'

type Kept = { readonly seats: bigint; readonly hours: number }

/**
 * Every chain of value below `below` that could be wanted by a joint plan: one that takes the same contested seats as another, or
 * more, and is no better in strict order, is left out. `contested` numbers the starts whose seats may run out (0, 1, …) and answers
 * undefined for the rest. Undefined when there are more than `most`, or `effort` ended the search.
 */
export function everyChain(
  choices: Choices,
  week: number,
  price: Price,
  below: number,
  contested: (offer: number) => number | undefined,
  most: number,
  effort: Effort,
): Chain[] | undefined {
  if (choices.goal === 0) return [{ offers: [], end: choices.ready, hours: 0, value: week * choices.ready }]
  let found: (Kept & { readonly chain: Chain; readonly worth: number })[] = []
  let entered = 0
  for (const { soonest, window } of windowsOf(choices, week, price, () => below)) {
    const seat = Array.from(window.offer, offer => {
      const number = contested(offer)
      return number === undefined ? 0n : 1n << BigInt(number)
    })
    const training = Int32Array.from(window.hours, (hours, row) => hours * (window.end[row]! - window.start[row]!))
    const use = (rows: readonly number[]): Kept => ({
      seats: rows.reduce((mask, row) => mask | seat[row]!, 0n),
      hours: rows.reduce((sum, row) => sum + training[row]!, 0),
    })
    const states = new Map<number, Kept[]>()
    const quest: Quest = {
      limit: below,
      reached: rows => {
        const chain = chainOf(window, week, rows)
        // One that ends before was met in an earlier window.
        if (chain.end < soonest) return
        const kept = { ...use(rows), chain, worth: week * chain.end }
        if (found.some(other => isIn(other.seats, kept.seats) && other.worth + other.hours <= kept.worth + kept.hours))
          return
        found = found.filter(
          other => other.worth < kept.worth || !isIn(kept.seats, other.seats) || other.hours < kept.hours,
        )
        found.push(kept)
        if (found.length > most) effort.stopped = true
      },
      enter: (group, held, rows) => {
        const state = group * 2 ** window.bits + held
        const now = use(rows)
        const before = states.get(state)
        if (before?.some(other => dominates(other, now))) return false
        states.set(state, [...(before?.filter(other => !dominates(now, other)) ?? []), now])
        entered += 1
        if (entered > 30 * most) effort.stopped = true
        return true
      },
      mayReplace: earlier => seat[earlier] === 0n,
    }
    explore(window, week, soonest, quest, effort)
    if (effort.stopped) return undefined
  }
  return found.map(({ chain }) => chain)
}

function dominates(one: Kept, other: Kept): boolean {
  return one.hours <= other.hours && isIn(one.seats, other.seats)
}

function isIn(seats: bigint, others: bigint): boolean {
  return (seats & ~others) === 0n
}
