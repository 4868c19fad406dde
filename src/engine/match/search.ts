import { Frontier } from './frontier.ts'
import { sortOneMore } from './lists.ts'
import { forgetSlack, holds, openingOf, type Plan, weighKeepAt } from './plan.ts'
import { downCost, takeStep, upCost } from './step.ts'

/** Where a chain ended: at `node` itself (`end` = `node`), or by the step `by` into `end`: a group, the root, or −1 = the place stays empty. */
type Exit = { node: number; end: number; by: number; weight: number; distance: number }

/** What takes note of the nodes a search reaches: the heap of Dijkstra's algorithm, or the stack of a depth-first one. */
type Reached = { reach: (node: number, distance: number, through: number, by: number, weight: number) => void }

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

/**
 * Finds one unit for a node that lacks one (a place to fill, a label with more persons than it may have) by the cheapest chain of
 * moves, carries it out and updates the prices. Dijkstra on reduced costs, ended by the best exit known.
 *
 */
export function supply(search: Search, source: number, ends: Ends): void {
  const { frontier, exit } = search
  exit.distance = Number.POSITIVE_INFINITY
  frontier.reach(source, 0, -1, -1, 0)
  explore(search, ends)
  shiftPrices(search, -1)
  carryOut(search, frontier, 'onwards')
  frontier.clear()
}

/** Settles nodes in the order of their distance until the best exit is nearer than the next node. */
export function explore(search: Search, ends: Ends): void {
  const { frontier, exit, off } = search
  while (!frontier.empty) {
    const x = frontier.settle()
    const d = frontier.distance[x]!
    if (d >= exit.distance) return
    if (off[x]! < 0) {
      leave(exit, x, x, -1, 0, d)
      return
    }
    lookOnwards(search, frontier, x, d, ends)
  }
}

/** All that node x, at distance d, could get a unit from. */
export function lookOnwards(search: Search, to: Reached, x: number, d: number, ends: Ends): void {
  const { plan, exit } = search
  const { price, flow, network, instance } = plan
  const { openings, ports, groupsEnd, root, parent, low, penalty, childFirst, child } = network
  const px = price[x]!
  if (x < ports) {
    if (x < openings) {
      if (ends !== 'short') leave(exit, x, -1, -1, 0, d + px)
    } else {
      const lost = flow[x]! <= low[x]! ? penalty[x]! : 0
      to.reach(parent[x]!, d + lost + px - price[parent[x]!]!, x, -1, 0)
    }
    for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) {
      const k = child[c]!
      const won = flow[k]! < low[k]! ? penalty[k]! : 0
      to.reach(k, d - won + px - price[k]!, x, -1, 0)
    }
    requestPersons(search, to, x, d, ends)
    return
  }
  if (x !== root) reachLabel(search, to, x, ends, parent[x]!, d + upCost(plan, x) + px - price[parent[x]!]!)
  if (x >= groupsEnd) {
    for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) {
      const below = child[c]!
      if (below >= groupsEnd || flow[below]! > 0)
        reachLabel(search, to, x, ends, below, d + downCost(plan, below) + px - price[below]!)
    }
    if (x === root) reachVacancies(search, to, d)
    return
  }
  dismiss(search, to, x, d + instance.fill + px)
}

/** Each person of a group could give up a place. With one invitation each they are looked at in a row, by what they keep. */
function dismiss({ plan, exit }: Search, to: Reached, x: number, before: number): void {
  const { price, keep, slots, slotPort, slotWeight, firstSlot, nextInGroup, network } = plan
  const limit = exit.distance
  if (slots === 1) {
    const g = x - network.ports
    const end = network.personFirst[g + 1]!
    for (let t = network.personFirst[g]!; t < end; t++) {
      const reached = before + keep[t]!
      if (reached < limit && reached !== Number.NEGATIVE_INFINITY) to.reach(slotPort[t]!, reached, x, t, 0)
    }
    return
  }
  for (let slot = firstSlot[x]!; slot !== -1; slot = nextInGroup[slot]!) {
    const port = slotPort[slot]!
    const reached = before + slotWeight[slot]! - price[port]!
    if (reached < limit) to.reach(port, reached, x, slot, 0)
  }
}

/** The root ends a chain; other labels pass it on. */
function reachLabel({ exit, plan }: Search, to: Reached, x: number, ends: Ends, label: number, d: number): void {
  if (d >= exit.distance) return
  if (label !== plan.network.root) to.reach(label, d, x, -1, 0)
  else if (ends === 'live') leave(exit, x, label, -1, 0, d)
}

