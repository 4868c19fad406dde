import { judge } from './certificate.ts'
import type { MatchInstance, Pairs } from './instance.ts'
import type { MatchFault } from './validate.ts'

/** What a pair asks and gives in the strict order, per pair: weeks of preparation and commuting (less is better), then wishes (more is better). */
export type StrictScores = { readonly effort: Uint16Array | Int32Array; readonly wish: Uint16Array | Int32Array }

/** A plan's standing in the strict order: each entry counts only when those before it are equal. */
export type StrictWorth = {
  readonly placed: number
  readonly deviation: number
  readonly effort: number
  readonly wish: number
}

export type Strict =
  | { readonly ok: true; readonly instance: MatchInstance }
  | { readonly ok: false; readonly faults: readonly MatchFault[] }

/**
 * Turns the strict order – places filled, then persons outside bands and reserves, then effort, then wishes – into weights that are
 * proved large enough. Two plans differ by chains that meet each opening, reserve and label at most once; each level's unit is one
 * more than all that the levels below it can change along such a chain. So no chain that is better in the strict order is worse in
 * weight, and the plan of greatest weight is first in the strict order. Every penalty counts as one person.
 * Refuses when the weights outgrow what is counted exactly; then plan by region.
 */
export function strictOrder(instance: MatchInstance, { effort, wish }: StrictScores): Strict {
  const { families, reserves, openings } = instance
  const greatest = (values: ArrayLike<number>): number =>
    Array.prototype.reduce.call(values, (a, b) => Math.max(Number(a), Number(b)), 0) as number
  const ports = openings + reserves.length
  const labels = families.reduce((sum, family) => sum + family.low.length, 0) + reserves.length
  const mostEffort = greatest(effort)
  const mostWish = greatest(wish)
  const effortUnit = ports * mostWish + 1
  const mostScore = mostEffort * effortUnit + mostWish
  const deviationUnit = ports * mostScore + 1
  const fill = 2 * labels * deviationUnit + deviationUnit
  if (!(mostScore < 2 ** 31 && fill < Number.MAX_SAFE_INTEGER)) {
    return {
      ok: false,
      faults: [
        { pointer: '/score', code: 'match.weights_too_great', facts: { most: fill, limit: Number.MAX_SAFE_INTEGER } },
      ],
    }
  }
  const score = new Int32Array(instance.head.length)
  for (let a = 0; a < score.length; a++) score[a] = (mostEffort - effort[a]!) * effortUnit + wish[a]!
  const unit = (penalty: number): number => (penalty > 0 ? deviationUnit : 0)
  return {
    ok: true,
    instance: {
      ...instance,
      score,
      fill,
      families: families.map(family => ({ ...family, penalty: Float64Array.from(family.penalty, unit) })),
      reserves: reserves.map(reserve => ({ ...reserve, penalty: unit(reserve.penalty) })),
    },
  }
}

/** Where a plan stands in the strict order. */
export function strictWorth(instance: MatchInstance, { effort, wish }: StrictScores, pairs: Pairs): StrictWorth {
  const { placed, outside, missing } = judge(instance, pairs)
  const sums = { effort: 0, wish: 0 }
  for (const [n, i] of pairs.candidate.entries()) {
    const a =
      instance.first[i]! + instance.head.subarray(instance.first[i]!, instance.first[i + 1]!).indexOf(pairs.opening[n]!)
    sums.effort += effort[a]!
    sums.wish += wish[a]!
  }
  return { placed, deviation: outside + missing, ...sums }
}
