import type { Highs } from 'highs'
import { type CrossLimits, priceOut } from './cross.ts'
import type { MatchInstance, TieRule } from './instance.ts'
import { type Matched, noTies, prove, solveInSteps } from './match.ts'
import type { Progress } from './progress.ts'
import { findFaults } from './validate.ts'

/** How a matching is run. Times and seeds come from the caller: the engine has no clock of its own. */
export type MatchOptions = {
  readonly ties?: TieRule
  readonly onProgress?: (progress: Progress) => void
  /** Stops the work at the next pause; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
  /** Only for families that cross: seconds for each whole-numbered core, points of reach for the last. Default 10 s, 250 points. */
  readonly cross?: CrossLimits
}

/**
 * Spreads the places over all who could take them, so that no other allowed plan is worth more, and proves it (GEN-4).
 * Pauses every few milliseconds, so that the thread stays open for others and for the stop signal.
 * Families that nest: gap 0 always. Families that cross: the gap is stated. Refuses a malformed instance with every fault.
 */
export async function match(instance: MatchInstance, options: MatchOptions = {}): Promise<Matched> {
  const { ties = noTies, cross = { seconds: 10, reach: 250 } } = options
  const faults = findFaults(instance)
  if (faults.length > 0) return { ok: false, faults }
  const search = await inPauses(solveInSteps(instance, ties), options)
  const { families, reserves } = search.plan.network.crossing
  if (families.length + reserves.length === 0) return { ok: true, value: prove(search.plan) }
  return { ok: true, value: await inPauses(priceOut(search, await loadSolver(), cross), options) }
}

async function inPauses<Result>(steps: Generator<Progress, Result, void>, options: MatchOptions): Promise<Result> {
  for (;;) {
    options.signal?.throwIfAborted()
    const step = steps.next()
    if (step.done) return step.value
    options.onProgress?.(step.value)
    await new Promise(resume => setImmediate(resume))
  }
}

/** HiGHS is a megabyte of wasm: loaded only when families cross. */
async function loadSolver(): Promise<Highs> {
  const { default: loadHighs } = await import('highs')
  return loadHighs()
}
