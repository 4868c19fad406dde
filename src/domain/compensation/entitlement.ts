import { addDays, addMonths, type Day, inForceOn, monthsOf, type Ore, portion, weekday } from '#kernel'
import type { Known } from './ledger.ts'
import { endOfMonth } from './month.ts'
import { basePaid, type DatedModel, hasLasted, type PriceModel, paidDays, partsOf, priceOf } from './price-model.ts'

export type Part = 'base' | 'result' | 'clawback'

/** What a participant has given a right to so far. `month` = the month it is for; `afterMonths` tells results apart. */
export type Entitlement = {
  readonly participant: string
  readonly part: Part
  readonly month: string
  readonly afterMonths?: number
  readonly amount: Ore
}

/**
 * All that a participant has given a right to up to and with a day, by what is known then. The price model that was in force on the
 * participant's first day holds for them to the end, whatever comes after it.
 */
export function entitlementsOf(models: readonly DatedModel[], known: Known, day: Day): readonly Entitlement[] {
  const model = inForceOn(models, known.started)?.value
  const price = model && priceOf(model, known.tier)
  if (!model || price === undefined) return []
  const parts = partsOf(model, price)
  const paid = model.results.map((part, index) => ({
    ...part,
    amount: parts.results[index] ?? 0,
    on: earnedOn(known, part.afterMonths, day),
  }))
  const results = paid.flatMap(({ afterMonths, amount, on }): Entitlement[] =>
    on === undefined
      ? []
      : [{ participant: known.participant, part: 'result', month: on.slice(0, 7), afterMonths, amount }],
  )
  const atHire = results.filter(({ afterMonths }) => afterMonths === 0).reduce((sum, { amount }) => sum + amount, 0)
  return [...baseOf(known, model, parts.base, day), ...results, ...clawbackOf(known, model.clawback, atHire, day)]
}

/** The base part month by month, from the first day of service until the last, or until the planned days are used up. */
function baseOf(
  { participant, started, ended }: Known,
  model: PriceModel,
  base: Ore,
  until: Day,
): readonly Entitlement[] {
  const last = ended !== undefined && ended < until ? ended : until
  if (last < started) return []
  const begins = weekday(started)
  let served = 1 - dateOf(started)
  let paid = 0
  return monthsOf(started, last).flatMap((month): Entitlement[] => {
    served += dateOf(endOfMonth(month, last))
    const soFar = basePaid(model, base, paidDays(model, begins, served))
    const amount = soFar - paid
    paid = soFar
    return amount === 0 ? [] : [{ participant, part: 'base', month, amount }]
  })
}

/** 17 of `2026-03-17`. */
function dateOf(day: Day): number {
  return Number(day.slice(8))
}

/** The day a result is reached: the first day of work, or the day after so many calendar months when somebody has seen that it lasted. */
function earnedOn(
  { started, hired, stillEmployed, employmentEnded }: Known,
  afterMonths: number,
  day: Day,
): Day | undefined {
  if (hired === undefined || hired < started || hired > day) return undefined
  if (afterMonths === 0) return hired
  const due = addMonths(hired, afterMonths)
  const seen = stillEmployed.some(on => on >= addDays(due, -1) && on <= day)
  return seen && due <= day && hasLasted(hired, employmentEnded, afterMonths) ? due : undefined
}

function clawbackOf(
  { participant, hired, employmentEnded }: Known,
  clawback: { readonly withinMonths: number; readonly share: number } | undefined,
  atHire: Ore,
  day: Day,
): readonly Entitlement[] {
  if (!clawback || atHire === 0 || hired === undefined || employmentEnded === undefined || employmentEnded > day)
    return []
  if (hasLasted(hired, employmentEnded, clawback.withinMonths)) return []
  return [
    {
      participant,
      part: 'clawback',
      month: employmentEnded.slice(0, 7),
      amount: -portion(atHire, clawback.share, 100),
    },
  ]
}
