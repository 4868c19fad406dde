import { type Day, type ExplanationLine, entryOn, type TurnedOn } from '#kernel'
import { allOf, anyOf, type RuleAnswer, type RuleState } from '../rule-answer.ts'
import { judgeConditions } from './conditions.ts'
import { type EstablishmentAmount, establishmentAmount, establishmentGrounds } from './etableringsjobb.ts'
import { type SupportCase, type SupportKind, supportKinds } from './facts.ts'
import {
  shelteredWorkGrounds,
  supportPersonGrounds,
  vocationalIntroduction,
  vocationalIntroductionGrounds,
  wageSubsidyGrounds,
} from './individual.ts'
import { type IntroAmount, introAmount, introGrounds } from './introduktionsjobb.ts'
import { type NystartAmount, nystartAmount } from './nystart-amount.ts'
import { nystartGrounds } from './nystartsjobb.ts'

/** What may come of a support: "kan vara aktuellt", "för lite underlag", "troligen inte aktuellt". */
export type SupportOutlook = 'may_be_relevant' | 'too_little_known' | 'probably_not'

export type SupportAnswer = {
  readonly support: SupportKind
  readonly outlook: SupportOutlook
  /** About the person. Never shown to an employer. */
  readonly grounds: readonly RuleAnswer[]
  /** About the job, the time and the employer. */
  readonly conditions: readonly RuleAnswer[]
  /** Counted as if every condition were met; only for a support whose grounds are met, and never for lönebidrag. */
  readonly amount?: NystartAmount | IntroAmount | EstablishmentAmount
}

/** Which supports may come with a person into a job (PRC-9), each with its grounds, conditions, what would change them, and the amount where law gives one. */
export function judgeSupports(one: SupportCase, today: Day, turnedOn: TurnedOn = new Set()): SupportAnswer[] {
  return supportKinds
    .filter(
      support =>
        support !== 'yrkesintroduktion' || entryOn(vocationalIntroduction, one.job.starts, turnedOn) !== undefined,
    )
    .map(support => {
      const grounds = groundsOf[support](one)
      const grounded = (support === 'nystartsjobb' ? anyOf : allOf)(grounds.map(({ state }) => state))
      const conditions = judgeConditions(support, one, today)
      const amount = grounded === 'met' ? amountOf(support, one, grounds, turnedOn) : undefined
      return {
        support,
        outlook: outlooks[allOf([grounded, ...conditions.map(({ state }) => state)])],
        grounds,
        conditions,
        ...(amount && { amount }),
      }
    })
}

const groundsOf: Readonly<Record<SupportKind, (one: SupportCase) => RuleAnswer[]>> = {
  nystartsjobb: nystartGrounds,
  introduktionsjobb: introGrounds,
  etableringsjobb: establishmentGrounds,
  lonebidrag: wageSubsidyGrounds,
  skyddat_arbete: shelteredWorkGrounds,
  sius: supportPersonGrounds,
  yrkesintroduktion: vocationalIntroductionGrounds,
}

function amountOf(
  support: SupportKind,
  one: SupportCase,
  grounds: readonly RuleAnswer[],
  turnedOn: TurnedOn,
): SupportAnswer['amount'] {
  if (support === 'nystartsjobb') return nystartAmount(one, grounds, turnedOn)
  if (support === 'introduktionsjobb') return introAmount(one)
  return support === 'etableringsjobb' ? establishmentAmount(one, turnedOn) : undefined
}

const outlooks: Readonly<Record<RuleState, SupportOutlook>> = {
  met: 'may_be_relevant',
  unknown: 'too_little_known',
  not_met: 'probably_not',
}

/** What an employer may see of one support: nothing of the person but whether it may be relevant, and what it brings. */
export type EmployerSupport = {
  readonly support: 'nystartsjobb' | 'introduktionsjobb' | 'etableringsjobb'
  readonly outlook: SupportOutlook
  readonly monthlyKronor?: number
  readonly longestMonths?: number
  /** What the employer and the job must fulfil. */
  readonly conditions: readonly RuleAnswer[]
}

/**
 * The employer's view (PRC-9, GEN-1). Supports that rest on a disability or on health are left out whole, for everybody alike, so
 * that neither their presence nor their absence tells anything; grounds about the person are left out of the others, and so is
 * the condition of the person's own registration. The view is the same for two people who differ in nothing else.
 */
export function employerView(answers: readonly SupportAnswer[]): EmployerSupport[] {
  return answers.flatMap(({ support, outlook, conditions, amount }) => {
    if (support !== 'nystartsjobb' && support !== 'introduktionsjobb' && support !== 'etableringsjobb') return []
    const own = conditions.filter(({ rule }) => rule !== 'candidates.support.condition.registered')
    return [
      {
        support,
        outlook,
        ...(amount &&
          'monthlyKronor' in amount && { monthlyKronor: amount.monthlyKronor, longestMonths: amount.longestMonths }),
        conditions: own,
      },
    ]
  })
}

/** The arithmetic behind an amount, if there is one. */
export function amountLines({ amount }: SupportAnswer): readonly ExplanationLine[] {
  return amount?.lines ?? []
}
