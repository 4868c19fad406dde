import { addDays, contains, type Dated, type Day, inForceOn, type Period } from '#kernel'
import type { Answer } from './rule-answer.ts'

/**
 * Facts about one person, as handed over by whoever may know them. Work ability is three answers and two days: never a
 * diagnosis, a percentage, or a text (GEN-1). `instrument` is the name of a method, not of a finding.
 */
export type EligibilityFacts = {
  readonly registration:
    | { readonly state: 'registered'; readonly since: Day }
    | { readonly state: 'not_registered' }
    | { readonly state: 'unknown' }
  readonly workAbility: {
    readonly tested: Answer
    readonly testedOn?: Day
    readonly bookedFor?: Day
    readonly instrument?: string
    readonly documented: Answer
    readonly atLeastHalf: Answer
  }
  readonly programmes: readonly { readonly code: string; readonly period: Period }[] | 'unknown'
}

/** What the job asks of eligibility: its first day, and the programmes of which one must be held on that day, if any (JSP-9). */
export type EligibilityJob = { readonly starts: Day; readonly programmes?: readonly string[] }

export type EligibilityParameters = {
  /** Registration with Arbetsförmedlingen must be at least so many days old when the job starts. */
  readonly registrationDaysAhead: number
  /** The methods agreed as common; undefined = any named method counts. */
  readonly commonInstruments?: readonly string[]
}

/** Dated parameters (house.md §6). The source says "in sufficient time" and gives no number. */
export const eligibilityParameters: readonly Dated<EligibilityParameters>[] = [
  {
    value: { registrationDaysAhead: 21 },
    validFrom: '2026-01-01',
    source:
      'Målgruppsprocessen säger "i tillräcklig tid"; 21 dagar är vårt eget värde, efter Arbetsförmedlingens tre veckor för ansökan om nystartsjobb',
    confidence: 'own_choice',
  },
]

/** The parameters in force on the day the job starts; undefined before the first. */
export function eligibilityParametersOn(
  day: Day,
  dated = eligibilityParameters,
): Dated<EligibilityParameters> | undefined {
  return inForceOn(dated, day)
}

export const eligibilityRules = [
  'registered_in_time',
  'work_ability_tested',
  'work_ability_common_instrument',
  'work_ability_documented',
  'work_ability_at_least_half',
  'in_programme',
] as const
export type EligibilityRule = (typeof eligibilityRules)[number]

export type EligibilityBecause =
  | 'registration.in_time'
  | 'registration.too_late'
  | 'registration.missing'
  | 'registration.unknown'
  | 'test.done'
  | 'test.booked'
  | 'test.booked_too_late'
  | 'test.not_done'
  | 'test.unknown'
  | 'instrument.common'
  | 'instrument.other'
  | 'instrument.unknown'
  | 'document.exists'
  | 'document.missing'
  | 'document.unknown'
  | 'half.reached'
  | 'half.not_reached'
  | 'half.unknown'
  | 'programme.held'
  | 'programme.not_held'
  | 'programme.unknown'

/** What would turn the answer, and by (or to) which day. */
export type WouldChange =
  | {
      readonly code:
        | 'register'
        | 'ask_registration'
        | 'book_test'
        | 'await_test'
        | 'ask_test'
        | 'test_again'
        | 'write_document'
        | 'ask_document'
        | 'join_programme'
        | 'ask_programme'
      readonly by: Day
    }
  | { readonly code: 'move_start'; readonly to: Day }

export type EligibilityAnswer = {
  readonly rule: EligibilityRule
  readonly state: 'met' | 'not_met' | 'unknown'
  readonly because: { readonly code: EligibilityBecause; readonly facts: Readonly<Record<string, string | number>> }
  readonly wouldChange?: WouldChange
  readonly source: string
}

export type Eligibility = {
  readonly mayBeProposed: 'yes' | 'not_yet' | 'unknown'
  readonly rules: readonly EligibilityAnswer[]
}

const seed = 'Målgruppsprocessen, avsnitt b'
/** Where each rule stands. */
export const eligibilitySources: Readonly<Record<EligibilityRule, string>> = {
  registered_in_time: seed,
  work_ability_tested: seed,
  work_ability_common_instrument: seed,
  work_ability_documented: seed,
  work_ability_at_least_half: seed,
  in_programme: 'Lokala jobbspår, programgrunden för deltagarens ersättning och försäkring',
}

/**
 * Whether a person may be proposed for a job that starts on a day, rule by rule (TGT-6; JSP-9 for programmes):
 * registered in time, work ability tested with a common instrument, documented, at least half. Each answer says why and what
 * would change it. A rule that fails gives `not_yet`, never "no": the answer is about this start, not about the person.
 */
export function eligibility(
  facts: EligibilityFacts,
  job: EligibilityJob,
  parameters: EligibilityParameters,
  today: Day,
): Eligibility {
  const rules = [
    registered(facts, job, parameters, today),
    tested(facts, job, today),
    commonInstrument(facts, job, parameters),
    documented(facts, job),
    atLeastHalf(facts, job),
    ...(job.programmes === undefined ? [] : [inProgramme(facts, job.programmes, job.starts)]),
  ]
  const some = (state: EligibilityAnswer['state']): boolean => rules.some(rule => rule.state === state)
  return { mayBeProposed: some('not_met') ? 'not_yet' : some('unknown') ? 'unknown' : 'yes', rules }
}

