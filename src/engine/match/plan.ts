import type { MatchInstance } from './instance.ts'
import type { Lists } from './lists.ts'
import type { Network } from './network.ts'

/**
 * A plan under way: who holds what, the flow on the arcs between nodes, and the prices.
 *
 * `price` is the potential of every node: what one more unit there costs. For an opening it is its price; for a reserve the
 * opening's price less the reserve's; for a group or label the negative of what its persons are charged.
 * A held pair lives in a slot `t × slots + n` of person t; slots are threaded in one ring per port and one per group.
 */
export type Plan = {
  readonly instance: MatchInstance
  readonly network: Network
  readonly lists: Lists
  readonly price: Float64Array
  /** Opening: places in use. Reserve: persons through it. Group and label: persons from the parent. */
  readonly flow: Int32Array
  /** Charges per family and label of the families that are priced out (cross.ts), and their sum per group on the arc to its parent. */
  readonly charges: readonly Float64Array[]
  readonly charge: Float64Array
  readonly slots: number
  /** Invitations still free per person. */
  readonly free: Int32Array
  /**
   * What it costs to take person t from where they are: the least of what their places are worth to them (score − price of the port).
   * −∞ while they have an invitation left, ∞ when they can hold nothing. Kept so that a search passes most people at one look.
   */
  readonly keep: Float64Array
  /**
   * Per list, a bound from below on `keep` − score of those placed elsewhere: what taking one of them costs at least, before the price of the
   * port. `keep` only grows while prices fall, so the bound holds until somebody leaves the opening or a price rises; then −∞ again.
   */
  readonly leastSlack: Float64Array
  readonly slotPort: Int32Array
  readonly slotWeight: Int32Array
  readonly nextAtPort: Int32Array
  readonly previousAtPort: Int32Array
  readonly nextInGroup: Int32Array
  readonly previousInGroup: Int32Array
  /** First slot of each port and each group, −1 for none; indexed by node. */
  readonly firstSlot: Int32Array
}

/** A plan in which nobody is placed and every price is 0. */
export function emptyPlan(instance: MatchInstance, network: Network, lists: Lists): Plan {
  const slots = instance.invitations.reduce((most, one) => Math.max(most, one), 1)
  const all = instance.candidates * slots
  const array = (): Int32Array => new Int32Array(all).fill(-1)
  const price = new Float64Array(network.root + 1)
  const free = new Int32Array(instance.candidates)
  const keep = new Float64Array(instance.candidates)
  for (let t = 0; t < free.length; t++) {
    free[t] = instance.invitations[network.person[t]!]!
    keep[t] = keepOfNothing(free[t]!)
  }
  return {
    instance,
    network,
    lists,
    price,
    flow: new Int32Array(network.root + 1),
    charges: instance.families.map(family => new Float64Array(family.low.length)),
    charge: new Float64Array(network.root + 1),
    slots,
    free,
    keep,
    leastSlack: new Float64Array(lists.group.length).fill(Number.NEGATIVE_INFINITY),
    slotPort: array(),
    slotWeight: new Int32Array(all),
    nextAtPort: array(),
    previousAtPort: array(),
    nextInGroup: array(),
    previousInGroup: array(),
    firstSlot: new Int32Array(network.root + 1).fill(-1),
  }
}

/** Sends everybody home. Labels keep their prices, so that filling the places again starts near the end. */
export function clearPlan(plan: Plan): void {
  const { instance, network, free, keep, flow, slotPort, firstSlot } = plan
  forgetSlack(plan)
  for (let t = 0; t < free.length; t++) {
    free[t] = instance.invitations[network.person[t]!]!
    keep[t] = keepOfNothing(free[t]!)
  }
  flow.fill(0)
  slotPort.fill(-1)
  firstSlot.fill(-1)
}

/** Gives person t, who has an invitation left, a place through a port. */
export function place(plan: Plan, t: number, port: number, weight: number): void {
  let slot = t * plan.slots
  while (plan.slotPort[slot] !== -1) slot++
  plan.slotPort[slot] = port
  plan.slotWeight[slot] = weight
  plan.free[t]!--
  link(plan.firstSlot, plan.nextAtPort, plan.previousAtPort, port, slot)
  link(plan.firstSlot, plan.nextInGroup, plan.previousInGroup, plan.network.groupOf[t]!, slot)
  weighKeep(plan, t)
}

