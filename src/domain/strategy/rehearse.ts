import type { Day } from '#kernel'
import type { CaseFacts, GoverningRule } from './governing-rule.ts'
import { type Judgement, judgeCase } from './judge.ts'

/** A past case with the day it was decided on: each is judged by the rules of its own day. */
export type PastCase = { readonly id: string; readonly decidedOn: Day; readonly facts: CaseFacts }

export type Treatment = Pick<Judgement, 'outcome' | 'rules'>

export type Rehearsal = {
  readonly cases: number
  /** Cases whose outcome differs, in the order given, with the rules that say so on both sides. */
  readonly treatedDifferently: readonly { readonly id: string; readonly before: Treatment; readonly after: Treatment }[]
  readonly outcomes: Readonly<Record<Judgement['outcome'], { readonly before: number; readonly after: number }>>
}

/**
 * Runs a changed policy over past cases before it is decided (STR-3): who would have been treated differently? The changed rules
 * are judged as if they had been in force, so their own first day does not hide what they do.
 */
export function rehearse(
  cases: readonly PastCase[],
  before: readonly GoverningRule[],
  after: readonly GoverningRule[],
): Rehearsal {
  const asIfInForce = after.map(rule => ({ ...rule, validFrom: '0001-01-01', validTo: undefined }))
  const both = cases.map(({ id, facts, decidedOn }) => ({
    id,
    before: treatment(judgeCase(facts, before, decidedOn)),
    after: treatment(judgeCase(facts, asIfInForce, decidedOn)),
  }))
  const count = (outcome: Judgement['outcome']) => ({
    before: both.filter(one => one.before.outcome === outcome).length,
    after: both.filter(one => one.after.outcome === outcome).length,
  })
  return {
    cases: cases.length,
    treatedDifferently: both.filter(one => one.before.outcome !== one.after.outcome),
    outcomes: {
      exempt: count('exempt'),
      special_care: count('special_care'),
      consider: count('consider'),
      no_rule: count('no_rule'),
      unknown: count('unknown'),
    },
  }
}

function treatment({ outcome, rules }: Judgement): Treatment {
  return { outcome, rules }
}
