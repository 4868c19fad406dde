import { readFileSync } from 'node:fs'
import { getConstructionPlans } from 'pg-boss'
import { expect, it } from 'vitest'

const migration = readFileSync(new URL('../db/migrations/0171_queue.sql', import.meta.url), 'utf8')

/** Statements without what is only layout. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

it('the migrations install the queue as the installed pg-boss wants it: an upgrade needs a migration of its own', () => {
  const kept = plain(migration.slice(migration.indexOf('-- pg-boss begins') + 17, migration.indexOf('-- pg-boss ends')))
  const wanted = getConstructionPlans('pgboss')
  const body = wanted.slice(
    wanted.indexOf('CREATE SCHEMA IF NOT EXISTS pgboss;') + 'CREATE SCHEMA IF NOT EXISTS pgboss;'.length,
    wanted.lastIndexOf('COMMIT;'),
  )
  // Statistics are not kept, so their daily partitions are not made.
  const daily = body.slice(body.indexOf('DO $$'), body.indexOf('CREATE TABLE pgboss.job_dependency'))
  expect(daily).toContain('queue_stats')
  expect(kept).toBe(plain(body.replace(daily, '')))
})
