import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '#db/server'
import { standAbove } from './above.ts'
import { throwsOf } from './dice.ts'
import { figure, seed, tell } from './extent.ts'

// R1, R1b and R5 after a crash: kill −9 under writes. What was acknowledged is told to a process that is not killed.

const kills = figure(20, 100)
const controlKills = 4
const throws = throwsOf(seed)

type Ledger = { readonly acknowledged: Set<string>; readonly begun: Set<string> }
type Writer = { readonly child: ChildProcess; readonly ended: Promise<void>; readonly ready: Promise<void> }

const folder = mkdtempSync(join(tmpdir(), 'fotfaste-kill-'))
const data = join(folder, 'postgresql')
const ledger: Ledger = { acknowledged: new Set(), begun: new Set() }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function startWriter(): Writer {
  const pending = [...ledger.begun].filter(line => !ledger.acknowledged.has(line)).join(',')
  const program = fileURLToPath(new URL('./crash-writer.ts', import.meta.url))
  const child = spawn(process.execPath, ['--no-warnings', program, data, pending], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  let isReady: () => void = () => undefined
  const ready = new Promise<void>(resolve => (isReady = resolve))
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [word, ...about] = line.split(' ')
      if (word === 'ready') isReady()
      if (word === 'try') ledger.begun.add(about.join(' '))
      if (word === 'ack') ledger.acknowledged.add(about.join(' '))
    }
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  return { child, ended, ready: Promise.race([ready, ended]) }
}

/** PostgreSQL and every process of it, at once: nothing gets to write its buffers. */
function killPostgres(): void {
  const file = join(data, 'cluster', 'postmaster.pid')
  if (!existsSync(file)) return
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It had ended by itself.
    }
  }
}

function childrenOf(parent: number): number[] {
  const pairs = existsSync('/proc/self/stat')
    ? readdirSync('/proc')
        .filter(name => /^\d+$/.test(name))
        .map(name => {
          try {
            return [Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1])]
          } catch {
            return []
          }
        })
    : spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
        .stdout.split('\n')
        .map(line => line.trim().split(/\s+/).map(Number))
  return pairs.filter(([, of]) => of === parent).flatMap(([pid]) => (pid ? [pid] : []))
}

const writesBetween = 21

/** Waits until so many more writes are acknowledged, however slow the machine is; a writer that writes no more fails the test. */
async function acknowledges(more: number): Promise<void> {
  const enough = ledger.acknowledged.size + more
  for (let waited = 0; ledger.acknowledged.size < enough; waited += 50) {
    if (waited > 60_000) throw new Error(`Only ${ledger.acknowledged.size} writes are acknowledged, ${enough} awaited`)
    await pause(50)
  }
}

/** Lets it write, kills as told, and starts anew what does not start itself. */
async function killOften(times: number, how: readonly ('postgres' | 'program' | 'both')[]): Promise<void> {
  let writer = startWriter()
  for (let n = 0; n < times; n += 1) {
    await writer.ready
    await acknowledges(writesBetween)
    await pause(throws.below(500))
    const kind = how[n % how.length]
    if (kind !== 'program') killPostgres()
    if (kind !== 'postgres') writer.child.kill('SIGKILL')
    // The program starts its server again by itself, but not for ever (start.ts): now and then it is killed too.
    if (kind !== 'postgres') {
      await writer.ended
      writer = startWriter()
    } else await pause(900)
  }
  await writer.ready
  await pause(300)
  writer.child.kill('SIGKILL')
  await writer.ended
}

type Judgement = { lost: number; doubled: number; half: number; broken: number; rows: number }

async function judge(acknowledged: ReadonlySet<string>): Promise<Judgement> {
  const server = await startServer({ folder: data })
  const { above, end } = await standAbove(server.adminUrl)
  try {
    const rows = await above<{ key: string; times: number }>(
      'select file_name as key, count(*)::int as times from procurement.notice group by 1',
    )
    const kept = new Map(rows.map(row => [row.key, row.times]))
    const count = async (query: string): Promise<number> =>
      (await above<{ n: number }>(`select count(*)::int as n ${query}`))[0]?.n ?? -1
    return {
      lost: [...acknowledged].filter(line => !kept.has(line.split(' ')[1] ?? '')).length,
      doubled: rows.filter(({ times }) => times > 1).length,
      half:
        (await count(
          'from procurement.notice n full join log.event e on e.subject = n.id where n.id is null or e.id is null',
        )) +
        (await count('from jobs.outbox o full join log.event e on e.id = o.id where o.id is null or e.id is null')) +
        (await count('from gate.receipt where outcome is null')),
      broken: await count('from log.broken()'),
      rows: rows.length,
    }
  } finally {
    await end()
    await server.stop()
  }
}

describe.skipIf(process.platform === 'win32')('kill −9 under the writes of eight writers', () => {
  beforeAll(() => tell(`R1: seed ${seed}`))

  it(`${kills} times: no acknowledged write is lost, none is doubled, none is half (trust.md R1, R1b, R5)`, async () => {
    await killOften(kills, ['postgres', 'both', 'postgres', 'program', 'both'])
    const { rows, ...faults } = await judge(ledger.acknowledged)
    tell(
      `R1: ${kills} kills, ${ledger.acknowledged.size} acknowledged writes, ${rows} kept, ${faults.lost} lost, ${faults.half} half`,
    )
    expect(ledger.acknowledged.size).toBeGreaterThan(kills * 20)
    expect(faults).toEqual({ lost: 0, doubled: 0, half: 0, broken: 0 })
  }, 600_000)

  it('would be found out if an answer came before the disk: with synchronous_commit off, writes are lost', async () => {
    const server = await startServer({ folder: data })
    const { above, end } = await standAbove(server.adminUrl)
    await above('alter role fotfaste_web_rw set synchronous_commit = off')
    await end()
    await server.stop()
    const before = ledger.acknowledged.size
    await killOften(controlKills, ['both'])
    const { lost, broken } = await judge(ledger.acknowledged)
    tell(`R1 control: ${controlKills} kills, ${ledger.acknowledged.size - before} acknowledged writes, ${lost} lost`)
    expect(lost).toBeGreaterThan(0)
    // What is left is still a whole beginning of what was written.
    expect(broken).toBe(0)
  }, 300_000)
})
