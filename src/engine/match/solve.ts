import { chooseAll } from './adopt.ts'
import { pricesOf } from './answer.ts'
import { bidForPlaces } from './auction.ts'
import { balanceLabels, settle } from './balance.ts'
import { changeAmongEquals } from './fair.ts'
import { fillPlaces } from './fill.ts'
import type { MatchInstance, TieRule } from './instance.ts'
import { dealLists } from './lists.ts'
import { layNetwork } from './network.ts'
import { emptyPlan, type Plan } from './plan.ts'
import { type Progress, progressOf } from './progress.ts'
import { createSearch, type Search } from './search.ts'

/** The work on a sound instance in steps of a few milliseconds, so that whoever runs it can show progress, pause or stop. */
export function* solveInSteps(instance: MatchInstance, ties: TieRule): Generator<Progress, Search, void> {
  const network = layNetwork(instance, ties)
  const search = createSearch(emptyPlan(instance, network, dealLists(instance, network)))
  if (isTight(instance)) {
    chooseAll(search, yield* bidForPlaces(search.plan))
    yield* settle(search)
  } else {
    yield* tasteCharges(search.plan, ties)
    yield* fillPlaces(search)
    yield* balanceLabels(search)
  }
  changeAmongEquals(search.plan)
  return search
}

/** Places for more than half of the people. */
function isTight({ capacity, invitations }: MatchInstance): boolean {
  const sum = (values: Int32Array): number => values.reduce((total, one) => total + one, 0)
  return 2 * sum(capacity) > sum(invitations)
}

/** Below so many pairs a sample would cost more than it saves. */
const fewPairs = 40_000
/** One candidate and one opening in so many make the sample. */
const every = 4

/**
 * Sets the charges of the labels to what they come to in a sample of the instance. Any charges are a right start; these are near the
 * end, so that few rounds are left for `balanceLabels`, which makes them exact.
 */
function* tasteCharges(plan: Plan, ties: TieRule): Generator<Progress, void> {
  const { instance, network, price, charge } = plan
  const { ports, groupsEnd, root, parent, penalty } = network
  if (groupsEnd === root || instance.head.length < fewPairs) return
  const steps = solveInSteps(sampleOf(instance), { seed: ties.seed })
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield progressOf(plan, 'filling', 0, network.openings)
  const charges = pricesOf(step.value.plan).label
  for (let x = root - 1; x >= groupsEnd; x--) {
    const [family, label] = network.labelOf[x - groupsEnd]!
    const tasted = charges[family]![label]!
    // A label at the end of its range was too small in the sample to tell.
    price[x] = price[parent[x]!]! - (Math.abs(tasted) === penalty[x] ? 0 : tasted)
  }
  for (let g = ports; g < groupsEnd; g++) price[g] = price[parent[g]!]! - charge[g]!
}

/** Every so manyeth candidate and opening, bands in proportion to the places, reserves left out. */
function sampleOf(instance: MatchInstance): MatchInstance {
  const { candidates, openings, first, head, capacity } = instance
  const some = (values: Int32Array): Int32Array => values.filter((_, n) => n % every === 0)
  const arcs: number[] = []
  const newFirst = [0]
  for (let i = 0; i < candidates; i += every) {
    for (let a = first[i]!; a < first[i + 1]!; a++) if (head[a]! % every === 0) arcs.push(a)
    newFirst.push(arcs.length)
  }
  const places = (of: Int32Array): number => of.reduce((sum, one) => sum + one, 0)
  const share = places(some(capacity)) / Math.max(1, places(capacity))
  const part = (ends: ArrayLike<number>): Int32Array => Int32Array.from(ends, end => Math.round(end * share))
  return {
    candidates: Math.ceil(candidates / every),
    openings: Math.ceil(openings / every),
    first: Int32Array.from(newFirst),
    head: Int32Array.from(arcs, a => head[a]! / every),
    score: Int32Array.from(arcs, a => instance.score[a]!),
    capacity: some(capacity),
    invitations: some(instance.invitations),
    candidateRegion: some(instance.candidateRegion),
    openingRegion: some(instance.openingRegion),
    families: instance.families.map(({ label, low, high, penalty }) => ({
      label: some(label),
      low: part(low),
      high: part(high),
      penalty,
    })),
    reserves: [],
    fill: instance.fill,
  }
}
