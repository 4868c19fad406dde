import type { Day, Wording } from '#kernel'
import {
  clauseDefaultsOn,
  type EmploymentClause,
  type Part,
  type TargetGroup,
} from './clauses/employment-parameters.ts'
import type { EmploymentForm, Need } from './procurement.ts'

/**
 * Target groups to choose among; the authority may write its own instead (it defines the group from its needs, UHM on 11554).
 * The wording is content of the contract. Sources: målgruppsprocessen (young and foreign-born; people with disabilities) and the
 * criterion's own definition of who stands far from the labour market.
 */
export const targetGroups: readonly TargetGroup[] = [
  {
    id: 'youth_foreign_born',
    wording: { sv: 'arbetslösa unga och utrikes födda', en: 'unemployed young and foreign-born people' },
  },
  {
    id: 'disability',
    wording: {
      sv: 'arbetslösa personer med funktionsnedsättning som medför nedsatt arbetsförmåga',
      en: 'unemployed people with a disability that reduces their ability to work',
    },
  },
  {
    id: 'far_from_work',
    wording: {
      sv: 'arbetslösa personer som har svårt att etablera sig på arbetsmarknaden och behöver särskilda insatser för att få arbete',
      en: 'unemployed people who have difficulty establishing themselves on the labour market and need special measures to get work',
    },
  },
]

const forms: Readonly<Record<EmploymentForm, Wording>> = {
  permanent: { sv: 'Tillsvidareanställning på hel- eller deltid', en: 'Permanent employment, full-time or part-time' },
  fixed_term: {
    sv: 'Tillsvidareanställning eller tidsbegränsad anställning på hel- eller deltid',
    en: 'Permanent or fixed-term employment, full-time or part-time',
  },
  trial: { sv: 'Provanställning på hel- eller deltid', en: 'Trial employment, full-time or part-time' },
  apprenticeship: { sv: 'Lärlingsanställning', en: 'Apprenticeship' },
  supervised_placement: { sv: 'Handledd praktikplats', en: 'Supervised placement' },
}

/** The most that `validateClause` takes: ten thousand months. */
const mostHundredths = 1_000_000

/**
 * A clause to begin from (PRC-6): the need's places × months at full time, and the defaults in force on the day. A person changes
 * and saves it; nothing is decided by it. Months beyond what a clause can hold are cut.
 */
export function suggestClause(
  need: Pick<Need, 'places' | 'form' | 'months'> | undefined,
  today: Day,
): EmploymentClause {
  return {
    variant: 'employment',
    fullTimeMonths: Math.min((need ? need.places * need.months : 12) * 100, mostHundredths),
    firstStartWithinMonths: 6,
    earlyEndThreshold: { numerator: 3, denominator: 4 },
    allowedEarlyEndReasons: [],
    targetGroups: targetGroups.slice(0, 1),
    formDefinition: forms[need?.form ?? 'fixed_term'],
    countsExistingStaff: false,
    linkedToContractWork: true,
    reportingIntervalMonths: 3,
    ...clauseDefaultsOn(today),
  }
}

/** Per cent, or a fraction where per cent is not whole: `75`, `75 %`, `2/3`. Undefined when it is neither, or more than the whole. */
export function readPart(text: string): Part | undefined {
  const [, numerator, denominator = '100'] = /^\s*(\d{1,3})\s*(?:%|\/\s*(\d{1,3}))?\s*$/.exec(text) ?? []
  if (numerator === undefined) return undefined
  const [top, bottom] = [Number(numerator), Number(denominator)]
  if (top < 1 || bottom < 1 || top > bottom) return undefined
  const common = greatestCommonDivisor(top, bottom)
  return { numerator: top / common, denominator: bottom / common }
}

export function writePart({ numerator, denominator }: Part): string {
  const percent = (numerator * 100) / denominator
  return Number.isInteger(percent) ? String(percent) : `${numerator}/${denominator}`
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}
