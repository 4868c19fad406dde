import { z } from 'zod'
import { requirementKinds } from '#domain/competence'

const version = z.coerce.number().int().min(0)
const optionalNumber = (most: number) =>
  z
    .string()
    .optional()
    .transform(text => (text === undefined || text.trim() === '' ? undefined : Number(text)))
    .refine(n => n === undefined || (Number.isInteger(n) && n >= 0 && n <= most), 'bad_weeks')

export const describeSchema = z.strictObject({
  version,
  title: z.string().max(120, 'too_long'),
  tasks: z.string().max(2000, 'too_long'),
  occupation: z
    .string()
    .max(40)
    .optional()
    .transform(text => text || undefined),
})

export const addSchema = z.strictObject({
  version,
  concept: z.string({ error: 'choose_concept' }).min(1, 'choose_concept').max(60),
  kind: z.enum(requirementKinds, { error: 'choose_kind' }),
  level: optionalNumber(5),
  weeks: optionalNumber(104),
})

export const removeSchema = z.strictObject({ version, requirement: z.uuid() })

export const versionSchema = z.strictObject({ version: version.optional() })
