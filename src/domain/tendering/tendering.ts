import type { Day } from '#kernel'

/** What a tender is asked that is yes or no (LOU 13–14 kap. and the obligatory requirements), and what it is scored on (LOU 16 kap.). */
export type RequirementKind = 'exclusion_ground' | 'qualification' | 'obligatory'

export type Requirement = { readonly id: string; readonly kind: RequirementKind; readonly says: string }

/** Unknown asks for a clarification; it is never a no. */
export type Answer = 'met' | 'not_met' | 'unknown'

/**
 * Scored 1–5 by assessors, or by price on a scale that is published beforehand: `best` kronor or less is 5, `worst` or more is 1.
 * Weights are whole per cent and sum to 100. A tender under `least` in a criterion is not ranked.
 */
export type Criterion = {
  readonly id: string
  readonly says: string
  readonly weight: number
  readonly least?: number
  readonly price?: { readonly best: number; readonly worst: number }
}

export type Score = { readonly points: number; readonly why: string }

export type Tender = {
  readonly id: string
  readonly region: string
  readonly supplier: string
  /** Participants at the same time. */
  readonly capacity: number
  readonly requirements: Readonly<Record<string, Answer>>
  readonly scores: Readonly<Record<string, Score>>
  /** Whole kronor, for criteria by price. */
  readonly price?: number
}

/** `parent` owns more than half; the group is everybody with the same uppermost owner. */
export type Supplier = { readonly id: string; readonly name: string; readonly parent?: string }

/** An intervention that a supplier delivers in a region, and that may be part of a track. `to` is its last day. */
export type Delivery = {
  readonly supplier: string
  readonly region: string
  readonly what: string
  readonly from: Day
  readonly to?: Day
}

/** Public parties that show a working method of their own instead of a procurement (UPH-2). `least` are the authority's own bounds. */
export type Exemption = {
  readonly askedFor: boolean
  readonly consulted: Known
  readonly agreement: Known
  /** All municipalities when left out. */
  readonly municipalities?: readonly string[]
  readonly result?: { readonly tracks: number; readonly started: number; readonly hired: number }
  readonly least: { readonly tracks: number; readonly hiredPercent: number }
}

export type Known = 'yes' | 'no' | 'unknown'

/** One supplier, several in a fixed order (rak avropsordning), or several by a key in per cent, first to last ranked. */
export type CallOff =
  | { readonly kind: 'one' }
  | { readonly kind: 'order'; readonly suppliers: number }
  | { readonly kind: 'key'; readonly percent: readonly number[] }

/** What happens during the contract, first to last. Counts are participants. */
export type CallOffEvent =
  | { readonly day: Day; readonly kind: 'referred'; readonly participants: number }
  | { readonly day: Day; readonly kind: 'left'; readonly tender: string; readonly participants: number }
  | { readonly day: Day; readonly kind: 'failed'; readonly tender: string; readonly why: string }
  | { readonly day: Day; readonly kind: 'restored'; readonly tender: string }

export type Lot = {
  readonly region: string
  readonly callOff: CallOff
  readonly exemption?: Exemption
  /** Ids of tenders in the order that the lot was drawn, used when everything else is equal. */
  readonly drawn?: readonly string[]
  readonly course?: readonly CallOffEvent[]
}

/** One procurement of coordinators: what a `tender` calculation reads. */
export type Procurement = {
  readonly on: Day
  readonly contract: { readonly from: Day; readonly to: Day }
  readonly requirements: readonly Requirement[]
  readonly criteria: readonly Criterion[]
  /** Ids of criteria that settle a tie, first to last. */
  readonly ties: readonly string[]
  readonly suppliers: readonly Supplier[]
  readonly deliveries: readonly Delivery[]
  readonly lots: readonly Lot[]
  readonly tenders: readonly Tender[]
}
