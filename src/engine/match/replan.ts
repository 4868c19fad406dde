import { adopt, choose } from './adopt.ts'
import { relieve } from './backwards.ts'
import { settle } from './balance.ts'
import { chargeOf, rightAt } from './charges.ts'
import type { MatchInstance, Pairs, TieRule } from './instance.ts'
import { dealLists } from './lists.ts'
import { type Matching, noTies, prove } from './match.ts'
import { layNetwork } from './network.ts'
import { supply } from './onwards.ts'
import { emptyPlan, forgetSlack, openingOf, release, weighKeep } from './plan.ts'
import { createSearch, type Search } from './search.ts'
import { openProof, type Proven, proveAgain, type StandingProof } from './standing-proof.ts'

/** One thing that has become otherwise since the plan was made. */
export type MatchChange =
  /** A candidate may hold another number of openings: 0 = has withdrawn, 1 or more = is back, or may be invited to more. */
  | { readonly kind: 'invitations'; readonly candidate: number; readonly invitations: number }
  /** An opening has another number of places. */
  | { readonly kind: 'places'; readonly opening: number; readonly capacity: number }
  /** The band of a label has moved. */
  | {
      readonly kind: 'band'
      readonly family: number
      readonly label: number
      readonly low: number
      readonly high: number
    }

/** A plan kept open for changes: the sorted lists, the prices and who holds what. Not to be shared between threads. */
export type StandingPlan = {
  readonly instance: MatchInstance
  readonly search: Search
  readonly bands: readonly { readonly low: Float64Array; readonly high: Float64Array }[]
  /** Kept so that a change is proved without looking at every pair; absent where somebody may hold several places, or families cross. */
  readonly proof?: StandingProof
}

/**
 * Opens an older answer for changes. It may be of another day: it is brought to the instance as it is now, exactly, from where it
 * stands. O(arcs) once; each `replan` after it costs a few chains. Families that cross are left out.
 */
export function openPlan(
  instance: MatchInstance,
  from: Pick<Matching, 'pairs' | 'prices'>,
  ties: TieRule = noTies,
): StandingPlan {
  const bands = instance.families.map(({ low, high }) => ({
    low: Float64Array.from(low),
    high: Float64Array.from(high),
  }))
  const own: MatchInstance = {
    ...instance,
    capacity: instance.capacity.slice(),
    invitations: instance.invitations.map(most => Math.max(most, 1)),
    families: instance.families.map((family, f) => ({ ...family, ...bands[f]! })),
  }
  const network = layNetwork(own, ties, 'every band')
  const plan = emptyPlan(own, network, dealLists(own, network))
  own.invitations.set(instance.invitations)
  for (const [t, i] of network.person.entries()) {
    plan.free[t] = instance.invitations[i]!
    weighKeep(plan, t)
  }
  const search = createSearch(plan)
  adopt(search, from.pairs, from.prices)
  const steps = settle(search)
  while (!steps.next().done);
  const { families, reserves } = network.crossing
  const plain = plan.slots === 1 && families.length + reserves.length === 0
  return { instance: own, search, bands, ...(plain ? { proof: openProof(plan) } : {}) }
}

/**
 * Brings a standing plan up to a change by the cheapest chains of moves: exact, and only those on a chain are proposed otherwise.
 * The change must name a candidate, opening or label of the instance. Returns value and bound, proved anew; they are equal unless families
 * cross.
 */
export function replan(standing: StandingPlan, change: MatchChange): Proven {
  const { search, proof } = standing
  forgetSlack(search.plan)
  if (change.kind === 'places') changePlaces(search, change.opening, change.capacity)
  else if (change.kind === 'invitations') changeInvitations(search, change.candidate, change.invitations)
  else changeBand(standing, change)
  repair(search)
  if (!proof) {
    const { worth, bound } = answerOf(standing)
    return { value: worth.value, bound }
  }
  const proven = proveAgain(search.plan, proof)
  if (proven.bound !== proven.value) {
    throw new Error(`The change failed its own proof: value ${proven.value}, bound ${proven.bound}`)
  }
  return proven
}

