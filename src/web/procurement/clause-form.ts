import { z } from 'zod'
import {
  decisionReasons,
  type EarlyEndReason,
  type EmploymentClause,
  endReasons,
  readPart,
  requirements,
  targetGroups,
} from '#domain/procurement'
import { version } from './case-form.ts'
import { wholeNumber } from './need-form.ts'

export const reportIntervals = [1, 2, 3, 4, 6, 12] as const
export const earlyEndReasons = endReasons.filter((reason): reason is EarlyEndReason => reason !== 'as_planned')

/** A set of boxes: none, one, or several values under one name. */
const boxes = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform(value => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value))

/** Months with at most two decimals, comma or point, as hundredths. */
const hundredths = z
  .string()
  .transform(text => text.replace(/\s/g, '').replace(',', '.'))
  .refine(text => /^\d{1,5}(\.\d{1,2})?$/.test(text) && Number(text) >= 0.01 && Number(text) <= 10_000, 'fault_months')
  .transform(text => Math.round(Number(text) * 100))

const ticked = z
  .literal('on')
  .optional()
  .transform(value => value === 'on')

const words = z.string().trim().min(1, 'fault_form').max(500, 'fault_form')
const optionalWords = z.string().trim().max(300, 'fault_groups').optional().default('')

export const clauseSchema = z
  .strictObject({
    version,
    months: hundredths,
    within: wholeNumber(1, 60, 'fault_within'),
    part: z.string().refine(text => readPart(text) !== undefined, 'fault_part'),
    reasons: boxes,
    groups: boxes,
    ownGroupSv: optionalWords,
    ownGroupEn: optionalWords,
    formSv: words,
    formEn: words,
    existing: ticked,
    linked: ticked,
    interval: wholeNumber(1, 24, 'fault_interval'),
  })
  .refine(form => (form.ownGroupSv === '') === (form.ownGroupEn === ''), { path: ['groups'], message: 'fault_groups' })
  .refine(form => form.groups.length > 0 || form.ownGroupSv !== '', { path: ['groups'], message: 'fault_groups' })

/** The form's fields as the clause's parameters. Unknown groups and reasons from a forged form are left out. */
export function toClause(form: z.output<typeof clauseSchema>): EmploymentClause {
  const own = { id: 'own', wording: { sv: form.ownGroupSv, en: form.ownGroupEn } }
  return {
    variant: 'employment',
    fullTimeMonths: form.months,
    firstStartWithinMonths: form.within,
    earlyEndThreshold: readPart(form.part) ?? { numerator: 1, denominator: 1 },
    allowedEarlyEndReasons: earlyEndReasons.filter(reason => form.reasons.includes(reason)),
    targetGroups: [...targetGroups.filter(group => form.groups.includes(group.id)), ...(form.ownGroupSv ? [own] : [])],
    formDefinition: { sv: form.formSv, en: form.formEn },
    countsExistingStaff: form.existing,
    linkedToContractWork: form.linked,
    reportingIntervalMonths: form.interval,
  }
}

export const lockSchema = z.strictObject({ version })

export const decideSchema = z.strictObject({
  version,
  requirement: z.enum(
    requirements.filter(one => one !== 'undecided'),
    { error: 'fault_requirement' },
  ),
  reason: z.enum(decisionReasons, { error: 'fault_reason' }),
})
