import { pairsOf, pricesOf } from './answer.ts'
import { judge, upperBound, type Worth } from './certificate.ts'
import type { MatchInstance, Pairs, Prices, TieRule } from './instance.ts'
import type { Plan } from './plan.ts'
import { solveInSteps } from './solve.ts'
import { findFaults, type MatchFault } from './validate.ts'

/** A plan with its proof: nothing that any other plan could do is worth more than `bound`; `gap` is `bound` − value. */
export type Matching = {
  readonly pairs: Pairs
  readonly prices: Prices
  readonly worth: Worth
  readonly bound: number
  readonly gap: number
}

export type Matched =
  | { readonly ok: true; readonly value: Matching }
  | { readonly ok: false; readonly faults: readonly MatchFault[] }

export const noTies: TieRule = { seed: 0 }

/**
 * Spreads the places over all who could take them, so that no other allowed plan is worth more, and proves it (GEN-4).
 * Refuses a malformed instance with every fault. Families that cross are not looked at here: see `match`.
 */
export function matchNow(instance: MatchInstance, ties: TieRule = noTies): Matched {
  const faults = findFaults(instance)
  if (faults.length > 0) return { ok: false, faults }
  const steps = solveInSteps(instance, ties)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return { ok: true, value: prove(step.value.plan) }
}

/** The answer of a finished plan, with its certificate checked against the instance. Throws when it fails: that would be a bug. */
export function prove(plan: Plan): Matching {
  const [pairs, prices] = [pairsOf(plan), pricesOf(plan)]
  const worth = judge(plan.instance, pairs)
  const bound = upperBound(plan.instance, prices)
  const { families, reserves } = plan.network.crossing
  const mayGape = families.length + reserves.length > 0
  if (!worth.allowed || bound === undefined || bound < worth.value || (bound > worth.value && !mayGape)) {
    throw new Error(`The matching failed its own proof: allowed ${worth.allowed}, value ${worth.value}, bound ${bound}`)
  }
  return { pairs, prices, worth, bound, gap: bound - worth.value }
}
