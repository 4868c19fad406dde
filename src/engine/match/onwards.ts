import { requestPersons } from './request.ts'
import { carryOut, type Ends, leave, type Reached, type Search, shiftPrices } from './search.ts'
import { downCost, upCost } from './step.ts'

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
