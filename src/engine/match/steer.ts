import { countLabels } from './balance.ts'
import { chargeOf, countPersons, setCharges } from './charges.ts'
import { fillPlaces } from './fill.ts'
import type { MatchInstance } from './instance.ts'
import { clearPlan, type Plan } from './plan.ts'
import { type Progress, progressOf } from './progress.ts'
import type { Search } from './search.ts'

const mostRounds = 20
/** Rounds that bring less than this part of the persons outside bands back in are in vain; the second one in a row is the last. */
const worthwhile = 1 / 12

/**
 * Brings the charges of labels near those of the best plan: all places are filled at the charges as they are, labels with persons too many are
 * charged more and those with too few less, and the places are filled anew. A filling is cheap beside the chains through labels by which
 * `balanceLabels` then makes the charges exact: it may start from whatever charges, these leave it little to do.
 *
 * A charge moves in proportion to the part of the label's persons that are too many or too few, within a limit. How far one part moves it is
 * each label's own, halved whenever the label has come to lie on the other side (as in Rprop, Riedmiller and Braun 1993). O(rounds × filling).
 */
export function* steerCharges(search: Search): Generator<Progress, void> {
  const { plan } = search
  const { groupsEnd, root } = plan.network
  yield* fillPlaces(search)
  if (groupsEnd === root) return
  const range = rangeOf(plan.instance.score)
  const pace: Pace = { perLabel: new Float64Array(root).fill(range / 20), side: new Int8Array(root), limit: range / 16 }
  let best = { charges: chargesOf(plan), off: Number.POSITIVE_INFINITY }
  let [off, vain] = [0, 0]
  for (let round = 0; ; round++) {
    off = countLabels(plan).reduce((sum, persons) => sum + Math.abs(persons), 0)
    vain = off < best.off * (1 - worthwhile) ? 0 : vain + 1
    if (off < best.off) best = { charges: chargesOf(plan), off }
    if (off === 0 || vain === 2 || round === mostRounds) break
    yield* refill(search, moved(plan, countPersons(plan), pace), round)
  }
  if (off > best.off) yield* refill(search, best.charges, mostRounds)
}

function* refill(search: Search, charges: Float64Array, round: number): Generator<Progress, void> {
  clearPlan(search.plan)
  setCharges(search.plan, charges)
  for (const _ of fillPlaces(search)) yield progressOf(search.plan, 'steering', round, mostRounds)
}

/** How fast charges move: points for an excess of as many persons as a label has, the side it lay on last, and most points at once. */
type Pace = { readonly perLabel: Float64Array; readonly side: Int8Array; readonly limit: number }

/** The next charges. Where something is charged, the end of the band that the charge speaks for is aimed at. */
function moved(plan: Plan, persons: Int32Array, { perLabel, side, limit }: Pace): Float64Array {
  const { groupsEnd, root, low, high, penalty } = plan.network
  const charges = new Float64Array(root)
  for (let x = groupsEnd; x < root; x++) {
    const [paid, n] = [chargeOf(plan, x), persons[x]!]
    const excess = Math.max(0, n - (paid < 0 ? low[x]! : high[x]!)) || Math.min(0, n - (paid > 0 ? high[x]! : low[x]!))
    const now = Math.sign(excess)
    if (now * side[x]! < 0) perLabel[x]! /= 2
    side[x] = now
    const by = Math.round(Math.min(limit, (perLabel[x]! * Math.abs(excess)) / Math.max(1, n)))
    const next = paid + now * Math.max(1, by)
    // A band free of charge is looked at again before its other end is aimed at.
    charges[x] = paid * next < 0 ? 0 : Math.max(-penalty[x]!, Math.min(penalty[x]!, next))
  }
  return charges
}

function chargesOf(plan: Plan): Float64Array {
  const { groupsEnd, root } = plan.network
  const charges = new Float64Array(root)
  for (let x = groupsEnd; x < root; x++) charges[x] = chargeOf(plan, x)
  return charges
}

/** How far apart the scores lie. */
function rangeOf(score: MatchInstance['score']): number {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (let a = 0; a < score.length; a++) {
    if (score[a]! < least) least = score[a]!
    if (score[a]! > most) most = score[a]!
  }
  return Math.max(0, most - least)
}
