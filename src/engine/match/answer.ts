import { chargeOf } from './charges.ts'
import type { Pairs, Prices } from './instance.ts'
import { openingOf, type Plan } from './plan.ts'

/** The held pairs of a plan in the numbers of the instance, by candidate and opening. */
export function pairsOf(plan: Plan): Pairs {
  const { instance, network, slots, slotPort } = plan
  const personOf = new Int32Array(instance.candidates)
  for (let t = 0; t < instance.candidates; t++) personOf[network.person[t]!] = t
  const [candidate, opening]: [number[], number[]] = [[], []]
  for (let i = 0; i < instance.candidates; i++) {
    const held: number[] = []
    const from = personOf[i]! * slots
    for (let slot = from; slot < from + slots; slot++) {
      if (slotPort[slot] !== -1) held.push(openingOf(network, slotPort[slot]!))
    }
    for (const j of held.sort((a, b) => a - b)) {
      candidate.push(i)
      opening.push(j)
    }
  }
  return { candidate: Int32Array.from(candidate), opening: Int32Array.from(opening) }
}

/** The prices of a plan as a certificate: potentials turned into prices of openings, labels and reserves. */
export function pricesOf(plan: Plan): Prices {
  const { instance, network, price, charges } = plan
  const label = charges.map(perLabel => perLabel.slice())
  for (const [n, [family, which]] of network.labelOf.entries()) {
    const x = network.groupsEnd + n
    label[family]![which] = chargeOf(plan, x)
  }
  const reserve = new Float64Array(instance.reserves.length)
  for (const [n, k] of network.reserveOf.entries()) {
    const x = network.openings + n
    reserve[k] = price[network.parent[x]!]! - price[x]!
  }
  return { opening: price.slice(0, network.openings), label, reserve }
}
