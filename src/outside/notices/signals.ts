import { meaningOf } from './codes.ts'
import { type Mentions, mentionsOf } from './employment-words.ts'
import type { LotEntry, Signal, SignalReason } from './notice.ts'
import { chooseText } from './texts.ts'

type CodeSign = Pick<Signal, 'about' | 'strength'> & { readonly why: SignalReason }

const employment = (strength: Signal['strength'], why: SignalReason): CodeSign => ({
  about: 'employment',
  strength,
  why,
})
const reservation = (strength: Signal['strength'], why: SignalReason): CodeSign => ({
  about: 'reservation',
  strength,
  why,
})

/**
 * What each code is a sign of (data.md §5, domain.md §7.5). Codes that are not here are no sign: accessibility for users
 * and human rights in supply chains are social aims, but nobody gets work by them.
 */
const codeSigns: Readonly<Record<'BT-06' | 'BT-775' | 'BT-71' | 'BT-736', ReadonlyMap<string, CodeSign>>> = {
  'BT-06': new Map([['soc-obj', employment('possible', 'social_objective')]]),
  'BT-775': new Map([
    ['opp', employment('clear', 'employment_objective')],
    ['et-eq', employment('possible', 'social_objective_near')],
    ['gen-eq', employment('possible', 'social_objective_near')],
    ['work-cond', employment('possible', 'social_objective_near')],
    ['other', employment('possible', 'social_objective_near')],
  ]),
  'BT-71': new Map([
    ['res-ws', reservation('clear', 'reserved_for_integration')],
    ['res-pub-ser', reservation('possible', 'reserved_for_public_mission')],
  ]),
  'BT-736': new Map([
    ['yes', reservation('clear', 'reserved_execution')],
    ['not-known', reservation('possible', 'reserved_execution_open')],
  ]),
}

const lists = {
  'BT-06': 'strategic-procurement',
  'BT-775': 'social-objective',
  'BT-71': 'reserved-procurement',
  'BT-736': 'reserved-execution',
} as const

/**
 * The signs of employment in a lot, codes before texts. A filled BT-70 alone is none: it is mandatory in some notices and
 * says anything (data.md §5). The strength tells how plainly the notice says it, never anything about people.
 */
export function signalsOf(lot: LotEntry, language: string | null): Signal[] {
  const codes = [
    ...lot.strategic.flatMap(code => codeSignal('BT-06', code)),
    ...lot.social.flatMap(code => codeSignal('BT-775', code)),
    ...lot.reservedParticipation.flatMap(code => codeSignal('BT-71', code)),
    ...codeSignal('BT-736', lot.reservedExecution ?? ''),
  ]
  const texts = [
    ...textMentions('BT-70', chooseText(lot.performanceTerms, language)),
    ...lot.strategicDescription.flatMap(description => textMentions('BT-777', chooseText(description, language))),
    ...textMentions('BT-300', chooseText(lot.note, language)),
  ]
  const isAboutEmployment =
    codes.some(signal => signal.about === 'employment') || texts.some(text => text.mentions.strength !== 'supporting')
  return [...codes, ...(isAboutEmployment ? texts.map(textSignal) : [])]
}

function codeSignal(field: keyof typeof codeSigns, code: string): Signal[] {
  const sign = codeSigns[field].get(code)
  if (sign === undefined) return []
  const { about, strength, why } = sign
  return [{ field, about, value: code, label: meaningOf(lists[field], code) ?? null, strength, why: [why], words: [] }]
}

type TextMentions = {
  readonly field: 'BT-70' | 'BT-777' | 'BT-300'
  readonly text: string
  readonly mentions: Mentions
}

function textMentions(field: TextMentions['field'], text: string | null): TextMentions[] {
  const mentions = text === null ? undefined : mentionsOf(text)
  return text === null || mentions === undefined ? [] : [{ field, text, mentions }]
}

function textSignal({ field, text, mentions: { why, words, strength } }: TextMentions): Signal {
  const told = strength === 'clear' ? 'clear' : 'possible'
  return { field, about: 'employment', value: text, label: null, strength: told, why, words }
}
