import { z } from 'zod'
import { type Plannable, plannable } from '#domain/procurement'
import { type Day, isDay } from '#kernel'

export const version = z.coerce.number().int().min(0)
export const day = z
  .string()
  .refine(isDay, 'bad_day')
  .transform((text): Day => text)
/** An identity that may be left out: the empty choice of a list. */
export const optionalId = z
  .union([z.literal(''), z.uuid()])
  .optional()
  .transform(text => text || undefined)

export const completeSchema = z.strictObject({ version })

export const partiesSchema = z.strictObject({
  version,
  matching: z.uuid({ error: 'choose_unit' }),
  coordinator: optionalId,
})

export const planSchema = z.strictObject({
  version,
  ...(Object.fromEntries(plannable.map(step => [step, day.optional()])) as Record<
    Plannable,
    z.ZodOptional<typeof day>
  >),
})
