import type { Day } from '#kernel'

/** Where a person stands, as the database's CHECK has them. */
export const personStatuses = ['registered', 'preparing', 'ready', 'placed', 'paused', 'left'] as const
export type PersonStatus = (typeof personStatuses)[number]

/** Which status may follow which. Who left may come back; what is not here says nothing new. */
export const statusMoves = {
  registered: ['preparing', 'ready', 'paused', 'left'],
  preparing: ['registered', 'ready', 'placed', 'paused', 'left'],
  ready: ['preparing', 'placed', 'paused', 'left'],
  placed: ['preparing', 'ready', 'paused', 'left'],
  paused: ['registered', 'preparing', 'ready', 'left'],
  left: ['registered'],
} as const satisfies Record<PersonStatus, readonly PersonStatus[]>

/** Fields a permission can open to an employer. The name always goes with it: nobody is shown without one. */
export const disclosableFields = ['name', 'phone', 'competence'] as const
export type DisclosableField = (typeof disclosableFields)[number]

/** How an answer was given (trust.md P-M6). */
export const manners = ['self', 'spoken', 'spoken_interpreter', 'paper'] as const
export type Manner = (typeof manners)[number]

/** Why staff writes the answer down instead of the person: the only grounds there are (trust.md P-M6, ux.md §4.13). */
export const behalfGrounds = ['cannot_sign_in', 'chose_not_digital', 'needs_help_with_digital'] as const
export type BehalfGround = (typeof behalfGrounds)[number]

/** The words in which permission is asked now. A new edition needs a new question, and never widens an old answer (trust.md P-M5). */
export const permissionTextEdition = 1

export const competenceTypes = ['skill', 'language', 'licence', 'hours', 'experience', 'education'] as const
export type CompetenceType = (typeof competenceTypes)[number]

export const competenceSources = ['self', 'officer', 'certificate', 'course'] as const
export type CompetenceSource = (typeof competenceSources)[number]

/** What can be shown after a reason is given. */
export const revealFields = ['phone', 'email', 'identity'] as const
export type RevealField = (typeof revealFields)[number]

/** Why a folded field is opened; `of` names the fields it is a reason for, `needsCase` that the case must be named (trust.md P-L1). */
export const revealPurposes = {
  contact_meeting: { of: ['phone', 'email'], needsCase: true },
  contact_question: { of: ['phone', 'email'], needsCase: true },
  contact_plan: { of: ['phone', 'email'], needsCase: false },
  contact_support: { of: ['phone', 'email'], needsCase: false },
  identity_check: { of: ['identity'], needsCase: false },
  identity_employment_service: { of: ['identity'], needsCase: false },
  identity_support: { of: ['identity'], needsCase: true },
} as const satisfies Record<string, { of: readonly RevealField[]; needsCase: boolean }>
export type RevealPurpose = keyof typeof revealPurposes

/** A person under lock, with what decisions and `may` need. `assigned`: the actor's organisation has the person by assignment. */
export type LockedPerson = {
  readonly id: string
  readonly status: PersonStatus
  readonly readyOn: Day | null
  readonly protected: boolean
  readonly districtId: string
  readonly matchingId: string
  readonly assigned: boolean
  readonly version: number
}

/** A case as far as asking for permission needs it. */
export type AskableCase = {
  readonly id: string
  readonly number: string
  readonly open: boolean
  readonly contractEnd: Day
  readonly employer?: { readonly id: string; readonly name: string }
}

/** A permission as it is kept. `validTo` is the last day it is in force. */
export type Permission = {
  readonly id: string
  readonly person: string
  readonly receiver: string
  readonly procurement: string | null
  readonly caseNumber: string | null
  readonly purpose: string
  readonly fields: readonly string[]
  readonly edition: number
  readonly askedOn: Day
  readonly answer: 'yes' | 'no' | null
  readonly validTo: Day
  readonly withdrawn: boolean
  readonly replaced: boolean
  readonly version: number
}

export type PersonRefusal =
  | 'person.not_found'
  | 'person.not_yours'
  | 'person.changed_meanwhile'
  | 'person.status_cannot_follow'
  | 'person.ready_day_missing'
  | 'person.ready_day_in_future'
  | 'competence.day_in_future'
  | 'competence.level_does_not_belong'
  | 'standing.day_in_future'
  | 'standing.answer_without_test'
  | 'reveal.purpose_does_not_fit'
  | 'reveal.case_missing'
  | 'reveal.nothing_kept'
  | 'identity.not_valid'
  | 'identity.no_match'

export type PermissionRefusal =
  | 'permission.not_found'
  | 'permission.not_yours'
  | 'permission.changed_meanwhile'
  | 'permission.person_protected'
  | 'permission.person_left'
  | 'permission.case_closed'
  | 'permission.case_without_employer'
  | 'permission.name_missing'
  | 'permission.ends_in_past'
  | 'permission.too_long'
  | 'permission.after_contract'
  | 'permission.already_given'
  | 'permission.already_asked'
  | 'permission.already_answered'
  | 'permission.replaced'
  | 'permission.question_lapsed'
  | 'permission.text_changed'
  | 'permission.not_given'
  | 'permission.already_withdrawn'
  | 'permission.already_ended'

export const candidateEvents = [
  'permission.asked',
  'permission.given',
  'permission.declined',
  'permission.withdrawn',
  'person.status_noted',
  'person.competence_noted',
  'person.standing_noted',
] as const
export type CandidateEvent = (typeof candidateEvents)[number]
