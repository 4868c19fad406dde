/** A region of the division that the market is seen in. `contracted`: how many suppliers have a contract there, when that is known. */
export type MarketRegion = { readonly code: string; readonly contracted?: number }

export type Participants = { readonly supplier: string; readonly region: string; readonly participants: number }

/** Why nobody was delivered to is seldom known from the figures alone: a lack of suppliers or a lack of participants. */
export type WithoutDelivery = { readonly region: string; readonly why: 'no_supplier' | 'no_participants' | 'unknown' }

export type Coverage = {
  readonly regions: number
  readonly withDelivery: number
  readonly without: readonly WithoutDelivery[]
  /** Regions that stand and fall with one supplier (or one group, when groups are given as suppliers). */
  readonly oneSupplier: readonly string[]
}

/** Which regions had no delivery, and which had one supplier only (UPH-6). Source: Dua/Werket 13. */
export function coverage(regions: readonly MarketRegion[], participants: readonly Participants[]): Coverage {
  const suppliers = new Map(regions.map(({ code }) => [code, new Set<string>()]))
  for (const { supplier, region, participants: count } of participants)
    if (count > 0) suppliers.get(region)?.add(supplier)
  const manyIn = ({ code }: MarketRegion): number => suppliers.get(code)?.size ?? 0
  return {
    regions: regions.length,
    withDelivery: regions.filter(region => manyIn(region) > 0).length,
    without: regions
      .filter(region => manyIn(region) === 0)
      .map(({ code, contracted }) => ({
        region: code,
        why: contracted === undefined ? 'unknown' : contracted === 0 ? 'no_supplier' : 'no_participants',
      })),
    oneSupplier: regions.filter(region => manyIn(region) === 1).map(({ code }) => code),
  }
}

export type Bid = { readonly region: string; readonly supplier: string }

/** How many independent bidders each region had: companies of one group are one. */
export function biddersIn(
  regions: readonly MarketRegion[],
  bids: readonly Bid[],
  groupOf: ReadonlyMap<string, string>,
): { readonly region: string; readonly bidders: number }[] {
  return regions.map(({ code }) => {
    const here = bids.filter(({ region }) => region === code).map(({ supplier }) => groupOf.get(supplier) ?? supplier)
    return { region: code, bidders: new Set(here).size }
  })
}
