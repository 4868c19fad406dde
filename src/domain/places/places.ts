import type { Apportionment, ApportionmentInput, ApportionRefusal } from '#engine'
import type { Day, Id } from '#kernel'

export const targetGroups = ['youth_foreign_born', 'disability'] as const
export type TargetGroup = (typeof targetGroups)[number]

/** Why an area passes its turn (TGT-4's two reservations, and a rest that is explained). */
export const passReasons = ['profile_missing', 'cannot_prepare_in_time', 'other'] as const
export type PassReason = (typeof passReasons)[number]

/** Why the team gives a place outside the order. Never without a reason (GEN-4). */
export const overrideReasons = ['profile_missing', 'cannot_prepare_in_time', 'performed_there', 'other'] as const
export type OverrideReason = (typeof overrideReasons)[number]

/** The self-check of every case (TGT-7): were these considered? */
export const selfCheckQuestions = ['disability', 'social_enterprise'] as const
export type SelfCheckQuestion = (typeof selfCheckQuestions)[number]

export type Pass = { readonly area: string; readonly reason: PassReason; readonly note: string }

/** `place` is the place's number within the procurement, 1-based. */
export type Override = {
  readonly place: number
  readonly area: string
  readonly reason: OverrideReason
  readonly note: string
}

/** A key as published: per cent per area, dated, with what to do when it does not sum to 100. */
export type Key = {
  readonly id: Id<'key'>
  readonly targetGroup: TargetGroup
  readonly nameSv: string
  readonly nameEn: string
  readonly basisSv: string
  readonly basisEn: string
  readonly treatment: 'normalise' | 'leave_rest' | 'refuse'
  readonly source: string
  readonly rows: readonly { readonly area: string; readonly name: string; readonly percent: number }[]
}

/** What is stored with an apportionment, so that the decision can be read and recomputed later (house.md §6). */
export type Calculation = {
  readonly input: ApportionmentInput
  readonly output: Apportionment
  readonly passes: readonly Pass[]
  readonly overrides: readonly Override[]
}

export type SelfCheck = {
  readonly question: SelfCheckQuestion
  readonly considered: boolean
  readonly asked: readonly string[]
  readonly note: string
  readonly answeredAt: Date
}

/** What a proposal starts from: the case's places and dates, the key, and where the year stands. */
export type Standing = {
  readonly procurement: string
  readonly places: number
  readonly startsOn: Day
  readonly key: Key
  readonly year: number
  readonly ledger: Apportionment['ledger'] | undefined
}

export type PlacesRefusal =
  | 'places.not_found'
  | 'places.not_yours'
  | 'places.changed_meanwhile'
  | 'places.need_not_submitted'
  | 'places.no_key_in_force'
  | 'places.area_without_successor'
  | 'places.already_decided'
  | 'places.ledger_moved'
  | 'places.self_check_missing'
  | 'places.nobody_asked'
  | 'places.override_without_words'
  | 'places.pass_without_words'
  | ApportionRefusal
