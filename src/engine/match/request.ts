import { sortOneMore } from './lists.ts'
import { holds, openingOf } from './plan.ts'
import { type Ends, leave, type Reached, type Search } from './search.ts'

/** All persons a port could ask for: from each of its lists those who are placed elsewhere, down to the first who is free. */
export function requestPersons(search: Search, to: Reached, x: number, d: number, ends: Ends): void {
  const { plan, exit } = search
  const { lists, price, leastSlack, network } = plan
  const { ofOpening, port, group, top } = lists
  const opening = x < network.openings ? x : openingOf(network, x)
  const stolen = d + price[x]!
  const end = ofOpening[opening + 1]!
  for (let q = ofOpening[opening]!; q < end; q++) {
    const asked = stolen - plan.instance.fill - price[group[q]!]!
    if (asked - top[q]! >= exit.distance || port[q] !== x) continue
    if (stolen + leastSlack[q]! < exit.distance) requestFrom(search, to, x, opening, q, stolen, asked, ends)
    else requestFree(search, to, x, opening, q, asked, asked - d, ends)
  }
}

/** Looks through a list from its best person to the first who is free, and notes the least slack met. */
function requestFrom(
  search: Search,
  to: Reached,
  x: number,
  opening: number,
  q: number,
  stolen: number,
  asked: number,
  ends: Ends,
): void {
  const { plan, exit } = search
  const { lists, keep, slots, slotPort } = plan
  const { start, sorted, group, person, weight } = lists
  const limit = exit.distance
  const last = start[q + 1]!
  let least = Number.POSITIVE_INFINITY
  for (let at = start[q]!; at < last; at++) {
    if (at === sorted[q]) sortOneMore(lists, q)
    const w = weight[at]!
    const t = person[at]!
    const kept = keep[t]!
    const isFree = kept === Number.NEGATIVE_INFINITY
    if (isFree && slots > 1 && holds(plan, t, opening)) continue
    if (isFree || asked - w >= limit) {
      if (asked - w < limit) askFree(search, to, x, group[q]!, t, w, asked, ends)
      // Nobody further down keeps less than a free person would: nothing.
      least = Math.min(least, asked - stolen - w)
      break
    }
    const slack = kept - w
    if (slack < least && slotPort[t * slots] !== x && !(slots > 1 && holds(plan, t, opening))) least = slack
    if (stolen + slack < limit && !(slots > 1 && holds(plan, t, opening))) steal(search, to, x, t, w, stolen - w)
  }
  plan.leastSlack[q] = least
}

/** Looks for a free person only: they come where a place here adds nothing to what they have. */
function requestFree(
  search: Search,
  to: Reached,
  x: number,
  opening: number,
  q: number,
  asked: number,
  worthless: number,
  ends: Ends,
): void {
  const { plan, exit } = search
  const { lists, free, slots } = plan
  const { start, sorted, group, person, weight } = lists
  const last = start[q + 1]!
  let [at, after] = [start[q]!, sorted[q]!]
  while (at < after) {
    const middle = (at + after) >> 1
    if (weight[middle]! > worthless) at = middle + 1
    else after = middle
  }
  for (; at < last; at++) {
    if (at === sorted[q]) sortOneMore(lists, q)
    const w = weight[at]!
    if (asked - w >= exit.distance) return
    const t = person[at]!
    if (free[t]! === 0 || (slots > 1 && holds(plan, t, opening))) continue
    askFree(search, to, x, group[q]!, t, w, asked, ends)
    return
  }
}

function askFree(
  { exit }: Search,
  to: Reached,
  x: number,
  group: number,
  t: number,
  w: number,
  asked: number,
  ends: Ends,
): void {
  if (ends === 'settled') leave(exit, x, group, t, w, asked - w)
  else to.reach(group, asked - w, x, t, w)
}

/** Each place that person t holds elsewhere could be given up for one at x. */
function steal({ plan, exit }: Search, to: Reached, x: number, t: number, w: number, before: number): void {
  const { slots, slotPort, slotWeight, price } = plan
  for (let slot = t * slots; slot < (t + 1) * slots; slot++) {
    const other = slotPort[slot]!
    if (other === -1 || other === x) continue
    const reached = before + slotWeight[slot]! - price[other]!
    if (reached < exit.distance) to.reach(other, reached, x, slot, w)
  }
}
