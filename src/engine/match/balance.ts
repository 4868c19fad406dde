import { chargeOf, rightAt } from './charges.ts'
import { explore, lookOnwards } from './onwards.ts'
import { forgetSlack, type Plan, weighKeepAt } from './plan.ts'
import { type Progress, progressOf } from './progress.ts'
import { carryOut, type Ends, leave, type Search, shiftPrices } from './search.ts'
import { Trail } from './trail.ts'

/**
 * Counts the flow through every label from the persons placed, as far as its band allows at its present charge, and returns how far
 * each label is off: above 0, persons too many; below 0, too few. Charges outside their range are brought into it first.
 */
export function countLabels(plan: Plan): Int32Array {
  const { network, flow, firstSlot, nextInGroup } = plan
  const { ports, groupsEnd, root, childFirst, child } = network
  const off = new Int32Array(root)
  for (let x = ports; x < groupsEnd; x++) {
    flow[x] = 0
    for (let slot = firstSlot[x]!; slot !== -1; slot = nextInGroup[slot]!) flow[x]!++
  }
  for (let x = groupsEnd; x < root; x++) {
    let persons = 0
    for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) persons += flow[child[c]!]!
    const { least, most } = rightAt(network, x, chargeOf(plan, x))
    flow[x] = Math.min(Math.max(persons, least), most)
    off[x] = persons - flow[x]!
  }
  return off
}

/** Brings every label into its band, or to where the penalty is worth paying. */
export function* balanceLabels(search: Search): Generator<Progress, void> {
  search.off.set(countLabels(search.plan))
  yield* settle(search)
}

/**
 * Brings every node that is off into balance. In rounds: prices rise by a step from the sources outwards, then all chains that cost
 * nothing are carried out (the primal-dual method of Ford and Fulkerson, with blocking flows). First the nodes that lack units
 * (`off` above 0), then, from the root, those that have units to spare.
 */
export function* settle(search: Search): Generator<Progress, void> {
  const { off, plan } = search
  const { root } = plan.network
  const trail = new Trail(root + 1)
  const unbalanced = (sign: 1 | -1): number[] => {
    const found: number[] = []
    for (let x = 0; x < root; x++) if (off[x]! * sign > 0) found.push(x)
    return found
  }
  const toMove = off.reduce((sum, units) => sum + Math.abs(units), 0)
  let [moved, step, rounds] = [0, 1, 0]
  for (const sign of [1, -1] as const) {
    for (let nodes = unbalanced(sign); nodes.length > 0; nodes = unbalanced(sign)) {
      const ends = sign === 1 ? 'live' : 'short'
      const sources = sign === 1 ? nodes : [root]
      raisePrices(search, sources, ends, step)
      const chains = followAll(search, trail, sources, ends)
      // A search that is sure to end near looks at few persons; so the step grows after a round in vain only.
      step = chains === 0 ? step * 2 : Math.max(1, step / 2)
      moved += chains
      if (++rounds % 8 === 0) yield progressOf(plan, 'balancing', moved, toMove)
    }
  }
}

/** Raises prices around the sources by at most `step`, less where a chain already costs nothing; no arc becomes underpriced. */
function raisePrices(search: Search, sources: readonly number[], ends: Ends, step: number): void {
  const { frontier, exit, plan } = search
  exit.distance = step
  for (const x of sources) frontier.reach(x, 0, -1, -1, 0)
  explore(search, ends)
  shiftPrices(search, -1)
  frontier.clear()
  if (plan.price[plan.network.root] !== 0) ground(plan)
}

/** Every chain that costs nothing from any of the sources, as long as they are out of balance. Returns how many. */
function followAll(search: Search, trail: Trail, sources: readonly number[], ends: Ends): number {
  const { off, plan } = search
  let chains = 0
  trail.open()
  for (const x of sources) {
    while ((x === plan.network.root || off[x]! > 0) && follow(search, trail, x, ends)) {
      chains++
      if (off[x]! > 0) off[x]!--
    }
  }
  return chains
}

/** One chain that costs nothing from a node to any end, carried out; false when there is none. */
function follow(search: Search, trail: Trail, source: number, ends: Ends): boolean {
  const { exit, off } = search
  exit.distance = 1
  trail.reach(source, 0, -1, -1, 0)
  for (let x = trail.next(); x !== -1; x = trail.next()) {
    if (off[x]! < 0) leave(exit, x, x, -1, 0, 0)
    else lookOnwards(search, trail, x, 0, ends)
    if (exit.distance > 0) continue
    carryOut(search, trail, 'onwards')
    trail.reopen(exit.node)
    return true
  }
  return false
}

/** The root is free of charge: prices count from it. */
function ground(plan: Plan): void {
  const { price, network } = plan
  const { root, ports } = network
  const shift = price[root]!
  for (let x = 0; x <= root; x++) price[x]! -= shift
  for (let port = 0; port < ports; port++) weighKeepAt(plan, port)
  forgetSlack(plan)
}
