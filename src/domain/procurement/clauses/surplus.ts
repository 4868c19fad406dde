import type { Day } from '#kernel'
import type { OccupationForm } from './employment-parameters.ts'
import {
  type Commitment,
  type Employment,
  type MonthParts,
  notCounted,
  oneMonth,
  partsBetween,
} from './employment-rules.ts'

/**
 * Exact months above the commitment, by form, that have been worked by the end of a day (PRC-6 c). The commitment is filled
 * first, in the order people began; only what lies above is surplus. A form that the clause does not count is surplus whole,
 * once the commitment is reached: a placement beside an employment clause, say.
 */
export function surplusMonths(
  { clause, contract }: Commitment,
  occupations: readonly Employment[],
  today: Day,
): Partial<Record<OccupationForm, MonthParts>> {
  const worked = (one: Employment): MonthParts => partsBetween(one, contract, contract.from, today)
  const inOrder = occupations.toSorted((a, b) => compare(a.from ?? '', b.from ?? '') || compare(a.id, b.id))
  let needed = (clause.fullTimeMonths * oneMonth) / 100
  const above = new Map<OccupationForm, MonthParts>()
  const add = (form: OccupationForm, parts: MonthParts): void => void above.set(form, (above.get(form) ?? 0) + parts)
  for (const one of inOrder) {
    if (notCounted(clause, one) !== undefined) continue
    const parts = worked(one)
    const filled = Math.min(parts, needed)
    needed -= filled
    add(one.form ?? 'employment', parts - filled)
  }
  if (needed > 0) return {}
  for (const one of inOrder) {
    const form = one.form ?? 'employment'
    const other = notCounted(clause, one)?.code === 'not_counted.other_form'
    if (other && notCounted({ ...clause, variant: form }, one) === undefined) add(form, worked(one))
  }
  return Object.fromEntries(above)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
