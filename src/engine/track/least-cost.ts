import { keep, lowestBit, type Window } from './window.ts'

/**
 * The least that gaining a set of competences can cost with the starts from a row on, needs and weekly hours aside: an exact set
 * cover by the cheapest of the starts that give the same. Answers are kept; each takes as many steps as there are such for the
 * set's lowest competence. Infinity when nothing is left that covers one of them. Only competences in `window.must` may be asked for.
 */
export function leastCost(window: Window, cost: Float64Array): (from: number, which: number) => number {
  const { size, covers, must, bits } = window
  const kinds = new Map<number, number>()
  const kindOf = covers.map(gives => {
    const kind = kinds.get(gives & must) ?? kinds.size
    kinds.set(gives & must, kind)
    return kind
  })
  const gives = [...kinds.keys()]
  const covering = Array.from({ length: bits }, (_, c) =>
    Int32Array.from(gives.flatMap((mask, kind) => ((mask & (1 << c)) === 0 ? [] : [kind]))),
  )
  // What is cheapest changes only at some rows: between them the answers are the same.
  const stageOf = new Int32Array(size + 1)
  let cheapest = new Float64Array(gives.length).fill(Number.POSITIVE_INFINITY)
  const stages = [cheapest]
  for (let row = size - 1; row >= 0; row--) {
    const kind = kindOf[row]!
    if (cost[row]! < cheapest[kind]!) {
      cheapest = cheapest.slice()
      cheapest[kind] = cost[row]!
      stages.push(cheapest)
    }
    stageOf[row] = stages.length - 1
  }

  const known = stages.map(() => new Map<number, number>())
  const least = (stage: number, which: number): number => {
    if (which === 0) return 0
    const before = known[stage]!.get(which)
    if (before !== undefined) return before
    const prices = stages[stage]!
    let best = Number.POSITIVE_INFINITY
    for (const kind of covering[lowestBit(which)]!) {
      const price = prices[kind]!
      if (price < best) best = Math.min(best, price + least(stage, which & ~gives[kind]!))
    }
    known[stage]!.set(which, best)
    return best
  }
  return (from, which) => least(stageOf[from]!, which)
}

/** Leaves out every start with which no chain can be below the limit when its last week alone costs `least`, and what falls with it. */
export function affordable(window: Window, least: number, limit: number): Window {
  if (!Number.isFinite(limit)) return window
  const { cost, covers, must, size } = window
  const leastLeft = leastCost(window, cost)
  const left = keep(window, row => least + cost[row]! + leastLeft(0, must & ~covers[row]!) < limit)
  return left.size < size ? affordable(left, least, limit) : left
}
