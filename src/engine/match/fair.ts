import { holds, openingOf, type Plan, place, release } from './plan.ts'

/**
 * The tie rule for people: nobody goes without a place that somebody with the same labels and the same fit for it holds, who comes later in
 * the public order and holds more places. Such two change: the plan is worth the same, and its prices prove it still. Places only
 * move to people earlier in the order, so it ends. One round looks at the lists of those whose place is worth nothing more to them.
 */
export function changeAmongEquals(plan: Plan): void {
  while (changeOnce(plan));
}

function changeOnce(plan: Plan): boolean {
  const { instance, network, price, slots, slotPort, slotWeight } = plan
  let changed = false
  for (let slot = 0; slot < slotPort.length; slot++) {
    const port = slotPort[slot]!
    if (port === -1) continue
    const t = Math.floor(slot / slots)
    const fit = slotWeight[slot]!
    // At the best plan's prices a place that one holds and an equal goes without is worth nothing more to either.
    if (instance.fill + price[network.groupOf[t]!]! + fit !== price[port]!) continue
    const earlier = earlierEqual(plan, t, port, fit)
    if (earlier === -1) continue
    release(plan, slot)
    place(plan, earlier, port, fit)
    changed = true
  }
  return changed
}

/** The first in the order who could hold person t's place at a port as well, comes before them and holds fewer; −1 for none. */
function earlierEqual(plan: Plan, t: number, port: number, fit: number): number {
  const { network, lists, free } = plan
  const opening = openingOf(network, port)
  const q = listOf(plan, opening, network.groupOf[t]!)
  let first = t
  for (let at = lists.start[q]!; at < lists.start[q + 1]!; at++) {
    const other = lists.person[at]!
    if (other >= first || lists.weight[at] !== fit || free[other] === 0) continue
    if (heldBy(plan, other) < heldBy(plan, t) && !holds(plan, other, opening)) first = other
  }
  return first === t ? -1 : first
}

/** The list of a group at an opening; there is one, for somebody of the group is eligible there. */
function listOf({ lists: { ofOpening, group } }: Plan, opening: number, g: number): number {
  let [from, to] = [ofOpening[opening]!, ofOpening[opening + 1]! - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (group[middle]! < g) from = middle + 1
    else to = middle
  }
  return from
}

function heldBy({ instance, network, free }: Plan, t: number): number {
  return instance.invitations[network.person[t]!]! - free[t]!
}
