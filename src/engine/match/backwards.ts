import { sortOneMore } from './lists.ts'
import { holds, openingOf } from './plan.ts'
import { carryOut, leave, type Search, shiftPrices } from './search.ts'
import { downCost, upCost } from './step.ts'

/**
 * Takes one unit from a node that has one too many (a label with fewer persons than it should have, an opening over its capacity)
 * by the cheapest chain of moves: `supply` with every arc turned round. Labels' bands always take part.
 */
export function relieve(search: Search, source: number): void {
  const { plan, frontier, exit } = search
  const { price, flow, network, instance } = plan
  const { openings, ports, groupsEnd, root, parent, low, penalty, childFirst, child } = network
  exit.distance = Number.POSITIVE_INFINITY
  frontier.reach(source, 0, -1, -1, 0)
  while (!frontier.empty) {
    const z = frontier.settle()
    const d = frontier.distance[z]!
    if (d >= exit.distance) break
    const pz = price[z]!
    if (z < ports) {
      if (z >= openings) {
        const won = flow[z]! < low[z]! ? penalty[z]! : 0
        frontier.reach(parent[z]!, d - won + price[parent[z]!]! - pz, z, -1, 0)
      } else if (flow[z]! < instance.capacity[z]!) leave(exit, z, -1, -1, 0, d - pz)
      for (let c = childFirst[z]!; c < childFirst[z + 1]!; c++) {
        const k = child[c]!
        frontier.reach(k, d + (flow[k]! <= low[k]! ? penalty[k]! : 0) + price[k]! - pz, z, -1, 0)
      }
      offerPersons(search, z, d)
    } else {
      const above = parent[z]!
      if (z >= groupsEnd || flow[z]! > 0) {
        const down = d + downCost(plan, z) + price[above]! - pz
        if (above === root) leave(exit, z, root, -1, 0, down)
        else frontier.reach(above, down, z, -1, 0)
      }
      if (z < groupsEnd) offerFree(search, z, d)
      for (let c = childFirst[z]!; c < childFirst[z + 1]!; c++) {
        const below = child[c]!
        frontier.reach(below, d + upCost(plan, below) + price[below]! - pz, z, -1, 0)
      }
    }
  }
  shiftPrices(search, 1)
  carryOut(search, frontier, 'backwards')
  frontier.clear()
}

/** The persons at a port: each may go to another opening, or give up the place. */
function offerPersons(search: Search, z: number, d: number): void {
  const { plan, frontier, exit } = search
  const { price, slots, slotWeight, firstSlot, nextAtPort, network, instance } = plan
  const { first, head, score, fill } = instance
  for (let slot = firstSlot[z]!; slot !== -1; slot = nextAtPort[slot]!) {
    const t = Math.floor(slot / slots)
    const group = network.groupOf[t]!
    const kept = d + slotWeight[slot]! - price[z]!
    const dropped = kept + fill + price[group]!
    if (dropped < exit.distance) frontier.reach(group, dropped, z, slot, 0)
    const i = network.person[t]!
    for (let a = first[i]!; a < first[i + 1]!; a++) {
      const port = network.portFor(head[a]!, group)
      const reached = kept - score[a]! + price[port]!
      if (reached < exit.distance && !holds(plan, t, head[a]!)) frontier.reach(port, reached, z, slot, score[a]!)
    }
  }
}

/** The best free person of a group for every opening that could take one. */
function offerFree(search: Search, z: number, d: number): void {
  const { plan, frontier, exit } = search
  const { lists, price, free, slots, network, instance } = plan
  const { groupFirst, ofGroup, port, start, sorted, top, person, weight } = lists
  const g = z - network.ports
  for (let n = groupFirst[g]!; n < groupFirst[g + 1]!; n++) {
    const q = ofGroup[n]!
    const x = port[q]!
    const asked = d + price[x]! - price[z]! - instance.fill
    if (asked - top[q]! >= exit.distance) continue
    const to = start[q + 1]!
    for (let at = start[q]!; at < to; at++) {
      if (at === sorted[q]) sortOneMore(lists, q)
      if (asked - weight[at]! >= exit.distance) break
      const t = person[at]!
      if (free[t]! === 0 || (slots > 1 && holds(plan, t, openingOf(network, x)))) continue
      frontier.reach(x, asked - weight[at]!, z, t, weight[at]!)
      break
    }
  }
}
