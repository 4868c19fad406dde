import { addMonths, type Day, type Entry, entryOn, sayKronor, type Wording } from '#kernel'
import { type Answer, answerTo, type Change, type RuleAnswer, stateOf } from '../rule-answer.ts'
import type { SupportCase, SupportKind } from './facts.ts'
import { redundancyMonths, taxDebtLimit } from './parameters.ts'
import { isApplied, isDecided, moveTo, conditionRule as rule, timingRules } from './timing.ts'

const registered = rule(
  'registered',
  { sv: 'Inskriven hos Arbetsförmedlingen', en: 'Registered with Arbetsförmedlingen' },
  { sv: 'personen är inskriven när beslutet fattas', en: 'the person is registered when the decision is made' },
)
const redundancy = rule(
  'no_redundancy',
  { sv: 'Ingen arbetsbrist', en: 'No redundancy' },
  {
    sv: 'ingen har sagts upp för arbetsbrist på enheten under tiden före',
    en: 'nobody at the unit has been made redundant in the time before',
  },
)
const debts = rule(
  'tax_debts',
  { sv: 'Skulder', en: 'Debts' },
  { sv: 'inga större skulder hos Skatteverket', en: 'no larger debts to Skatteverket' },
)
const owned = rule(
  'not_own_business',
  { sv: 'Inte eget företag', en: 'Not own business' },
  {
    sv: 'personen och familjen äger inte mer än en tredjedel av ett aktiebolag, och ingen del av annan firma',
    en: 'the person and its family own no more than a third of a limited company, and no part of another firm',
  },
)
const plain = {
  registeredWithTaxAgency: rule(
    'employer_registered',
    { sv: 'Arbetsgivaren är registrerad', en: 'The employer is registered' },
    { sv: 'registrerad hos Skatteverket', en: 'registered with Skatteverket' },
  ),
  tradingBan: rule(
    'no_trading_ban',
    { sv: 'Inget näringsförbud', en: 'No trading ban' },
    {
      sv: 'varken arbetsgivaren eller dess företrädare har näringsförbud',
      en: 'neither the employer nor its representatives have one',
    },
  ),
  insolvent: rule(
    'solvent',
    { sv: 'Inte på obestånd', en: 'Not insolvent' },
    { sv: 'varken i konkurs eller rekonstruktion', en: 'neither bankrupt nor in restructuring' },
  ),
  payByAgreement: rule(
    'pay_by_agreement',
    { sv: 'Lön enligt kollektivavtal', en: 'Pay by collective agreement' },
    { sv: 'eller likvärdig lön', en: 'or equal pay' },
  ),
  electronicPay: rule(
    'electronic_pay',
    { sv: 'Elektronisk lön', en: 'Electronic pay' },
    { sv: 'lönen betalas elektroniskt hela tiden', en: 'pay is electronic the whole time' },
  ),
  otherSupport: rule(
    'one_cost_one_support',
    { sv: 'Ett stöd för en kostnad', en: 'One support for one cost' },
    { sv: 'inget annat stöd för samma kostnad', en: 'no other support for the same cost' },
  ),
} as const

export const conditionRules: readonly Entry<unknown>[] = [
  ...timingRules,
  registered,
  redundancy,
  debts,
  owned,
  ...Object.values(plain),
]

