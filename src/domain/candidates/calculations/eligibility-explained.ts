import { type Dated, type Entry, type ExplanationLine, entryOn, ruleEntry, sayDays, type Wording } from '#kernel'
import {
  type EligibilityAnswer,
  type EligibilityParameters,
  type EligibilityRule,
  eligibilityParameters,
  eligibilityRules,
  eligibilitySources,
} from '../eligibility.ts'
import {
  eligibilityChanges,
  eligibilityDemands,
  eligibilityReasons,
  eligibilityRuleNames,
} from '../eligibility-sentences.ts'

const entries = Object.fromEntries(eligibilityRules.map(rule => [rule, entryOf(rule)])) as Readonly<
  Record<EligibilityRule, Entry<Wording>>
>

function entryOf(rule: EligibilityRule): Entry<Wording> {
  return ruleEntry(`candidates.eligibility.${rule}`, eligibilityRuleNames[rule], {
    value: eligibilityDemands[rule],
    validFrom: '2026-01-01',
    source: eligibilitySources[rule],
    confidence: 'source',
  })
}

const daysAhead: Entry<EligibilityParameters> = {
  id: 'candidates.eligibility.registration_days_ahead',
  kind: 'parameter',
  name: {
    sv: 'Inskriven hos Arbetsförmedlingen före start',
    en: 'Registered with Arbetsförmedlingen before the start',
  },
  versions: eligibilityParameters,
  shown: ({ registrationDaysAhead }) => sayDays(registrationDaysAhead),
}

/** The parameters in force on a day, as the calculation reads them. */
export function parametersOn(day: string): Dated<EligibilityParameters> | undefined {
  return entryOn(daysAhead, day)
}

export const eligibilityEntries: readonly Entry<unknown>[] = [...Object.values(entries), daysAhead]

/** Each answer as a line: met, not met or unknown, why, and what would change it and by when. */
export function explainEligibility(answers: readonly EligibilityAnswer[]): ExplanationLine[] {
  return answers.map(({ rule, state, because, wouldChange, source }) => {
    const why = filled(eligibilityReasons[because.code], because.facts)
    const change = wouldChange
      ? filled(eligibilityChanges[wouldChange.code], { day: 'to' in wouldChange ? wouldChange.to : wouldChange.by })
      : { sv: '', en: '' }
    const [name, mark] = [eligibilityRuleNames[rule], marks[state]]
    return {
      rule: entries[rule].id,
      source,
      inputs: because.facts,
      says: {
        sv: `${name.sv}: ${mark.sv} ${why.sv} ${change.sv}`.trim(),
        en: `${name.en}: ${mark.en} ${why.en} ${change.en}`.trim(),
      },
    }
  })
}

const marks: Readonly<Record<EligibilityAnswer['state'], Wording>> = {
  met: { sv: 'ja.', en: 'yes.' },
  not_met: { sv: 'inte än.', en: 'not yet.' },
  unknown: { sv: 'vet inte.', en: 'unknown.' },
}

function filled(sentence: Wording, facts: Readonly<Record<string, string | number>>): Wording {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')).replace(/ \./g, '.')
  return { sv: fill(sentence.sv), en: fill(sentence.en) }
}
