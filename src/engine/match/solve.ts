import { chooseAll } from './adopt.ts'
import { bidForPlaces } from './auction.ts'
import { balanceLabels, settle } from './balance.ts'
import { changeAmongEquals } from './fair.ts'
import type { MatchInstance, TieRule } from './instance.ts'
import { dealLists } from './lists.ts'
import { layNetwork } from './network.ts'
import { emptyPlan } from './plan.ts'
import type { Progress } from './progress.ts'
import { createSearch, type Search } from './search.ts'
import { steerCharges } from './steer.ts'

/** The work on a sound instance in steps of a few milliseconds, so that whoever runs it can show progress, pause or stop. */
export function* solveInSteps(instance: MatchInstance, ties: TieRule): Generator<Progress, Search, void> {
  const network = layNetwork(instance, ties)
  const search = createSearch(emptyPlan(instance, network, dealLists(instance, network)))
  if (isTight(instance)) {
    chooseAll(search, yield* bidForPlaces(search.plan))
    yield* settle(search)
  } else {
    yield* steerCharges(search)
    yield* balanceLabels(search)
  }
  changeAmongEquals(search.plan)
  return search
}

/** Places for more than half of the people. */
export function isTight({ capacity, invitations }: MatchInstance): boolean {
  const sum = (values: Int32Array): number => values.reduce((total, one) => total + one, 0)
  return 2 * sum(capacity) > sum(invitations)
}
