// Before the database tests: one server for all of them, with a migrated database that each test file clones.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db'
import { startServer } from '#db/server'
import { address, type TestServer } from './database.ts'

/** Starts the embedded server, or uses DATABASE_URL in the project `db-given`. Returns what takes it all away. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = project.name === 'db-given' ? process.env.DATABASE_URL : undefined
  const own = given ? undefined : await startOwn()
  const server: TestServer = {
    adminUrl: given ?? own?.adminUrl ?? '',
    prefix: `fotfaste_test_${process.pid}_`,
    secret: 'the secret of the database tests, at least 32 long',
  }
  const template = `${server.prefix}template`
  await withAdmin(server, admin => admin.query(`create database ${template}`))
  await migrate(address(server, template), server.secret)
  project.provide('testServer', server)
  return async () => {
    if (own) await own.stop()
    else await withAdmin(server, admin => dropAll(admin, server.prefix))
    if (own) rmSync(own.folder, { recursive: true, force: true })
  }
}

async function startOwn(): Promise<{ adminUrl: string; folder: string; stop: () => Promise<void> }> {
  removeLeftovers()
  const folder = join(tmpdir(), `fotfaste-test-${process.pid}`)
  return { folder, ...(await startServer({ folder, fsync: false })) }
}

/** A killed run leaves its folder behind; its server has ended with it. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^fotfaste-test-(\d+)$/.exec(name)?.[1]
    if (pid && !isVitest(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isVitest(pid: string): boolean {
  try {
    process.kill(Number(pid), 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('vitest')
  } catch {
    return false
  }
}

async function withAdmin(server: TestServer, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  await work(admin).finally(() => admin.end())
}

async function dropAll(admin: pg.Client, prefix: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    'select quote_ident(datname) as name from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`)
}
