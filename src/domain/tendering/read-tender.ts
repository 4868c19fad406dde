import { z } from 'zod'
import { aDay, type InputFault } from '#kernel'
import { anId, aSupplier } from './read-suppliers.ts'
import { readChecked } from './reading.ts'
import { contradictions } from './tender-contradictions.ts'
import type { Procurement } from './tendering.ts'

const whole = z.int().min(0)
const some = z.int().min(1)
const percent = z.int().min(1).max(100)
const points = z.int().min(1).max(5)
const known = z.enum(['yes', 'no', 'unknown'])
const text = z.string().trim().min(1)

const anExemption = z.strictObject({
  askedFor: z.boolean(),
  consulted: known,
  agreement: known,
  municipalities: z.array(text).min(1).optional(),
  result: z.strictObject({ tracks: whole, started: whole, hired: whole }).optional(),
  least: z.strictObject({ tracks: whole, hiredPercent: z.int().min(0).max(100) }),
})

const aCallOff = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one') }),
  z.strictObject({ kind: z.literal('order'), suppliers: z.int().min(2) }),
  z.strictObject({ kind: z.literal('key'), percent: z.array(percent).min(2) }),
])

const anEvent = z.discriminatedUnion('kind', [
  z.strictObject({ day: aDay, kind: z.literal('referred'), participants: some }),
  z.strictObject({ day: aDay, kind: z.literal('left'), tender: anId, participants: some }),
  z.strictObject({ day: aDay, kind: z.literal('failed'), tender: anId, why: text }),
  z.strictObject({ day: aDay, kind: z.literal('restored'), tender: anId }),
])

const schema = z.strictObject({
  on: aDay,
  contract: z.strictObject({ from: aDay, to: aDay }),
  requirements: z.array(
    z.strictObject({ id: anId, kind: z.enum(['exclusion_ground', 'qualification', 'obligatory']), says: text }),
  ),
  criteria: z
    .array(
      z.strictObject({
        id: anId,
        says: text,
        weight: percent,
        least: points.optional(),
        price: z.strictObject({ best: whole, worst: some }).optional(),
      }),
    )
    .min(1),
  ties: z.array(anId),
  suppliers: z.array(aSupplier).min(1),
  deliveries: z.array(z.strictObject({ supplier: anId, region: anId, what: text, from: aDay, to: aDay.optional() })),
  lots: z
    .array(
      z.strictObject({
        region: anId,
        callOff: aCallOff,
        exemption: anExemption.optional(),
        drawn: z.array(anId).optional(),
        course: z.array(anEvent).optional(),
      }),
    )
    .min(1),
  tenders: z.array(
    z.strictObject({
      id: anId,
      region: anId,
      supplier: anId,
      capacity: some,
      requirements: z.record(z.string(), z.enum(['met', 'not_met', 'unknown'])),
      scores: z.record(z.string(), z.strictObject({ points, why: text })),
      price: whole.optional(),
    }),
  ),
})

/** One procurement from a file, or everything that is wrong with it at once, each fault with its JSON pointer. */
export function readProcurement(
  input: unknown,
): { readonly ok: true; readonly value: Procurement } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  return readChecked(schema, input, contradictions)
}