/** Takes the place in a slot back. */
export function release(plan: Plan, slot: number): void {
  const t = Math.floor(slot / plan.slots)
  forgetSlackOf(plan, slot, plan.slotPort[slot]!)
  unlink(plan.firstSlot, plan.nextAtPort, plan.previousAtPort, plan.slotPort[slot]!, slot)
  unlink(plan.firstSlot, plan.nextInGroup, plan.previousInGroup, plan.network.groupOf[t]!, slot)
  plan.slotPort[slot] = -1
  plan.free[t]!++
  weighKeep(plan, t)
}

/** Moves the person in a slot to another port. */
export function move(plan: Plan, slot: number, port: number, weight: number): void {
  forgetSlackOf(plan, slot, plan.slotPort[slot]!)
  unlink(plan.firstSlot, plan.nextAtPort, plan.previousAtPort, plan.slotPort[slot]!, slot)
  plan.slotPort[slot] = port
  plan.slotWeight[slot] = weight
  link(plan.firstSlot, plan.nextAtPort, plan.previousAtPort, port, slot)
  weighKeep(plan, Math.floor(slot / plan.slots))
}

/** After a price has risen, or somebody has chosen anew: no bound on slack holds any longer. */
export function forgetSlack({ leastSlack }: Plan): void {
  leastSlack.fill(Number.NEGATIVE_INFINITY)
}

/** Somebody leaves a port: from now on they too may be taken from elsewhere by it. */
function forgetSlackOf(
  { leastSlack, lists: { ofOpening, group }, network, slots }: Plan,
  slot: number,
  port: number,
): void {
  const opening = openingOf(network, port)
  const theirs = network.groupOf[Math.floor(slot / slots)]!
  for (let q = ofOpening[opening]!; q < ofOpening[opening + 1]!; q++) {
    if (group[q] === theirs) leastSlack[q] = Number.NEGATIVE_INFINITY
  }
}

/** After a change of a port's price: weighs anew what it costs to take the persons there. */
export function weighKeepAt(plan: Plan, port: number): void {
  const { firstSlot, nextAtPort, slots } = plan
  for (let slot = firstSlot[port]!; slot !== -1; slot = nextAtPort[slot]!) weighKeep(plan, Math.floor(slot / slots))
}

/** Weighs anew what it costs to take person t from where they are. */
export function weighKeep({ keep, free, slots, slotPort, slotWeight, price }: Plan, t: number): void {
  if (free[t]! > 0) {
    keep[t] = Number.NEGATIVE_INFINITY
    return
  }
  let least = Number.POSITIVE_INFINITY
  for (let slot = t * slots; slot < (t + 1) * slots; slot++) {
    const port = slotPort[slot]!
    if (port !== -1 && slotWeight[slot]! - price[port]! < least) least = slotWeight[slot]! - price[port]!
  }
  keep[t] = least
}

function keepOfNothing(invitations: number): number {
  return invitations > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** Whether person t holds a place at an opening, through whichever port. */
export function holds(plan: Plan, t: number, opening: number): boolean {
  const { slots, slotPort } = plan
  for (let slot = t * slots; slot < (t + 1) * slots; slot++) {
    const port = slotPort[slot]!
    if (port !== -1 && openingOf(plan.network, port) === opening) return true
  }
  return false
}

/** The opening that a port belongs to. */
export function openingOf(network: Network, port: number): number {
  let x = port
  while (x >= network.openings) x = network.parent[x]!
  return x
}

function link(first: Int32Array, next: Int32Array, previous: Int32Array, node: number, slot: number): void {
  const old = first[node]!
  next[slot] = old
  previous[slot] = -1
  if (old !== -1) previous[old] = slot
  first[node] = slot
}

function unlink(first: Int32Array, next: Int32Array, previous: Int32Array, node: number, slot: number): void {
  const [before, after] = [previous[slot]!, next[slot]!]
  if (before === -1) first[node] = after
  else next[before] = after
  if (after !== -1) previous[after] = before
}
