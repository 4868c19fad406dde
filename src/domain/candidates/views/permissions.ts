import { type ExpressionBuilder, sql } from 'kysely'
import type { DB, Tx } from '#db'
import { type Actor, addDays, type Day, dayOf } from '#kernel'
import type { DisclosableField, Manner } from '../candidates.ts'
import { endsSoonDays, type PermissionState, stateOf } from '../permission-rules.ts'
import { readNames } from './names.ts'

/** One permission for the reader: to whom, what, for what, until when, and where it stands. */
export type PermissionLine = {
  readonly id: string
  readonly person: string
  readonly purpose: string
  readonly receiver: string
  readonly procurement: string | null
  readonly caseNumber: string | null
  readonly fields: readonly DisclosableField[]
  readonly edition: number
  readonly askedOn: Day
  readonly answeredOn: Day | null
  readonly manner: Manner | null
  readonly validTo: Day
  readonly withdrawnOn: Day | null
  readonly state: PermissionState
  readonly version: number
}

function lines(tx: Tx) {
  return tx
    .selectFrom('candidates.permission as m')
    .leftJoin('procurement.procurement as c', 'c.id', 'm.procurement_id')
    .select(['m.id', 'm.person_id', 'm.purpose', 'm.receiver_name', 'm.procurement_id', 'c.number', 'm.fields'])
    .select(['m.text_edition', 'm.asked_at', 'm.answer', 'm.answered_at', 'm.manner', 'm.valid_to'])
    .select(['m.withdrawn_at', 'm.replaced_at', 'm.version'])
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

function toLine(row: Row, today: Day): PermissionLine {
  const answer = row.answer as 'yes' | 'no' | null
  const standing = {
    answer,
    validTo: row.valid_to,
    withdrawn: row.withdrawn_at !== null,
    replaced: row.replaced_at !== null,
  }
  return {
    id: row.id,
    person: row.person_id,
    purpose: row.purpose,
    receiver: row.receiver_name,
    procurement: row.procurement_id,
    caseNumber: row.number,
    fields: row.fields as DisclosableField[],
    edition: row.text_edition,
    askedOn: dayOf(row.asked_at),
    answeredOn: row.answered_at && dayOf(row.answered_at),
    manner: row.manner as Manner | null,
    validTo: row.valid_to,
    withdrawnOn: row.withdrawn_at && dayOf(row.withdrawn_at),
    state: stateOf(standing, today),
    version: row.version,
  }
}

/** A person's permissions, latest question first; at most 100. What was put again is left out: its successor stands for it. */
export async function permissionLines(tx: Tx, person: string, today: Day): Promise<PermissionLine[]> {
  const rows = await lines(tx)
    .where('m.person_id', '=', person)
    .where('m.replaced_at', 'is', null)
    .orderBy('m.asked_at', 'desc')
    .orderBy('m.id')
    .limit(100)
    .execute()
  return rows.map(row => toLine(row, today))
}

/** One permission of one person. */
export async function findPermission(
  tx: Tx,
  person: string,
  id: string,
  today: Day,
): Promise<PermissionLine | undefined> {
  const row = await lines(tx).where('m.person_id', '=', person).where('m.id', '=', id).executeTakeFirst()
  return row && toLine(row, today)
}

/** What needs somebody: questions without answer, permissions that end soon, and those that have ended or lapsed lately. */
export const permissionLists = ['asked', 'ending', 'over'] as const
export type PermissionList = (typeof permissionLists)[number]

export type PermissionRow = PermissionLine & { readonly name: string; readonly number: number }

const most = 50
const latelyDays = 60

/** One of the lists of permissions over the actor's people (ux.md E6), oldest need first; at most 50. */
export async function listPermissions(
  tx: Tx,
  actor: Actor,
  list: PermissionList,
  today: Day,
): Promise<readonly PermissionRow[]> {
  const base = lines(tx)
    .innerJoin('candidates.person as p', 'p.id', 'm.person_id')
    .select('p.number as person_number')
    .where('m.purpose', '=', 'show_to_employer')
    .where('m.replaced_at', 'is', null)
  const mine =
    actor.role === 'coordinator'
      ? base.where('p.id', 'in', eb =>
          eb
            .selectFrom('candidates.assignment as a')
            .select('a.person_id')
            .where('a.organisation_id', '=', actor.organisation)
            .where('a.from_at', '<=', sql<Date>`gate.now()`)
            .where(inner => inner.or([inner('a.to_at', 'is', null), inner('a.to_at', '>', sql<Date>`gate.now()`)])),
        )
      : base.where('p.matching_id', '=', actor.organisation)
  const rows = await mine
    .$if(list === 'asked', query =>
      query.where('m.answer', 'is', null).where('m.valid_to', '>=', today).orderBy('m.asked_at'),
    )
    .$if(list === 'ending', query =>
      query
        .where('m.answer', '=', 'yes')
        .where('m.withdrawn_at', 'is', null)
        .where('m.valid_to', '>=', today)
        .where('m.valid_to', '<', addDays(today, endsSoonDays))
        .orderBy('m.valid_to'),
    )
    .$if(list === 'over', query =>
      query
        .where(eb => eb.or([eb('m.answer', '=', 'yes'), eb('m.answer', 'is', null)]))
        .where('m.withdrawn_at', 'is', null)
        .where('m.valid_to', '<', today)
        .where('m.valid_to', '>=', addDays(today, -latelyDays))
        .where(eb => eb.not(eb.exists(newer(eb, today))))
        .orderBy('m.valid_to', 'desc'),
    )
    .orderBy('m.id')
    .limit(most)
    .execute()
  const names = await readNames(
    tx,
    rows.map(row => row.person_id),
    'permissions',
  )
  return rows.map(row => ({
    ...toLine(row, today),
    name: names.get(row.person_id) ?? '',
    number: row.person_number,
  }))
}

/** Another question to the same person about the same receiver and case, that still stands. */
function newer(eb: ExpressionBuilder<DB & { m: DB['candidates.permission'] }, 'm'>, today: Day) {
  return eb
    .selectFrom('candidates.permission as n')
    .select('n.id')
    .whereRef('n.person_id', '=', 'm.person_id')
    .whereRef('n.receiver_id', '=', 'm.receiver_id')
    .whereRef('n.procurement_id', '=', 'm.procurement_id')
    .where('n.replaced_at', 'is', null)
    .where('n.valid_to', '>=', today)
}
