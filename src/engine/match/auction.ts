import { chargeOf, setCharges } from './charges.ts'
import type { Plan } from './plan.ts'
import { type Progress, progressOf } from './progress.ts'

/** Who holds the places while people bid: a heap per opening, the lowest bid in front. */
export type Hall = {
  /** Places of opening j are `from[j] … from[j + 1] − 1`, the first `taken[j]` of them in use. */
  readonly from: Int32Array
  readonly taken: Int32Array
  readonly bid: Float64Array
  readonly holder: Int32Array
  /** Opening at which a bidder holds a place, −1 for none. Person t bids as `t × slots + n` for the nth invitation. */
  readonly at: Int32Array
  /** Bidders without a place, the next one to bid last. */
  readonly waiting: Int32Array
  waitingCount: number
}

const bidsBetweenPauses = 50_000

/**
 * Prices of openings near those of the best plan, where places are many beside the people: filled one by one, the last places would each
 * move half of the market. Everybody without a place bids for the opening worth most to them, as much more as it is worth to them than
 * their next best, and one step on top; the lowest bid at a full opening leaves. The step begins coarse and is refined each round (auction
 * algorithm with scaling, Bertsekas 1979; with several places at an opening, Bertsekas and Castañón 1989). The charges of labels outside their
 * bands move between rounds, by a step that is refined too, or are `kept` for whoever steers them.
 *
 * Sets the prices of an empty plan, in whole points; reserves are left out. Nothing need be exact here: `settle` makes it so from any
 * prices. One bid is O(pairs of the person + log places of the opening).
 */
export function* bidForPlaces(plan: Plan, charges: 'moved' | 'kept'): Generator<Progress, Hall> {
  const { instance, network, price } = plan
  const { openings, groupsEnd, root, penalty } = network
  const greatest = instance.fill + greatestOf(instance.score)
  const nobody = greatest + penalty.subarray(groupsEnd, root).reduce((sum, one) => sum + one, 0)
  for (let j = 0; j < openings; j++) price[j] = instance.capacity[j] === 0 ? nobody : 0
  const hall = openHall(plan)
  let step = powerOfTwoBelow(greatest / 8)
  let chargeStep = charges === 'moved' ? greatestOf(penalty.subarray(groupsEnd, root)) : 0
  // Charges need more rounds to settle than prices do.
  const finer = chargeStep > 0 ? 2 : 4
  const rounds = 1 + Math.ceil(Math.log2(Math.max(step, powerOfTwoBelow(chargeStep))) / Math.log2(finer))
  for (let round = 1; round <= rounds; round++) {
    for (const _ of bidAll(plan, hall, step)) yield progressOf(plan, 'filling', round - 1, rounds)
    if (round === rounds) break
    const dearer = charges === 'moved' ? moveCharges(plan, hall, chargeStep) : 0
    // Room to bid: a price that stays too high leaves places empty. Towards the end that would cost more than some bids more.
    lowerPrices(plan, step * (step > 16 ? 1 : 2) + dearer)
    step = Math.max(1, step / finer)
    chargeStep = Math.ceil(chargeStep / finer)
  }
  return hall
}

/** Everybody bids once more, at other charges and from prices that are near. */
export function* bidAnew(plan: Plan, hall: Hall, charges: Float64Array): Generator<void, void> {
  lowerPrices(plan, 2 + setCharges(plan, charges))
  yield* bidAll(plan, hall, 1)
}

/** One round at one step, with a pause now and then. */
function* bidAll(plan: Plan, hall: Hall, step: number): Generator<void, void> {
  const { network, price } = plan
  beginRound(plan, hall)
  while (hall.waitingCount > 0) {
    bidOn(plan, hall, step)
    for (let k = network.openings; k < network.ports; k++) price[k] = price[network.parent[k]!]!
    yield
  }
}

/** The openings that person t held when the bidding ended. */
export function heldIn({ at }: Hall, t: number, slots: number): number[] {
  const held: number[] = []
  for (let bidder = t * slots; bidder < (t + 1) * slots; bidder++) if (at[bidder] !== -1) held.push(at[bidder]!)
  return held
}

/** Persons who hold a place, through each group and label; indexed by node. */
export function countHolders({ network, slots }: Plan, { at }: Hall): Int32Array {
  const { ports, root, parent, groupOf } = network
  const persons = new Int32Array(root + 1)
  for (let bidder = 0; bidder < at.length; bidder++) {
    if (at[bidder] !== -1) persons[groupOf[Math.floor(bidder / slots)]!]!++
  }
  for (let x = ports; x < root; x++) persons[parent[x]!]! += persons[x]!
  return persons
}

function openHall({ instance: { capacity, candidates }, network: { openings }, slots }: Plan): Hall {
  const from = new Int32Array(openings + 1)
  for (let j = 0; j < openings; j++) from[j + 1] = from[j]! + capacity[j]!
  const places = from[openings]!
  return {
    from,
    taken: new Int32Array(openings),
    bid: new Float64Array(places),
    holder: new Int32Array(places),
    at: new Int32Array(candidates * slots),
    waiting: new Int32Array(candidates * slots),
    waitingCount: 0,
  }
}

