import { sql } from 'kysely'
import type { Id } from '#kernel'
import type { Tx } from './tx.ts'

/** What happened, in past tense, as it goes into the log. `facts` never hold a name, a contact or an identity number. */
export type NewEvent = {
  readonly id: Id<'event'>
  readonly stream: 'procurement' | 'person' | 'organisation' | 'system'
  readonly streamId: string
  readonly kind: string
  readonly subject: string
  /** Who may read it: see `log.event.plane`. */
  readonly plane: 'contract' | 'matching' | 'person' | 'system'
  readonly facts?: Record<string, string | number | boolean | null>
  readonly reason?: string
  readonly onBehalfOf?: string
}

/** Adds an event to its stream's chain in the same transaction as the row it tells of. Who and when are filled in by the database. */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  await sql`select log.append(${event.id}::uuid, ${event.stream}, ${event.streamId}::uuid, ${event.kind}, ${event.subject}::uuid, ${event.plane},
    ${JSON.stringify(event.facts ?? {})}::jsonb, ${event.reason ?? null}, ${event.onBehalfOf ?? null})`.execute(tx)
}

/** One line of an object's history, as far as the actor may read it. */
export type HistoryLine = {
  id: string
  at: Date
  kind: string
  actorName: string
  role: string
  organisationName: string | null
  reason: string | null
  onBehalfOf: string | null
  facts: Record<string, string | number | boolean | null>
}

/** A stream's history, newest first. Policies leave out what the actor may not read. */
export async function readHistory(tx: Tx, streamId: string, limit = 50): Promise<HistoryLine[]> {
  const rows = await tx
    .selectFrom('log.event as e')
    .leftJoin('organisations.organisation as o', 'o.id', 'e.organisation_id')
    .select([
      'e.id',
      'e.at',
      'e.kind',
      'e.actor_name',
      'e.role',
      'o.name as organisation_name',
      'e.reason',
      'e.on_behalf_of',
      'e.facts',
    ])
    .where('e.stream_id', '=', streamId)
    .orderBy('e.at', 'desc')
    .orderBy('e.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    actorName: row.actor_name,
    role: row.role,
    organisationName: row.organisation_name,
    reason: row.reason,
    onBehalfOf: row.on_behalf_of,
    facts: row.facts as HistoryLine['facts'],
  }))
}
