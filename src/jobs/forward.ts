import { CompiledQuery, sql } from 'kysely'
import { asWorker, type Db } from '#db'

const batch = 200

/** Puts one event into the queue inside the given statement runner's transaction. */
export type Enqueue = (
  event: { id: string; kind: string },
  run: (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>,
) => Promise<void>

/**
 * Hands waiting lines of the outbox to the queue: the line and the job change hands in one transaction, so an event is neither lost nor
 * doubled, whoever dies when. Several workers skip each other's lines.
 * @returns how many were handed over
 */
export async function forwardOutbox(db: Db, now: Date, enqueue: Enqueue): Promise<number> {
  return asWorker(db, async tx => {
    const { rows } = await sql<{ id: string; kind: string }>`select id, kind from jobs.outbox where forwarded_at is null
      order by at, id limit ${batch} for update skip locked`.execute(tx)
    for (const event of rows) {
      await enqueue(event, async (text, values) => {
        const { rows: answered } = await tx.executeQuery(CompiledQuery.raw(text, values))
        return { rows: answered }
      })
    }
    const ids = rows.map(row => row.id)
    if (ids.length > 0) await tx.updateTable('jobs.outbox').set({ forwarded_at: now }).where('id', 'in', ids).execute()
    return ids.length
  })
}
