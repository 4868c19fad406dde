import { lowestBit, type Window } from './window.ts'

/**
 * The least that gaining a set of competences can cost, weeks and weekly hours aside: an exact set cover by the cheapest of the
 * starts that give the same. Answers are kept; each takes as many steps as there are such for the set's lowest competence.
 * Infinity when nothing in the window covers one of them. Only competences in `window.must` may be asked for.
 */
export function leastCost(window: Window, cost: Float64Array): (which: number) => number {
  const { size, covers, must, bits } = window
  const cheapest = new Map<number, { readonly covers: number; cost: number }>()
  for (let row = 0; row < size; row++) {
    const gives = covers[row]! & must
    const known = cheapest.get(gives)
    if (!known) cheapest.set(gives, { covers: gives, cost: cost[row]! })
    else known.cost = Math.min(known.cost, cost[row]!)
  }
  const covering = Array.from({ length: bits }, (_, c) =>
    [...cheapest.values()].filter(one => (one.covers & (1 << c)) !== 0),
  )
  const known = new Map<number, number>([[0, 0]])
  const least = (which: number): number => {
    const before = known.get(which)
    if (before !== undefined) return before
    let best = Number.POSITIVE_INFINITY
    for (const one of covering[lowestBit(which)]!) best = Math.min(best, one.cost + least(which & ~one.covers))
    known.set(which, best)
    return best
  }
  return least
}
