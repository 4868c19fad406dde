import { type ChildProcess, spawn } from 'node:child_process'
import { type Account, environment } from './account.ts'
import { type Binaries, program } from './binaries.ts'

/** A started server process. */
export type Postmaster = {
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
  hasEnded(): boolean
  /** The end of what it said before its log file took over. */
  said(): string
  /** Asks for an orderly end (fast shutdown): open transactions are rolled back, everything else is kept. */
  end(): void
}

// The shell sees to it that the server ends with us: `read` returns when our end of the pipe closes, also by kill -9.
// A server that has not ended by itself after half a minute is told to drop everything; its log makes the data whole.
const watchedBy = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
{
  read -r _ <&3
  kill -INT $server
  n=0
  while kill -0 $server && [ $n -lt 30 ]; do sleep 1; n=$((n + 1)); done
  kill -QUIT $server
} >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $server
code=$?
kill $watch 2>/dev/null
exit $code
`

/** Starts postgres with these arguments, in a session of its own so that Ctrl-C reaches us first. */
export function spawnPostmaster(binaries: Binaries, account: Account, args: readonly string[]): Postmaster {
  const words = [...account.prefix, program(binaries, 'postgres'), ...args]
  const { uid, gid } = account
  const options = { uid, gid, env: environment, cwd: '/', detached: true } as const
  const child: ChildProcess =
    process.platform === 'win32'
      ? spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true })
      : spawn('/bin/sh', ['-c', watchedBy, 'postgres', ...words], { ...options, stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  let over = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000)
  })
  child.stdin?.on('error', () => undefined)
  const ended = new Promise<void>(resolve => {
    const finish = (): void => {
      over = true
      child.stdin?.destroy()
      resolve()
    }
    child.once('error', error => {
      said += error.message
      finish()
    })
    child.once('exit', finish)
  })
  return { ended, hasEnded: () => over, said: () => said.trim(), end: () => child.stdin?.end() }
}
