import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Binaries, program } from './binaries.ts'
import { backendsIn, commandOf, isAlive } from './processes.ts'
import { ServerRefusal } from './refusal.ts'

const orderlySeconds = 30
const abruptSeconds = 10

/**
 * Ends a server that an earlier, killed program left running on this data directory. Refuses with
 * `server.not_stopped`. Call it only while holding the folder's lock.
 */
export async function endPrevious(cluster: string, binaries: Binaries): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = readPid(file)
  if (pid === undefined || !exists(pid)) return
  if (isAlive(pid) && (commandOf(pid)?.includes(cluster) ?? true)) {
    if (await ends(pid, cluster, binaries)) return
    throw new ServerRefusal(
      'server.not_stopped',
      `PostgreSQL (process ${pid}) is still running on ${cluster} and could not be stopped; stop it and start again.`,
    )
  }
  // The number belongs to somebody else now, which is common in containers. PostgreSQL would take that for a running
  // server; its pid file is cleared, but not while a server process that outlived its postmaster may still write.
  await until(() => backendsIn(cluster).length === 0, abruptSeconds)
  rmSync(file, { force: true })
}

async function ends(pid: number, cluster: string, binaries: Binaries): Promise<boolean> {
  send(pid, 'SIGINT', cluster, binaries)
  if (await until(() => !isAlive(pid), orderlySeconds)) return true
  send(pid, 'SIGQUIT', cluster, binaries)
  return until(() => !isAlive(pid), abruptSeconds)
}

/** SIGINT is PostgreSQL's orderly end; SIGQUIT drops everything, and the next start makes it whole from the log. */
function send(pid: number, signal: 'SIGINT' | 'SIGQUIT', cluster: string, binaries: Binaries): void {
  if (process.platform === 'win32') {
    control(cluster, binaries, signal === 'SIGINT' ? 'fast' : 'immediate')
    return
  }
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already, or another user's: the wait that follows tells which.
  }
}

/** Windows has no signals; pg_ctl speaks to the server in another way. */
export function control(cluster: string, binaries: Binaries, mode: 'fast' | 'immediate'): void {
  spawnSync(program(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', mode], { stdio: 'ignore' })
}

async function until(reached: () => boolean, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 50; waited += 1) {
    if (reached()) return true
    await pause(20)
  }
  return reached()
}

/** Also true for an ended process that nobody has collected: PostgreSQL would take it for a running one. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}
