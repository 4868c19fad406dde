import { z } from 'zod'
import { aDay, type InputFault, readInput, type Wording } from '#kernel'
import { engineKey } from '../rules.ts'
import type { LedgerEvent, LedgerYears } from './year.ts'

const text = z.string().trim().min(1)
const count = z.int().min(0).max(10_000)

/** Per cent with at most one decimal, as keys are published. */
const percent = z
  .number()
  .min(0)
  .max(100)
  .refine(value => Number.isInteger(Math.round(value * 1e6) / 1e5), {
    params: { says: { sv: 'Får ha högst en decimal.', en: 'May have at most one decimal.' } satisfies Wording },
  })

const aKey = z
  .strictObject({
    rows: z.array(z.strictObject({ area: text, percent })).min(1),
    treatment: z.enum(['normalise', 'leave_rest', 'refuse']).default('normalise'),
  })
  .transform(({ rows, treatment }) => engineKey({ rows, treatment }))

const anEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    on: aDay,
    kind: z.literal('dealt'),
    what: text,
    places: z.int().min(1).max(10_000),
    passes: z
      .array(
        z.strictObject({
          area: text,
          reason: z.enum(['profile_missing', 'not_ready_in_time', 'other']),
          places: z.array(z.int().min(1)).min(1).optional(),
        }),
      )
      .default([]),
    overrides: z.array(z.strictObject({ place: z.int().min(1), area: text })).default([]),
  }),
  z.strictObject({ on: aDay, kind: z.literal('key_changed'), key: aKey }),
  z.strictObject({ on: aDay, kind: z.literal('areas_changed'), successors: z.record(z.string(), text), key: aKey }),
  z.strictObject({ on: aDay, kind: z.literal('new_year'), cap: count.default(0) }),
])

const claims = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('stays') }),
    z.strictObject({ kind: z.literal('lapses') }),
    z.strictObject({ kind: z.literal('capped'), places: count }),
  ])
  .default({ kind: 'stays' })
  .transform(policy => (policy.kind === 'capped' ? { kind: policy.kind, cap: String(policy.places) } : policy))

const schema = z.strictObject({
  group: text,
  key: aKey,
  claims,
  events: z.array(anEvent).min(1).superRefine(inOrder),
})

export type ReadYears = LedgerYears & { readonly group: string }

/** The ledger's history from a file, or every fault at once with its JSON pointer. */
export function readYears(
  input: unknown,
): { readonly ok: true; readonly value: ReadYears } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  return readInput(schema, input)
}

const earlier: Wording = { sv: 'Dagen är tidigare än den förra.', en: 'The day is before the previous one.' }

function inOrder(events: readonly LedgerEvent[], context: z.core.$RefinementCtx<readonly LedgerEvent[]>): void {
  for (const [index, { on }] of events.entries())
    if (on < (events[index - 1]?.on ?? on))
      context.addIssue({ code: 'custom', path: [index, 'on'], params: { says: earlier } })
}
