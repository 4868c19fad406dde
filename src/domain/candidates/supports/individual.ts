import { type Entry, ruleEntry, type Wording } from '#kernel'
import { answerTo, type RuleAnswer, stateOf } from '../rule-answer.ts'
import type { SupportCase } from './facts.ts'

const since = '2026-01-01'

/** Supports that Arbetsförmedlingen decides for each person. Nothing here has an amount: none may be computed. */
const wageSubsidy = ruleEntry(
  'candidates.support.lonebidrag',
  { sv: 'Lönebidrag', en: 'Lönebidrag (wage subsidy)' },
  {
    value: {
      sv: 'beslutas för varje person; något belopp räknas aldrig ut här',
      en: 'decided for each person; no amount is ever computed here',
    },
    validFrom: since,
    source: 'Förordning (2017:462) om särskilda insatser; Arbetsförmedlingens faktablad',
    confidence: 'secondary',
  },
)
const shelteredWork = ruleEntry(
  'candidates.support.skyddat_arbete',
  { sv: 'Skyddat arbete hos offentlig arbetsgivare', en: 'Sheltered work with a public employer' },
  {
    value: {
      sv: 'bara hos offentliga arbetsgivare, utan konkurrens',
      en: 'with public employers only, without competition',
    },
    validFrom: since,
    source: 'Förordning (2017:462) om särskilda insatser; Arbetsförmedlingens faktablad',
    confidence: 'secondary',
  },
)
const supportPerson = ruleEntry(
  'candidates.support.sius',
  { sv: 'Särskild stödperson (SIUS)', en: 'Special support person (SIUS)' },
  {
    value: {
      sv: 'en person som stöder vid introduktionen, inte pengar; högst sex månader och uppföljning minst tolv',
      en: 'a person who supports the introduction, not money; at most six months, and follow-up for at least twelve',
    },
    validFrom: since,
    source: 'Sekundär källa som återger Arbetsförmedlingens sida, 2026',
    confidence: 'secondary',
  },
)

/** Whether new decisions are made in 2026 has not been verified: off until turned on. */
export const vocationalIntroduction: Entry<Wording> = ruleEntry(
  'candidates.support.yrkesintroduktion',
  { sv: 'Yrkesintroduktionsanställning', en: 'Vocational introduction employment' },
  {
    value: {
      sv: 'om nya beslut fattas 2026 är inte kontrollerat',
      en: 'whether new decisions are made in 2026 has not been verified',
    },
    validFrom: since,
    source: 'Förordning (2013:1157); Arbetsförmedlingens äldre sida',
    confidence: 'unverified',
  },
)

/** What is often repeated but is no longer law. */
const repealed = ruleEntry(
  'candidates.support.repealed',
  { sv: 'Gäller inte längre', en: 'No longer in force' },
  {
    value: {
      sv: 'extratjänster (2023-01-01), handledarstöd för introduktionsjobb (2025-02-01), nystartsjobb efter fängelse (2025-02-01)',
      en: 'extratjänster (2023-01-01), supervision support for introduktionsjobb (2025-02-01), nystartsjobb after prison (2025-02-01)',
    },
    validFrom: '2025-02-01',
    source: 'Ändringsförteckningarna till förordningarna (2018:42) och (2018:43)',
    confidence: 'source',
  },
)

export const individualRules: readonly Entry<unknown>[] = [
  wageSubsidy,
  shelteredWork,
  supportPerson,
  vocationalIntroduction,
  repealed,
]

const individually: Readonly<Record<'met' | 'not_met' | 'unknown', Wording>> = {
  met: {
    sv: 'Arbetsförmedlingen kan pröva det. Beslutet är individuellt.',
    en: 'Arbetsförmedlingen may examine it. The decision is individual.',
  },
  not_met: { sv: 'Det finns inget som talar för det.', en: 'Nothing speaks for it.' },
  unknown: {
    sv: 'Arbetsförmedlingen prövar det. Beslutet är individuellt.',
    en: 'Arbetsförmedlingen examines it. The decision is individual.',
  },
}

function byWorkAbility(entry: Entry<unknown>, { person, job }: SupportCase): RuleAnswer {
  const state = stateOf(person.reducedWorkAbility)
  const ask = {
    by: job.starts,
    says: { sv: `Fråga Arbetsförmedlingen senast ${job.starts}.`, en: `Ask Arbetsförmedlingen by ${job.starts}.` },
  }
  return answerTo(entry, job.starts, state, {}, individually[state], state === 'not_met' ? undefined : ask)
}

export function wageSubsidyGrounds(one: SupportCase): RuleAnswer[] {
  return [byWorkAbility(wageSubsidy, one)]
}

export function supportPersonGrounds(one: SupportCase): RuleAnswer[] {
  return [byWorkAbility(supportPerson, one)]
}

/** Never at a private supplier, whoever the person is. */
export function shelteredWorkGrounds(one: SupportCase): RuleAnswer[] {
  const { employer, job } = one
  const state = stateOf(employer.publicEmployer)
  const says = {
    met: { sv: 'Arbetsgivaren är offentlig.', en: 'The employer is public.' },
    not_met: { sv: 'Arbetsgivaren är inte offentlig.', en: 'The employer is not public.' },
    unknown: { sv: 'Vi vet inte om arbetsgivaren är offentlig.', en: 'We do not know whether the employer is public.' },
  }[state]
  return [
    answerTo(shelteredWork, job.starts, state, { publicEmployer: employer.publicEmployer }, says),
    byWorkAbility(shelteredWork, one),
  ]
}

/** Always unknown, even when turned on: the conditions have not been verified. */
export function vocationalIntroductionGrounds({ job }: SupportCase): RuleAnswer[] {
  return [
    answerTo(
      vocationalIntroduction,
      job.starts,
      'unknown',
      {},
      {
        sv: 'Villkoren är inte kontrollerade.',
        en: 'The conditions have not been verified.',
      },
      {
        by: job.starts,
        says: {
          sv: 'Fråga Arbetsförmedlingen om stödet finns.',
          en: 'Ask Arbetsförmedlingen whether the support exists.',
        },
      },
    ),
  ]
}
