import { data } from 'react-router'
import { z } from 'zod'
import {
  competenceSources,
  noteCompetence,
  notePersonStatus,
  noteStanding,
  personStatuses,
  type RevealField,
  type RevealPurpose,
  revealContact,
  revealFields,
  revealPurposes,
} from '#domain/candidates'
import { answer, look, readFields, type Visit } from '#shell'
import { conceptsKnown } from './concepts.ts'
import { type About, day, dayOrNothing, nothing, version } from './form-shapes.ts'

const purposes = Object.keys(revealPurposes) as RevealPurpose[]
const level = z.coerce.number('level_wrong').int('level_wrong').min(1, 'level_wrong').max(5, 'level_wrong')

const revealSchema = z.strictObject({
  field: z.enum(revealFields, 'choose'),
  purpose: z.enum(purposes, 'choose_purpose'),
  procurement: nothing.or(z.uuid()).optional(),
})
const statusSchema = z.strictObject({ status: z.enum(personStatuses, 'choose_status'), ready: dayOrNothing, version })
const competenceSchema = z.strictObject({
  concept: z.string().min(1, 'choose_concept').max(60),
  state: z.enum(['held', 'lacking'], 'choose'),
  level: nothing.or(level),
  source: z.enum(competenceSources, 'choose'),
  day,
  version,
})
const standingSchema = z.strictObject({
  since: dayOrNothing,
  tested: dayOrNothing,
  instrument: z.string().trim().max(60),
  half: z.enum(['yes', 'no', 'unknown'], 'choose'),
  documented: z.literal('on').optional(),
  programme: z.string().trim().max(20),
  version,
})

/** A field that was opened, for the answer of the same request and nowhere else. */
export type Revealed = { readonly field: RevealField; readonly value: string; readonly purpose: RevealPurpose }

export async function takeReveal(form: FormData, v: Visit, { person, to }: About) {
  const read = readFields(form, v, 'person.reveal', revealSchema)
  if (!read.ok) return read.answer
  // Without the form's receipt: the value is kept nowhere, and to look twice is logged twice.
  const revealed = await revealContact(v.db, v.actor, { ...read.value, person, secret: v.settings.secret })
  if (!revealed.ok) return answer(revealed, read.values, to)
  const shown: Revealed = { ...revealed.value, purpose: read.value.purpose }
  return data({ revealed: shown })
}

export async function takeStatus(form: FormData, v: Visit, { person, to }: About) {
  const read = readFields(form, v, 'person.note_status', statusSchema)
  if (!read.ok) return read.answer
  const { ready, ...rest } = read.value
  const note = { ...rest, readyOn: ready, person, now: v.now(), newId: v.newId }
  return answer(await notePersonStatus(read.db, v.actor, note), read.values, `${to}?klart=status`)
}

export async function takeCompetence(form: FormData, v: Visit, { person, to }: About) {
  const read = readFields(form, v, 'person.note_competence', competenceSchema)
  if (!read.ok) return read.answer
  const { day: notedOn, concept, ...rest } = read.value
  const known = await look(v, tx => conceptsKnown(tx, person))
  const about = known.find(one => one.concept === concept)
  if (!about) return data({ values: read.values, faults: [{ field: 'concept', message: 'choose_concept' }] }, 422)
  const note = { ...rest, ...about, notedOn, person, now: v.now(), newId: v.newId }
  return answer(await noteCompetence(read.db, v.actor, note), read.values, `${to}?klart=competence`)
}

export async function takeStanding(form: FormData, v: Visit, { person, to }: About) {
  const read = readFields(form, v, 'person.note_standing', standingSchema)
  if (!read.ok) return read.answer
  const said = read.value
  const note = {
    person,
    version: said.version,
    employmentServiceSince: said.since ?? null,
    abilityTestedOn: said.tested ?? null,
    abilityInstrument: said.instrument === '' ? null : said.instrument,
    abilityAtLeastHalf: said.half,
    abilityDocumented: said.documented === 'on',
    programme: said.programme === '' ? null : said.programme,
    now: v.now(),
    newId: v.newId,
  }
  return answer(await noteStanding(read.db, v.actor, note), read.values, `${to}?klart=standing`)
}
