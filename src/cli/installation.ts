import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, openDatabase } from '#db'
import { startServer } from '#db/server'
import type { OperatorSettings } from './settings.ts'

/** A database that is up and migrated, and what opens it. `close` ends the pools, then the embedded server. */
export type Installation = Awaited<ReturnType<typeof openDatabase>> & {
  readonly adminUrl: string
  readonly secret: string
}

/**
 * Starts or reaches the database and brings it to the newest schema.
 * @param mayMakeSecret a demonstration keeps a secret of its own beside its data; production must be given FOTFASTE_SECRET
 */
export async function openInstallation(
  settings: OperatorSettings,
  mayMakeSecret: boolean,
  say: (sentence: string) => void,
): Promise<Installation> {
  const secret = settings.secret ?? (mayMakeSecret ? keptSecret(settings.dataFolder) : undefined)
  if (secret === undefined || secret.length < 32) {
    throw new Error(
      'FOTFASTE_SECRET is missing or shorter than 32 characters. Make one, for example with: openssl rand -base64 32',
    )
  }
  const server = await reachServer(settings, say)
  try {
    const ran = await migrate(server.adminUrl, secret)
    if (ran.length > 0) say(`Database brought up to date (${ran.length} steps).`)
    const opened = await openDatabase(server.adminUrl, secret)
    const close = async (): Promise<void> => {
      await opened.close()
      await server.stop()
    }
    return { ...opened, close, adminUrl: server.adminUrl, secret }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function reachServer(
  settings: OperatorSettings,
  say: (sentence: string) => void,
): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  if (settings.databaseUrl) return { adminUrl: settings.databaseUrl, stop: async () => undefined }
  const server = await startServer({ folder: join(settings.dataFolder, 'postgresql'), log: say })
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  try {
    const { rowCount } = await admin.query(`select from pg_database where datname = 'fotfaste'`)
    if (!rowCount) await admin.query('create database fotfaste')
  } finally {
    await admin.end()
  }
  const url = new URL(server.adminUrl)
  url.pathname = '/fotfaste'
  return { adminUrl: url.toString(), stop: () => server.stop() }
}

function keptSecret(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
