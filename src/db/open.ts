import type { Db } from './act.ts'
import { openPools } from './pools.ts'

export type OpenDatabase = {
  readonly db: Db
  readonly now: () => Date
  /** Reads the database's clock again, after a world was laid out around another day or time was let pass. */
  readonly readClock: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens the pools of a migrated database.
 * `now` is the clock that edges hand to use cases: the database's own, so that a demonstration world laid out around another day agrees with itself.
 */
export async function openDatabase(adminUrl: string, secret: string, size = 10): Promise<OpenDatabase> {
  const pools = openPools(adminUrl, secret, size)
  let shift = 0
  const readClock = async (): Promise<void> => {
    const { rows } = await pools.web_ro.query<{ shift: number }>(
      'select extract(epoch from gate.now() - now()) * 1000 as shift',
    )
    shift = Number(rows[0]?.shift ?? 0)
  }
  await readClock()
  return {
    db: { pools },
    now: () => new Date(Date.now() + shift),
    readClock,
    close: async () => {
      await Promise.all(Object.values(pools).map(pool => pool.end()))
    },
  }
}
