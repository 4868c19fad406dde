import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import { tablesFrom } from './figures.ts'
import { missingMonths, periodOf, yearOf } from './month.ts'
import { peopleOf } from './people.ts'
import { edition, type PeopleTables, type RawCounts, type SnapshotPeriod, type SnapshotTables } from './reports.ts'

export const ofThisEdition = sql<boolean>`(snapshot.tables ->> 'edition')::int = ${edition}`

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
  const tables = tablesFrom(await rawCounts(tx, period), await peopleUpTo(tx, period), period)
  const taken = { taken_on: today, tables: JSON.stringify(tables) }
  const done = await tx
    .insertInto('reports.snapshot')
    .values({ id: newId(), period_from: period.from, period_to: period.to, ...taken })
    // Only what stands in an edition that is shown no more may be taken again.
    .onConflict(conflict =>
      conflict.columns(['period_from', 'period_to']).doUpdateSet(taken).where(sql<boolean>`not ${ofThisEdition}`),
    )
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

/**
 * The people of the last whole year. A year is counted once: later snapshots repeat what the first of them said, since a correction that came in
 * between could be seen as a difference (trust.md P-A3).
 */
async function peopleUpTo(tx: Tx, period: SnapshotPeriod): Promise<PeopleTables> {
  const whole = yearOf(period)
  const year = Number(whole.month.slice(0, 4))
  const said = await tx
    .selectFrom('reports.snapshot')
    .select('tables')
    .where(ofThisEdition)
    .where(sql<boolean>`(tables ->> 'year')::int = ${year}`)
    .orderBy('period_to')
    .limit(1)
    .executeTakeFirst()
  if (!said) return peopleOf(await rawCounts(tx, whole), year)
  const { threshold, funnel, stayed, places, hires } = said.tables as SnapshotTables
  return { year, threshold, funnel, stayed, places, hires }
}

async function takenMonths(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('reports.snapshot').select('period_to').where(ofThisEdition).execute()
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
