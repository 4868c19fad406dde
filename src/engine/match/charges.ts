import type { Plan } from './plan.ts'

/** What each person through label x is charged by its band: above 0 to hold them back, below 0 to draw them in. */
export function chargeOf({ network: { parent }, price, charge }: Plan, x: number): number {
  return price[parent[x]!]! - price[x]! - charge[x]!
}

/** The fewest and the most persons that label x may have for what it charges to be right: without a charge its band, else one end of it. */
export function rightAt(
  { low, high, penalty }: Plan['network'],
  x: number,
  paid: number,
): { readonly least: number; readonly most: number } {
  return {
    least: paid === -penalty[x]! ? 0 : paid > 0 ? high[x]! : low[x]!,
    most: paid === penalty[x]! ? Number.POSITIVE_INFINITY : paid < 0 ? low[x]! : high[x]!,
  }
}

/** Persons placed through each group and label; indexed by node. */
export function countPersons({ network, firstSlot, nextInGroup }: Plan): Int32Array {
  const { ports, groupsEnd, root, parent } = network
  const persons = new Int32Array(root + 1)
  for (let g = ports; g < groupsEnd; g++) {
    for (let slot = firstSlot[g]!; slot !== -1; slot = nextInGroup[slot]!) persons[g]!++
  }
  for (let x = ports; x < root; x++) persons[parent[x]!]! += persons[x]!
  return persons
}

/** Sets the charge of every label, by node, and with it the prices of labels and groups. Returns by how much some group pays more than before. */
export function setCharges({ network, price, charge }: Plan, charges: Float64Array): number {
  const { ports, groupsEnd, root, parent } = network
  for (let x = root - 1; x >= groupsEnd; x--) price[x] = price[parent[x]!]! - charges[x]! - charge[x]!
  let dearer = 0
  for (let g = ports; g < groupsEnd; g++) {
    const before = price[g]!
    price[g] = price[parent[g]!]! - charge[g]!
    dearer = Math.max(dearer, before - price[g]!)
  }
  return dearer
}
