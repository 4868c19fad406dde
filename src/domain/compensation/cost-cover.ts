import type { Ore } from '#kernel'
import { dayRate, type PriceModel, partsOf, type Tier } from './price-model.ts'

/** Whether the base part pays for the basic service and no more: profit is to come from results alone. */
export type CostCover = {
  readonly tier: string
  readonly price: Ore
  readonly base: Ore
  readonly results: readonly Ore[]
  readonly dayRate: Ore
  readonly verdict: 'covers' | 'too_little' | 'too_much' | 'unknown'
  /** How much the day rate lies above the highest stated cost, or below the lowest. Zero when it covers. */
  readonly difference: Ore
}

export function costCoverOf(model: PriceModel): readonly CostCover[] {
  return model.tiers.map(({ tier, price, dailyCost }) => {
    const { base, results } = partsOf(model, price)
    const rate = dayRate(model, base)
    return { tier, price, base, results, dayRate: rate, ...judge(rate, dailyCost) }
  })
}

function judge(rate: Ore, cost: Tier['dailyCost']): Pick<CostCover, 'verdict' | 'difference'> {
  if (!cost) return { verdict: 'unknown', difference: 0 }
  if (rate > cost.high) return { verdict: 'too_much', difference: rate - cost.high }
  if (rate < cost.low) return { verdict: 'too_little', difference: rate - cost.low }
  return { verdict: 'covers', difference: 0 }
}
