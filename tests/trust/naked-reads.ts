import pg from 'pg'
import type { LoginRole } from '#db'
import type { TestDatabase } from '#test/database'
import type { Above } from './above.ts'
import type { Facts, Row, Who } from './oracle/facts.ts'
import { hiddenColumns, readable } from './oracle/rows.ts'

/** A connection as a login role of the web, with no wrapper around it: what an injected statement would have. */
export async function connectAs(database: TestDatabase, role: LoginRole): Promise<pg.Client> {
  const { options } = database.db.pools[role as 'web_ro']
  const client = new pg.Client({ connectionString: options.connectionString })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Runs statements in a transaction with a context secret, and takes everything back. */
export async function withContext<T>(client: pg.Client, context: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`select set_config('ctx.secret', $1, true)`, [context])
    return await work()
  } finally {
    await client.query('rollback')
  }
}

export type Granted = { readonly table: string; readonly columns: readonly string[]; readonly key: readonly string[] }

/** What a login role is granted to select, by table, with the table's primary key. */
export async function grantedTables(above: Above, role: LoginRole): Promise<Granted[]> {
  return above<Granted>(
    `select c.oid::regclass::text as table, array_agg(t.attname::text order by t.attnum) as columns,
       (select array_agg(k.attname::text order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey)
         where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema$)' and has_column_privilege($1, c.oid, t.attnum, 'select')
       and has_schema_privilege($1, n.oid, 'usage')
     group by c.oid order by 1`,
    [`fotfaste_${role}`],
  )
}

const keyOf = (row: Row, key: readonly string[]): string => key.map(column => String(row[column])).join(' ')

/** D2: what somebody sees of a table without any WHERE against what the oracle says, row for row and column for column. */
export async function nakedRead(
  client: pg.Client,
  context: string,
  who: Who,
  granted: Granted,
  facts: Facts,
): Promise<string[]> {
  const { table, columns, key } = granted
  const rule = readable[table]
  if (!rule) return [`${table}: the oracle has no rule`]
  const hidden = hiddenColumns[table]?.(who) ?? []
  const { rows } = await withContext(client, context, () =>
    client.query<Row>(`select ${columns.join(', ')} from ${table}`),
  )
  const seen = new Set(rows.map(row => keyOf(row, key)))
  const expected = facts.rows(table).filter(row => rule(who, row, facts))
  const allowed = new Set(expected.map(row => keyOf(row, key)))
  const tooMany = [...seen].filter(one => !allowed.has(one))
  const tooFew = [...allowed].filter(one => !seen.has(one))
  const told = rows.length > 0 ? columns.filter(column => hidden.includes(column)) : []
  return [
    ...(tooMany.length > 0
      ? [`${who.key} sees ${tooMany.length} rows too many of ${table}, for example ${tooMany[0]}`]
      : []),
    ...(tooFew.length > 0
      ? [`${who.key} does not see ${tooFew.length} rows of ${table}, for example ${tooFew[0]}`]
      : []),
    ...told.map(column => `${who.key} is told ${table}.${column}`),
  ]
}
