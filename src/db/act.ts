import type { Pool, PoolClient } from 'pg'
import type { Actor, Outcome, Refused } from '#kernel'
import { refuse } from '#kernel'
import type { Pools } from './pools.ts'
import { bindClient, type Tx } from './tx.ts'

/** What a form carries so that its effect happens once (trust.md R5): a key made when the form was drawn, and a digest of what was sent. */
export type Receipt = { readonly key: string; readonly operation: string; readonly digest: Uint8Array }

/** The way to the database, as edges hold it. `receipt` is set by the edge for one form. Opaque to everybody but this folder. */
export type Db = { readonly pools: Pools; readonly receipt?: Receipt }

/** The same database, for one form with its key. */
export function withReceipt(db: Db, receipt: Receipt): Db {
  return { ...db, receipt }
}

/**
 * Runs a use case in one transaction as a verified actor. A refusal rolls back: nothing is half-written.
 * With a receipt on `db`, the first run stores its outcome and every later run with the same content gets that outcome again.
 * @returns the outcome of `work`, or `form.key_reused` when the key was used for other content
 * @throws when the database is lost or the code is wrong; the client is then destroyed, never reused
 */
export async function asActor<Value, Code extends string>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | 'form.key_reused'>> {
  const { receipt } = db
  return inTransaction(db.pools.web_rw, 'begin', actor, async (tx, client) => {
    if (receipt) {
      const held = await takeReceipt(client, receipt)
      if (held) return { keep: false, value: held as Outcome<Value, Code> | Refused<'form.key_reused'> }
    }
    const outcome = await work(tx)
    if (outcome.ok && receipt) {
      await client.query('select gate.fill_receipt($1, $2)', [receipt.key, JSON.stringify(outcome)])
    }
    return { keep: outcome.ok, value: outcome }
  })
}

/** Runs views in one transaction as a verified actor, on the login role that cannot write (but through functions that log what they read). */
export async function viewAs<Value>(db: Db, actor: Actor, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return inTransaction(db.pools.web_ro, 'begin isolation level repeatable read', actor, async tx => ({
    keep: true,
    value: await work(tx),
  }))
}

/**
 * Runs work of the clock and the queue in one transaction, as the worker's login role: nobody's session, policies of its own, no person's
 * name or contact (trust.md §4.2). Commits what `work` did, or nothing when it throws.
 */
export async function asWorker<Value>(db: Db, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return inTransaction(db.pools.worker, 'begin', { context: '' }, async tx => ({ keep: true, value: await work(tx) }))
}

async function takeReceipt(
  client: PoolClient,
  receipt: Receipt,
): Promise<Outcome<unknown, 'form.key_reused'> | undefined> {
  const { rows } = await client.query<{ state: string; outcome: Outcome<unknown, never> | null }>(
    'select state, outcome from gate.take_receipt($1, $2, $3)',
    [receipt.key, receipt.operation, Buffer.from(receipt.digest)],
  )
  const row = rows[0]
  if (row?.state === 'new') return undefined
  if (row?.state === 'done' && row.outcome) return row.outcome
  return refuse('form.key_reused')
}

/** The one place that owns a client: begins, sets the context, ends, and gives the client back only when it is clean (trust.md point 3). */
async function inTransaction<Value>(
  pool: Pool,
  begin: string,
  actor: Pick<Actor, 'context'>,
  work: (tx: Tx, client: PoolClient) => Promise<{ keep: boolean; value: Value }>,
): Promise<Value> {
  const client = await pool.connect()
  const { tx, close } = bindClient(client)
  // A connection that dies between two statements says so by an event; unheard, it would end the process. The next statement fails.
  client.on('error', heard)
  let broken: Error | undefined
  try {
    await client.query(begin)
    await client.query(`select set_config('ctx.secret', $1, true)`, [actor.context])
    const { keep, value } = await work(tx, client)
    close()
    await endTransaction(client, keep)
    return value
  } catch (error) {
    close()
    await client.query('rollback').catch(() => undefined)
    broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.off('error', heard)
    client.release(broken)
  }
}

const heard = (): void => undefined

/**
 * Ends a transaction and takes back whatever a statement set for its connection, so that the next borrower gets it as new.
 * Throws when the database rolled back what was to be kept (an error inside was swallowed): nothing that is gone is told to be kept,
 * and nothing is delivered whose reading was not logged.
 */
async function endTransaction(client: PoolClient, keep: boolean): Promise<void> {
  const results: unknown = await client.query(keep ? 'commit; reset all' : 'rollback; reset all')
  const [ended] = results as { command: string }[]
  if (keep && ended?.command !== 'COMMIT') throw new Error('The database rolled the transaction back')
}
