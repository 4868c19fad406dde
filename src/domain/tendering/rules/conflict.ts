import { overlaps, type Period, period } from '#kernel'
import type { Delivery, Supplier } from '../tendering.ts'

/** The uppermost owner of each supplier. Owners that go round in a circle are refused where the input is read. */
export function groups(suppliers: readonly Supplier[]): ReadonlyMap<string, string> {
  const parents = new Map(suppliers.map(({ id, parent }) => [id, parent]))
  const uppermost = (id: string): string => {
    const parent = parents.get(id)
    return parent === undefined ? id : uppermost(parent)
  }
  return new Map(suppliers.map(({ id }) => [id, uppermost(id)]))
}

/**
 * What the supplier, or another company of its group, delivers in the region on a day of the contract. A coordinator may not deliver
 * interventions where it is contracted; elsewhere it may (JSP-7). Source: Dua/Werket 8 and 8.1; that the whole group counts is our reading.
 */
export function conflicts(
  supplier: string,
  region: string,
  contract: Period,
  suppliers: readonly Supplier[],
  deliveries: readonly Delivery[],
): Delivery[] {
  const groupOf = groups(suppliers)
  const group = (id: string): string => groupOf.get(id) ?? id
  return deliveries.filter(
    delivery =>
      delivery.region === region &&
      group(delivery.supplier) === group(supplier) &&
      overlaps(period(delivery.from, delivery.to), contract),
  )
}
