import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import { isMonth, monthsOfHistory } from './month.ts'
import type { Measure, Shown, SnapshotTables } from './reports.ts'

/** One month of the bars: the people hired in the twelve months up to it, null when hidden. */
export type HistoryBar = { readonly month: string; readonly hired: Shown }

export type StatePage = {
  readonly month: string
  readonly from: Day
  readonly to: Day
  readonly takenOn: Day
  readonly tables: SnapshotTables
  readonly goals: Readonly<Partial<Record<Measure, number>>>
  /** Up to twelve snapshots, oldest first, the shown one last. */
  readonly history: readonly HistoryBar[]
  readonly previous?: string
  readonly next?: string
}

/** The state of things at the end of a month, or of the latest; undefined when there is no such snapshot (ux.md B1). */
export async function viewState(tx: Tx, wanted?: string): Promise<StatePage | undefined> {
  if (wanted !== undefined && !isMonth(wanted)) return undefined
  let query = tx
    .selectFrom('reports.snapshot')
    .select(['taken_on', 'period_from', 'period_to', 'tables'])
    .orderBy('period_to', 'desc')
    .limit(1)
  if (wanted !== undefined) query = query.where(sql<boolean>`to_char(period_to, 'YYYY-MM') = ${wanted}`)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const around = await tx
    .selectFrom('reports.snapshot')
    .select(['period_to', sql<Shown>`(tables #>> '{funnel,hired}')::int`.as('hired')])
    .orderBy('period_to', 'desc')
    .limit(120)
    .execute()
  const goals = await tx
    .selectFrom('reports.goal')
    .select(['measure', 'value'])
    .where('valid_from', '<=', row.period_to)
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', row.period_to)]))
    .orderBy('valid_from')
    .execute()
  const months = around.map(one => one.period_to)
  const at = months.indexOf(row.period_to)
  return {
    month: row.period_to.slice(0, 7),
    from: row.period_from,
    to: row.period_to,
    takenOn: row.taken_on,
    tables: row.tables as SnapshotTables,
    goals: Object.fromEntries(goals.map(goal => [goal.measure, goal.value])),
    history: around
      .slice(at, at + monthsOfHistory)
      .toReversed()
      .map(one => ({ month: one.period_to.slice(0, 7), hired: one.hired })),
    previous: months[at + 1]?.slice(0, 7),
    next: months[at - 1]?.slice(0, 7),
  }
}
