import { loadSolver } from '../solver.ts'
import { type CrossLimits, priceOut } from './cross.ts'
import type { MatchInstance, TieRule } from './instance.ts'
import { type Matched, type Matching, noTies, prove } from './match.ts'
import type { Progress } from './progress.ts'
import { joinRegions, type RegionPart, splitRegions } from './regions.ts'
import { isCrowded, solveInSteps } from './solve.ts'
import { matchAllOnThread } from './thread.ts'
import { findFaults } from './validate.ts'

/** How a matching is run. Times and seeds come from the caller: the engine has no clock of its own. */
export type MatchOptions = {
  readonly ties?: TieRule
  readonly onProgress?: (progress: Progress) => void
  /** Stops the work at the next pause; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
  /** Only for families that cross: seconds for each whole-numbered core, points of reach for the last. Default 10 s, 250 points. */
  readonly cross?: CrossLimits
  /** Leave families that cross out of the plan, with whatever gap that makes: for the regions of a larger instance. */
  readonly relaxed?: boolean
  /**
   * Threads on which the regions of a large instance are planned apart, to be joined and repaired across. Default 1: all in one piece, which
   * was faster with two threads on two cores (bench/README.md).
   */
  readonly threads?: number
}

/**
 * Spreads the places over all who could take them, so that no other allowed plan is worth more, and proves it (GEN-4).
 * Pauses every few milliseconds, so that the thread stays open for others and for the stop signal.
 * Families that nest: gap 0 always. Families that cross: the gap is stated. Refuses a malformed instance with every fault.
 */
export async function match(instance: MatchInstance, options: MatchOptions = {}): Promise<Matched> {
  const { ties = noTies, cross = { seconds: 10, reach: 250 }, threads = 1 } = options
  const faults = findFaults(instance)
  if (faults.length > 0) return { ok: false, faults }
  const parts = threads > 1 && !isCrowded(instance) ? splitRegions(instance) : []
  const search =
    parts.length < 2
      ? await inPauses(solveInSteps(instance, ties), options)
      : await inPauses(joinRegions(instance, await planRegions(parts, ties, threads, options), ties), options)
  const { families, reserves } = search.plan.network.crossing
  if (families.length + reserves.length === 0 || options.relaxed) return { ok: true, value: prove(search.plan) }
  return { ok: true, value: await inPauses(priceOut(search, await loadSolver(), cross), options) }
}

type PlannedRegion = { readonly part: RegionPart; readonly matching: Matching }

async function planRegions(
  parts: readonly RegionPart[],
  ties: TieRule,
  threads: number,
  { signal, onProgress }: MatchOptions,
): Promise<PlannedRegion[]> {
  const planned: PlannedRegion[] = []
  const plan = async (share: readonly RegionPart[]): Promise<void> => {
    const work = share.map(part => ({ instance: part.instance, ties: tiesIn(part, ties) }))
    const answers = await matchAllOnThread(work, { signal, relaxed: true })
    for (const [n, answer] of answers.entries()) {
      if (!answer.ok) throw new Error(`A sound instance gave an unsound region ${share[n]!.region}`)
      planned.push({ part: share[n]!, matching: answer.value })
    }
    const value = planned.reduce((sum, { matching }) => sum + matching.worth.value, 0)
    const soFar = (): ReturnType<Progress['soFar']> => ({ value, bound: Number.POSITIVE_INFINITY })
    onProgress?.({ stage: 'regions', done: planned.length, of: parts.length, soFar })
  }
  await Promise.all(evenShares(parts, threads).map(plan))
  // Threads finish in any order; the plan is joined in one.
  return planned.sort((a, b) => a.part.region - b.part.region)
}

/** Parts in as many shares as there are threads, each about as many pairs: the largest first, to whom has least. */
function evenShares(parts: readonly RegionPart[], threads: number): RegionPart[][] {
  const shares = Array.from({ length: threads }, () => ({ pairs: 0, parts: [] as RegionPart[] }))
  for (const part of parts.toSorted((a, b) => b.instance.head.length - a.instance.head.length || a.region - b.region)) {
    const least = shares.reduce((low, share) => (share.pairs < low.pairs ? share : low))
    least.parts.push(part)
    least.pairs += part.instance.head.length
  }
  return shares.filter(share => share.parts.length > 0).map(share => share.parts)
}

function tiesIn({ candidateAt }: RegionPart, { seed, waiting }: TieRule): TieRule {
  return waiting ? { seed, waiting: Int32Array.from(candidateAt, i => waiting[i]!) } : { seed }
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
