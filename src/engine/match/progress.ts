import { pairsOf, pricesOf } from './answer.ts'
import { judge, upperBound } from './certificate.ts'
import type { Plan } from './plan.ts'

/** How far the work has come. `soFar` weighs the plan as it is: what it is worth, and what no plan can exceed. O(arcs). */
export type Progress = {
  readonly stage: 'regions' | 'filling' | 'steering' | 'balancing' | 'crossing'
  readonly done: number
  readonly of: number
  readonly soFar: () => { readonly value: number; readonly bound: number }
}

export function progressOf(plan: Plan, stage: Progress['stage'], done: number, of: number): Progress {
  const soFar: Progress['soFar'] = () => ({
    value: judge(plan.instance, pairsOf(plan)).value,
    bound: upperBound(plan.instance, pricesOf(plan)) ?? Number.POSITIVE_INFINITY,
  })
  return { stage, done, of, soFar }
}
