import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import { isMonth } from './month.ts'
import type { Measure, Shown, SnapshotTables } from './reports.ts'
import { ofThisEdition } from './take-snapshot.ts'

/** As many bars as a row has room for. */
const mostYears = 12

/** One year of the bars: the people hired in it, null when hidden. */
export type HistoryBar = { readonly year: number; readonly hired: Shown }

export type StatePage = {
  readonly month: string
  readonly from: Day
  readonly to: Day
  readonly takenOn: Day
  readonly tables: SnapshotTables
  readonly goals: Readonly<Partial<Record<Measure, number>>>
  /** Up to twelve years that snapshots have told of, oldest first, the shown one last. */
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
    .where(ofThisEdition)
    .orderBy('period_to', 'desc')
    .limit(1)
  if (wanted !== undefined) query = query.where(sql<boolean>`to_char(period_to, 'YYYY-MM') = ${wanted}`)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const around = await tx
    .selectFrom('reports.snapshot')
    .select([
      'period_to',
      sql<number>`(tables ->> 'year')::int`.as('year'),
      sql<Shown>`(tables #>> '{funnel,hired}')::int`.as('hired'),
    ])
    .where(ofThisEdition)
    .orderBy('period_to', 'desc')
    .limit(mostYears * 12)
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
    history: years(around.slice(at)).slice(0, mostYears).toReversed(),
    previous: months[at + 1]?.slice(0, 7),
    next: months[at - 1]?.slice(0, 7),
  }
}

/** The years of some snapshots, each once, in the order that they come. */
function years(snapshots: readonly HistoryBar[]): HistoryBar[] {
  return snapshots
    .filter(({ year }, index) => snapshots.findIndex(other => other.year === year) === index)
    .map(({ year, hired }) => ({ year, hired }))
}
