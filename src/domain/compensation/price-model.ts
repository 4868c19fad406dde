import { addDays, addMonths, type Dated, type Day, type Ore, shareOre } from '#kernel'

/** A part of the price that is earned when an employment is confirmed (0 months) or has lasted so many calendar months. */
export type ResultPart = { readonly afterMonths: number; readonly share: number }

/** `dailyCost` = what a day of the basic service costs the coordinator for one of this tier, as the contract states it. */
export type Tier = {
  readonly tier: string
  readonly price: Ore
  readonly dailyCost?: { readonly low: Ore; readonly high: Ore }
}

/** What a participant is worth to the coordinator, settled in the contract. Shares in per cent, together 100; prices in whole öre. */
export type PriceModel = {
  readonly baseShare: number
  readonly results: readonly ResultPart[]
  /** The price of one participant with every result, by distance from the labour market. */
  readonly tiers: readonly Tier[]
  /** The days that the base part is spread over; days beyond them give nothing more. */
  readonly plannedDays: number
  /** Monday to Friday, or every day. */
  readonly days: 'weekdays' | 'calendar'
  /** Part of what was paid at the hire that goes back when the employment ends within so many calendar months. */
  readonly clawback?: { readonly withinMonths: number; readonly share: number }
}

export type DatedModel = Dated<PriceModel>

/** The price of a tier in its parts, base first. Whole öre that sum to the price: leftovers go by largest fraction. */
export function partsOf({ baseShare, results }: PriceModel, price: Ore): { base: Ore; results: readonly Ore[] } {
  const [base, ...rest] = shareOre(price, [baseShare, ...results.map(({ share }) => share)])
  return { base: base ?? 0, results: rest }
}

/**
 * What so many days of service are worth: the base part divided evenly on the planned days, whole öre, the öre that do not divide on the
 * first days. Days beyond the planned give nothing more. `dayRate` is the first of them.
 */
export function basePaid({ plannedDays }: PriceModel, base: Ore, days: number): Ore {
  const served = Math.min(days, plannedDays)
  return served * Math.floor(base / plannedDays) + Math.min(served, base % plannedDays)
}

export function dayRate(model: PriceModel, base: Ore): Ore {
  return basePaid(model, base, 1)
}

export function priceOf(model: PriceModel, tier: string): Ore | undefined {
  return model.tiers.find(one => one.tier === tier)?.price
}

/**
 * How many of so many days in a row are paid, from a weekday (1 = Monday). Public holidays on weekdays are: the coordinator keeps its staff
 * then too.
 */
export function paidDays({ days }: PriceModel, begins: number, count: number): number {
  if (days === 'calendar') return count
  const [weeks, rest] = [Math.floor(count / 7), count % 7]
  const extra = Array.from({ length: rest }, (_, i) => ((begins - 1 + i) % 7) + 1).filter(one => one <= 5).length
  return weeks * 5 + extra
}

/**
 * Whether an employment has lasted so many calendar months: from 31 August, six months are full when 27 February has been worked,
 * since the next day would be the 31st of a month that has no such day.
 */
export function hasLasted(firstDay: Day, lastDay: Day | undefined, months: number): boolean {
  return lastDay === undefined || lastDay >= addDays(addMonths(firstDay, months), -1)
}
