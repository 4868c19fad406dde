import {
  type EligibilityBecause,
  type EligibilityRule,
  eligibilityChanges,
  eligibilityReasons,
  eligibilityRuleNames,
  type WouldChange,
} from '#domain/candidates'
import { type Day, isDay } from '#kernel'
import { defineTexts, formatDay, type Language } from '#shell'

function filled(
  sentence: { sv: string; en: string },
  facts: Readonly<Record<string, string | number>>,
  language: Language,
  today: Day,
): string {
  return sentence[language === 'en' ? 'en' : 'sv']
    .replace(/\{(\w+)\}/g, (_, name) => {
      const fact = facts[name]
      return isDay(fact) ? formatDay(fact, language, today) : String(fact ?? '')
    })
    .replace(/ \./g, '.')
}

export function ruleWord(rule: EligibilityRule, language: Language): string {
  return eligibilityRuleNames[rule][language === 'en' ? 'en' : 'sv']
}

export function reasonText(
  because: { readonly code: EligibilityBecause; readonly facts: Readonly<Record<string, string | number>> },
  language: Language,
  today: Day,
): string {
  return filled(eligibilityReasons[because.code], because.facts, language, today)
}

export function changeText(change: WouldChange, language: Language, today: Day): string {
  return filled(eligibilityChanges[change.code], { day: 'to' in change ? change.to : change.by }, language, today)
}

/** Eligibility on the person's page, and the facts it stands on. */
export const eligibilityTexts = defineTexts({
  sv: {
    title: 'Behörighet',
    yes: 'Kan föreslås för ett jobb som börjar {day}.',
    not_yet: 'Kan inte föreslås än för ett jobb som börjar {day}.',
    unknown: 'Vi vet inte än om personen kan föreslås för ett jobb som börjar {day}.',
    caption: 'Varje regel, vad som gäller och vad som skulle ändra det',
    rule: 'Regel',
    state: 'Gäller',
    because: 'Därför, och vad som ändrar det',
    met: 'ja',
    notMet: 'inte\u00a0än',
    stateUnknown: 'vet\u00a0inte',
    starts: 'Jobbet börjar',
    tryDay: 'Pröva dagen',
    ownChoice: 'Dagarna före start är vårt eget val. Källan säger bara ”i tillräcklig tid”.',
    facts: 'Ändra fakta',
    factsHint: 'Bara dagar och utfall. Skriv aldrig vad en bedömning säger om hälsa.',
    since: 'Inskriven hos Arbetsförmedlingen sedan',
    testedOn: 'Prövad, eller prövning bokad',
    instrument: 'Instrument',
    half: 'Minst halva arbetsförmågan',
    answerYes: 'Ja',
    answerNo: 'Nej',
    answerUnknown: 'Vet inte',
    documented: 'Prövningen är dokumenterad',
    programme: 'Program',
    save: 'Spara fakta',
    notYours: 'Matchningsenheten och stadsdelen bedömer behörigheten.',
  },
  en: {
    title: 'Eligibility',
    yes: 'May be proposed for a job that starts on {day}.',
    not_yet: 'May not be proposed yet for a job that starts on {day}.',
    unknown: 'We do not know yet whether the person may be proposed for a job that starts on {day}.',
    caption: 'Each rule, what holds and what would change it',
    rule: 'Rule',
    state: 'Holds',
    because: 'Because, and what would change it',
    met: 'yes',
    notMet: 'not\u00a0yet',
    stateUnknown: 'unknown',
    starts: 'The job starts',
    tryDay: 'Try the day',
    ownChoice: 'The days before the start are our own choice. The source only says “in sufficient time”.',
    facts: 'Change the facts',
    factsHint: 'Days and outcomes only. Never write what an assessment says about health.',
    since: 'Registered with Arbetsförmedlingen since',
    testedOn: 'Tested, or test booked for',
    instrument: 'Instrument',
    half: 'At least half the work ability',
    answerYes: 'Yes',
    answerNo: 'No',
    answerUnknown: 'Unknown',
    documented: 'The test is documented',
    programme: 'Programme',
    save: 'Save the facts',
    notYours: 'The matching unit and the district judge eligibility.',
  },
})
