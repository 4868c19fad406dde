import type { Day } from '#kernel'

export const placementStates = ['offered', 'agreed', 'started', 'ended', 'declined'] as const
export type PlacementState = (typeof placementStates)[number]

/** Which state may follow which. The person may step back until the first day; after that an employment ends. */
export const placementMoves = {
  offered: ['agreed', 'declined'],
  agreed: ['started', 'declined'],
  started: ['ended'],
  ended: [],
  declined: [],
} as const satisfies Record<PlacementState, readonly PlacementState[]>

export const placementForms = ['permanent', 'fixed_term', 'trial', 'apprenticeship', 'supervised_placement'] as const
export type PlacementForm = (typeof placementForms)[number]

/** Why an employment ended, as the clause's 75 % rule asks for it (domain: just cause and resignation are not the employer's fault). */
export const placementEndReasons = [
  'as_planned',
  'resignation',
  'just_cause',
  'dismissal',
  'shortage_of_work',
  'other',
] as const
export type PlacementEndReason = (typeof placementEndReasons)[number]

/** What a person can say is wrong with its job. A closed list, so that it can be counted; words beside it are optional. */
export const questionTopics = ['not_my_job', 'not_started', 'hours_or_pay', 'tasks', 'has_ended', 'other'] as const
export type QuestionTopic = (typeof questionTopics)[number]

/** "Still there" is asked six calendar months after the first day (trust.md I5, UPH-5). */
export const stillAfterMonths = 6

/** The days within which employments count towards the commitment: the contract's first and last day, both counted. */
export type CommitmentPeriod = { readonly from: Day; readonly last: Day }

/** What the employer offers. `rate`: share of full time, 0 < rate ≤ 1. `endsOn`: last day, counted; none for a permanent employment. */
export type OfferTerms = {
  readonly form: PlacementForm
  readonly rate: number
  readonly startsOn: Day
  readonly endsOn?: Day
}

/** A placement under lock, with what decisions and `mayPlacement` need. */
export type LockedPlacement = {
  readonly id: string
  readonly procurement: string
  readonly candidacy: string
  readonly person: string
  readonly employer: string
  readonly state: PlacementState
  readonly startsOn: Day
  readonly endsOn?: Day
  readonly startedOn?: Day
  readonly endedOn?: Day
  readonly personConfirmed: boolean
  readonly employerStill: boolean
  readonly personStill: boolean
  readonly version: number
}

export type PlacementRefusal =
  | 'placement.not_found'
  | 'placement.not_yours'
  | 'placement.changed_meanwhile'
  | 'placement.already_answered'
  | 'placement.no_free_place'
  | 'placement.case_closed'
  | 'placement.cannot_follow'
  | 'placement.outside_period'
  | 'placement.starts_in_past'
  | 'placement.day_in_future'
  | 'placement.end_missing'
  | 'placement.permanent_has_no_end'
  | 'placement.ends_before_it_begins'
  | 'placement.not_as_planned'
  | 'placement.already_confirmed'
  | 'placement.not_started'
  | 'placement.too_early'
  | 'placement.ended_before'

/** The kinds of event this capability writes, for the sentences of the history. */
export const placementEventKinds = [
  'placement.offered',
  'placement.agreed',
  'placement.declined',
  'placement.started',
  'placement.confirmed',
  'placement.still_confirmed',
  'placement.ended',
  'placement.questioned',
] as const
export type PlacementEventKind = (typeof placementEventKinds)[number]
