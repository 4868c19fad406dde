import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { ensureRoles, loginRoles, roleName } from './roles.ts'

const folder = new URL('./migrations/', import.meta.url)

/**
 * Brings a database to the newest schema. One transaction a file, under an advisory lock, so that two starts at once are safe.
 * Throws when a file that has already run was changed afterwards: history is not edited, a new file is added.
 * @param adminUrl connection of an administrator (superuser, or CREATEROLE and owner of the database)
 * @param secret the installation's secret, from which the login roles' passwords are derived
 * @returns the names of the files that ran now
 */
export async function migrate(adminUrl: string, secret: string): Promise<string[]> {
  const admin = new Client({ connectionString: adminUrl, application_name: 'fotfaste migrate' })
  await admin.connect()
  try {
    await admin.query(`select pg_advisory_lock(hashtext('fotfaste.migrate'))`)
    await ensureRoles(admin, secret)
    await admin.query(
      `create table if not exists public.migration (name text primary key, digest text not null, ran_at timestamptz not null default now())`,
    )
    await grantConnect(admin)
    const ran = new Map(
      (await admin.query<{ name: string; digest: string }>('select name, digest from public.migration')).rows.map(
        row => [row.name, row.digest],
      ),
    )
    const files = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
    const now: string[] = []
    for (const name of files) {
      const text = await readFile(new URL(name, folder), 'utf8')
      const digest = createHash('sha256').update(text).digest('hex')
      if (ran.get(name) === digest) continue
      if (ran.has(name))
        throw new Error(`Migration ${name} was changed after it ran. Put it back and add a new file instead.`)
      await runFile(admin, name, text, digest)
      now.push(name)
    }
    return now
  } finally {
    await admin.end()
  }
}

async function runFile(admin: Client, name: string, text: string, digest: string): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query(text)
    await admin.query('reset role')
    await admin.query('insert into public.migration (name, digest) values ($1, $2)', [name, digest])
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function grantConnect(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name')
  const database = rows[0]!.name
  await admin.query(`revoke all on database ${database} from public`)
  await admin.query(`grant create on database ${database} to ${roleName('owner')}`)
  await admin.query(`grant connect on database ${database} to ${loginRoles.map(roleName).join(', ')}`)
}
