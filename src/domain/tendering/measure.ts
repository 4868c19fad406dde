import type { Counted, Market, Published } from './read-market.ts'
import { type Concentration, concentration, type HhiBounds, hhiBounds } from './rules/concentration.ts'
import { groups } from './rules/conflict.ts'
import { biddersIn, type Coverage, coverage } from './rules/coverage.ts'

export type MarketValue = {
  readonly published?: {
    readonly suppliers: number
    readonly largest: Published['largest']
    readonly hhi: HhiBounds
    readonly regionsWithout?: number
  }
  readonly counted?: {
    readonly suppliers: Concentration
    readonly groups: Concentration
    readonly coverage: Coverage
    readonly bidders?: readonly { readonly region: string; readonly bidders: number }[]
  }
}

/** How concentrated a market is and where nobody delivers, from published shares, from counts, or both. */
export function measure({ published, counted }: Market): MarketValue {
  return {
    ...(published ? { published: fromPublished(published) } : {}),
    ...(counted ? { counted: fromCounts(counted) } : {}),
  }
}

function fromPublished({ suppliers, largest, regions }: Published): NonNullable<MarketValue['published']> {
  return {
    suppliers,
    largest,
    // The reading has refused shares that contradict each other.
    hhi: hhiBounds({ suppliers, largest })!,
    ...(regions ? { regionsWithout: regions.all - regions.withDelivery } : {}),
  }
}

function fromCounts({ suppliers, regions, participants, bids }: Counted): NonNullable<MarketValue['counted']> {
  const groupOf = groups(suppliers)
  const totals = (of: (supplier: string) => string): number[] => {
    const sums = new Map<string, number>()
    for (const { supplier, participants: count } of participants)
      sums.set(of(supplier), (sums.get(of(supplier)) ?? 0) + count)
    return [...sums.values()]
  }
  const group = (supplier: string): string => groupOf.get(supplier) ?? supplier
  return {
    suppliers: concentration(totals(supplier => supplier)),
    groups: concentration(totals(group)),
    coverage: coverage(
      regions,
      participants.map(one => ({ ...one, supplier: group(one.supplier) })),
    ),
    ...(bids ? { bidders: biddersIn(regions, bids, groupOf) } : {}),
  }
}
