import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { type Binaries, program } from './binaries.ts'
import { ServerRefusal } from './refusal.ts'

/** Whom PostgreSQL runs as. It refuses root, and containers often have nobody else. */
export type Account = {
  /** Words put before the command, for example `unshare …`. */
  readonly prefix: readonly string[]
  /** Given to spawn, when another user shall own the process. */
  readonly uid?: number
  readonly gid?: number
  /** Who owns what the server writes; undefined means us. */
  readonly owner?: number
}

/** `nobody` and `nogroup` on Linux; a number that /etc/passwd knows, since initdb asks for its name. */
const nobody = 65534
const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`]

/** The server's and its tools' surroundings; nothing of ours (DATABASE_URL, secrets, PG…) reaches them. */
export const environment =
  process.platform === 'win32'
    ? undefined
    : { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Chooses the account for an existing data folder: ourselves, unless we are root. As root, in this order: the
 * folder's owner (`nobody` when that is root), if that user can get to the folder; root under another number in a
 * user namespace; `nobody` with leave to pass folders such as /root.
 */
export function chooseAccount(folder: string): Account {
  if (process.geteuid?.() !== 0) return { prefix: ownName() ? [] : ownNamespace() }
  const { uid, gid } = statSync(folder)
  const [user, group] = uid === 0 ? [nobody, nobody] : [uid, gid]
  if (canPass(dirname(folder), user)) return { prefix: [], uid: user, gid: group, owner: user }
  if (works(namespace)) return { prefix: namespace, owner: 0 }
  const capability = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
  capability.push('--inh-caps=+dac_override', '--ambient-caps=+dac_override')
  if (works(capability)) return { prefix: capability, owner: nobody }
  throw new ServerRefusal(
    'server.unreachable_folder',
    `PostgreSQL does not run as root, and no other user can get to ${folder}; choose another folder with FOTFASTE_DATA.`,
  )
}

/** False for a bare number, as in `docker run --user 1234`. */
function ownName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function ownNamespace(): string[] {
  if (works(namespace)) return namespace
  throw new ServerRefusal(
    'server.unnamed_user',
    `PostgreSQL needs a user with a name, and number ${process.geteuid?.()} has none on this machine; ` +
      'add it to /etc/passwd, start as another user, or give the address of a server in DATABASE_URL.',
  )
}

/** Gives a folder and all in it to the account, unless its top already belongs to it. */
export function giveTo(account: Account, path: string): void {
  if (account.owner === undefined || statSync(path).uid === account.owner) return
  // The top last: a change of owner that is cut short is then done over.
  for (const entry of lstatSync(path).isDirectory() ? readdirSync(path, { withFileTypes: true }) : []) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) giveTo(account, inner)
    else if (entry.isFile()) chownSync(inner, account.owner, account.gid ?? account.owner)
  }
  chownSync(path, account.owner, account.gid ?? account.owner)
}

/**
 * The binaries where the account can read them: as they are, or copied (60 MB, once per version) beside the data
 * when node_modules lies in a private folder such as /root.
 */
export function readableBinaries(binaries: Binaries, account: Account, folder: string): Binaries {
  if (account.uid === undefined) return binaries
  if (canPass(binaries.folder, account.uid) && statSync(program(binaries, 'postgres')).mode & 0o001) return binaries
  const copy = join(folder, `postgresql-${binaries.version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true })
    giveTo(account, unfinished)
    renameSync(unfinished, copy)
  }
  return { ...binaries, folder: copy }
}

/** True when the user may pass through this folder and all above it, by ownership or for everybody. */
export function canPass(folder: string, uid: number): boolean {
  for (let place = folder; ; place = dirname(place)) {
    const { mode, uid: owner } = statSync(place)
    if (!(mode & 0o001) && !(owner === uid && mode & 0o100)) return false
    if (place === dirname(place)) return true
  }
}

function works([command = '', ...args]: string[]): boolean {
  return spawnSync(command, [...args, 'true'], { env: environment, stdio: 'ignore' }).status === 0
}
