import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database'
import { type Above, standAbove } from '../trust/above.ts'
import { catalogueFaults } from '../trust/catalogue.ts'
import { root } from './sources.ts'

let database: TestDatabase
let above: Above
let end: () => Promise<void>

beforeAll(async () => {
  database = await createTestDatabase()
  ;({ above, end } = await standAbove(database.adminUrl))
})
afterAll(async () => {
  await end()
  await database.drop()
})

it('the database is built as the house says (GEN-5, trust.md D1)', async () => {
  expect(await catalogueFaults(above)).toEqual([])
})

describe('each fence of the catalogue would be missed', () => {
  const faults: Readonly<Record<string, readonly [statement: string, says: RegExp]>> = {
    'security off': [
      'alter table procurement.need disable row level security',
      /procurement\.need: row-level security is off/,
    ],
    'force off': ['alter table procurement.need no force row level security', /procurement\.need: .* not forced/],
    'a table without class': [`comment on table places.pass is 'Passes.'`, /places\.pass: the comment/],
    'a policy dropped': ['drop policy staff_reads on places.key', /granted SELECT on places\.key without a policy/],
    'a policy for everybody': [
      'create policy wide on candidates.person for select to fotfaste_web_ro using (true)',
      /policy wide on candidates\.person is open/,
    ],
    'a column granted': [
      'grant select (family_name) on candidates.person to fotfaste_web_ro',
      /may read candidates\.person\.family_name/,
    ],
    'a log that can be changed': [
      'grant update (facts) on log.event to fotfaste_gate',
      /may UPDATE log\.event, which only grows/,
    ],
    'a grant to everybody': ['grant select on reports.snapshot to public', /PUBLIC may SELECT reports\.snapshot/],
    'a right to empty': ['grant truncate on candidates.person to fotfaste_web_rw', /granted TRUNCATE/],
    'a writer among readers': ['grant insert on places.pass to fotfaste_web_ro', /cannot write may INSERT/],
    'a role above policies': ['alter role fotfaste_worker bypassrls', /fotfaste_worker may more/],
    'a role that can become another': ['grant fotfaste_gate to fotfaste_web_rw', /can become it/],
    'a role that owns': [
      'alter table reports.finding owner to fotfaste_web_rw',
      /fotfaste_web_rw owns reports\.finding/,
    ],
    'a function nobody has read': [
      `create function gate.shortcut() returns int language sql security definer as 'select 1'`,
      /gate\.shortcut\/0 is not on the list/,
    ],
    'a function for everybody': [
      'grant execute on function matching.card(uuid) to public',
      /matching\.card\/1 may be called by: PUBLIC/,
    ],
    'a path that is not pinned': [
      'alter function candidates.visible(uuid) reset search_path',
      /visible\/1 does not pin/,
    ],
    'a materialized view': [
      'create materialized view reports.all_people as select * from candidates.person',
      /materialized view/,
    ],
    'a view with its owner’s right': [
      'create view reports.people as select * from candidates.person',
      /view with its owner/,
    ],
    'an enum': [`create type places.colour as enum ('red')`, /places\.colour is an enum/],
    'a key that points downstream': [
      'alter table procurement.need add column person_id uuid references candidates.person',
      /points downstream, from procurement to candidates/,
    ],
  }
  it.each(Object.entries(faults))('%s', async (_, [statement, says]) => {
    await above('begin')
    try {
      await above(statement)
      expect((await catalogueFaults(above)).filter(fault => says.test(fault))).not.toEqual([])
    } finally {
      await above('rollback')
    }
  })
})

describe('list indexes', () => {
  const tenants = /^(organisation|authority|matching|district|supplier|coordinator|employer|provider|receiver)_id$/
  const statement = /^create (?:unique )?index (\w+) on ([\w.]+) (?:using \w+ )?\((\w+)[^;]*;\s*--(.*)$/gm

  it('begin with whose the rows are, where the rows are somebody’s (house.md §7)', async () => {
    const columns = await above<{ table: string; column: string }>(
      `select table_schema || '.' || table_name as table, column_name as column from information_schema.columns`,
    )
    const tenantTables = new Set(columns.filter(({ column }) => tenants.test(column)).map(({ table }) => table))
    const folder = join(root, 'src/db/migrations')
    const indexes = readdirSync(folder).flatMap(file => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(statement),
    ])
    const ofLists = indexes.filter(
      ([, , table = '', , purpose = '']) => /\blists?\b/.test(purpose) && tenantTables.has(table),
    )
    expect(ofLists.length).toBeGreaterThanOrEqual(5)
    expect(ofLists.filter(([, , , first = '']) => !tenants.test(first)).map(([, name]) => name)).toEqual([])
  })
})
