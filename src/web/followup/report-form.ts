import { z } from 'zod'
import { type Corrections, returnReasons } from '#domain/followup'
import { type EndReason, endReasons } from '#domain/procurement'
import type { Returned } from '#shell'

/** The rows that can be changed, each by an address of its own: `?andra=persons`. */
export const rows = ['persons', 'started', 'fullTimeMonths', 'ended', 'remark'] as const
export type Row = (typeof rows)[number]

export function isRow(text: unknown): text is Row {
  return (rows as readonly unknown[]).includes(text)
}

const version = z.coerce.number().int().min(1)
const count = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'not_whole')
  .transform(Number)
/** "4,5" and "4.5" alike, to hundredths. */
const months = z
  .string()
  .trim()
  .regex(/^\d{1,5}([.,]\d{1,2})?$/, 'not_months')
  .transform(text => Math.round(Number(text.replace(',', '.')) * 100))
const whole = { version, field: z.enum(rows) }

type Change = { readonly version: number; readonly corrections?: Corrections; readonly remark?: string }

/** One row's form. Strict: another field than the row's is refused. */
export function changeSchema(row: Row): z.ZodType<Change> {
  switch (row) {
    case 'persons':
      return z
        .strictObject({ ...whole, persons: count })
        .transform(form => ({ version: form.version, corrections: { persons: form.persons } }))
    case 'started':
      return z
        .strictObject({ ...whole, started: count })
        .transform(form => ({ version: form.version, corrections: { started: form.started } }))
    case 'fullTimeMonths':
      return z
        .strictObject({ ...whole, fullTimeMonths: months })
        .transform(form => ({ version: form.version, corrections: { fullTimeMonths: form.fullTimeMonths } }))
    case 'remark':
      return z
        .strictObject({ ...whole, remark: z.string().max(500, 'too_long') })
        .transform(form => ({ version: form.version, remark: form.remark }))
    case 'ended':
      return z
        .strictObject({ ...whole, ...endFields })
        .transform(form => ({ version: form.version, corrections: { endedFor: endsOf(form) } }))
  }
}

export const endField = (reason: EndReason): `ended_${EndReason}` => `ended_${reason}`

type EndForm = Readonly<Record<`ended_${EndReason}`, number>>
const endFields = Object.fromEntries(endReasons.map(reason => [endField(reason), count])) as Record<
  `ended_${EndReason}`,
  typeof count
>

function endsOf(form: EndForm): Corrections['endedFor'] {
  return Object.fromEntries(
    endReasons.flatMap(reason => {
      const ended = form[endField(reason)]
      return ended > 0 ? [[reason, ended]] : []
    }),
  )
}

export const submitSchema = z.strictObject({ version, basis: z.string().max(200) })
export const approveSchema = z.strictObject({ version })
export const returnSchema = z.strictObject({
  version,
  reason: z.enum(returnReasons, { error: 'choose_reason' }),
  note: z.string().max(500, 'too_long'),
})

/** The refusal that holds several faults, as faults at their fields: `field:code` each, the numbers kept beside. */
export function spread(returned: Returned | undefined): Returned | undefined {
  if (returned?.refusal?.code !== 'report.impossible') return returned
  const faults = String(returned.refusal.facts.faults ?? '')
    .split(' ')
    .map(one => ({ field: one.split(':')[0] ?? '', message: one.split(':')[1] ?? '' }))
  return { values: returned.values, faults }
}
