import { type Day, type ExplanationLine, inForceOn, type TurnedOn, type Wording } from '#kernel'
import {
  type CaseFacts,
  type Condition,
  type GoverningRule,
  type Held,
  holdParts,
  holds,
  type PartHeld,
  type Ruling,
} from './governing-rule.ts'

export type Judgement = {
  readonly outcome: Ruling | 'no_rule' | 'unknown'
  /** The rules that say so, in the order they stand in the policy. */
  readonly rules: readonly string[]
  /** The parts of rules that could change the outcome and that no fact answers. */
  readonly missing: readonly (keyof Condition)[]
  readonly lines: readonly ExplanationLine[]
}

/**
 * Holds a case against the rules in force on a day (STR-3). An exemption stands before special care, and special care before
 * "should be considered". A rule that a missing fact keeps open makes the outcome unknown if it would come first.
 */
export function judgeCase(
  facts: CaseFacts,
  policy: readonly GoverningRule[],
  day: Day,
  turnedOn: TurnedOn = new Set(),
): Judgement {
  const judged = rulesOn(policy, day, turnedOn).map(rule => ({
    rule,
    held: holds(rule.value.when, facts),
    parts: holdParts(rule.value.when, facts),
  }))
  const lines = judged.map(({ rule, held, parts }) => lineOf(rule, held, parts))
  for (const ruling of ['exempt', 'special_care', 'consider'] as const) {
    const saying = judged.filter(({ rule }) => rule.value.ruling === ruling)
    const certain = saying.filter(({ held }) => held === 'yes')
    if (certain.length > 0) return { outcome: ruling, rules: certain.map(({ rule }) => rule.id), missing: [], lines }
    const open = saying.filter(({ held }) => held === 'unknown')
    if (open.length > 0) {
      const missing = open.flatMap(({ parts }) =>
        parts.filter(({ held }) => held === 'unknown').map(({ part }) => part),
      )
      return { outcome: 'unknown', rules: open.map(({ rule }) => rule.id), missing: [...new Set(missing)], lines }
    }
  }
  return { outcome: 'no_rule', rules: [], missing: [], lines }
}

/** The version of each rule that holds on the day; unverified ones only when turned on. */
function rulesOn(policy: readonly GoverningRule[], day: Day, turnedOn: TurnedOn): GoverningRule[] {
  const ids = [...new Set(policy.map(({ id }) => id))]
  return ids.flatMap(
    id =>
      inForceOn(
        policy.filter(rule => rule.id === id && (rule.confidence !== 'unverified' || turnedOn.has(id))),
        day,
      ) ?? [],
  )
}

/** What the rule says of the case; when it does not apply or cannot be said, the parts that decide that. */
function lineOf(rule: GoverningRule, held: Held, parts: readonly PartHeld[]): ExplanationLine {
  const deciding = parts.filter(one => one.held === held).map(({ part }) => partNames[part])
  const [sv, en] = [deciding.map(one => one.sv).join(', '), deciding.map(one => one.en).join(', ')]
  const ruling = says[rule.value.ruling]
  const then = {
    yes: { sv: `gäller. ${ruling.sv}`, en: `applies. ${ruling.en}` },
    no: { sv: `gäller inte (${sv}).`, en: `does not apply (${en}).` },
    unknown: {
      sv: `går inte att säga än, för uppgift saknas (${sv}).`,
      en: `cannot be said yet, since a fact is missing (${en}).`,
    },
  }[held]
  return {
    rule: rule.id.startsWith('strategy.') ? rule.id : 'strategy.local_policy',
    source: rule.source,
    inputs: { rule: rule.id, ...Object.fromEntries(parts.map(one => [one.part, one.held])) },
    says: { sv: `${rule.name.sv}: ${then.sv}`, en: `${rule.name.en}: ${then.en}` },
  }
}

const says: Readonly<Record<Ruling, Wording>> = {
  exempt: { sv: 'Upphandlingen är undantagen.', en: 'The procurement is exempt.' },
  special_care: { sv: 'Upphandlingen kräver särskild uppmärksamhet.', en: 'The procurement needs special care.' },
  consider: { sv: 'Krav bör övervägas.', en: 'A requirement should be considered.' },
}

const length = { sv: 'avtalets längd', en: 'the length of the contract' }
const jobs = { sv: 'antalet heltidsjobb', en: 'the number of full-time jobs' }
const value = { sv: 'värdet', en: 'the value' }

/** What each part of a condition asks about, in words. */
export const partNames: Readonly<Record<keyof Condition, Wording>> = {
  cpvStartsWith: { sv: 'CPV-koden', en: 'the CPV code' },
  types: { sv: 'slaget av inköp', en: 'the kind of purchase' },
  procedures: { sv: 'sättet att köpa', en: 'the way of purchase' },
  valueAtLeast: value,
  valueBelow: value,
  longerThanMonths: length,
  notLongerThanMonths: length,
  shorterThanMonths: length,
  jobsAbove: jobs,
  jobsAtMost: jobs,
  jobsBelow: jobs,
  areas: { sv: 'området', en: 'the area' },
  groups: { sv: 'målgruppen', en: 'the target group' },
}
