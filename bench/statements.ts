import type pg from 'pg'
import type { PoolClient } from 'pg'
import type { Db } from '#db'

/** One statement of a page as it went to the database. */
export type Recorded = {
  readonly pool: 'web_ro' | 'web_rw'
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** Listens to every statement that goes through the pages' pools, from `start` to `stop`. */
export function recordStatements(db: Db): { start: () => void; stop: () => Recorded[] } {
  let kept: Recorded[] | undefined
  for (const pool of ['web_ro', 'web_rw'] as const) {
    const note = (asked: unknown, beside: unknown): void => {
      const sent = typeof asked === 'string' ? { text: asked, values: beside } : (asked as pg.QueryConfig)
      const values = Array.isArray(sent.values) ? [...sent.values] : []
      kept?.push({ pool, text: sent.text, values, ...('name' in sent && sent.name ? { name: sent.name } : {}) })
    }
    const listening = new WeakSet<PoolClient>()
    db.pools[pool].on('acquire', client => listen(client as PoolClient, listening, note))
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
    for (const { name, text, values } of statements) await client.query({ name, text, values: [...values] })
    return performance.now() - began
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

/** What each statement of a page costs, in milliseconds (the median of some replays): where to look when a page is slow. */
export async function costs(
  db: Db,
  statements: readonly Recorded[],
  replays = 9,
): Promise<{ text: string; ms: number }[]> {
  const client = await db.pools.web_ro.connect()
  const times = statements.map((): number[] => [])
  try {
    for (let run = 0; run < replays; run++) {
      for (const [index, { name, text, values }] of statements.entries()) {
        const began = performance.now()
        await client.query({ name, text, values: [...values] })
        times[index]?.push(performance.now() - began)
      }
    }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
  return statements.map(({ text }, index) => ({
    text,
    ms: (times[index] ?? []).toSorted((a, b) => a - b)[replays >> 1] ?? 0,
  }))
}
