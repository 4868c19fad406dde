import { chooseAll } from './adopt.ts'
import { bidForPlaces, heldIn } from './auction.ts'
import { balanceLabels, settle } from './balance.ts'
import { changeAmongEquals } from './fair.ts'
import { fillPlaces } from './fill.ts'
import type { MatchInstance, TieRule } from './instance.ts'
import { dealLists } from './lists.ts'
import { layNetwork } from './network.ts'
import { emptyPlan } from './plan.ts'
import type { Progress } from './progress.ts'
import { createSearch, type Search } from './search.ts'
import { byBids, byFilling, steerCharges } from './steer.ts'

/**
 * From how many places a person on people bid for them, without labels and with, and from how many on the bidders' own rounds find the charges
 * better than steering does. Each way is right everywhere; these are where the times cross (bench/README.md).
 */
const crowded = { plain: 0.8, labelled: 0.3, tight: 0.8 }

/** The work on a sound instance in steps of a few milliseconds, so that whoever runs it can show progress, pause or stop. */
export function* solveInSteps(instance: MatchInstance, ties: TieRule): Generator<Progress, Search, void> {
  const network = layNetwork(instance, ties)
  const search = createSearch(emptyPlan(instance, network, dealLists(instance, network)))
  const labelled = network.groupsEnd < network.root
  const crowd = placesPerPerson(instance)
  if (crowd > (labelled ? crowded.labelled : crowded.plain))
    yield* placeByBids(search, labelled && crowd <= crowded.tight)
  else {
    yield* fillPlaces(search)
    if (labelled) yield* steerCharges(search.plan, byFilling(search))
    yield* balanceLabels(search)
  }
  changeAmongEquals(search.plan)
  return search
}

function* placeByBids(search: Search, steered: boolean): Generator<Progress, void> {
  const { plan } = search
  const hall = yield* bidForPlaces(plan, steered ? 'kept' : 'moved')
  if (steered) yield* steerCharges(plan, byBids(plan, hall))
  chooseAll(search, t => heldIn(hall, t, plan.slots))
  yield* settle(search)
}

/** Where a move in one region is felt in all, there is little to plan apart. */
export function isCrowded(instance: MatchInstance): boolean {
  return placesPerPerson(instance) > crowded.labelled
}

function placesPerPerson({ capacity, invitations }: MatchInstance): number {
  const sum = (values: Int32Array): number => values.reduce((total, one) => total + one, 0)
  return sum(capacity) / Math.max(1, sum(invitations))
}
