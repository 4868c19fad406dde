import { openingOf, type Plan } from './plan.ts'

/**
 * What is kept to prove a standing plan again after a change without looking at every pair: per person the best that any opening offers at
 * the prices proved last (score − price of the port), and which port that is; a pair is looked at again only when its price has changed.
 */
export type StandingProof = {
  readonly best: Float64Array
  readonly bestPort: Int32Array
  readonly proved: Float64Array
}

/** Worth of a plan in the instance's own weights and the most that any plan can be worth; equal when the plan is best. */
export type Proven = { readonly value: number; readonly bound: number }

/** Looks at every pair once. Only for plans in which nobody may hold more than one place. */
export function openProof(plan: Plan): StandingProof {
  const { instance, price } = plan
  const proof = {
    best: new Float64Array(instance.candidates),
    bestPort: new Int32Array(instance.candidates),
    proved: price.slice(),
  }
  for (let t = 0; t < instance.candidates; t++) lookAtAll(plan, proof, t)
  return proof
}

/**
 * Value and bound of the plan as it stands: O(people + pairs of the openings whose price has changed). The bound is that of
 * `upperBound`, the value that of `judge`, with the pairs' own checks left to them.
 */
export function proveAgain(plan: Plan, proof: StandingProof): Proven {
  const { price, network } = plan
  const { best, bestPort, proved } = proof
  const { lists } = plan
  const stale: number[] = []
  for (let x = 0; x < network.ports; x++) {
    if (price[x] === proved[x]) continue
    const dearer = price[x]! > proved[x]!
    proved[x] = price[x]!
    const opening = openingOf(network, x)
    for (let q = lists.ofOpening[opening]!; q < lists.ofOpening[opening + 1]!; q++) {
      if (lists.port[q] !== x) continue
      for (let at = lists.start[q]!; at < lists.start[q + 1]!; at++) {
        const t = lists.person[at]!
        const offered = lists.weight[at]! - price[x]!
        if (offered >= best[t]!) {
          best[t] = offered
          bestPort[t] = x
        } else if (dearer && bestPort[t] === x) stale.push(t)
      }
    }
  }
  for (const t of stale) lookAtAll(plan, proof, t)
  return { value: worthOf(plan), bound: boundOf(plan, proof) }
}

function lookAtAll({ instance, network, price }: Plan, { best, bestPort }: StandingProof, t: number): void {
  const { first, head, score } = instance
  const i = network.person[t]!
  best[t] = Number.NEGATIVE_INFINITY
  bestPort[t] = -1
  for (let a = first[i]!; a < first[i + 1]!; a++) {
    const port = network.portFor(head[a]!, network.groupOf[t]!)
    if (score[a]! - price[port]! <= best[t]!) continue
    best[t] = score[a]! - price[port]!
    bestPort[t] = port
  }
}

function boundOf({ instance, network, price }: Plan, { best }: StandingProof): number {
  const { capacity, invitations, fill } = instance
  const { openings, ports, groupsEnd, root, parent, low, high, penalty, person, groupOf } = network
  let bound = 0
  for (let j = 0; j < openings; j++) bound += capacity[j]! * price[j]!
  for (let k = openings; k < ports; k++) {
    const paid = inRange(price[parent[k]!]! - price[k]!, 0, penalty[k]!)
    bound -= paid * low[k]!
  }
  for (let x = groupsEnd; x < root; x++) {
    const paid = inRange(price[parent[x]!]! - price[x]!, -penalty[x]!, penalty[x]!)
    if (paid !== 0) bound += paid * (paid > 0 ? high[x]! : low[x]!)
  }
  for (let t = 0; t < best.length; t++) {
    const gain = fill + price[groupOf[t]!]! + best[t]!
    if (gain > 0) bound += gain * invitations[person[t]!]!
  }
  return bound
}

function inRange(paid: number, least: number, most: number): number {
  if (paid < least || paid > most) throw new Error(`A price of ${paid} proves nothing outside ${least} … ${most}`)
  return paid
}

function worthOf({ instance, network, slotPort, slotWeight }: Plan): number {
  const { capacity, invitations, fill } = instance
  const { openings, ports, groupsEnd, root, parent, low, high, penalty, person, groupOf } = network
  const persons = new Int32Array(root + 1)
  let value = 0
  for (let t = 0; t < slotPort.length; t++) {
    const port = slotPort[t]!
    if (port === -1) continue
    if (invitations[person[t]!] === 0) throw new Error(`Candidate ${person[t]} holds a place and may hold none`)
    value += fill + slotWeight[t]!
    persons[port]!++
    persons[groupOf[t]!]!++
  }
  // A reserve that lies within another comes after it; labels come from the narrow to the wide.
  for (let k = ports - 1; k >= openings; k--) {
    persons[parent[k]!]! += persons[k]!
    value -= penalty[k]! * Math.max(0, low[k]! - persons[k]!)
  }
  for (let x = ports; x < root; x++) {
    persons[parent[x]!]! += persons[x]!
    if (x >= groupsEnd) value -= penalty[x]! * Math.max(0, low[x]! - persons[x]!, persons[x]! - high[x]!)
  }
  for (let j = 0; j < openings; j++) {
    if (persons[j]! > capacity[j]!) throw new Error(`Opening ${j} holds ${persons[j]} persons at ${capacity[j]} places`)
  }
  return value
}
