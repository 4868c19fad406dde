import type { MatchInstance, Pairs, Prices } from './instance.ts'

/** What a set of pairs is worth, and whether it is allowed. Counts are persons; `value` is in the instance's own weights. */
export type Worth = {
  readonly allowed: boolean
  readonly placed: number
  /** Persons outside the bands of labels that cost something, and reserved places without the person they are meant for. */
  readonly outside: number
  readonly missing: number
  readonly fit: number
  readonly value: number
}

/**
 * Judges a plan by the instance alone: knows nothing of how it was made. O(pairs × their candidate's arcs).
 * Weak duality gives the other half: see `upperBound`.
 */
export function judge(instance: MatchInstance, pairs: Pairs): Worth {
  const { candidates, openings, first, head, score, capacity, invitations, families, reserves, fill } = instance
  const used = new Int32Array(candidates)
  const load = new Int32Array(openings)
  const counts = families.map(family => new Int32Array(family.low.length))
  const kept = new Int32Array(reserves.length)
  const atOpening = reservesByOpening(instance)
  let [fit, allowed] = [0, true]
  for (let n = 0; n < pairs.candidate.length; n++) {
    const [i, j] = [pairs.candidate[n]!, pairs.opening[n]!]
    const inOrder =
      n === 0 || i > pairs.candidate[n - 1]! || (i === pairs.candidate[n - 1] && j > pairs.opening[n - 1]!)
    let at = i >= 0 && i < candidates ? first[i]! : 0
    const end = i >= 0 && i < candidates ? first[i + 1]! : 0
    while (at < end && head[at] !== j) at++
    if (!inOrder || at >= end) {
      allowed = false
      continue
    }
    used[i]!++
    load[j]!++
    fit += score[at]!
    for (const [f, family] of families.entries()) if (family.label[i]! >= 0) counts[f]![family.label[i]!]!++
    for (const k of atOpening.get(j) ?? []) {
      if (families[reserves[k]!.family]!.label[i] === reserves[k]!.label) kept[k]!++
    }
  }
  allowed &&= used.every((n, i) => n <= invitations[i]!) && load.every((n, j) => n <= capacity[j]!)
  let [outside, missing, penalty] = [0, 0, 0]
  for (const [f, { low, high, penalty: price }] of families.entries()) {
    for (const [label, n] of counts[f]!.entries()) {
      const off = Math.max(0, low[label]! - n, n - high[label]!)
      if (price[label]! > 0) outside += off
      penalty += off * price[label]!
    }
  }
  for (const [k, reserve] of reserves.entries()) {
    const lacking = Math.max(0, reserve.count - kept[k]!)
    missing += lacking
    penalty += lacking * reserve.penalty
  }
  const placed = pairs.candidate.length
  return { allowed, placed, outside, missing, fit, value: fill * placed + fit - penalty }
}

/**
 * The most that any allowed plan can be worth, by weak duality of linear programming, for prices from anywhere:
 * Σ capacity × price + Σ charge × end of the band − Σ reserve price × count + what each candidate gains at most at these prices.
 * Equal to the value of a plan, it proves that plan best. Undefined when a price is outside its range. O(arcs).
 */
export function upperBound(instance: MatchInstance, prices: Prices): number | undefined {
  const { candidates, openings, first, head, score, capacity, invitations, families, reserves, fill } = instance
  let bound = 0
  for (let j = 0; j < openings; j++) {
    if (!(prices.opening[j]! >= 0)) return undefined
    bound += capacity[j]! * prices.opening[j]!
  }
  for (const [f, { low, high, penalty }] of families.entries()) {
    for (let label = 0; label < low.length; label++) {
      const charge = prices.label[f]![label]!
      if (!(Math.abs(charge) <= penalty[label]!)) return undefined
      if (charge !== 0) bound += charge * (charge > 0 ? high[label]! : low[label]!)
    }
  }
  for (const [k, reserve] of reserves.entries()) {
    if (!(prices.reserve[k]! >= 0 && prices.reserve[k]! <= reserve.penalty)) return undefined
    bound -= prices.reserve[k]! * reserve.count
  }
  // Openings with a priced reserve are looked up one by one; all others cost one subtraction per arc.
  const special = new Uint8Array(openings)
  const atOpening = reservesByOpening(instance)
  for (const [k, reserve] of reserves.entries()) if (prices.reserve[k]! > 0) special[reserve.opening] = 1
  const { opening: price } = prices
  const gains: number[] = []
  for (let i = 0; i < candidates; i++) {
    let own = fill
    for (let f = 0; f < families.length; f++) {
      const label = families[f]!.label[i]!
      if (label >= 0) own -= prices.label[f]![label]!
    }
    const several = invitations[i]! !== 1
    const end = first[i + 1]!
    let best = -own
    gains.length = 0
    for (let a = first[i]!; a < end; a++) {
      const j = head[a]!
      let gain = score[a]! - price[j]!
      if (special[j] === 1) {
        for (const k of atOpening.get(j)!) {
          if (families[reserves[k]!.family]!.label[i] === reserves[k]!.label) gain += prices.reserve[k]!
        }
      }
      if (gain > best) best = gain
      if (several && gain > -own) gains.push(gain)
    }
    if (!several) bound += own + best
    else for (const gain of gains.sort((a, b) => b - a).slice(0, invitations[i]!)) bound += own + gain
  }
  return bound
}

function reservesByOpening({ reserves }: MatchInstance): Map<number, number[]> {
  const at = new Map<number, number[]>()
  for (const [k, { opening }] of reserves.entries()) at.set(opening, [...(at.get(opening) ?? []), k])
  return at
}