function registered(
  { registration }: EligibilityFacts,
  { starts }: EligibilityJob,
  { registrationDaysAhead }: EligibilityParameters,
  today: Day,
): EligibilityAnswer {
  const latest = addDays(starts, -registrationDaysAhead)
  const facts = { latest, daysAhead: registrationDaysAhead }
  const answer = ruled('registered_in_time')
  if (registration.state === 'unknown') {
    return answer('unknown', 'registration.unknown', facts, {
      code: 'ask_registration',
      by: latest > today ? latest : today,
    })
  }
  if (registration.state === 'not_registered') {
    const inTime = today <= latest
    const wouldChange = inTime
      ? ({ code: 'register', by: latest } as const)
      : ({ code: 'move_start', to: addDays(today, registrationDaysAhead) } as const)
    return answer('not_met', 'registration.missing', facts, wouldChange)
  }
  const { since } = registration
  if (since <= latest) return answer('met', 'registration.in_time', { ...facts, since })
  const to = addDays(since, registrationDaysAhead)
  return answer('not_met', 'registration.too_late', { ...facts, since }, { code: 'move_start', to })
}

function tested({ workAbility }: EligibilityFacts, { starts }: EligibilityJob, today: Day): EligibilityAnswer {
  const answer = ruled('work_ability_tested')
  const { tested, testedOn, bookedFor } = workAbility
  if (tested === 'yes' && (testedOn === undefined || testedOn <= starts)) {
    return answer('met', 'test.done', testedOn === undefined ? {} : { on: testedOn })
  }
  // An appointment that has passed without a result is not an appointment any more.
  if (tested !== 'yes' && bookedFor !== undefined && bookedFor >= today) {
    const facts = { on: bookedFor, starts }
    if (bookedFor <= starts) return answer('not_met', 'test.booked', facts, { code: 'await_test', by: bookedFor })
    return answer('not_met', 'test.booked_too_late', facts, { code: 'move_start', to: bookedFor })
  }
  if (tested === 'unknown') return answer('unknown', 'test.unknown', {}, { code: 'ask_test', by: starts })
  return answer('not_met', 'test.not_done', {}, { code: 'book_test', by: starts })
}

function commonInstrument(
  { workAbility: { instrument } }: EligibilityFacts,
  { starts }: EligibilityJob,
  { commonInstruments }: EligibilityParameters,
): EligibilityAnswer {
  const answer = ruled('work_ability_common_instrument')
  if (instrument === undefined) return answer('unknown', 'instrument.unknown', {}, { code: 'ask_test', by: starts })
  if (commonInstruments === undefined || commonInstruments.includes(instrument)) {
    return answer('met', 'instrument.common', { instrument })
  }
  return answer('not_met', 'instrument.other', { instrument }, { code: 'test_again', by: starts })
}

function documented({ workAbility }: EligibilityFacts, { starts }: EligibilityJob): EligibilityAnswer {
  const answer = ruled('work_ability_documented')
  if (workAbility.documented === 'yes') return answer('met', 'document.exists')
  if (workAbility.documented === 'no')
    return answer('not_met', 'document.missing', {}, { code: 'write_document', by: starts })
  return answer('unknown', 'document.unknown', {}, { code: 'ask_document', by: starts })
}

function atLeastHalf({ workAbility }: EligibilityFacts, { starts }: EligibilityJob): EligibilityAnswer {
  const answer = ruled('work_ability_at_least_half')
  if (workAbility.atLeastHalf === 'yes') return answer('met', 'half.reached')
  if (workAbility.atLeastHalf === 'no')
    return answer('not_met', 'half.not_reached', {}, { code: 'test_again', by: starts })
  return answer('unknown', 'half.unknown', {}, { code: 'ask_test', by: starts })
}

function inProgramme({ programmes }: EligibilityFacts, asked: readonly string[], starts: Day): EligibilityAnswer {
  const answer = ruled('in_programme')
  const facts = { asked: asked.join(', ') }
  if (programmes === 'unknown')
    return answer('unknown', 'programme.unknown', facts, { code: 'ask_programme', by: starts })
  const held = programmes.find(({ code, period }) => asked.includes(code) && contains(period, starts))
  if (held) return answer('met', 'programme.held', { programme: held.code })
  return answer('not_met', 'programme.not_held', facts, { code: 'join_programme', by: starts })
}

type Answering = (
  state: EligibilityAnswer['state'],
  code: EligibilityBecause,
  facts?: EligibilityAnswer['because']['facts'],
  wouldChange?: WouldChange,
) => EligibilityAnswer

function ruled(rule: EligibilityRule): Answering {
  return (state, code, facts = {}, wouldChange) => ({
    rule,
    state,
    because: { code, facts },
    wouldChange,
    source: eligibilitySources[rule],
  })
}
