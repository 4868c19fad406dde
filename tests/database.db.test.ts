import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'

async function ask<T extends pg.QueryResultRow>(database: TestDatabase, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  return client
    .query<T>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

test('what one test file writes, another never sees', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await ask(first, 'create table public.scratch (n int)')
  await expect(ask(second, 'select n from public.scratch')).rejects.toThrow('does not exist')
  await Promise.all([first.drop(), second.drop()])
})

test('a clone lets in those that the migrated database lets in, and nobody else', async () => {
  const database = await createTestDatabase()
  const rights = await ask(
    database,
    `select acl.privilege_type, acl.grantee::regrole::text from pg_database, aclexplode(datacl) acl
     where datname = current_database() and acl.grantee = 0`,
  )
  expect(rights).toEqual([])
  await expect(ask(database, `set role fotfaste_web_ro; create temp table t (n int)`)).rejects.toThrow(
    'permission denied',
  )
  await database.drop()
})

test('a content that many files share is made once', async () => {
  let times = 0
  const content = {
    name: `c${randomUUID().slice(0, 8)}`,
    fill: async (database: TestDatabase): Promise<void> => {
      times += 1
      await ask(database, 'create table public.shared as select 7 as n')
    },
  }
  const made = await Promise.all([
    createTestDatabase(content),
    createTestDatabase(content),
    createTestDatabase(content),
  ])
  for (const database of made) expect(await ask(database, 'select n from public.shared')).toEqual([{ n: 7 }])
  expect(times).toBe(1)
  await Promise.all(made.map(database => database.drop()))
})
