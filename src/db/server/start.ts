import { accessSync, constants, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Account, canPass, chooseAccount, giveTo, readableBinaries } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { administrator, type Cluster, prepareCluster, settings } from './cluster.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { type Postmaster, spawnPostmaster } from './postmaster.ts'
import { control, endPrevious } from './previous.ts'
import { codeOf } from './processes.ts'
import { ServerRefusal } from './refusal.ts'

/** How the embedded server is started. */
export type ServerOptions = {
  /** A folder of its own for data, password, socket and log. It is made when missing, and private to the server. */
  readonly folder: string
  /** False only in tests: answers are then given before anything is on the disk. */
  readonly fsync?: boolean
  /** Hears in one English sentence at a time what an operator may want to know. */
  readonly log?: (sentence: string) => void
  /** Told when the server has ended again and again by itself and is given up. */
  readonly onLost?: (error: Error) => void
}

/** The running embedded server. */
export type RunningServer = {
  /** The administrator's address of database `postgres`; put another name in its path for another database. */
  readonly adminUrl: string
  /** The unix socket's folder; '' on Windows, where the server listens on the loopback. */
  readonly socketFolder: string
  /** Ends the server in good order and frees the folder. Safe to call twice. */
  stop(): Promise<void>
}

// A unix socket's path may hold 107 bytes on Linux and 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432`.
const longestSocketFolder = 88
const restartsBeforeGivingUp = 5
const calmMs = 60_000

/**
 * Starts PostgreSQL 18 from npm on `folder`, without any network port, and ends it when this process ends, however
 * that happens. A server that a killed program left behind is ended first; one that dies is started again on the same
 * address. Throws `ServerRefusal` with a sentence for the operator, among others when the folder is in use.
 *
 * @example
 * const server = await startServer({ folder: join(dataFolder, 'postgresql') })
 * const pool = new pg.Pool({ connectionString: server.adminUrl })
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const folder = makeFolder(options.folder)
  const lock = lockFolder(folder)
  try {
    return await startLocked(folder, lock, options)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startLocked(folder: string, lock: FolderLock, options: ServerOptions): Promise<RunningServer> {
  const { fsync = true, log = () => undefined, onLost = () => undefined } = options
  const account = chooseAccount(folder)
  giveTo(account, folder)
  const binaries = readableBinaries(findBinaries(), account, folder)
  await endPrevious(join(folder, 'cluster'), binaries)
  if (lock.leftover) rmSync(lock.leftover, { recursive: true, force: true })
  const cluster = prepareCluster(folder, binaries, account, fsync)
  const place = await chooseAddress(folder, account, lock)
  const adminUrl = `postgresql://${administrator}:${cluster.password}@${place.host}/postgres`

  let postmaster = await launch()
  let stopping = false
  const kept = keepRunning()

  function launch(): Promise<Postmaster> {
    return launchUntilReady(binaries, account, cluster, place.args, fsync, adminUrl, log)
  }

  async function keepRunning(): Promise<void> {
    for (let failures = 0, since = Date.now(); ; ) {
      await postmaster.ended
      if (stopping) return
      if (Date.now() - since > calmMs) failures = 0
      failures += 1
      log('PostgreSQL ended by itself; starting it again.')
      try {
        if (failures > restartsBeforeGivingUp) throw new Error('PostgreSQL ends again and again; see its log.')
        await endPrevious(cluster.path, binaries)
        since = Date.now()
        postmaster = await launch()
      } catch (error) {
        onLost(error instanceof Error ? error : new Error(String(error)))
        return
      }
      if (stopping) postmaster.end()
    }
  }

  async function stop(): Promise<void> {
    stopping = true
    if (process.platform === 'win32') control(cluster.path, binaries, 'fast')
    else postmaster.end()
    await kept
    if (place.temporary) rmSync(place.socketFolder, { recursive: true, force: true })
    lock.release()
  }

  return { adminUrl, socketFolder: place.socketFolder, stop }
}

function makeFolder(path: string): string {
  try {
    // Only the last one private: the server's user must get past those above it.
    mkdirSync(dirname(path), { recursive: true })
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(path)
  } catch (error) {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error
    throw new ServerRefusal(
      'server.unreachable_folder',
      `The folder ${path} belongs to another user; start as that user, or choose another folder with FOTFASTE_DATA.`,
    )
  }
}

type Address = {
  readonly socketFolder: string
  readonly temporary: boolean
  /** Host part of an address, a socket's folder written with %2F. */
  readonly host: string
  readonly args: readonly string[]
}

async function chooseAddress(folder: string, account: Account, lock: FolderLock): Promise<Address> {
  if (process.platform === 'win32') {
    const port = await freePort()
    const args = ['-c', 'listen_addresses=127.0.0.1', '-p', String(port)]
    return { socketFolder: '', temporary: false, host: `127.0.0.1:${port}`, args }
  }
  const inside = join(folder, 'socket')
  const temporary = Buffer.byteLength(inside) > longestSocketFolder
  if (!temporary) mkdirSync(inside, { recursive: true, mode: 0o700 })
  const base = account.uid === undefined || canPass(tmpdir(), account.uid) ? tmpdir() : '/tmp'
  const socketFolder = temporary ? mkdtempSync(join(base, 'fotfaste-')) : inside
  if (temporary) lock.note(socketFolder)
  giveTo(account, socketFolder)
  const args = ['-k', socketFolder, '-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700']
  return { socketFolder, temporary, host: encodeURIComponent(socketFolder), args }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port'))))
    })
  })
}

async function launchUntilReady(
  binaries: Binaries,
  account: Account,
  cluster: Cluster,
  address: readonly string[],
  fsync: boolean,
  adminUrl: string,
  log: (sentence: string) => void,
): Promise<Postmaster> {
  const args = ['-D', cluster.path, ...address, ...settings(fsync)]
  for (const begun = Date.now(); ; await pause(100)) {
    const postmaster = spawnPostmaster(binaries, account, args)
    if (await isReady(postmaster, adminUrl, fsync, log)) return postmaster
    // Processes of a killed postmaster need a moment to notice; PostgreSQL waits for none of them.
    const passing = /pre-existing shared memory block|lock file ".*" already exists/.test(postmaster.said())
    if (!passing || Date.now() - begun > 10_000) {
      throw new Error(
        `PostgreSQL did not start on ${cluster.path}: ${postmaster.said() || 'see the folder log beside it'}`,
      )
    }
  }
}

/** Waits as long as PostgreSQL needs (after a crash it reads its log first). False when it ended instead. */
async function isReady(
  postmaster: Postmaster,
  adminUrl: string,
  fsync: boolean,
  log: (sentence: string) => void,
): Promise<boolean> {
  for (let tries = 1; !postmaster.hasEnded(); tries += 1) {
    const client = new pg.Client({ connectionString: adminUrl })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await assertDurable(client, fsync)
      return true
    } catch (error) {
      // Not there yet; or "the database system is starting up".
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(String(codeOf(error)))) {
        postmaster.end()
        throw error
      }
    } finally {
      await client.end().catch(() => undefined)
    }
    if (tries === 200) log('PostgreSQL is making its data whole after an abrupt end; this can take some minutes.')
    await pause(15)
  }
  return false
}

/** An acknowledged write must be on the disk (GEN-5); a setting that says otherwise is a bug, not a choice. */
async function assertDurable(client: pg.Client, fsync: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')`,
  )
  const off = rows.filter(row => row.setting !== 'on').map(row => row.name)
  if (fsync && (rows.length !== 4 || off.length > 0)) throw new Error(`PostgreSQL runs without ${off.join(', ')}`)
}
