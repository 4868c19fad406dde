import { sql } from 'kysely'
import type { Tx } from '#db'
import { type Actor, dayOf } from '#kernel'
import type { AskableCase, BehalfGround, LockedPerson, Manner, Permission, PersonStatus } from './candidates.ts'
import type { Question } from './permission-rules.ts'
import type { StatusNote } from './person-rules.ts'

/** A person under lock, when the actor may know of it. */
export async function lockPerson(tx: Tx, actor: Actor, id: string): Promise<LockedPerson | undefined> {
  const row = await tx
    .selectFrom('candidates.person as p')
    .select(['p.id', 'p.status', 'p.ready_on', 'p.protected', 'p.district_id', 'p.matching_id', 'p.version'])
    .where('p.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const assignment = await tx
    .selectFrom('candidates.assignment')
    .select('id')
    .where('person_id', '=', id)
    .where('organisation_id', '=', actor.organisation)
    .where('from_at', '<=', sql<Date>`gate.now()`)
    .where(eb => eb.or([eb('to_at', 'is', null), eb('to_at', '>', sql<Date>`gate.now()`)]))
    .limit(1)
    .executeTakeFirst()
  return {
    id: row.id,
    status: row.status as PersonStatus,
    readyOn: row.ready_on,
    protected: row.protected,
    districtId: row.district_id,
    matchingId: row.matching_id,
    assigned: assignment !== undefined,
    version: row.version,
  }
}

/** Writes the status and moves the version on. */
export async function keepStatus(tx: Tx, id: string, note: StatusNote): Promise<void> {
  await tx
    .updateTable('candidates.person')
    .set({ status: note.status, ready_on: note.readyOn, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Moves the version on: something that hangs on the person was noted. */
export async function touchPerson(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('candidates.person').set({ version: sql`version + 1` }).where('id', '=', id).execute()
}

/** A case with its employer, when the actor is party to it. */
export async function findCase(tx: Tx, id: string): Promise<AskableCase | undefined> {
  const row = await tx
    .selectFrom('procurement.procurement as c')
    .leftJoin('organisations.organisation as o', 'o.id', 'c.supplier_id')
    .select(['c.id', 'c.number', 'c.state', 'c.contract_end', 'o.id as employer', 'o.name as employerName'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    number: row.number,
    open: row.state === 'open',
    contractEnd: row.contract_end,
    ...(row.employer ? { employer: { id: row.employer, name: row.employerName ?? '' } } : {}),
  }
}

function permissions(tx: Tx) {
  return tx
    .selectFrom('candidates.permission as m')
    .leftJoin('procurement.procurement as c', 'c.id', 'm.procurement_id')
    .select([
      'm.id',
      'm.person_id',
      'm.receiver_id',
      'm.procurement_id',
      'c.number',
      'm.purpose',
      'm.fields',
      'm.text_edition',
      'm.asked_at',
      'm.answer',
      'm.valid_to',
      'm.withdrawn_at',
      'm.replaced_at',
      'm.version',
    ])
}

function toPermission(row: Awaited<ReturnType<ReturnType<typeof permissions>['executeTakeFirstOrThrow']>>): Permission {
  return {
    id: row.id,
    person: row.person_id,
    receiver: row.receiver_id,
    procurement: row.procurement_id,
    caseNumber: row.number,
    purpose: row.purpose,
    fields: row.fields,
    edition: row.text_edition,
    askedOn: dayOf(row.asked_at),
    answer: row.answer as Permission['answer'],
    validTo: row.valid_to,
    withdrawn: row.withdrawn_at !== null,
    replaced: row.replaced_at !== null,
    version: row.version,
  }
}

/** One permission under lock, when the actor may see it. */
export async function lockPermission(tx: Tx, id: string): Promise<Permission | undefined> {
  const row = await permissions(tx).where('m.id', '=', id).forUpdate('m').executeTakeFirst()
  return row && toPermission(row)
}

/** What the person has been asked and has answered about one receiver and one case. The person is locked, so nobody else asks meanwhile. */
export async function findEarlier(
  tx: Tx,
  person: string,
  receiver: string,
  procurement: string,
): Promise<Permission[]> {
  const rows = await permissions(tx)
    .where('m.person_id', '=', person)
    .where('m.receiver_id', '=', receiver)
    .where('m.procurement_id', '=', procurement)
    .where('m.purpose', '=', 'show_to_employer')
    .execute()
  return rows.map(toPermission)
}

/** Writes a question down, and closes the one it replaces. False when that one was answered in the same moment. */
export async function keepQuestion(
  tx: Tx,
  question: Question & { readonly id: string; readonly person: string; readonly procurement: string },
  by: { readonly appointment: string; readonly now: Date },
): Promise<boolean> {
  if (question.replaces !== undefined) {
    const { numUpdatedRows } = await tx
      .updateTable('candidates.permission')
      .set({ replaced_at: by.now, version: sql`version + 1` })
      .where('id', '=', question.replaces)
      .where('answer', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return false
  }
  await tx
    .insertInto('candidates.permission')
    .values({
      id: question.id,
      person_id: question.person,
      purpose: 'show_to_employer',
      receiver_id: question.receiver,
      receiver_name: question.receiverName,
      procurement_id: question.procurement,
      fields: [...question.fields],
      text_edition: question.edition,
      asked_by: by.appointment,
      asked_at: by.now,
      valid_to: question.validTo,
    })
    .execute()
  return true
}

/** How somebody's word was taken down by staff. */
export type OnBehalf = { readonly manner: Exclude<Manner, 'self'>; readonly ground: BehalfGround }

export async function keepAnswer(
  tx: Tx,
  id: string,
  answer: { readonly answer: 'yes' | 'no'; readonly manner: Manner; readonly language: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('candidates.permission')
    .set({
      answer: answer.answer,
      answered_at: answer.now,
      manner: answer.manner,
      language: answer.language,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

export async function keepWithdrawal(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('candidates.permission')
    .set({ withdrawn_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
