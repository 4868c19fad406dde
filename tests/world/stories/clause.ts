import type { EmploymentClause } from '#domain/procurement'
import type { Story } from './story.ts'

const groups = {
  youth_foreign_born: {
    id: 'youth_foreign_born',
    wording: { sv: 'arbetslösa unga och utrikes födda', en: 'unemployed young and foreign-born people' },
  },
  disability: {
    id: 'disability',
    wording: {
      sv: 'arbetslösa personer med funktionsnedsättning som medför nedsatt arbetsförmåga',
      en: 'unemployed people with a disability that reduces their ability to work',
    },
  },
} as const

const forms = {
  permanent: { sv: 'Tillsvidareanställning på hel- eller deltid', en: 'Permanent employment, full-time or part-time' },
  fixed_term: {
    sv: 'Tidsbegränsad anställning på hel- eller deltid',
    en: 'Fixed-term employment, full-time or part-time',
  },
  trial: { sv: 'Provanställning på hel- eller deltid', en: 'Trial employment, full-time or part-time' },
  apprenticeship: { sv: 'Lärlingsanställning', en: 'Apprenticeship' },
  supervised_placement: { sv: 'Handledd praktikplats', en: 'Supervised placement' },
} as const

/** The employment clause's parameters, as `domain/procurement` measures them (PRC-6; Upphandlingsmyndigheten 11554 a). */
export function clauseParameters(story: Story): EmploymentClause {
  return {
    variant: 'employment',
    fullTimeMonths: (story.clause ?? 12) * 100,
    firstStartWithinMonths: 6,
    earlyEndThreshold: { numerator: 3, denominator: 4 },
    allowedEarlyEndReasons: ['employee_resigned', 'dismissed_personal_reasons', 'summarily_dismissed'],
    targetGroups: [groups[story.group ?? 'youth_foreign_born']],
    formDefinition: forms[story.form],
    countsExistingStaff: false,
    linkedToContractWork: true,
    reportingIntervalMonths: 3,
  }
}
