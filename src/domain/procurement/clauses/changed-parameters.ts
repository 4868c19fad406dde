import type { Wording } from '#kernel'
import { isRecord } from './checks.ts'
import type { EmploymentClause } from './employment-parameters.ts'

/** What a change does to the balance between the parties: to the supplier's favour (easier), hardly, or not (as hard or harder). */
export type ChangeEffect = 'shifts_to_supplier' | 'shifts_little' | 'not_to_supplier'

export type ParameterChange = {
  readonly parameter: keyof EmploymentClause
  readonly effect: ChangeEffect
  readonly says: Wording
}

/** Every parameter that differs, in the order of the clause, each with what the change does to the balance (LOU 17:14, our reading of each parameter). */
export function compareClauses(before: EmploymentClause, after: EmploymentClause): ParameterChange[] {
  return Object.entries(effects).flatMap(([name, judge]) => {
    const parameter = name as keyof EmploymentClause
    if (same(before[parameter], after[parameter])) return []
    const effect = judge(before, after)
    const { sv, en } = meanings[effect]
    const word = names[parameter]
    return [{ parameter, effect, says: { sv: `${word.sv} ändras. ${sv}`, en: `${word.en} changes. ${en}` } }]
  })
}

type Judge = (before: EmploymentClause, after: EmploymentClause) => ChangeEffect

const effects: Readonly<Record<keyof EmploymentClause, Judge>> = {
  variant: () => 'shifts_to_supplier',
  fullTimeMonths: (before, after) => easier(after.fullTimeMonths < before.fullTimeMonths),
  // A later first start with unchanged months is a matter of form; an earlier one is harder.
  firstStartWithinMonths: (before, after) =>
    after.firstStartWithinMonths > before.firstStartWithinMonths ? 'shifts_little' : 'not_to_supplier',
  earlyEndThreshold: ({ earlyEndThreshold: one }, { earlyEndThreshold: other }) =>
    easier(other.numerator * one.denominator < one.numerator * other.denominator),
  allowedEarlyEndReasons: (before, after) =>
    easier(after.allowedEarlyEndReasons.some(reason => !before.allowedEarlyEndReasons.includes(reason))),
  targetGroups: (before, after) =>
    easier(after.targetGroups.some(({ id }) => !before.targetGroups.some(group => group.id === id))),
  formDefinition: () => 'shifts_little',
  countsExistingStaff: (_, after) => easier(after.countsExistingStaff),
  linkedToContractWork: (_, after) => easier(!after.linkedToContractWork),
  reportingIntervalMonths: (before, after) =>
    after.reportingIntervalMonths > before.reportingIntervalMonths ? 'shifts_little' : 'not_to_supplier',
  supervisionDefinition: (_, after) =>
    after.supervisionDefinition === undefined ? 'shifts_to_supplier' : 'shifts_little',
}

const meanings: Readonly<Record<ChangeEffect, Wording>> = {
  shifts_to_supplier: {
    sv: 'Det blir lättare för leverantören (arbetsgivaren), och andra kunde ha lämnat anbud på de villkoren.',
    en: 'It becomes easier for the supplier, and others might have tendered on those terms.',
  },
  shifts_little: { sv: 'Det påverkar balansen föga.', en: 'It hardly affects the balance.' },
  not_to_supplier: {
    sv: 'Det är inte till leverantörens (arbetsgivarens) fördel.',
    en: "It is not in the supplier's favour.",
  },
}

const names: Readonly<Record<keyof EmploymentClause, Wording>> = {
  variant: { sv: 'Formen', en: 'The form' },
  fullTimeMonths: { sv: 'Antalet månader', en: 'The number of months' },
  firstStartWithinMonths: { sv: 'Tiden till den första starten', en: 'The time to the first start' },
  earlyEndThreshold: { sv: 'Den del som räcker vid förtida slut', en: 'The part that is enough after an early end' },
  allowedEarlyEndReasons: { sv: 'Godtagna skäl för förtida slut', en: 'The accepted reasons for an early end' },
  targetGroups: { sv: 'Målgruppen', en: 'The target group' },
  formDefinition: { sv: 'Vad formen betyder', en: 'What the form means' },
  countsExistingStaff: { sv: 'Om de som redan arbetar där räknas', en: 'Whether existing staff count' },
  linkedToContractWork: {
    sv: 'Om arbetet ska höra till kontraktet',
    en: 'Whether the work must belong to the contract',
  },
  reportingIntervalMonths: { sv: 'Hur ofta rapporter lämnas', en: 'How often reports are handed in' },
  supervisionDefinition: { sv: 'Vad handledning betyder', en: 'What supervision means' },
}

function easier(is: boolean): ChangeEffect {
  return is ? 'shifts_to_supplier' : 'not_to_supplier'
}

/** Equal as values. Reasons and groups are sets: their order means nothing. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`
  if (isRecord(value))
    return `{${Object.entries(value)
      .map(([key, part]) => `${key}:${canonical(part)}`)
      .toSorted()
      .join()}}`
  return JSON.stringify(value) ?? ''
}