/** The answer as it stands, with its proof. O(arcs). */
export function answerOf({ search }: StandingPlan): Matching {
  return prove(search.plan)
}

/** Pairs that one answer has and the other has not. */
export function difference(before: Pairs, after: Pairs): { readonly gone: Pairs; readonly come: Pairs } {
  return { gone: without(before, after), come: without(after, before) }
}

function without(some: Pairs, others: Pairs): Pairs {
  const known = new Set(Array.from(others.candidate, (i, n) => `${i}/${others.opening[n]}`))
  const left = [...some.candidate.keys()].filter(n => !known.has(`${some.candidate[n]}/${some.opening[n]}`))
  return {
    candidate: Int32Array.from(left, n => some.candidate[n]!),
    opening: Int32Array.from(left, n => some.opening[n]!),
  }
}

function repair(search: Search): void {
  const { off, plan } = search
  const { root } = plan.network
  for (let x = 0; x < root; x++) {
    for (; off[x]! > 0; off[x]!--) supply(search, x, 'live')
  }
  for (let x = 0; x < root; x++) {
    for (; off[x]! < 0; off[x]!++) relieve(search, x)
  }
}

function changePlaces({ plan, off }: Search, j: number, capacity: number): void {
  const { instance, flow, price } = plan
  const more = capacity - instance.capacity[j]!
  instance.capacity[j] = capacity
  if (more > 0 && price[j]! > 0) {
    flow[j]! += more
    off[j]! += more
  } else if (flow[j]! > capacity) {
    off[j]! -= flow[j]! - capacity
    flow[j] = capacity
  }
}

/** Takes the person out, or lets them choose again at the present prices; what they leave and what they take is then out of balance. */
function changeInvitations({ plan, off }: Search, candidate: number, invitations: number): void {
  const { instance, network, slots, slotPort } = plan
  if (invitations > slots)
    throw new RangeError(`This plan has room for ${slots} invitations a person, not ${invitations}`)
  const t = network.person.indexOf(candidate)
  const group = network.groupOf[t]!
  const held: number[] = []
  for (let slot = t * slots; slot < (t + 1) * slots; slot++) {
    const port = slotPort[slot]!
    if (port === -1) continue
    held.push(openingOf(network, port))
    release(plan, slot)
    off[port]!++
    off[group]!--
  }
  instance.invitations[candidate] = invitations
  plan.free[t] = invitations
  weighKeep(plan, t)
  choose(plan, t, held)
  for (let slot = t * slots; slot < (t + 1) * slots; slot++) {
    if (slotPort[slot] === -1) continue
    off[slotPort[slot]!]!--
    off[group]!++
  }
}

function changeBand({ search, bands }: StandingPlan, change: MatchChange & { kind: 'band' }): void {
  const { plan, off } = search
  const { instance, network, flow } = plan
  const { family, label, low, high } = change
  bands[family]!.low[label] = low
  bands[family]!.high[label] = high
  const x = network.groupsEnd + network.labelOf.findIndex(([f, l]) => f === family && l === label)
  if (x < network.groupsEnd) {
    if (instance.families[family]!.penalty[label] === 0) return
    throw new RangeError(`Family ${family} crosses another: its bands cannot be moved in a standing plan`)
  }
  const end = Math.min(
    high,
    instance.invitations.reduce((sum, one) => sum + one, 0),
  )
  network.low[x] = low
  network.high[x] = end
  const persons = flow[x]!
  const { least, most } = rightAt(network, x, chargeOf(plan, x))
  const next = Math.min(Math.max(persons, least), most)
  flow[x] = next
  off[x]! += persons - next
  // The parent keeps its own flow: what the label no longer takes, or takes more, is now missing or left there.
  const above = network.parent[x]!
  if (above !== network.root) off[above]! -= persons - next
}
