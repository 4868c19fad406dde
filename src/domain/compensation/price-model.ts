import { addDays, addMonths, type Dated, type Day, type Ore, shareOre, weekday } from '#kernel'

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

/** The base part day by day: whole öre that sum to it. The day rate is the first of them; later days may be an öre less. */
export function dayRates({ plannedDays }: PriceModel, base: Ore): readonly Ore[] {
  return shareOre(base, Array<number>(plannedDays).fill(1))
}

export function priceOf(model: PriceModel, tier: string): Ore | undefined {
  return model.tiers.find(one => one.tier === tier)?.price
}

/** Whether a day of service is paid for. Public holidays on weekdays are: the coordinator keeps its staff then too. */
export function countsAsDay(model: PriceModel, day: Day): boolean {
  return model.days === 'calendar' || weekday(day) <= 5
}

/**
 * Whether an employment has lasted so many calendar months: from 31 August, six months are full when 27 February has been worked,
 * since the next day would be the 31st of a month that has no such day.
 */
export function hasLasted(firstDay: Day, lastDay: Day | undefined, months: number): boolean {
  return lastDay === undefined || lastDay >= addDays(addMonths(firstDay, months), -1)
}
