import type { PoolClient } from 'pg'
import type { Db } from '#db'

/** One statement of a page as it went to the database. */
export type Recorded = {
  readonly pool: 'web_ro' | 'web_rw'
  readonly text: string
  readonly values: readonly unknown[]
}

/** Listens to every statement that goes through the pages' pools, from `start` to `stop`. */
export function recordStatements(db: Db): { start: () => void; stop: () => Recorded[] } {
  let kept: Recorded[] | undefined
  for (const name of ['web_ro', 'web_rw'] as const) {
    const pool = db.pools[name]
    const note = (text: unknown, values: unknown): void => {
      if (typeof text === 'string') kept?.push({ pool: name, text, values: Array.isArray(values) ? [...values] : [] })
    }
    const listening = new WeakSet<PoolClient>()
    pool.on('acquire', client => listen(client as PoolClient, listening, note))
  }
  return {
    start: () => {
      kept = []
    },
    stop: () => {
      const statements = kept ?? []
      kept = undefined
      return statements
    },
  }
}

function listen(
  client: PoolClient,
  listening: WeakSet<PoolClient>,
  note: (text: unknown, values: unknown) => void,
): void {
  if (listening.has(client)) return
  listening.add(client)
  const query = client.query.bind(client) as (...all: unknown[]) => unknown
  Object.assign(client, {
    query: (...all: unknown[]) => {
      note(all[0], all[1])
      return query(...all)
    },
  })
}

/** Sends a page's statements again, in order and on one connection, and tells how many milliseconds the database needed for them. */
export async function replay(db: Db, statements: readonly Recorded[]): Promise<number> {
  const client = await db.pools.web_ro.connect()
  try {
    const began = performance.now()
    for (const { text, values } of statements) await client.query(text, [...values])
    return performance.now() - began
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
