import type { Day } from '#kernel'
import type { Answer } from '../rule-answer.ts'

export const absenceKinds = ['unemployed', 'programme', 'social_assistance', 'sickness', 'own_small_child'] as const

/** A time without work, first and last day counted; without a last day it goes on. Care of one's own child under two is skipped, not counted. */
export type Absence = { readonly kind: (typeof absenceKinds)[number]; readonly from: Day; readonly lastDay?: Day }

/** What is known of the person. `reducedWorkAbility` is a yes or no from whoever may know; never why, never how much (GEN-1). */
export type SupportPerson = {
  readonly birth?: Day
  readonly registered: Answer
  readonly absences?: readonly Absence[]
  readonly inEstablishmentProgramme: Answer
  readonly establishmentProgrammeEnded?: Day
  readonly permitOn?: Day
  readonly inJobGuarantee: Answer
  readonly youthGuaranteeDays?: number
  readonly earlierIntroEnded?: Day
  readonly reducedWorkAbility: Answer
}

export type SupportEmployer = {
  readonly publicEmployer: Answer
  readonly registeredWithTaxAgency: Answer
  readonly tradingBan: Answer
  readonly insolvent: Answer
  readonly taxDebtKronor?: number
  /** The day of the last dismissal for shortage of work at the unit; 'never' when there is none. */
  readonly lastRedundancyOn?: Day | 'never'
  readonly payByAgreement: Answer
  readonly electronicPay: Answer
  /** A central agreement on etableringsjobb, and one with the local union. */
  readonly establishmentAgreement: Answer
}

export const ownerships = ['none', 'company_at_most_third', 'company_more', 'other_form', 'unknown'] as const

export type SupportJob = {
  readonly starts: Day
  readonly appliedOn?: Day
  readonly decisionOn?: Day
  /** Ten-thousandths of full time. */
  readonly workingTime: number
  readonly monthlyPayKronor: number
  /** What the job would pay under the agreement, full-time; for etableringsjobb. */
  readonly referenceWageKronor?: number
  /** What the person or its family owns of the employer. */
  readonly ownership: (typeof ownerships)[number]
  readonly otherSupportForSameCost: Answer
}

export type SupportCase = {
  readonly person: SupportPerson
  readonly employer: SupportEmployer
  readonly job: SupportJob
}

export const supportKinds = [
  'nystartsjobb',
  'introduktionsjobb',
  'etableringsjobb',
  'lonebidrag',
  'skyddat_arbete',
  'sius',
  'yrkesintroduktion',
] as const
export type SupportKind = (typeof supportKinds)[number]
