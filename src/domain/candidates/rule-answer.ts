import { type Day, type Entry, type ExplanationLine, explain, type Wording } from '#kernel'

/** What is known of one fact. Unknown is never "no". */
export type Answer = 'yes' | 'no' | 'unknown'

export type RuleState = 'met' | 'not_met' | 'unknown'

/** What would turn an answer, and the last (or first possible) day of it; no day when any day will do. */
export type Change = { readonly says: Wording; readonly by?: Day }

/** One rule held against the facts: met, not met or unknown, why, and what would change it (TGT-6). */
export type RuleAnswer = {
  readonly rule: string
  readonly state: RuleState
  readonly why: ExplanationLine
  readonly wouldChange?: Change
}

/** An answer under a registered rule, on the day it is asked about. */
export function answerTo(
  entry: Entry<unknown>,
  day: Day,
  state: RuleState,
  inputs: ExplanationLine['inputs'],
  says: Wording,
  wouldChange?: Change,
): RuleAnswer {
  return { rule: entry.id, state, why: explain(entry, day, inputs, says), ...(wouldChange && { wouldChange }) }
}

/** All must hold: one that does not decides, then one that is unknown. */
export function allOf(states: readonly RuleState[]): RuleState {
  if (states.includes('not_met')) return 'not_met'
  return states.includes('unknown') ? 'unknown' : 'met'
}

/** One is enough: one that holds decides, then one that is unknown. */
export function anyOf(states: readonly RuleState[]): RuleState {
  if (states.includes('met')) return 'met'
  return states.includes('unknown') ? 'unknown' : 'not_met'
}

export function metIf(holds: boolean): RuleState {
  return holds ? 'met' : 'not_met'
}

export function stateOf(answer: Answer): RuleState {
  return ({ yes: 'met', no: 'not_met', unknown: 'unknown' } as const)[answer]
}

/** The answer as lines of an explanation: why, and what would change it. */
export function linesOf(answers: readonly RuleAnswer[]): ExplanationLine[] {
  return answers.map(({ state, why, wouldChange }) => {
    const { sv, en } = state === 'not_met' && wouldChange === undefined ? never : marks[state]
    const change = wouldChange?.says ?? { sv: '', en: '' }
    return {
      ...why,
      says: { sv: `${sv} ${why.says.sv} ${change.sv}`.trim(), en: `${en} ${why.says.en} ${change.en}`.trim() },
    }
  })
}

/** What nothing can change is a plain no. */
const never: Wording = { sv: 'Nej.', en: 'No.' }

const marks: Readonly<Record<RuleState, Wording>> = {
  met: { sv: 'Ja.', en: 'Yes.' },
  not_met: { sv: 'Inte än.', en: 'Not yet.' },
  unknown: { sv: 'Vet inte.', en: 'Unknown.' },
}
