import { Frontier } from './frontier.ts'
import { sortOneMore } from './lists.ts'
import { holds, openingOf, type Plan } from './plan.ts'
import { downCost, takeStep, upCost } from './step.ts'

/** Where a search ended: at `node`, by the step `by` into `end` (a group, the root, or −1 = the place stays empty). */
type Exit = { node: number; end: number; by: number; weight: number; distance: number }

export type Search = {
  readonly plan: Plan
  readonly frontier: Frontier
  readonly exit: Exit
}

export function createSearch(plan: Plan): Search {
  const exit = { node: -1, end: -1, by: -1, weight: 0, distance: Number.POSITIVE_INFINITY }
  return { plan, frontier: new Frontier(plan.network.root + 1), exit }
}

/**
 * Finds one unit for a node that lacks one (a place to fill, a label with more persons than it may have) by the cheapest chain of
 * moves, carries it out and updates the prices. Dijkstra on reduced costs, ended by the best exit known.
 *
 * With `settled` labels a free person ends the chain at the going price of the group; otherwise the labels' bands take part.
 * Returns the distance: how much the unit cost beyond the price of the node.
 */
export function supply(search: Search, source: number, labels: 'settled' | 'live'): number {
  const { plan, frontier, exit } = search
  const { price, flow, network, firstSlot, slotWeight, slotPort, nextInGroup } = plan
  const { openings, ports, groupsEnd, root, parent, low, penalty, childFirst, child } = network
  exit.distance = Number.POSITIVE_INFINITY
  frontier.reach(source, 0, -1, -1, 0)
  while (!frontier.empty) {
    const x = frontier.settle()
    const d = frontier.distance[x]!
    if (d >= exit.distance) break
    const px = price[x]!
    if (x < ports) {
      if (x < openings) leave(exit, x, -1, -1, 0, d + px)
      else if (flow[x]! > 0) {
        const lost = flow[x]! <= low[x]! ? penalty[x]! : 0
        frontier.reach(parent[x]!, d + lost + px - price[parent[x]!]!, x, -1, 0)
      }
      for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) {
        const k = child[c]!
        const won = flow[k]! < low[k]! ? penalty[k]! : 0
        frontier.reach(k, d - won + px - price[k]!, x, -1, 0)
      }
      requestPersons(search, x, d, labels)
    } else {
      const above = parent[x]!
      const up = d + upCost(plan, x) + px - price[above]!
      if (above === root) leave(exit, x, root, -1, 0, up)
      else frontier.reach(above, up, x, -1, 0)
      if (x < groupsEnd) {
        for (let slot = firstSlot[x]!; slot !== -1; slot = nextInGroup[slot]!) {
          const port = slotPort[slot]!
          const reached = d + slotWeight[slot]! + plan.instance.fill + px - price[port]!
          if (reached < exit.distance) frontier.reach(port, reached, x, slot, 0)
        }
      } else {
        for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) {
          const below = child[c]!
          if (flow[below]! > 0) frontier.reach(below, d + downCost(plan, below) + px - price[below]!, x, -1, 0)
        }
      }
    }
  }
  const { distance } = exit
  carryOut(search, source)
  return distance
}

/** All persons a port could ask for: from each of its lists those who are placed elsewhere, down to the first who is free. */
function requestPersons(search: Search, x: number, d: number, labels: 'settled' | 'live'): void {
  const { plan, frontier, exit } = search
  const { lists, price, free, slots, slotPort, slotWeight, network } = plan
  const { fill } = plan.instance
  const { ofOpening, port, start, sorted, group, top, person, weight } = lists
  const { openings } = network
  const opening = x < openings ? x : openingOf(network, x)
  const before = d + price[x]! - fill
  const end = ofOpening[opening + 1]!
  for (let q = ofOpening[opening]!; q < end; q++) {
    const asked = before - price[group[q]!]!
    if (asked - top[q]! >= exit.distance || port[q] !== x) continue
    const to = start[q + 1]!
    for (let at = start[q]!; at < to; at++) {
      if (at === sorted[q]) sortOneMore(lists, q)
      const w = weight[at]!
      if (asked - w >= exit.distance) break
      const t = person[at]!
      const s = t * slots
      if (free[t]! > 0) {
        if (slots > 1 && holds(plan, t, opening)) continue
        if (labels === 'settled') leave(exit, x, group[q]!, t, w, asked - w)
        else frontier.reach(group[q]!, asked - w, x, t, w)
        break
      }
      if (slots > 1 && holds(plan, t, opening)) continue
      for (let slot = s; slot < s + slots; slot++) {
        const other = slotPort[slot]!
        if (other === -1 || other === x) continue
        const reached = before + slotWeight[slot]! + fill - w - price[other]!
        if (reached < exit.distance) frontier.reach(other, reached, x, slot, w)
      }
    }
  }
}

/**
 * Takes one unit from a node that has one too many (a label with fewer persons than it should have, an opening over its capacity)
 * by the cheapest chain of moves: `supply` with every arc turned round. Labels' bands always take part.
 */
export function relieve(search: Search, source: number): number {
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
        if (flow[k]! > 0) frontier.reach(k, d + (flow[k]! <= low[k]! ? penalty[k]! : 0) + price[k]! - pz, z, -1, 0)
      }
      offerPersons(search, z, d)
    } else {
      const above = parent[z]!
      if (flow[z]! > 0) {
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
  const { distance } = exit
  carryOut(search, source, 'backwards')
  return distance
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

function leave(exit: Exit, node: number, end: number, by: number, weight: number, distance: number): void {
  if (distance >= exit.distance) return
  exit.node = node
  exit.end = end
  exit.by = by
  exit.weight = weight
  exit.distance = distance
}

/** Makes the moves of the chain found, and shifts the prices of all that were nearer than its end, so that no arc is underpriced. */
function carryOut({ plan, frontier, exit }: Search, source: number, way: 'onwards' | 'backwards' = 'onwards'): void {
  const { price, flow } = plan
  const { through, by, weight, distance, touched } = frontier
  const sign = way === 'onwards' ? -1 : 1
  for (let n = 0; n < frontier.touchedCount; n++) {
    const x = touched[n]!
    const left = exit.distance - distance[x]!
    if (left > 0) price[x]! += sign * left
  }
  const { node, end } = exit
  if (end === -1) flow[node]! += sign
  else if (way === 'onwards') takeStep(plan, node, end, exit.by, exit.weight)
  else takeStep(plan, end, node, exit.by, exit.weight)
  for (let x = node; x !== source; x = through[x]!) {
    if (way === 'onwards') takeStep(plan, through[x]!, x, by[x]!, weight[x]!)
    else takeStep(plan, x, through[x]!, by[x]!, weight[x]!)
  }
  frontier.clear()
}
