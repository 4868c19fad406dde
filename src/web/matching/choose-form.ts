import { z } from 'zod'
import { declineReasons } from '#domain/matching'
import { placementForms } from '#domain/placement'
import { isDay } from '#kernel'

const version = z.coerce.number().int().min(1)

export const wantSchema = z.strictObject({ candidacy: z.uuid(), version })

export const declineSchema = z.strictObject({
  candidacy: z.uuid(),
  version,
  reason: z.enum(declineReasons, 'choose_why'),
})

/** The terms of an offer. The extent is typed in per cent, with or without the sign, and kept as a share. */
export const offerSchema = z.strictObject({
  candidacy: z.uuid(),
  version,
  form: z.enum(placementForms, 'choose_form'),
  startsOn: z.string().refine(isDay, 'choose_start'),
  endsOn: z
    .literal('')
    .transform(() => undefined)
    .or(z.string().refine(isDay, 'choose_end')),
  rate: z
    .string()
    .transform(text => Number(text.replace(',', '.').replace('%', '').trim()))
    .refine(percent => percent >= 1 && percent <= 100, 'choose_rate')
    .transform(percent => Math.round(percent * 10) / 1000),
})
