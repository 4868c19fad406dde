import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** True while a process with this id runs, whoever owns it. One that has ended but was never collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  return statOf(pid)[0] !== 'Z'
}

/** When the process began, in ticks of a certain boot, since ids are used again; '' where the system does not tell. */
export function beginningOf(pid: number): string {
  const ticks = statOf(pid)[19]
  return ticks ? `${readText('/proc/sys/kernel/random/boot_id').trim()} ${ticks}` : ''
}

/** The process's words, or undefined where they cannot be seen. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') return readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') || undefined
  const seen = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return seen.status === 0 ? seen.stdout : undefined
}

/** Server processes at work in a data directory, as far as Linux lets us see; elsewhere none. */
export function backendsIn(directory: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0 && readText(`/proc/${pid}/cmdline`).startsWith('postgres') && cwdOf(pid) === directory)
}

/** The `code` of a system error. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Linux, proc(5): the fields from the third (the state) on. The second holds a name that may contain anything. */
function statOf(pid: number): string[] {
  const stat = readText(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function cwdOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
