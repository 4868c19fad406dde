import { z } from 'zod'
import {
  askPermission,
  behalfGrounds,
  disclosableFields,
  manners,
  permissionTextEdition,
  recordPermission,
  withdrawPermissionFor,
} from '#domain/candidates'
import { answer, readFields, type Visit } from '#shell'
import { type About, dayOrNothing, listOf, version } from './form-shapes.ts'

const askSchema = z.strictObject({
  procurement: z.uuid('choose_case'),
  fields: listOf(z.enum(disclosableFields)),
  until: dayOrNothing.optional(),
  again: z.literal('on').optional(),
})
const behalf = {
  permission: z.uuid('choose'),
  manner: z.enum(manners, 'choose_manner').exclude(['self'], 'choose_manner'),
  ground: z.enum(behalfGrounds, 'choose_ground'),
  version,
}
const recordSchema = z.strictObject({
  ...behalf,
  answer: z.enum(['yes', 'no'], 'choose_answer'),
  language: z.string().min(2, 'choose').max(8),
})
const withdrawSchema = z.strictObject(behalf)

/** The person is asked to be shown to the employer of a case; the name always goes with it. */
export async function takeAsk(form: FormData, v: Visit, { person, to }: About) {
  const read = readFields(form, v, 'permission.ask', askSchema)
  if (!read.ok) return read.answer
  const { until, again, fields, procurement } = read.value
  const asked = {
    person,
    procurement,
    fields: ['name' as const, ...fields.filter(field => field !== 'name')],
    validTo: until,
    again: again === 'on',
    now: v.now(),
    newId: v.newId,
  }
  return answer(await askPermission(read.db, v.actor, asked), read.values, `${to}?klart=ask`)
}

export async function takeRecord(form: FormData, v: Visit, { to }: About) {
  const read = readFields(form, v, 'permission.record', recordSchema)
  if (!read.ok) return read.answer
  const said = { ...read.value, edition: permissionTextEdition, now: v.now(), newId: v.newId }
  return answer(await recordPermission(read.db, v.actor, said), read.values, `${to}?klart=record`)
}

export async function takeWithdraw(form: FormData, v: Visit, { to }: About) {
  const read = readFields(form, v, 'permission.withdraw_for', withdrawSchema)
  if (!read.ok) return read.answer
  const said = { ...read.value, now: v.now(), newId: v.newId }
  return answer(await withdrawPermissionFor(read.db, v.actor, said), read.values, `${to}?klart=withdraw`)
}