/** Empty places can take one more. */
function reachVacancies({ plan: { price, flow, instance, network } }: Search, to: Reached, d: number): void {
  for (let j = 0; j < network.openings; j++) {
    if (flow[j]! < instance.capacity[j]!) to.reach(j, d - price[j]!, network.root, -1, 0)
  }
}

/** All persons a port could ask for: from each of its lists those who are placed elsewhere, down to the first who is free. */
function requestPersons(search: Search, to: Reached, x: number, d: number, ends: Ends): void {
  const { plan, exit } = search
  const { lists, price, leastSlack, network } = plan
  const { ofOpening, port, group, top } = lists
  const opening = x < network.openings ? x : openingOf(network, x)
  const stolen = d + price[x]!
  const end = ofOpening[opening + 1]!
  for (let q = ofOpening[opening]!; q < end; q++) {
    const asked = stolen - plan.instance.fill - price[group[q]!]!
    if (asked - top[q]! >= exit.distance || port[q] !== x) continue
    if (stolen + leastSlack[q]! < exit.distance) requestFrom(search, to, x, opening, q, stolen, asked, ends)
    else requestFree(search, to, x, opening, q, asked, asked - d, ends)
  }
}

/** Looks through a list from its best person to the first who is free, and notes the least slack met. */
function requestFrom(
  search: Search,
  to: Reached,
  x: number,
  opening: number,
  q: number,
  stolen: number,
  asked: number,
  ends: Ends,
): void {
  const { plan, exit } = search
  const { lists, keep, slots, slotPort } = plan
  const { start, sorted, group, person, weight } = lists
  const limit = exit.distance
  const last = start[q + 1]!
  let least = Number.POSITIVE_INFINITY
  for (let at = start[q]!; at < last; at++) {
    if (at === sorted[q]) sortOneMore(lists, q)
    const w = weight[at]!
    const t = person[at]!
    const kept = keep[t]!
    const isFree = kept === Number.NEGATIVE_INFINITY
    if (isFree && slots > 1 && holds(plan, t, opening)) continue
    if (isFree || asked - w >= limit) {
      if (asked - w < limit) askFree(search, to, x, group[q]!, t, w, asked, ends)
      // Nobody further down keeps less than a free person would: nothing.
      least = Math.min(least, asked - stolen - w)
      break
    }
    const slack = kept - w
    if (slack < least && slotPort[t * slots] !== x && !(slots > 1 && holds(plan, t, opening))) least = slack
    if (stolen + slack < limit && !(slots > 1 && holds(plan, t, opening))) steal(search, to, x, t, w, stolen - w)
  }
  plan.leastSlack[q] = least
}

/** Looks for a free person only: they come where a place here adds nothing to what they have. */
function requestFree(
  search: Search,
  to: Reached,
  x: number,
  opening: number,
  q: number,
  asked: number,
  worthless: number,
  ends: Ends,
): void {
  const { plan, exit } = search
  const { lists, free, slots } = plan
  const { start, sorted, group, person, weight } = lists
  const last = start[q + 1]!
  let [at, after] = [start[q]!, sorted[q]!]
  while (at < after) {
    const middle = (at + after) >> 1
    if (weight[middle]! > worthless) at = middle + 1
    else after = middle
  }
  for (; at < last; at++) {
    if (at === sorted[q]) sortOneMore(lists, q)
    const w = weight[at]!
    if (asked - w >= exit.distance) return
    const t = person[at]!
    if (free[t]! === 0 || (slots > 1 && holds(plan, t, opening))) continue
    askFree(search, to, x, group[q]!, t, w, asked, ends)
    return
  }
}

function askFree(
  { exit }: Search,
  to: Reached,
  x: number,
  group: number,
  t: number,
  w: number,
  asked: number,
  ends: Ends,
): void {
  if (ends === 'settled') leave(exit, x, group, t, w, asked - w)
  else to.reach(group, asked - w, x, t, w)
}

/** Each place that person t holds elsewhere could be given up for one at x. */
function steal({ plan, exit }: Search, to: Reached, x: number, t: number, w: number, before: number): void {
  const { slots, slotPort, slotWeight, price } = plan
  for (let slot = t * slots; slot < (t + 1) * slots; slot++) {
    const other = slotPort[slot]!
    if (other === -1 || other === x) continue
    const reached = before + slotWeight[slot]! - price[other]!
    if (reached < exit.distance) to.reach(other, reached, x, slot, w)
  }
}

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
