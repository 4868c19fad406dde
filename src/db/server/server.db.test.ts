import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type RunningServer, type ServerRefusal, startServer } from '#db/server'

const base = mkdtempSync(join(tmpdir(), 'fotfaste-server-test-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
let count = 0

function newFolder(): string {
  count += 1
  return join(base, `server-${count}`)
}

async function ask<T extends pg.QueryResultRow>(server: { adminUrl: string }, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.adminUrl })
  client.on('error', () => undefined)
  await client.connect()
  return client
    .query<T>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const value = await work()
  process.stdout.write(`  ${what}: ${Math.round(performance.now() - begun)} ms\n`)
  return value
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function eventually(reached: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const begun = Date.now(); Date.now() - begun < withinMs; await pause(20)) if (await reached()) return true
  return false
}

/** Another program that starts a server and tells its address on its first line. */
async function startProgram(folder: string): Promise<{ program: ChildProcess; adminUrl: string }> {
  const door = new URL('./index.ts', import.meta.url).href
  const script = `
    const { startServer } = await import(${JSON.stringify(door)})
    const server = await startServer({ folder: ${JSON.stringify(folder)} })
    process.stdout.write(server.adminUrl)
    setInterval(() => undefined, 60_000)`
  const program = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const adminUrl = await new Promise<string>((resolve, reject) => {
    program.stdout.once('data', text => resolve(String(text)))
    program.once('exit', code => reject(new Error(`the program ended with ${code}`)))
  })
  return { program, adminUrl }
}

async function refusalOf(folder: string): Promise<ServerRefusal> {
  return startServer({ folder }).then(
    async (server: RunningServer) => {
      await server.stop()
      throw new Error('it started')
    },
    (error: ServerRefusal) => error,
  )
}

test('a server starts on an empty folder, keeps what it was given and starts again', async () => {
  const folder = newFolder()
  const first = await timed('first start', () => startServer({ folder }))
  await ask(first, 'create table kept as select 42 as value')
  await timed('stop', () => first.stop())
  const second = await timed('second start', () => startServer({ folder }))
  expect(await ask(second, 'select value from kept')).toEqual([{ value: 42 }])
  await second.stop()
  await second.stop()
})

test('an acknowledged write is on the disk, pages are checked, and no network port is open', async () => {
  const server = await startServer({ folder: newFolder() })
  const settings = await ask<{ name: string; setting: string }>(
    server,
    `select name, setting from pg_settings where name in
     ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'server_encoding')`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
  })
  expect(statSync(server.socketFolder).mode & 0o077).toBe(0)
  await server.stop()
})

test('Swedish words sort, fold and are found as Swedes expect', async () => {
  const server = await startServer({ folder: newFolder(), fsync: false })
  const words = await ask<{ word: string }>(
    server,
    `select word from unnest(array['ö', 'z', 'å', 'ä', 'a']) word order by word`,
  )
  expect(words.map(({ word }) => word)).toEqual(['a', 'z', 'å', 'ä', 'ö'])
  expect(
    await ask(
      server,
      `select lower('ÅÄÖ') as lower, to_tsvector('swedish', 'ÄLVSBORG') @@ to_tsquery('swedish', 'älvsborg') as found`,
    ),
  ).toEqual([{ lower: 'åäö', found: true }])
  await server.stop()
})

test('a second start on the same folder is refused with a sentence that names the process', async () => {
  const folder = newFolder()
  const server = await startServer({ folder, fsync: false })
  const refusal = await refusalOf(folder)
  expect(refusal.code).toBe('server.already_running')
  expect(refusal.message).toContain(`process ${process.pid}`)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('of ten starts at once on one folder, one gets it', async () => {
  const folder = newFolder()
  const starts = await Promise.allSettled(Array.from({ length: 10 }, () => startServer({ folder, fsync: false })))
  const started = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []))
  expect(started).toHaveLength(1)
  for (const start of starts) if (start.status === 'rejected') expect(start.reason.code).toBe('server.already_running')
  await Promise.all(started.map(server => server.stop()))
})

test('when the program is killed, the server ends and every acknowledged row is there', async () => {
  const folder = newFolder()
  const { program, adminUrl } = await startProgram(folder)
  const pid = postmasterOf(folder)
  await ask({ adminUrl }, 'create table written (n int)')
  let acknowledged = 0
  const writing = (async () => {
    for (let n = 1; ; n += 1) {
      await ask({ adminUrl }, `insert into written values (${n})`)
      acknowledged = n
    }
  })().catch(() => undefined)
  await eventually(() => acknowledged > 20, 5_000)
  program.kill('SIGKILL')
  expect(await timed('server gone after kill -9 of the program', () => eventually(() => !isAlive(pid), 5_000))).toBe(
    true,
  )
  await writing
  const server = await timed('start after kill -9', () => startServer({ folder }))
  const [row] = await ask<{ count: number }>(server, `select count(*)::int from written where n <= ${acknowledged}`)
  expect(acknowledged).toBeGreaterThan(20)
  expect(row?.count).toBe(acknowledged)
  await server.stop()
})

test('a start right after a kill takes the folder over from the server that is still ending', async () => {
  const folder = newFolder()
  const { program } = await startProgram(folder)
  const gone = new Promise(resolve => program.once('exit', resolve))
  program.kill('SIGKILL')
  await gone
  const server = await startServer({ folder })
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('a server that is killed is started again on the same address', async () => {
  const folder = newFolder()
  const server = await startServer({ folder })
  await ask(server, 'create table kept as select 42 as value')
  process.kill(postmasterOf(folder), 'SIGKILL')
  const answers = (): Promise<boolean> =>
    ask(server, 'select value from kept').then(
      rows => rows.length === 1,
      () => false,
    )
  expect(await timed('answers again after kill -9 of the server', () => eventually(answers, 15_000))).toBe(true)
  await server.stop()
})

test('a folder whose path is too long for a socket gets a short one that is removed again', async () => {
  const folder = join(newFolder(), 'long'.repeat(30))
  const server = await startServer({ folder, fsync: false })
  expect(server.socketFolder.length).toBeLessThan(90)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(() => statSync(server.socketFolder)).toThrow('ENOENT')
})

test('data made by another major version is refused with a sentence that names both', async () => {
  const folder = newFolder()
  const server = await startServer({ folder, fsync: false })
  await server.stop()
  writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '17\n')
  const refusal = await refusalOf(folder)
  expect(refusal.code).toBe('server.other_version')
  expect(refusal.message).toMatch(/PostgreSQL 17.*PostgreSQL 18/)
})

test('a pid file whose number now belongs to another program does not keep the server from starting', async () => {
  const folder = newFolder()
  const server = await startServer({ folder, fsync: false })
  await server.stop()
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${stranger.pid}\n${join(folder, 'cluster')}\n`)
  const again = await startServer({ folder, fsync: false })
  expect(await ask(again, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(stranger.exitCode).toBeNull()
  await again.stop()
  stranger.kill()
})

test('the log holds neither statements nor values', async () => {
  const folder = newFolder()
  const server = await startServer({ folder, fsync: false })
  await ask(server, 'create table person (secret text unique)')
  await ask(server, `insert into person values ('canary-2f1c')`)
  await expect(ask(server, `insert into person values ('canary-2f1c')`)).rejects.toThrow('duplicate key')
  await server.stop()
  const day = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(Date.now())
  const log = readFileSync(join(folder, 'log', `postgresql-${day}.log`), 'utf8')
  expect(log).toContain('duplicate key')
  expect(log).not.toContain('canary-2f1c')
})
