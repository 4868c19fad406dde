import type { Wording } from '#kernel'
import { faRegions } from './fa-regions.ts'
import type { Procurement } from './tendering.ts'

export type Language = keyof Wording

/** The name of who made a tender. */
export function bidder(procurement: Procurement, tender: string): string {
  return companyName(procurement, procurement.tenders.find(({ id }) => id === tender)?.supplier ?? tender)
}

export function companyName({ suppliers }: Procurement, supplier: string): string {
  return suppliers.find(({ id }) => id === supplier)?.name ?? supplier
}

export function regionName(code: string): string {
  return faRegions.get(code) ?? code
}
