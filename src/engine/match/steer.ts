import { bidAnew, countHolders, type Hall } from './auction.ts'
import { chargeOf, countPersons, rightAt, setCharges } from './charges.ts'
import { fillPlaces } from './fill.ts'
import type { MatchInstance } from './instance.ts'
import { clearPlan, type Plan } from './plan.ts'
import { type Progress, progressOf } from './progress.ts'
import type { Search } from './search.ts'

/** A way of spreading the places at given charges, cheap enough to be done over and over. */
export type Spread = {
  /** Persons through each group and label, as the places are spread now; indexed by node. */
  readonly persons: () => Int32Array
  readonly anew: (charges: Float64Array) => Generator<void, void>
  /**
   * How fast charges move, in parts of the range of scores: for an excess of as many persons as a label has, at most at once, and by how
   * much faster while a label stays on its side. The fewer people there are to choose from, the less a charge moves.
   */
  readonly pace: { readonly whole: number; readonly most: number; readonly faster: number }
}

/** Places are filled anew. */
export function byFilling(search: Search): Spread {
  return {
    persons: () => countPersons(search.plan),
    anew: function* (charges) {
      clearPlan(search.plan)
      setCharges(search.plan, charges)
      for (const _ of fillPlaces(search)) yield
    },
    pace: { whole: 1 / 20, most: 1 / 16, faster: 1 },
  }
}

/** People bid anew. */
export function byBids(plan: Plan, hall: Hall): Spread {
  return {
    persons: () => countHolders(plan, hall),
    anew: charges => bidAnew(plan, hall, charges),
    pace: { whole: 1 / 5, most: 1 / 4, faster: 1.2 },
  }
}

const mostRounds = 20
/** Rounds that bring less than this part of the persons outside bands back in are in vain; the second one in a row is the last. */
const worthwhile = 1 / 12

/**
 * Brings the charges of labels near those of the best plan: labels with persons too many are charged more and those with too few less, and
 * the places are spread anew. That is cheap beside the chains through labels by which `settle` then makes the charges exact: it may start
 * from whatever charges, these leave it little to do.
 *
 * A charge moves in proportion to the part of the label's persons that are too many or too few, within a limit. How far one part moves it is
 * each label's own, halved whenever the label has come to lie on the other side (as in Rprop, Riedmiller and Braun 1993).
 */
export function* steerCharges(plan: Plan, spread: Spread): Generator<Progress, void> {
  const { root } = plan.network
  const range = rangeOf(plan.instance.score)
  const pace: Pace = {
    perLabel: new Float64Array(root).fill(range * spread.pace.whole),
    side: new Int8Array(root),
    most: range * spread.pace.most,
    faster: spread.pace.faster,
  }
  let best = { charges: chargesOf(plan), off: Number.POSITIVE_INFINITY }
  let [off, vain] = [0, 0]
  for (let round = 0; ; round++) {
    const persons = spread.persons()
    off = personsOutside(plan, persons)
    vain = off < best.off * (1 - worthwhile) ? 0 : vain + 1
    if (off < best.off) best = { charges: chargesOf(plan), off }
    if (off === 0 || vain === 2 || round === mostRounds) break
    for (const _ of spread.anew(moved(plan, persons, pace))) yield progressOf(plan, 'steering', round, mostRounds)
  }
  if (off === best.off) return
  for (const _ of spread.anew(best.charges)) yield progressOf(plan, 'steering', mostRounds, mostRounds)
}

type Pace = {
  readonly perLabel: Float64Array
  /** On which side of what it is aimed at each label lay last. */
  readonly side: Int8Array
  readonly most: number
  readonly faster: number
}

/** The next charges. Where something is charged, the end of the band that the charge speaks for is aimed at. */
function moved(plan: Plan, persons: Int32Array, { perLabel, side, most, faster }: Pace): Float64Array {
  const { groupsEnd, root, low, high, penalty } = plan.network
  const charges = new Float64Array(root)
  for (let x = groupsEnd; x < root; x++) {
    const [paid, n] = [chargeOf(plan, x), persons[x]!]
    const excess = Math.max(0, n - (paid < 0 ? low[x]! : high[x]!)) || Math.min(0, n - (paid > 0 ? high[x]! : low[x]!))
    const now = Math.sign(excess)
    if (now * side[x]! < 0) perLabel[x]! /= 2
    else if (now * side[x]! > 0) perLabel[x]! *= faster
    side[x] = now
    const by = Math.round(Math.min(most, (perLabel[x]! * Math.abs(excess)) / Math.max(1, n)))
    const next = paid + now * Math.max(1, by)
    // A band free of charge is looked at again before its other end is aimed at.
    charges[x] = paid * next < 0 ? 0 : Math.max(-penalty[x]!, Math.min(penalty[x]!, next))
  }
  return charges
}

/** Persons by whom labels miss what their charges are right for: about what `settle` would have to move. */
function personsOutside(plan: Plan, persons: Int32Array): number {
  const { network } = plan
  let off = 0
  for (let x = network.groupsEnd; x < network.root; x++) {
    const { least, most } = rightAt(network, x, chargeOf(plan, x))
    off += Math.max(0, least - persons[x]!, persons[x]! - most)
  }
  return off
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
