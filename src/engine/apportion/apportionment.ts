import type { Fraction } from './fraction.ts'

/** A district, a city area, a region; `null` is the part that a key under 100 % leaves with the city. */
export type AreaId = string | null

export type KeyRow = { readonly area: string; readonly weight: number }

/**
 * What to do when the weights miss their intended whole, as the key for people with disabilities does (99 of 100, TGT-4):
 * scale it to its own sum, leave the rest with the city as places that nobody has been given, or refuse until it is corrected.
 */
export type WholeTreatment = 'normalise' | 'leave_unassigned' | 'refuse'

/** A distribution key: whole-numbered weights of any sum. `whole` is what they were meant to sum to (1000 for per mille). */
export type Key = {
  readonly rows: readonly KeyRow[]
  readonly whole?: number
  /** Default `normalise`; matters only when `whole` is given and missed. */
  readonly treatment?: WholeTreatment
}

/** What an area has been given in the period, and what it still has to claim: claim = target − given. Claims sum to nought. */
export type LedgerRow = { readonly area: AreaId; readonly given: number; readonly claim: Fraction }

/** Why a district passes its turn (TGT-4's two reservations, and a rest that the caller explains). */
export type PassReason = 'profile_missing' | 'not_ready_in_time' | 'other'

/** The area cannot take these places: all of the call's, or those numbered (1-based). */
export type Pass = { readonly area: string; readonly reason: PassReason; readonly places?: readonly number[] }

/** What happens to the claim of an area whose turn came and that passed. A capped claim keeps at most `cap` places. */
export type ClaimPolicy =
  | { readonly kind: 'stays' }
  | { readonly kind: 'capped'; readonly cap: Fraction }
  | { readonly kind: 'lapses' }

/** A place given to a named area outside the order. The reason is recorded by whoever decides (GEN-4). */
export type Override = { readonly place: number; readonly area: string }

export type ApportionmentInput = {
  readonly key: Key
  /** How many places now; several at once are dealt as one at a time. */
  readonly places: number
  /** Where the period stands; omitted at its beginning. */
  readonly ledger?: readonly LedgerRow[]
  readonly passes?: readonly Pass[]
  readonly overrides?: readonly Override[]
  /** Default `stays` (TGT-4: "passes its turn and keeps its claim"). */
  readonly claims?: ClaimPolicy
}

/** An area whose turn came but that passed: its claim then, and the part of it that policy let lapse. */
export type PassedTurn = {
  readonly area: string
  readonly reason: PassReason
  readonly claim: Fraction
  readonly lapsed: Fraction
}

/** Somebody in the running order: the claim with this place counted in, and the number of the place it must have at the latest. */
export type Contender = { readonly area: AreaId; readonly claim: Fraction; readonly deadline?: number }

/** `earliest_deadline` is the rule; `greatest_claim` steps in when passes leave nobody with a claim large enough for the rule. */
export type WhyThisArea = 'earliest_deadline' | 'greatest_claim' | 'override'

/** What settled it between two with the same deadline: the larger claim, then the larger share, then the order of the key. */
export type TieRule = 'claim' | 'share' | 'order'

export type Step = {
  /** 1-based within this call, and counted over the period. */
  readonly place: number
  readonly number: number
  readonly area: AreaId
  readonly why: WhyThisArea
  readonly tie?: TieRule
  /** Cumulative target with this place counted in; given before it; claim before (target − given) and after. */
  readonly target: Fraction
  readonly given: number
  readonly claimBefore: Fraction
  readonly claimAfter: Fraction
  /** The number of the place that the area must have at the latest; absent for an area without share. */
  readonly deadline?: number
  /** Who would have had the place otherwise; for an override, who was in turn. */
  readonly runnerUp?: Contender
  readonly passed: readonly PassedTurn[]
}

export type AreaSummary = LedgerRow & {
  readonly weight: number
  readonly share: Fraction
  readonly target: Fraction
  readonly received: number
  readonly turnsPassed: number
  readonly lapsed: Fraction
}

export type Apportionment = {
  readonly rule: 'tijdeman'
  /** No deviation from the target is ever greater, as long as the key stays and nobody passes or is given a place outside the order. */
  readonly bound: Fraction
  readonly key: {
    readonly sum: number
    readonly whole: number
    readonly treatment: WholeTreatment
    readonly fits: boolean
  }
  readonly order: readonly AreaId[]
  readonly steps: readonly Step[]
  readonly areas: readonly AreaSummary[]
  /** Hand this to the next call. */
  readonly ledger: readonly LedgerRow[]
}

/** `pointer` in the facts names the faulty part of the input; numbers are added where a sentence needs them. */
export type ApportionRefusal =
  | 'apportion.no_areas'
  | 'apportion.bad_area'
  | 'apportion.area_twice'
  | 'apportion.bad_weight'
  | 'apportion.key_is_zero'
  | 'apportion.bad_whole'
  | 'apportion.key_not_whole'
  | 'apportion.key_above_whole'
  | 'apportion.bad_places'
  | 'apportion.bad_cap'
  | 'apportion.ledger_malformed'
  | 'apportion.ledger_area_twice'
  | 'apportion.ledger_area_unknown'
  | 'apportion.ledger_unbalanced'
  | 'apportion.pass_area_unknown'
  | 'apportion.pass_place_unknown'
  | 'apportion.override_area_unknown'
  | 'apportion.override_place_unknown'
  | 'apportion.override_place_twice'
  | 'apportion.override_to_passing_area'
  | 'apportion.everyone_passes'
  | 'apportion.parts_not_whole'
