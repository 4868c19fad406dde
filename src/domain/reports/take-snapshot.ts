import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import { tablesFrom } from './figures.ts'
import { missingMonths, periodOf, yearOf } from './month.ts'
import type { RawCounts, SnapshotPeriod } from './reports.ts'

export type TakeSnapshot = { readonly today: Day; readonly newId: () => string }

/**
 * Takes the snapshot of a month that is over: raw counts, suppressed, kept for good. For the clock's role.
 * @returns false when the month already has one; a published figure is never changed (trust.md P-A3)
 * @throws when the month is not over, which is a bug in the caller
 */
export async function takeSnapshot(tx: Tx, month: string, { today, newId }: TakeSnapshot): Promise<boolean> {
  const period = periodOf(month)
  if (period.to >= today) throw new RangeError(`${month} is not over on ${today}`)
  if ((await takenMonths(tx)).includes(month)) return false
  const year = yearOf(period)
  const last = { ...(await rawCounts(tx, year)), year: Number(year.month.slice(0, 4)) }
  const tables = tablesFrom(await rawCounts(tx, period), last, period)
  const done = await tx
    .insertInto('reports.snapshot')
    .values({
      id: newId(),
      taken_on: today,
      period_from: period.from,
      period_to: period.to,
      tables: JSON.stringify(tables),
    })
    .onConflict(conflict => conflict.columns(['period_from', 'period_to']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** Takes what is missing of the last twelve months, oldest first; how many. Nothing when all are taken. */
export async function catchUpSnapshots(tx: Tx, command: TakeSnapshot): Promise<number> {
  const missing = missingMonths(command.today, await takenMonths(tx))
  let taken = 0
  for (const month of missing) if (await takeSnapshot(tx, month, command)) taken += 1
  return taken
}

async function takenMonths(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('reports.snapshot').select('period_to').execute()
  return rows.map(row => row.period_to.slice(0, 7))
}

async function rawCounts(tx: Tx, { from, to }: SnapshotPeriod): Promise<RawCounts> {
  const { rows } = await sql<{ raw: RawCounts }>`select reports.raw_counts(${from}::date, ${to}::date) as raw`.execute(
    tx,
  )
  const raw = rows[0]?.raw
  if (!raw) throw new Error('The database gave no counts')
  return raw
}
