import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor } from '#kernel'
import { type StoredNotice, type Words, wordsOf } from '../notice.ts'
import { perPage } from './cases.ts'

export type NoticeState = 'read' | 'accepted' | 'discarded'

export type NoticeLine = {
  readonly id: string
  readonly fileName: string
  readonly title?: string
  readonly buyer?: string
  readonly lots: number
  /** Lots with a clear sign of employment. */
  readonly lotsWithEmployment: number
  readonly state: NoticeState
  readonly receivedAt: Date
}

export type NoticeList = {
  readonly lines: readonly NoticeLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

type Who = Pick<Actor, 'organisation'>

/** The notices that the actor's authority has read in, newest first; 25 a page. */
export async function listNotices(tx: Tx, who: Who, asked: number): Promise<NoticeList> {
  const own = tx.selectFrom('procurement.notice as n').where('n.organisation_id', '=', who.organisation)
  const { total } = await own.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const rows = await own
    .select(['n.id', 'n.file_name', 'n.state', 'n.received_at'])
    .select(sql<Words | null>`n.reading -> 'title'`.as('title'))
    .select(sql<string | null>`n.reading ->> 'language'`.as('language'))
    .select(sql<string | null>`n.reading #>> '{buyers,0,name}'`.as('buyer'))
    .select(sql<number>`jsonb_array_length(n.reading -> 'lots')`.as('lots'))
    .select(
      sql<number>`(select count(*)::int from jsonb_array_elements(n.reading -> 'lots') lot
        where lot -> 'signals' @> '[{"about": "employment", "strength": "clear"}]')`.as('with_employment'),
    )
    .orderBy('n.received_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return {
    total,
    page,
    pages,
    lines: rows.map(row => ({
      id: row.id,
      fileName: row.file_name,
      title: wordsOf(row.title, row.language),
      buyer: row.buyer ?? undefined,
      lots: row.lots,
      lotsWithEmployment: row.with_employment,
      state: row.state as NoticeState,
      receivedAt: row.received_at,
    })),
  }
}

export type NoticePage = {
  readonly id: string
  readonly fileName: string
  readonly state: NoticeState
  readonly receivedAt: Date
  readonly version: number
  readonly reading: StoredNotice
  /** The cases that lots of this notice have become. */
  readonly cases: readonly { readonly id: string; readonly number: string; readonly lot: string }[]
}

export async function viewNotice(tx: Tx, who: Who, id: string): Promise<NoticePage | undefined> {
  const row = await tx
    .selectFrom('procurement.notice')
    .select(['id', 'file_name', 'state', 'received_at', 'version', 'reading'])
    .where('id', '=', id)
    .where('organisation_id', '=', who.organisation)
    .executeTakeFirst()
  if (!row) return undefined
  const cases = await tx
    .selectFrom('procurement.procurement')
    .select(['id', 'number', 'lot'])
    .where('notice_id', '=', id)
    .where('authority_id', '=', who.organisation)
    .orderBy('number')
    .limit(100)
    .execute()
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state as NoticeState,
    receivedAt: row.received_at,
    version: row.version,
    reading: row.reading as StoredNotice,
    cases: cases.map(one => ({ ...one, lot: one.lot ?? '' })),
  }
}
