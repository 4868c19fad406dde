import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '#db'

/** What the global setup hands to every test file. */
export type TestServer = { readonly adminUrl: string; readonly prefix: string; readonly secret: string }

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** A migrated database of one's own: `{ db, now, close }` as `openDatabase` gives them, and its addresses. */
export type TestDatabase = Awaited<ReturnType<typeof openDatabase>> & {
  /** The administrator's address of this database, who is above row-level security. */
  readonly adminUrl: string
  /** What the login roles' passwords are derived from. */
  readonly secret: string
  /** Closes the pools and removes the database. */
  readonly drop: () => Promise<void>
}

/** A content that several test files share, filled once a run and then cloned. */
export type Content = { readonly name: string; readonly fill: (database: TestDatabase) => Promise<void> }

/**
 * Clones the migrated template (some 40 ms), or a content made from it. Drop it in `afterAll`.
 *
 * @example
 * const database = await createTestDatabase()
 * afterAll(database.drop)
 */
export async function createTestDatabase(content?: Content): Promise<TestDatabase> {
  const server = inject('testServer')
  return withAdmin(server, async admin => {
    const template = content ? await fillOnce(admin, server, content) : `${server.prefix}template`
    return clone(admin, server, template, `${server.prefix}${randomBytes(6).toString('hex')}`)
  })
}

/** The address of another database on the same server. */
export function address(server: TestServer, database: string): string {
  const url = new URL(server.adminUrl)
  url.pathname = `/${database}`
  return url.toString()
}

/** Test files run at the same time: the first one fills, the others wait for it. */
async function fillOnce(admin: pg.Client, server: TestServer, content: Content): Promise<string> {
  const name = `${server.prefix}content_${content.name}`
  await admin.query('select pg_advisory_lock(hashtext($1))', [name])
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount) return name
    const unfinished = `${name}_new`
    await admin.query(`drop database if exists ${unfinished} with (force)`)
    const database = await clone(admin, server, `${server.prefix}template`, unfinished)
    await content.fill(database).finally(database.close)
    await admin.query(`alter database ${unfinished} rename to ${name}`)
    return name
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [name])
  }
}

async function clone(admin: pg.Client, server: TestServer, template: string, name: string): Promise<TestDatabase> {
  await admin.query(`create database ${name} template ${template}`)
  await copyGrants(admin, template, name)
  const adminUrl = address(server, name)
  const { db, now, readClock, close } = await openDatabase(adminUrl, server.secret, 4)
  const drop = async (): Promise<void> => {
    await close()
    await withAdmin(server, again => again.query(`drop database if exists ${name} with (force)`))
  }
  return { db, now, readClock, close, adminUrl, secret: server.secret, drop }
}

/** A clone gets the tables' grants but not the database's own, and would let everybody in. */
async function copyGrants(admin: pg.Client, template: string, name: string): Promise<void> {
  await admin.query(`revoke all on database ${name} from public`)
  const { rows } = await admin.query<{ right: string; role: string }>(
    `select acl.privilege_type as right, quote_ident(role.rolname) as role
     from pg_database base, aclexplode(base.datacl) acl join pg_roles role on role.oid = acl.grantee
     where base.datname = $1 and acl.grantee <> base.datdba`,
    [template],
  )
  for (const { right, role } of rows) await admin.query(`grant ${right} on database ${name} to ${role}`)
}

async function withAdmin<T>(server: TestServer, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  return work(admin).finally(() => admin.end())
}
