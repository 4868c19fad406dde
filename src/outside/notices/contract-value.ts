import { type Ore, ore } from '#kernel'
import type { Amount, LotReading, NoticeReading } from './notice.ts'
import { given, missing, type Proposed } from './proposed.ts'

/**
 * What was agreed for the lot, else what was estimated for it, else the estimate of the whole when it is one lot.
 * A contract change tells the new value in the same field. Amounts in other currencies are shown, not converted.
 */
export function contractValue(reading: NoticeReading, lot: LotReading): Proposed<Ore> {
  const awards = reading.results.filter(result => result.lot === lot.id).flatMap(result => result.awards)
  const agreed = awards.flatMap(({ amount, currency }) => (amount === null ? [] : [{ amount, currency }]))
  if (agreed.length > 0) return toOre(agreed, 'BT-720-Tender')
  if (lot.estimatedValue !== null) return toOre([lot.estimatedValue], 'BT-27-Lot')
  const whole = reading.lots.length === 1 ? reading.estimatedValue : null
  return whole === null ? missing() : toOre([whole], 'BT-27-Procedure')
}

function toOre(amounts: readonly Amount[], field: string): Proposed<Ore> {
  const beside = amounts.map(({ amount, currency }) => ({
    field,
    text: currency === null ? amount : `${amount} ${currency}`,
  }))
  if (amounts.some(({ currency }) => currency !== 'SEK')) return missing(beside, 'foreign_currency')
  if (amounts.some(({ amount }) => !/^\d{1,13}(?:\.\d+)?$/.test(amount))) return missing(beside, 'not_an_amount')
  const sum = amounts.reduce((total, { amount }) => total + ore(Number(amount)), 0)
  return Number.isSafeInteger(sum) ? given<Ore>(sum, field) : missing(beside, 'not_an_amount')
}
