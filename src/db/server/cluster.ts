import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, environment, giveTo } from './account.ts'
import { type Binaries, program } from './binaries.ts'
import { ServerRefusal } from './refusal.ts'

/** The superuser's name. The product never works as it; it migrates and creates the weak login roles. */
export const administrator = 'fotfaste_admin'

/** A data folder that this server's version can open. */
export type Cluster = {
  /** PostgreSQL's data directory. */
  readonly path: string
  readonly password: string
}

/**
 * Opens the folder's data directory, or makes it: UTF-8, Swedish order by ICU, page checksums, passwords by SCRAM.
 * Refuses with `server.other_version` or `server.password_lost`.
 */
export function prepareCluster(folder: string, binaries: Binaries, account: Account, fsync: boolean): Cluster {
  const path = join(folder, 'cluster')
  const passwordFile = join(folder, 'admin-password')
  const versionFile = join(path, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    const password = randomBytes(24).toString('base64url')
    writeFileSync(passwordFile, password, { mode: 0o600, flush: true })
    giveTo(account, passwordFile)
    create(path, passwordFile, binaries, account, fsync)
    return { path, password }
  }
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== binaries.major) {
    throw new ServerRefusal(
      'server.other_version',
      `The data in ${folder} was made by PostgreSQL ${version}, but this release brings PostgreSQL ${binaries.major}; ` +
        'run the release that made it and move the data by a backup, or open it with a PostgreSQL of that version and DATABASE_URL.',
    )
  }
  if (!existsSync(passwordFile)) {
    throw new ServerRefusal(
      'server.password_lost',
      `The file ${passwordFile} is missing, and without it the database cannot be opened; restore it from a backup.`,
    )
  }
  giveTo(account, path)
  return { path, password: readFileSync(passwordFile, 'utf8').trim() }
}

/** Made under another name and renamed when whole, so that a start cut short never leaves half a database. */
function create(path: string, passwordFile: string, binaries: Binaries, account: Account, fsync: boolean): void {
  const unfinished = `${path}.new`
  const failures: string[] = []
  // The country's order first; an ICU without it knows the language. Upper and lower case by UTF-8 where the system can.
  for (const [icu, libc] of [
    ['sv-SE', 'C.UTF-8'],
    ['sv-SE', 'C'],
    ['sv', 'C'],
  ]) {
    rmSync(unfinished, { recursive: true, force: true })
    const [command, ...args] = [
      ...account.prefix,
      program(binaries, 'initdb'),
      `--pgdata=${unfinished}`,
      `--username=${administrator}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      `--icu-locale=${icu}`,
      `--locale=${libc}`,
      '--data-checksums',
      ...(fsync ? [] : ['--no-sync']),
    ]
    const { uid, gid } = account
    const done = spawnSync(command ?? '', args, { uid, gid, env: environment, cwd: '/', encoding: 'utf8' })
    if (done.status === 0) {
      renameSync(unfinished, path)
      return
    }
    failures.push(done.error?.message ?? done.stderr.trim())
  }
  throw new Error(`initdb could not make ${path}:\n${failures.join('\n')}`)
}

/** Told on the command line, which outranks postgresql.conf and `alter system`. */
export function settings(fsync: boolean): string[] {
  const durable = fsync ? 'on' : 'off'
  return Object.entries({
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A week of logs, one file a weekday.
    logging_collector: 'on',
    log_directory: '../log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_size: '0',
    log_file_mode: '0600',
    // Never a row, a parameter or a statement in the log: they hold people's data (GEN-5).
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
