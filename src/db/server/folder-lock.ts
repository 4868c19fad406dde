import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { beginningOf, codeOf, isAlive } from './processes.ts'
import { ServerRefusal } from './refusal.ts'

const Holder = z.object({
  pid: z.number().int(),
  /** When that process began, since pids are used again; '' where the system does not tell. */
  begun: z.string(),
  host: z.string(),
  /** A folder outside the data folder, to be removed when the holder died. */
  leftover: z.string().optional(),
})
type Holder = z.infer<typeof Holder>

/** A held folder. */
export type FolderLock = {
  /** What a killed holder left outside the folder. */
  readonly leftover: string | undefined
  /** Remembers a folder that the next start shall remove, should we be killed. */
  note(leftover: string): void
  release(): void
}

// Another machine or container cannot see our pid; it sees the file being touched.
const touchEveryMs = 2_000
const foreignStaleMs = 15_000

/** Takes the folder for this process, or refuses with `server.already_running`. A dead holder's lock is taken over. */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'in-use.json')
  const me: Holder = { pid: process.pid, begun: beginningOf(process.pid), host: hostname() }
  let leftover: string | undefined
  while (!create(file, me)) {
    const found = read(file)
    if (found?.holder && holds(found.holder, found.touched)) throw refusal(folder, found.holder)
    leftover = found?.holder?.leftover ?? leftover
    if (found) takeAway(file, found.text)
  }
  const touch = setInterval(() => utimesSync(file, new Date(), new Date()), touchEveryMs)
  touch.unref()
  return {
    leftover,
    note: path => writeFileSync(file, JSON.stringify({ ...me, leftover: path })),
    release: () => {
      clearInterval(touch)
      rmSync(file, { force: true })
    },
  }
}

function refusal(folder: string, { pid, host }: Holder): ServerRefusal {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`
  return new ServerRefusal(
    'server.already_running',
    `The data in ${folder} is already in use by ${where}; stop that one first, or choose another folder with FOTFASTE_DATA.`,
  )
}

function holds(holder: Holder, touched: number): boolean {
  if (holder.host !== hostname()) return Date.now() - touched < foreignStaleMs
  return isAlive(holder.pid) && holder.begun === beginningOf(holder.pid)
}

/** A link appears with its content or not at all. */
function create(file: string, holder: Holder): boolean {
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(holder))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function read(file: string): { text: string; touched: number; holder: Holder | undefined } | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    return { text, touched: statSync(file).mtimeMs, holder: parse(text) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** A file cut short by a full disk or a power cut holds nothing. */
function parse(text: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Two may find the same dead holder: whoever moves a lock that is no longer that one's puts it back. */
function takeAway(file: string, text: string): void {
  const aside = `${file}.old.${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}