/** Everybody bids anew. */
function beginRound({ instance, network, slots }: Plan, hall: Hall): void {
  hall.taken.fill(0)
  hall.at.fill(-1)
  hall.waitingCount = 0
  for (let t = instance.candidates - 1; t >= 0; t--) {
    const invitations = instance.invitations[network.person[t]!]!
    for (let n = 0; n < invitations; n++) hall.waiting[hall.waitingCount++] = t * slots + n
  }
}

/** Bids at one step until nobody waits, or it is time for a pause. */
function bidOn({ instance, network, price, slots }: Plan, hall: Hall, step: number): void {
  const { first, head, score, capacity, fill } = instance
  const { person, groupOf } = network
  const { from, taken, bid, holder, at, waiting } = hall
  let left = hall.waitingCount
  for (let n = 0; n < bidsBetweenPauses && left > 0; n++) {
    const bidder = waiting[--left]!
    const t = slots === 1 ? bidder : Math.floor(bidder / slots)
    const i = person[t]!
    const own = fill + price[groupOf[t]!]!
    let [best, next, j] = [0, 0, -1]
    for (let a = first[i]!, end = first[i + 1]!; a < end; a++) {
      const worth = own + score[a]! - price[head[a]!]!
      if (worth <= next || (slots > 1 && holdsAlready(at, t, slots, head[a]!))) continue
      if (worth > best) {
        next = best
        best = worth
        j = head[a]!
      } else next = worth
    }
    if (j === -1) continue
    const offer = price[j]! + best - next + step
    at[bidder] = j
    const front = from[j]!
    if (taken[j]! < capacity[j]!) {
      rise(bid, holder, front, taken[j]!++, offer, bidder)
      if (taken[j] === capacity[j]) price[j] = Math.max(price[j]!, bid[front]!)
    } else {
      const gone = holder[front]!
      at[gone] = -1
      waiting[left++] = gone
      sink(bid, holder, front, taken[j]!, offer, bidder)
      price[j] = bid[front]!
    }
  }
  hall.waitingCount = left
}

function holdsAlready(at: Int32Array, t: number, slots: number, opening: number): boolean {
  for (let bidder = t * slots; bidder < (t + 1) * slots; bidder++) if (at[bidder] === opening) return true
  return false
}

/** Puts a bid into the heap that begins at `front`, from its entry h upwards. */
function rise(bid: Float64Array, holder: Int32Array, front: number, h: number, offer: number, who: number): void {
  let at = h
  while (at > 0) {
    const above = (at - 1) >> 1
    if (bid[front + above]! <= offer) break
    bid[front + at] = bid[front + above]!
    holder[front + at] = holder[front + above]!
    at = above
  }
  bid[front + at] = offer
  holder[front + at] = who
}

/** Puts a bid in the place of the lowest one of the heap that begins at `front`. */
function sink(bid: Float64Array, holder: Int32Array, front: number, size: number, offer: number, who: number): void {
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    if (below >= size) break
    if (below + 1 < size && bid[front + below + 1]! < bid[front + below]!) below++
    if (bid[front + below]! >= offer) break
    bid[front + at] = bid[front + below]!
    holder[front + at] = holder[front + below]!
    at = below
  }
  bid[front + at] = offer
  holder[front + at] = who
}

/**
 * Charges labels with persons too many more and those with too few less, by at most one step and as far as their penalty goes; where the
 * band is kept, nothing need be charged. Returns by how much some group pays more than before.
 */
function moveCharges(plan: Plan, hall: Hall, step: number): number {
  const { groupsEnd, root, low, high, penalty } = plan.network
  const persons = countHolders(plan, hall)
  const charged = new Float64Array(root)
  for (let x = groupsEnd; x < root; x++) {
    const paid = chargeOf(plan, x)
    const n = persons[x]!
    if (n > high[x]!) charged[x] = Math.min(penalty[x]!, paid < 0 ? Math.min(0, paid + step) : paid + step)
    else if (n < low[x]!) charged[x] = Math.max(-penalty[x]!, paid > 0 ? Math.max(0, paid - step) : paid - step)
    else if (n === low[x] || n === high[x]) charged[x] = paid
    else charged[x] = Math.sign(paid) * Math.max(0, Math.abs(paid) - step)
  }
  return setCharges(plan, charged)
}

function lowerPrices({ instance, network, price }: Plan, by: number): void {
  for (let j = 0; j < network.openings; j++) {
    if (instance.capacity[j]! > 0) price[j] = Math.max(0, price[j]! - by)
  }
}

function powerOfTwoBelow(value: number): number {
  return 2 ** Math.floor(Math.log2(Math.max(1, value)))
}

function greatestOf(values: ArrayLike<number>): number {
  let most = 0
  for (let n = 0; n < values.length; n++) if (values[n]! > most) most = values[n]!
  return most
}
