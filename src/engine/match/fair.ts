import { holds, openingOf, type Plan, place, release } from './plan.ts'

/**
 * The tie rule for people: nobody goes without a place that somebody with the same labels and the same fit for it holds, who comes later in
 * the public order and holds more places. Such two change: the plan is worth the same, and its prices prove it still. Places only
 * move to people earlier in the order, so it ends. One round is O(pairs of those who have room for more).
 */
export function changeAmongEquals(plan: Plan): void {
  while (changeOnce(plan));
}

function changeOnce(plan: Plan): boolean {
  const { instance, network, price, free } = plan
  const { first, head, score, fill } = instance
  const { person, groupOf, portFor, openings, ports } = network
  let changed = false
  for (let t = 0; t < free.length; t++) {
    if (free[t] === 0) continue
    const i = person[t]!
    const own = fill + price[groupOf[t]!]!
    for (let a = first[i]!, end = first[i + 1]!; a < end; a++) {
      const port = ports === openings ? head[a]! : portFor(head[a]!, groupOf[t]!)
      // A place that one holds and an equal goes without is worth nothing more to either, at the best plan's prices.
      if (own + score[a]! !== price[port]! || free[t] === 0) continue
      const slot = heldByLaterEqual(plan, t, port, score[a]!)
      if (slot === -1) continue
      release(plan, slot)
      place(plan, t, port, score[a]!)
      changed = true
    }
  }
  return changed
}

/** The slot of the last in the order who holds a place at a port with the same fit as t, comes after t and holds more; −1 for none. */
function heldByLaterEqual(plan: Plan, t: number, port: number, fit: number): number {
  const { network, slots, slotWeight, firstSlot, nextAtPort } = plan
  if (holds(plan, t, openingOf(network, port))) return -1
  let [found, last] = [-1, t]
  for (let slot = firstSlot[port]!; slot !== -1; slot = nextAtPort[slot]!) {
    const other = Math.floor(slot / slots)
    if (other <= last || slotWeight[slot] !== fit || network.groupOf[other] !== network.groupOf[t]) continue
    if (heldBy(plan, other) <= heldBy(plan, t)) continue
    ;[found, last] = [slot, other]
  }
  return found
}

function heldBy({ instance, network, free }: Plan, t: number): number {
  return instance.invitations[network.person[t]!]! - free[t]!
}
