import type { Plan } from './plan.ts'
import { relieve, type Search, supply } from './search.ts'

/**
 * Counts the flow through every label from the persons placed, as far as its band allows at its present charge, and returns how far
 * each label is off: above 0, persons too many; below 0, too few. Charges outside their range are brought into it first.
 */
export function countLabels(plan: Plan): Int32Array {
  const { network, flow, price, charge, firstSlot, nextInGroup } = plan
  const { ports, groupsEnd, root, parent, low, high, penalty, childFirst, child } = network
  const off = new Int32Array(root)
  for (let x = ports; x < groupsEnd; x++) {
    flow[x] = 0
    for (let slot = firstSlot[x]!; slot !== -1; slot = nextInGroup[slot]!) flow[x]!++
  }
  for (let x = groupsEnd; x < root; x++) {
    let persons = 0
    for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) persons += flow[child[c]!]!
    const paid = price[parent[x]!]! - price[x]! - charge[x]!
    const least = paid === -penalty[x]! ? 0 : paid > 0 ? high[x]! : low[x]!
    const most = paid === penalty[x]! ? persons : paid < 0 ? low[x]! : high[x]!
    flow[x] = Math.min(Math.max(persons, Math.min(least, most)), Math.max(least, most))
    off[x] = persons - flow[x]!
  }
  return off
}

/** Brings every label into its band, or to the end of what the penalty is worth, by one cheapest chain at a time. Returns the chains. */
export function balanceLabels(search: Search): number {
  const off = countLabels(search.plan)
  const { network } = search.plan
  let chains = 0
  for (let x = network.groupsEnd; x < network.root; x++) {
    for (; off[x]! > 0; off[x]!--, chains++) supply(search, x, 'live')
    for (; off[x]! < 0; off[x]!++, chains++) relieve(search, x)
  }
  return chains
}
