import type pg from 'pg'
import type { Above } from './above.ts'
import { withContext } from './naked-reads.ts'
import { almostOf } from './oracle/almost.ts'
import type { Facts, Row, Who } from './oracle/facts.ts'
import { knowsPerson, seesCase } from './oracle/relations.ts'
import { readable } from './oracle/rows.ts'
import { addable, changeable } from './oracle/writes.ts'

/** What `web_rw` may write of a table: columns to insert and to update, and what its rows are known by. */
export type Writable = {
  readonly table: string
  readonly insert: readonly string[]
  readonly update: readonly string[]
  readonly removes: boolean
  readonly key: readonly string[]
}

export async function writableTables(above: Above): Promise<Writable[]> {
  const rows = await above<Writable>(
    `select c.oid::regclass::text as table,
       coalesce(array_agg(t.attname::text order by t.attnum) filter (where has_column_privilege('fotfaste_web_rw', c.oid, t.attnum, 'insert')), '{}') as insert,
       coalesce(array_agg(t.attname::text order by t.attnum) filter (where has_column_privilege('fotfaste_web_rw', c.oid, t.attnum, 'update')), '{}') as update,
       has_table_privilege('fotfaste_web_rw', c.oid, 'delete') as removes,
       (select array_agg(k.attname::text order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey)
         where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped
     where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)' and has_schema_privilege('fotfaste_web_rw', n.oid, 'usage') group by c.oid order by 1`,
  )
  return rows.filter(({ insert, update, removes }) => insert.length > 0 || update.length > 0 || removes)
}

const refused = (error: unknown): undefined => {
  // 42501: a policy or a grant says no. Anything else is a fault of the test or of the product, and is heard.
  if ((error as { code?: string }).code !== '42501') throw error
  return undefined
}

/** Columns that can be set to what they were without any rule of the domain minding; one is enough to have touched a row. */
const harmless = ['version', 'planned_on', 'noted_on', 'note', 'answered_at', 'to_at']

/** Where the column alone would not do: a change that the actor's side may make of any row, so that only whose row it is decides. */
const touches: Readonly<Record<string, (who: Who) => string | undefined>> = {
  'matching.candidacy': who => (who.role === 'participant' ? `state = 'withdrawn', decline_reason = null` : undefined),
  // Whoever may change an open question leaves it open: only whose it is decides.
  'candidates.permission': who =>
    who.role === 'coordinator' ? undefined : `answer = null, answered_at = null, manner = null, withdrawn_at = null`,
  'followup.report': () => `state = 'returned', return_reason = 'other', figures = '{}'`,
}

/** An update that has forgotten its WHERE touches the actor's own rows and no others, whether or not it asks for them back. */
export async function nakedUpdate(
  client: pg.Client,
  context: string,
  who: Who,
  to: Writable,
  facts: Facts,
): Promise<string[]> {
  const column = harmless.find(name => to.update.includes(name))
  if (to.update.length === 0) return []
  if (!column) return [`${to.table}: the test knows no column to touch`]
  const rule = changeable[to.table]
  const mine = rule ? facts.rows(to.table).filter(row => rule(who, row, facts)) : []
  const value = facts.rows(to.table)[0]?.[column]
  const set = touches[to.table]?.(who) ?? `${column} = $1`
  const sent = set.includes('$1') ? [value] : []
  const touched = await withContext(client, context, () =>
    client.query(`update ${to.table} set ${set}`, sent).then(result => result.rowCount ?? 0, refused),
  )
  const found: string[] = []
  // A refusal means that some row that is the actor's may not stand as it stands; nothing was touched.
  if (touched !== undefined && touched > mine.length)
    found.push(`${who.key} updates ${touched} rows of ${to.table} blindly; ${mine.length} are the actor's`)
  const keys = new Set(mine.map(row => to.key.map(name => String(row[name])).join(' ')))
  const back = await withContext(client, context, () =>
    client
      .query<Row>(`update ${to.table} set ${set} returning ${to.key.join(', ')}`, sent)
      .then(result => result.rows, refused),
  )
  const isOthers = (row: Row): boolean => !keys.has(to.key.map(name => String(row[name])).join(' '))
  const others = (back ?? []).filter(isOthers)
  if (others.length > 0) found.push(`${who.key} updates ${others.length} rows of others in ${to.table}`)
  // One by one too, since one row that may not stand as it stands refuses them all.
  const foreign = facts.rows(to.table).filter(isOthers)
  for (const row of samplesOf(foreign, who, facts, to.table)) {
    const where = to.key.map((name, n) => `${name} = $${n + 2}`).join(' and ')
    const one = await withContext(client, context, () =>
      client
        .query(`update ${to.table} set ${column} = $1 where ${where}`, [value, ...to.key.map(name => row[name])])
        .then(result => result.rowCount ?? 0, refused),
    )
    if (one) found.push(`${who.key} updates a row of ${to.table} that is another's`)
  }
  return [...new Set(found)]
}