/** The conditions that come before any ground of the person's (§ numbers in the register): when, and of whom. */
export function judgeConditions(support: SupportKind, one: SupportCase, today: Day): RuleAnswer[] {
  const { employer, job } = one
  const no = (answer: Answer): Answer => (({ yes: 'no', no: 'yes', unknown: 'unknown' }) as const)[answer]
  const simple = (entry: Entry<unknown>, answer: Answer): RuleAnswer =>
    answerTo(
      entry,
      job.starts,
      stateOf(answer),
      { answer },
      said(entry),
      answer === 'yes' ? undefined : mend(entry, answer, job.starts),
    )
  const paid = support === 'nystartsjobb' || support === 'introduktionsjobb' || support === 'etableringsjobb'
  return [
    isDecided(one, today),
    ...(support === 'nystartsjobb' || support === 'etableringsjobb' ? [isApplied(support, one, today)] : []),
    simple(registered, one.person.registered),
    simple(plain.registeredWithTaxAgency, employer.registeredWithTaxAgency),
    simple(plain.tradingBan, no(employer.tradingBan)),
    simple(plain.insolvent, no(employer.insolvent)),
    hasNoDebts(one),
    ...(paid ? [nobodyRedundant(one)] : []),
    simple(plain.payByAgreement, employer.payByAgreement),
    simple(plain.electronicPay, employer.electronicPay),
    ...(support === 'nystartsjobb' ? [isNotOwn(one)] : []),
    simple(plain.otherSupport, no(job.otherSupportForSameCost)),
  ]
}

/** The condition itself as a sentence; the state before it says whether it holds. */
function said(entry: Entry<unknown>): Wording {
  return { sv: `${entry.name.sv}.`, en: `${entry.name.en}.` }
}

function mend(entry: Entry<unknown>, answer: Answer, by: Day): Change {
  const { sv, en } = entry.name
  return answer === 'no'
    ? { by, says: { sv: `Krävs senast ${by}: ${sv}.`, en: `Needed by ${by}: ${en}.` } }
    : { by, says: { sv: `Fråga senast ${by}: ${sv}?`, en: `Ask by ${by}: ${en}?` } }
}

function nobodyRedundant({ employer: { lastRedundancyOn }, job: { starts } }: SupportCase): RuleAnswer {
  if (lastRedundancyOn === undefined)
    return answerTo(redundancy, starts, 'unknown', {}, said(redundancy), mend(redundancy, 'unknown', starts))
  if (lastRedundancyOn === 'never') return answerTo(redundancy, starts, 'met', {}, said(redundancy))
  const months = entryOn(redundancyMonths, starts)?.value ?? 0
  const free = addMonths(lastRedundancyOn, months)
  const says = {
    sv: `Senast någon sades upp för arbetsbrist var ${lastRedundancyOn}.`,
    en: `Somebody was last made redundant on ${lastRedundancyOn}.`,
  }
  const inputs = { lastRedundancyOn, months }
  return free <= starts
    ? answerTo(redundancy, starts, 'met', inputs, says)
    : answerTo(redundancy, starts, 'not_met', inputs, says, moveTo(free))
}

function hasNoDebts({ employer: { taxDebtKronor }, job: { starts } }: SupportCase): RuleAnswer {
  const limit = entryOn(taxDebtLimit, starts)?.value ?? 0
  if (taxDebtKronor === undefined)
    return answerTo(debts, starts, 'unknown', { limit }, said(debts), mend(debts, 'unknown', starts))
  const [has, most] = [sayKronor(taxDebtKronor), sayKronor(limit)]
  const says = {
    sv: `Skulden är ${has.sv} och får vara ${most.sv}.`,
    en: `The debt is ${has.en} and may be ${most.en}.`,
  }
  const inputs = { taxDebtKronor, limit }
  if (taxDebtKronor <= limit) return answerTo(debts, starts, 'met', inputs, says)
  return answerTo(debts, starts, 'not_met', inputs, says, {
    by: starts,
    says: { sv: `Betala ner skulden senast ${starts}.`, en: `Pay the debt down by ${starts}.` },
  })
}

function isNotOwn({ job: { ownership, starts } }: SupportCase): RuleAnswer {
  if (ownership === 'unknown')
    return answerTo(owned, starts, 'unknown', { ownership }, said(owned), mend(owned, 'unknown', starts))
  const fine = ownership === 'none' || ownership === 'company_at_most_third'
  return answerTo(owned, starts, fine ? 'met' : 'not_met', { ownership }, said(owned))
}
