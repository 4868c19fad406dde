import { Frontier } from './frontier.ts'
import { forgetSlack, type Plan, weighKeepAt } from './plan.ts'
import { takeStep } from './step.ts'

/** Where a chain ended: at `node` itself (`end` = `node`), or by the step `by` into `end`: a group, the root, or −1 = the place stays empty. */
export type Exit = { node: number; end: number; by: number; weight: number; distance: number }

/** What takes note of the nodes a search reaches: the heap of Dijkstra's algorithm, or the stack of a depth-first one. */
export type Reached = { reach: (node: number, distance: number, through: number, by: number, weight: number) => void }

/**
 * Where chains may end. `settled`: at an empty place or a free person, at the going price of the group. `live`: the labels' bands take
 * part, and the root ends a chain. `short`: only in a label that has persons too few.
 */
export type Ends = 'settled' | 'live' | 'short'

export type Search = {
  readonly plan: Plan
  readonly frontier: Frontier
  readonly exit: Exit
  /**
   * Units each node lacks for what its price demands (above 0: an empty place, a label with persons too many) or has to spare (below 0:
   * an opening over its capacity, a label with persons too few). Chains may end in the latter.
   */
  readonly off: Int32Array
}

export function createSearch(plan: Plan): Search {
  const exit = { node: -1, end: -1, by: -1, weight: 0, distance: Number.POSITIVE_INFINITY }
  const { root } = plan.network
  return { plan, frontier: new Frontier(root + 1), exit, off: new Int32Array(root + 1) }
}

export function leave(exit: Exit, node: number, end: number, by: number, weight: number, distance: number): void {
  if (distance >= exit.distance) return
  exit.node = node
  exit.end = end
  exit.by = by
  exit.weight = weight
  exit.distance = distance
}

/** After a search: shifts the prices of all nodes nearer than its end, so that no step is underpriced and the chain found costs 0. */
export function shiftPrices({ plan, frontier, exit }: Search, sign: 1 | -1): void {
  const { price, network } = plan
  const { distance, touched } = frontier
  if (sign === 1) forgetSlack(plan)
  for (let n = 0; n < frontier.touchedCount; n++) {
    const x = touched[n]!
    const left = exit.distance - distance[x]!
    if (left <= 0) continue
    price[x]! += sign * left
    if (x < network.ports) weighKeepAt(plan, x)
  }
}

type Way = { readonly through: Int32Array; readonly by: Int32Array; readonly weight: Int32Array }

/** Makes the moves of the chain found, from its end back to where it began. */
export function carryOut(search: Search, way: Way, direction: 'onwards' | 'backwards'): void {
  const { plan, exit } = search
  const { through, by, weight } = way
  const onwards = direction === 'onwards'
  const { node, end } = exit
  if (end === -1) plan.flow[node]! += onwards ? -1 : 1
  else if (end === node) search.off[node]!++
  else if (onwards) takeStep(plan, node, end, exit.by, exit.weight)
  else takeStep(plan, end, node, exit.by, exit.weight)
  for (let x = node; through[x] !== -1; x = through[x]!) {
    if (onwards) takeStep(plan, through[x]!, x, by[x]!, weight[x]!)
    else takeStep(plan, x, through[x]!, by[x]!, weight[x]!)
  }
}
