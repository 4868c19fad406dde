import { setImmediate as nextTurn } from 'node:timers/promises'
import { Client } from 'pg'
import { copyRows } from './copy.ts'
import type { WorldEvent } from './journal.ts'
import { rowsOfPeople, type Seal } from './people-rows.ts'
import type { Person } from './person.ts'
import { type Table, tablesInOrder } from './rows.ts'
import type { World } from './world.ts'

export type Progress = { readonly part: string; readonly rows: number; readonly people: number; readonly of: number }
export type LoadOptions = { readonly seal: Seal; readonly onProgress?: (progress: Progress) => void }
export type Loaded = { readonly rows: number; readonly events: number; readonly milliseconds: number }

const batch = 1000
/** What the people's rows point at, and what points at them. */
const before: readonly Table[] = tablesInOrder.slice(0, tablesInOrder.indexOf('candidates.person'))
const accounts: readonly Table[] = ['gate.account', 'gate.appointment', 'gate.demonstration', 'gate.cast']
const after: readonly Table[] = tablesInOrder.filter(table => !before.includes(table) && !accounts.includes(table))

/**
 * Writes a world into an empty, migrated database in one transaction, as the administrator: everything or nothing.
 * Bulk copy in the order of the foreign keys, which stay on; events are chained by the log's own function. Afterwards the
 * database's clock shows the world's day.
 * @throws when the database is not empty, with a sentence
 */
export async function loadWorld(adminUrl: string, world: World, { seal, onProgress }: LoadOptions): Promise<Loaded> {
  const began = performance.now()
  const admin = new Client({ connectionString: adminUrl, application_name: 'fotfaste world' })
  await admin.connect()
  let rows = 0
  const tell = (part: string, done: number): void => onProgress?.({ part, rows, people: done, of: world.people })
  const copy = async (tables: readonly Table[], source: World['rows']): Promise<void> => {
    for (const table of tables) rows += await copyRows(admin, table, source[table] ?? [])
  }
  try {
    await refuseUnlessEmpty(admin)
    await admin.query('begin')
    await admin.query(`set local timezone = 'UTC'`)
    const stepDown = await standAbovePolicies(admin)
    await copy([...before, ...accounts], world.rows)
    tell('organisations', 0)
    const make = (people: Person[]): World['rows'] => rowsOfPeople(world, people, seal)
    await copyPeople(
      world,
      async people => copy(after, make(people)),
      done => tell('people', done),
    )
    await copy(after, world.rows)
    tell('cases', world.people)
    await appendEvents(admin, world.events)
    tell('events', world.people)
    await setClock(admin, world.day)
    await stepDown()
    await admin.query('commit')
    await admin.query('analyze')
    return { rows: rows + world.events.length, events: world.events.length, milliseconds: performance.now() - began }
  } catch (error) {
    await admin.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await admin.end()
  }
}

/** People in batches, so that a large world never lies in memory at once; while one is written the next is made. */
async function copyPeople(
  world: World,
  write: (people: Person[]) => Promise<void>,
  tell: (done: number) => void,
): Promise<void> {
  let held: Person[] = []
  let done = 0
  let writing: Promise<void> | undefined
  const flush = async (): Promise<void> => {
    await writing
    const people = held
    held = []
    writing = write(people).then(() => {
      done += people.length
      tell(done)
    })
    // A failure is met at the next await; until then it must not count as nobody's.
    writing.catch(() => undefined)
    await nextTurn()
  }
  for (const person of world.persons()) if (held.push(person) === batch) await flush()
  if (held.length > 0) await flush()
  await writing
}

async function refuseUnlessEmpty(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ migrated: boolean }>(
    `select to_regclass('organisations.organisation') is not null as migrated`,
  )
  if (!rows[0]?.migrated) throw new Error('The database has no tables yet. Run the migrations first.')
  const held = await admin.query('select from organisations.organisation limit 1')
  if (held.rowCount)
    throw new Error('The database already holds a world or a workplace. A world is loaded into an empty database only.')
}

/**
 * A superuser is above row-level security. Another administrator is a member of the tables' owner, and lifts the force for this
 * transaction: nobody else sees the tables without it. Answers with what puts it back.
 */
async function standAbovePolicies(admin: Client): Promise<() => Promise<void>> {
  const { rows } = await admin.query<{ above: boolean }>(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  )
  if (rows[0]?.above) return async () => undefined
  const force = async (how: 'force' | 'no force'): Promise<void> => {
    for (const table of [...tablesInOrder, 'gate.clock'])
      await admin.query(`alter table ${table} ${how} row level security`)
  }
  await force('no force')
  return () => force('force')
}

async function appendEvents(admin: Client, events: readonly WorldEvent[]): Promise<void> {
  await admin.query(`create temp table world_event (n int, id uuid, stream text, stream_id uuid, kind text, subject uuid, plane text, facts jsonb,
    reason text, on_behalf text, at timestamptz, account uuid, appointment uuid, organisation uuid, role text, name text) on commit drop`)
  const rows = events.map((event, n) => ({
    n,
    id: event.id,
    stream: event.stream,
    stream_id: event.streamId,
    kind: event.kind,
    subject: event.subject,
    plane: event.plane,
    facts: JSON.stringify(event.facts),
    reason: event.reason,
    on_behalf: event.onBehalfOf,
    at: event.at,
    account: event.account,
    appointment: event.appointment,
    organisation: event.organisation,
    role: event.role,
    name: event.name,
  }))
  await copyRows(admin, 'world_event', rows)
  await admin.query(`select log.append_as(id, stream, stream_id, kind, subject, plane, facts, reason, on_behalf, at, account, appointment, organisation, role, name)
    from (select * from world_event order by n) as e`)
}

/** The same time of day in Stockholm, on the world's day; nought when that is today. */
async function setClock(admin: Client, day: string): Promise<void> {
  await admin.query(
    `update gate.clock set shift = case when $1::date = (now() at time zone 'Europe/Stockholm')::date then interval '0' else
       make_interval(secs => extract(epoch from (($1::date + (now() at time zone 'Europe/Stockholm')::time) at time zone 'Europe/Stockholm') - now())) end`,
    [day],
  )
}
