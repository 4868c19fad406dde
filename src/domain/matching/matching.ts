import type { EligibilityRule } from '#domain/candidates'
import type { Day } from '#kernel'

export const candidacyStates = [
  'proposed',
  'shortlisted',
  'presented',
  'wanted',
  'chosen',
  'declined',
  'withdrawn',
  'not_needed',
] as const
export type CandidacyState = (typeof candidacyStates)[number]

/** Which state may follow which. Who was withdrawn or not needed can be proposed again; a declined person is not shown twice. */
export const candidacyMoves = {
  proposed: ['shortlisted', 'withdrawn', 'not_needed'],
  shortlisted: ['proposed', 'presented', 'withdrawn', 'not_needed'],
  presented: ['wanted', 'chosen', 'declined', 'withdrawn', 'not_needed'],
  wanted: ['chosen', 'declined', 'withdrawn', 'not_needed'],
  chosen: ['withdrawn'],
  declined: [],
  withdrawn: ['proposed'],
  not_needed: ['proposed'],
} as const satisfies Record<CandidacyState, readonly CandidacyState[]>

/** Why somebody is put on the shortlist. Coded, so that it can be counted and looked at for fairness (GEN-4). */
export const shortlistReasons = [
  'meets_musts',
  'meets_musts_by_start',
  'own_wish',
  'needs_wider_choice',
  'other',
] as const
export type ShortlistReason = (typeof shortlistReasons)[number]

/** Why an employer says no: about the work only (ux.md §8.6). Feeds the next shortlist. */
export const declineReasons = [
  'licence_missing',
  'hours_do_not_fit',
  'experience_missing',
  'place_taken',
  'other_about_the_work',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Days on a person's way that the funnel counts (P4): invited, came, interviewed. */
export const meetingNotes = ['invited', 'attended', 'interviewed'] as const
export type MeetingNote = (typeof meetingNotes)[number]

/** A candidacy under lock. `protected`: its events go to the person's own stream (trust.md P-S2). */
export type Candidacy = {
  readonly id: string
  readonly procurement: string
  readonly person: string
  readonly protected: boolean
  readonly state: CandidacyState
  readonly invitedOn?: Day
  readonly attendedOn?: Day
  readonly interviewedOn?: Day
  readonly version: number
}

/** A candidacy as the page showed it: what is changed is what was seen. */
export type Seen = { readonly id: string; readonly version: number }

/** The case as proposing and presenting need it. `firstDay`: when the earliest free place begins. */
export type MatchingCase = {
  readonly id: string
  readonly number: string
  readonly open: boolean
  readonly matching?: string
  readonly coordinator?: string
  readonly employer?: string
  readonly contractEnd: Day
  /** Areas that have places apportioned to them. */
  readonly areas: readonly string[]
  readonly firstDay?: Day
}

export type MatchingRefusal =
  | 'candidacy.not_found'
  | 'candidacy.not_yours'
  | 'candidacy.changed_meanwhile'
  | 'candidacy.nobody_chosen'
  | 'candidacy.too_many'
  | 'candidacy.case_closed'
  | 'candidacy.no_places'
  | 'candidacy.no_places_for_district'
  | 'candidacy.person_protected'
  | 'candidacy.person_unavailable'
  | 'candidacy.already_proposed'
  | 'candidacy.already_declined'
  | 'candidacy.said_no_to_matching'
  | 'candidacy.note_missing'
  | `candidacy.rule_not_met.${EligibilityRule}`
  | 'candidacy.cannot_follow'
  | 'candidacy.reason_without_words'
  | 'candidacy.day_in_future'
  | 'candidacy.not_invited'
  | 'candidacy.attended_before_invited'
  | 'candidacy.not_shown_yet'
  | 'candidacy.no_employer'
  | 'candidacy.permission_missing'
  | 'candidacy.shown_in_past'

/** The kinds of event this capability writes, for the sentences of the history. */
export const matchingEventKinds = [
  'matching.proposed',
  'matching.proposal_explained',
  'matching.withdrawn',
  'matching.invited',
  'matching.attended',
  'matching.interviewed',
  'matching.shortlisted',
  'matching.unlisted',
  'matching.presented',
  'matching.wanted',
  'matching.declined',
  'matching.chosen',
  'matching.not_needed',
  'matching.stepped_back',
] as const
export type MatchingEventKind = (typeof matchingEventKinds)[number]
