import type { Day } from '#kernel'
import type { DatedModel, PriceModel } from './price-model.ts'

/** 30/35/35 of 40 000 kr and 64 000 kr, 120 weekdays: 100 kr and 160 kr a day. */
export const model: PriceModel = {
  baseShare: 30,
  results: [
    { afterMonths: 0, share: 35 },
    { afterMonths: 6, share: 35 },
  ],
  tiers: [
    { tier: 'A', price: 4_000_000 },
    { tier: 'B', price: 6_400_000 },
  ],
  plannedDays: 120,
  days: 'weekdays',
}

export function dated(value: PriceModel, validFrom: Day = '2026-01-01', validTo?: Day): DatedModel {
  return { value, validFrom, ...(validTo ? { validTo } : {}), source: 'Avtal', confidence: 'source' }
}
