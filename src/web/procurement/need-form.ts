import { z } from 'zod'
import { type CaseInputs, employmentForms, type Need } from '#domain/procurement'
import { ore } from '#kernel'
import { day, optionalId } from './case-form.ts'

/** A whole number as people type it: spaces and no-break spaces between thousands are fine. */
export function wholeNumber(least: number, most: number, fault: string) {
  return z
    .string()
    .transform(text => text.replace(/\s/g, ''))
    .refine(text => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, fault)
    .transform(Number)
}

const longText = z.string().trim().max(1000, 'fault_long')

export const needFields = {
  places: wholeNumber(1, 500, 'fault_places'),
  form: z.enum(employmentForms, { error: 'fault_form' }),
  months: wholeNumber(1, 120, 'fault_months'),
  service: z.string().trim().min(1, 'fault_service').max(300, 'fault_service'),
  education: z.string().trim().min(1, 'fault_education').max(1000, 'fault_long'),
  priorKnowledge: longText,
  skills: longText,
  area: optionalId,
  comments: longText,
}

export const caseFields = {
  title: z.string().trim().min(1, 'fault_title').max(200, 'fault_title'),
  contractStart: day,
  contractEnd: day,
  cpv: z
    .string()
    .trim()
    .refine(text => text === '' || /^\d{8}(-\d)?$/.test(text), 'fault_cpv')
    .transform(text => text.slice(0, 8) || undefined),
  value: z
    .string()
    .transform(text => text.replace(/\s|kr/g, ''))
    .refine(text => text === '' || /^\d{1,12}$/.test(text), 'fault_value')
    .transform(text => (text === '' ? undefined : Number(text))),
}

const wholeForm = z.strictObject({ ...needFields, ...caseFields })
type WholeForm = z.output<typeof wholeForm>

export const openSchema = wholeForm

/** A form's fields as a case and its need. Kronor become öre. */
export function toCase(form: WholeForm): CaseInputs & { readonly need: Need } {
  const { title, contractStart, contractEnd, cpv, value, ...need } = form
  return { title, contractStart, contractEnd, cpv, valueOre: value === undefined ? undefined : ore(value), need }
}