/** The first, the middle and the last row of all that are others', of those the actor may read, and of those whose person, case or office is the actor's: there only the role says no. */
function samplesOf(foreign: readonly Row[], who: Who, facts: Facts, table: string): Row[] {
  const isRead = readable[table]
  const isNear = (row: Row): boolean =>
    knowsPerson(who, facts, row.person_id) ||
    seesCase(who, facts.find('procurement.procurement', row.procurement_id)) ||
    (row.provider_id !== undefined && row.provider_id === who.organisation)
  return [foreign, foreign.filter(row => isRead?.(who, row, facts)), foreign.filter(isNear)]
    .flatMap(rows => [rows[0], rows[rows.length >> 1], rows.at(-1)])
    .filter((row, index, all) => row !== undefined && all.indexOf(row) === index) as Row[]
}

/** A row like somebody else's is not taken from an actor whose row it could not be. */
export async function nakedInsert(
  client: pg.Client,
  context: string,
  who: Who,
  to: Writable,
  facts: Facts,
): Promise<string[]> {
  if (to.insert.length === 0) return []
  const rule = addable[to.table]
  if (!rule) return [`${to.table}: the oracle has no rule for adding`]
  const foreign = facts.rows(to.table).filter(row => !rule(who, row, facts))
  const found: string[] = []
  for (const row of samplesOf(foreign, who, facts, to.table)) {
    const values = to.insert.map(name => sent(row[name]))
    const holes = values.map((_, n) => `$${n + 1}`).join(', ')
    const taken = await withContext(client, context, () =>
      client
        .query(`insert into ${to.table} (${to.insert.join(', ')}) values (${holes}) on conflict do nothing`, values)
        .then(result => result.rowCount ?? 0, refused),
    )
    if (taken !== undefined)
      found.push(`${who.key} may add a row to ${to.table} that is not the actor's: ${String(row[to.key[0] ?? ''])}`)
  }
  return [...new Set(found)]
}

/** What is right in all but one thing is refused, or touches nothing. */
export async function almostAllowed(
  client: pg.Client,
  context: string,
  who: Who,
  facts: Facts,
  table?: string,
): Promise<string[]> {
  const found: string[] = []
  for (const one of almostOf(who, facts).filter(almost => table === undefined || almost.table === table)) {
    const [statement, values] = one.row
      ? insertOf(one.table, one.row)
      : [`update ${one.table} set ${one.set} where ${one.where?.[0]} = $1`, [one.where?.[1]]]
    const taken = await withContext(client, context, () =>
      client.query(statement, values).then(result => result.rowCount ?? 0, refused),
    )
    // A new row that another row stands in the way of has passed the policies all the same.
    if (one.row ? taken !== undefined : taken) found.push(`${who.key} writes ${one.table}: ${one.says}`)
  }
  return found
}

function insertOf(table: string, row: Readonly<Record<string, unknown>>): [string, unknown[]] {
  const names = Object.keys(row)
  const holes = names.map((_, n) => `$${n + 1}`).join(', ')
  return [`insert into ${table} (${names.join(', ')}) values (${holes}) on conflict do nothing`, Object.values(row)]
}

/** Lists stay lists; what JSON holds is sent as text. */
function sent(value: unknown): unknown {
  if (value === null || value instanceof Date || Buffer.isBuffer(value) || Array.isArray(value)) return value
  return typeof value === 'object' ? JSON.stringify(value) : value
}

/** What may be deleted without a WHERE: lines of drafts and passes of proposals, by those who write them. */
export async function nakedDelete(
  client: pg.Client,
  context: string,
  who: Who,
  to: Writable,
  facts: Facts,
): Promise<string[]> {
  const gone = await withContext(client, context, () =>
    client.query<Row>(`delete from ${to.table} returning ${to.key.join(', ')}`).then(result => result.rows, refused),
  )
  if (gone === undefined || gone.length === 0) return []
  const rule = to.table === 'places.pass' ? inProposal : addable[to.table]
  const keys = new Set(
    (rule ? facts.rows(to.table).filter(row => to.removes && rule(who, row, facts)) : []).map(row =>
      String(row[to.key[0] ?? '']),
    ),
  )
  const others = gone.filter(row => !keys.has(String(row[to.key[0] ?? ''])))
  return others.length > 0 ? [`${who.key} deletes ${others.length} rows of ${to.table}`] : []
}

const inProposal = (who: Who, row: Row, facts: Facts): boolean =>
  who.role === 'district_team' && facts.find('places.apportionment', row.apportionment_id)?.state === 'proposed'
