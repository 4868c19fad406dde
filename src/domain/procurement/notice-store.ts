import { sql } from 'kysely'
import type { Tx } from '#db'
import type { StoredNotice } from './notice.ts'

export type NoticeRow = {
  readonly id: string
  readonly organisation: string
  readonly state: 'read' | 'accepted' | 'discarded'
  readonly lots: readonly string[]
  readonly version: number
}

export async function lockNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  const row = await tx
    .selectFrom('procurement.notice')
    .select(['id', 'organisation_id', 'state', 'version'])
    .select(sql<string[]>`array(select lot ->> 'id' from jsonb_array_elements(reading -> 'lots') lot)`.as('lots'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    organisation: row.organisation_id,
    state: row.state as NoticeRow['state'],
    lots: row.lots,
    version: row.version,
  }
}

export async function findNoticeByDigest(
  tx: Tx,
  organisation: string,
  digest: Uint8Array,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('procurement.notice')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('digest', '=', Buffer.from(digest))
    .executeTakeFirst()
  return row?.id
}

export type NewNotice = {
  readonly id: string
  readonly organisation: string
  readonly fileName: string
  readonly digest: Uint8Array
  readonly reading: StoredNotice
  readonly receivedBy: string
}

/** Stores a reading. False when the same file was stored meanwhile by somebody in the same organisation. */
export async function insertNotice(tx: Tx, one: NewNotice, now: Date): Promise<boolean> {
  const done = await tx
    .insertInto('procurement.notice')
    .values({
      id: one.id,
      organisation_id: one.organisation,
      file_name: one.fileName,
      digest: Buffer.from(one.digest),
      reading: JSON.stringify(one.reading),
      state: 'read',
      received_by: one.receivedBy,
      received_at: now,
    })
    .onConflict(conflict => conflict.columns(['organisation_id', 'digest']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function changeNotice(tx: Tx, notice: NoticeRow, state: NoticeRow['state']): Promise<void> {
  await tx
    .updateTable('procurement.notice')
    .set({ state, version: notice.version + 1 })
    .where('id', '=', notice.id)
    .execute()
}

/** Whether a lot of a notice has already become a case. */
export async function lotIsTaken(tx: Tx, notice: string, lot: string): Promise<boolean> {
  const row = await tx
    .selectFrom('procurement.procurement')
    .select('id')
    .where('notice_id', '=', notice)
    .where('lot', '=', lot)
    .executeTakeFirst()
  return row !== undefined
}
