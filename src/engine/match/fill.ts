import { supply } from './onwards.ts'
import type { Plan } from './plan.ts'
import { type Progress, progressOf } from './progress.ts'
import type { Ends, Search } from './search.ts'

/** Fills every place at the going prices of the labels, one shortest chain per place. Afterwards only bands may be out of order. */
export function* fillPlaces(search: Search): Generator<Progress, void> {
  const { plan } = search
  const { openings } = plan.network
  for (let j = 0; j < openings; j++) {
    if (j % 128 === 127) yield progressOf(plan, 'filling', j, openings)
    openAt(plan, j, dearest(plan, j))
    fillOpening(search, j, 'settled')
  }
}

/** Fills the empty places of one opening, until filling one more is worth nothing. */
export function fillOpening(search: Search, j: number, ends: Ends): void {
  const { plan, exit } = search
  while (plan.flow[j]! < plan.instance.capacity[j]!) {
    plan.flow[j]!++
    supply(search, j, ends)
    if (exit.end === -1 && exit.node === j) return
  }
}

/** Sets the price of an opening with empty places, and of its reserves, whose persons are rewarded until the count is reached. */
function openAt(plan: Plan, j: number, price: number): void {
  plan.price[j] = price
  for (const k of reservesOf(plan, j)) plan.price[k] = plan.price[plan.network.parent[k]!]! - plan.network.penalty[k]!
}

/** A price at which an empty opening wants nobody: what its best person would be worth, rewards for reserves included. */
function dearest({ instance, network, lists, price }: Plan, j: number): number {
  const { ofOpening, port, group, top } = lists
  let most = 0
  for (let q = ofOpening[j]!; q < ofOpening[j + 1]!; q++) {
    let worth = instance.fill + top[q]! + price[group[q]!]!
    for (let k = port[q]!; k >= network.openings; k = network.parent[k]!) worth += network.penalty[k]!
    if (worth > most) most = worth
  }
  return most
}

/** Reserve ports of an opening, wide ones before the narrow ones within. */
function reservesOf({ network: { childFirst, child } }: Plan, j: number): number[] {
  const found: number[] = []
  const walk = (x: number): void => {
    for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) {
      found.push(child[c]!)
      walk(child[c]!)
    }
  }
  walk(j)
  return found
}
