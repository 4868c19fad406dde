import type { SignalReason } from './notice.ts'

/** A supporting word means something only where something else already speaks of employment: target groups are everywhere. */
type Strength = 'clear' | 'possible' | 'supporting'

type Term = { readonly why: SignalReason; readonly strength: Strength; readonly pattern: RegExp }

/** Not preceded by a letter: `\b` knows no å, ä or ö. */
const start = '(?<!\\p{L})'

function term(why: SignalReason, strength: Term['strength'], words: readonly string[]): Term {
  return { why, strength, pattern: new RegExp(`${start}(?:${words.join('|')})`, 'giu') }
}

/**
 * Words by which a free text speaks of work for people who stand far from it. Left out on purpose: the labour-law
 * conditions of LOU 17:2-3 (anställningsvillkor, anställningsskydd) and "i praktiken", which are about something else.
 */
const terms: readonly Term[] = [
  term('says_employment_requirement', 'clear', [
    'sysselsättnings(?:krav|villkor|klausul|främjande|åtgärd)\\p{L}*',
    'employment (?:requirement|clause)s?',
    'targeted recruitment',
  ]),
  term('says_unemployed', 'clear', [
    '(?:långtids)?arbetslös\\p{L}*',
    'arbetssökande',
    '(?:stå\\p{L}* |personer )?(?:långt|utanför) (?:från )?arbetsmarknaden',
    'vägar? in på arbetsmarknaden',
    'svårt att (?:etablera sig|få arbete|komma in på arbetsmarknaden)',
    '(?:long[- ]term )?unemploy(?:ed|ment)',
    'job[- ]?seekers?',
  ]),
  term('says_full_time_months', 'clear', [
    '(?:månader(?:s)? (?:på )?heltid|heltidsmånad\\p{L}*|månaders (?:heltids)?anställning)',
    'full[- ]time months?',
  ]),
  term('says_places', 'supporting', ['antal platser', 'antalet platser', 'number of places']),
  term('says_target_group', 'supporting', [
    'målgrupp\\p{L}*',
    'nyanländ\\p{L}*',
    'utrikes ?född\\p{L}*',
    'personer med funktionsnedsättning\\p{L}*',
    'disadvantaged (?:people|persons|workers|groups)',
  ]),
  term('says_apprentice', 'possible', ['lärling\\p{L}*', 'apprentice\\p{L}*']),
  term('says_internship', 'possible', [
    '(?:arbets|yrkes|språk)?(?<!i )praktik(?!er(?!\\p{L}))\\p{L}*',
    'arbetsträning\\p{L}*',
    'trainee\\p{L}*',
    'internships?',
    'work (?:placement|experience)s?',
  ]),
  term('says_employment', 'possible', [
    'sysselsätt(?!nings(?:krav|villkor|klausul|främjande|åtgärd))\\p{L}*',
    'anställ(?!nings(?:villkor|skydd|lag))\\p{L}*',
    'nyanställ(?!nings(?:villkor|skydd|lag))\\p{L}*',
    'employment opportunit(?:y|ies)',
    'supported employment',
    'recruit\\p{L}*',
  ]),
  term('says_community_benefits', 'possible', ['community benefits?', 'social value']),
]

export type Mentions = {
  readonly why: readonly SignalReason[]
  readonly words: readonly string[]
  readonly strength: Strength
}

const strengths: readonly Strength[] = ['clear', 'possible', 'supporting']

/** No text field of eForms may hold more (BT-300). Words further on are not searched for. */
const longest = 10_000

/** What a text says of employment, or undefined when it says nothing. Two different possible signs do not make a clear one. */
export function mentionsOf(text: string): Mentions | undefined {
  const searched = text.slice(0, longest)
  const hits = terms.flatMap(({ why, strength, pattern }) => {
    const words = [...searched.matchAll(pattern)].map(match => match[0])
    return words.length === 0 ? [] : [{ why, strength, words }]
  })
  if (hits.length === 0) return undefined
  const words = new Map(hits.flatMap(hit => hit.words).map(word => [word.toLowerCase(), word]))
  return {
    why: hits.map(hit => hit.why),
    words: [...words.values()].slice(0, 20),
    strength: strengths.find(strength => hits.some(hit => hit.strength === strength)) ?? 'supporting',
  }
}
