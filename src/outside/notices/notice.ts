/** Texts of one field by language, as the notice writes the language (`SWE`, `ENG`). Never empty. */
export type Texts = Readonly<Record<string, string>>

/** What an official code or field is called. */
export type Label = { readonly sv: string; readonly en: string }

export type Amount = { readonly amount: string; readonly currency: string | null }

export type Buyer = {
  readonly name: string | null
  readonly companyId: string | null
  readonly city: string | null
  readonly nuts: string | null
  readonly country: string | null
}

export type Place = {
  readonly nuts: string | null
  readonly city: string | null
  readonly country: string | null
  readonly otherPlace: string | null
  readonly note: Texts | null
}

/** Dates as they stand, with their offset: `2025-09-15+02:00`. */
export type PlannedPeriod = {
  readonly start: string | null
  readonly end: string | null
  readonly duration: string | null
  readonly unit: string | null
  /** UNLIMITED or UNKNOWN (BT-538). */
  readonly code: string | null
}

export type LotEntry = {
  readonly id: string
  /** Lot, Part (of a planning notice) or LotsGroup. */
  readonly kind: string
  readonly title: Texts | null
  readonly nature: string | null
  /** Main code first, then the additional ones in order, eight digits each. */
  readonly cpv: readonly string[]
  readonly places: readonly Place[]
  readonly period: PlannedPeriod | null
  readonly quantity: { readonly value: string; readonly unit: string | null } | null
  readonly note: Texts | null
  readonly strategic: readonly string[]
  readonly strategicDescription: readonly Texts[]
  readonly social: readonly string[]
  readonly environmental: readonly string[]
  readonly innovative: readonly string[]
  readonly accessibility: readonly string[]
  readonly reservedParticipation: readonly string[]
  readonly reservedExecution: string | null
  readonly performanceTerms: Texts | null
}

export type Award = {
  readonly contract: string | null
  readonly signed: string | null
  readonly winners: readonly (string | null)[]
  /** As they stand. A sole trader's number is a personal identity number: treat it as personal data. */
  readonly winnerIds: readonly (string | null)[]
  readonly amount: string | null
  readonly currency: string | null
}

export type LotResult = {
  readonly lot: string | null
  readonly status: string | null
  readonly noAwardReason: string | null
  readonly awards: readonly Award[]
}

/** A notice in the shape of one entry of `docs/examples/notices/expected.json`, texts in full. */
export type NoticeEntry = {
  readonly document: string
  readonly subType: string | null
  readonly sdkVersion: string | null
  readonly noticeId: string
  readonly procedureId: string | null
  readonly noticeVersion: string | null
  readonly issueDate: string | null
  readonly legalBasis: string | null
  readonly formType: string | null
  readonly noticeType: string | null
  readonly language: string | null
  readonly buyers: readonly Buyer[]
  readonly title: Texts | null
  readonly mainNature: string | null
  readonly cpvMain: string | null
  readonly lots: readonly LotEntry[]
  readonly results: readonly LotResult[]
}

/** A field that was read, for showing: what it is called, what it says, and what its code means. */
export type ReadField = {
  /** eForms field, e.g. `BT-21-Lot`. */
  readonly field: string
  readonly label: Label
  readonly value: string
  readonly meaning: Label | null
}

/** Something with content that was not read, or not fully. */
export type Leftover = {
  readonly why:
    | 'not_used' // a known field that the import has no use for
    | 'unknown_element'
    | 'unknown_code' // the field was recognised, the code is not in its list
    | 'unusable_value' // a date that is no date, an amount that is no amount
    | 'withheld' // the buyer has withheld a field from publication
  /** Undefined for an unknown element. */
  readonly field: string | undefined
  readonly label: Label
  /** Where in the notice: `TenderingTerms/PaymentTerms/Note`. */
  readonly path: string
  readonly line: number
  /** At most 200 characters. */
  readonly value: string
  /** How many times the same thing occurs. */
  readonly times: number
}

/** A required thing that is missing or hangs loose. Does not stop the reading. */
export type Fault = {
  readonly fault: 'missing' | 'duplicate' | 'no_such_organisation' | 'award_not_joined' | 'awards_cut'
  readonly field: string
  readonly lot: string | null
}

export const signalReasons = [
  'social_objective', // the buyer says that the contract has a social aim
  'employment_objective', // the aim is employment for people far from work
  'social_objective_near', // a social aim that may go with an employment clause
  'reserved_for_integration', // only sheltered workshops and social enterprises may take part
  'reserved_for_public_mission',
  'reserved_execution', // to be performed in a programme for sheltered employment
  'reserved_execution_open', // not yet decided
  'says_employment_requirement',
  'says_unemployed',
  'says_full_time_months',
  'says_target_group',
  'says_employment',
  'says_internship',
  'says_apprentice',
  'says_places',
  'says_community_benefits',
] as const

export type SignalReason = (typeof signalReasons)[number]

/** A sign in a lot that somebody is to get work, or that the contract is reserved for those who give it. */
export type Signal = {
  readonly field: 'BT-06' | 'BT-775' | 'BT-777' | 'BT-70' | 'BT-71' | 'BT-736' | 'BT-300'
  /** A reserved contract is another instrument than an employment requirement; neither implies the other. */
  readonly about: 'employment' | 'reservation'
  /** The code, or the text in the language chosen for showing. */
  readonly value: string
  /** What the code means; null for texts. */
  readonly label: Label | null
  readonly strength: 'clear' | 'possible'
  readonly why: readonly SignalReason[]
  /** In texts: the words that were recognised, as they stand. */
  readonly words: readonly string[]
}

export type LotReading = LotEntry & {
  readonly description: Texts | null
  readonly estimatedValue: Amount | null
  readonly signals: readonly Signal[]
  readonly read: readonly ReadField[]
  readonly notUnderstood: readonly Leftover[]
}

export type NoticeReading = Omit<NoticeEntry, 'lots'> & {
  readonly lots: readonly LotReading[]
  readonly description: Texts | null
  readonly estimatedValue: Amount | null
  /** Where the whole procedure is performed; lots may say something narrower. */
  readonly places: readonly Place[]
  /** The notice that this one changes (BT-758) or whose contract it changes (BT-1501). */
  readonly previousNotice: string | null
  /** What was read, and not understood, outside the lots. */
  readonly read: readonly ReadField[]
  readonly notUnderstood: readonly Leftover[]
  readonly faults: readonly Fault[]
}
