import type { Role } from '#kernel'
import type { Above } from '../above.ts'

/** A row of a table as the administrator sees it: days as text, instants as Date. */
export type Row = Readonly<Record<string, unknown>>

/** Whoever looks, as the test knows them; never asked of the product. */
export type Who = {
  readonly key: string
  readonly role: Role
  readonly organisation?: string
  readonly account: string
  readonly appointment: string
  readonly person?: string
}

/** Everything there is, read once above the policies. The oracle's answers are reckoned from this and from nothing else. */
export type Facts = {
  readonly now: Date
  readonly today: string
  readonly rows: (table: string) => readonly Row[]
  readonly find: (table: string, id: unknown) => Row | undefined
  /** Rows of a table by the value of a column. */
  readonly by: (table: string, column: string, value: unknown) => readonly Row[]
}

/** Reads the tables whose rows somebody may be granted to read, and those the relations stand in. */
export async function readFacts(above: Above, tables: readonly string[]): Promise<Facts> {
  const [clock] = await above<{ now: Date; today: string }>('select gate.now() as now, gate.today()::text as today')
  if (!clock) throw new Error('The database has no clock')
  const held = new Map<string, readonly Row[]>()
  for (const table of tables) held.set(table, await above<Row>(`select * from ${table}`))
  const indexes = new Map<string, Map<unknown, Row[]>>()
  const rows = (table: string): readonly Row[] => {
    const found = held.get(table)
    if (!found) throw new Error(`The oracle has not read ${table}`)
    return found
  }
  const by = (table: string, column: string, value: unknown): readonly Row[] => {
    const key = `${table}.${column}`
    let index = indexes.get(key)
    if (!index) {
      index = new Map()
      for (const row of rows(table)) index.set(row[column], [...(index.get(row[column]) ?? []), row])
      indexes.set(key, index)
    }
    return index.get(value) ?? []
  }
  return { ...clock, rows, by, find: (table, id) => by(table, 'id', id)[0] }
}
