// Server time and CPU of the ten main pages, and the ratio to the bare SQL of the same page in the same run.
//   npm run bench -- pages [--people 100000] [--runs 200] [--slow 5]
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { demonstrate, migrate, openDatabase } from '#db'
import { startServer } from '#db/server'
import { sealIdentity } from '#domain/candidates'
import { runClock } from '#jobs'
import { cast, layOutWorld, loadWorld } from '#world'
import { ensureBuilt } from '../scripts/build.mjs'
import { type MainPage, mainPages } from './main-pages.ts'
import { costs, type Recorded, recordStatements, replay } from './statements.ts'
import { percentile, table } from './table.ts'

const secret = 'the secret of the benchmark, thirty-two characters or more'
const day = '2026-03-02'
const warmUp = 20

type Row = {
  page: string
  role: string
  p50: number
  p95: number
  cpu: number
  statements: number
  sql: number
  ratio: number
}

/** Measures and prints one table for a world of so many people. */
export async function benchPages(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { people: { type: 'string' }, runs: { type: 'string' }, slow: { type: 'string' } },
  })
  const people = Number(values.people ?? 2000)
  const runs = Number(values.runs ?? 200)
  await ensureBuilt()
  const folder = await mkdtemp(join(tmpdir(), 'fotfaste-bench-'))
  const server = await startServer({ folder })
  try {
    const url = await freshWorld(server.adminUrl, people)
    const opened = await openDatabase(url, secret)
    await runClock(opened.db, opened.now())
    const recorder = recordStatements(opened.db)
    const { createWeb } = await import(pathToFileURL('build/server/index.js').href)
    const pages = createWeb({
      db: opened.db,
      now: opened.now,
      sendMail: async () => undefined,
      settings: { demonstration: true, publicUrl: 'http://localhost', secret },
      onError: (error: unknown) => {
        throw error
      },
    })
    const get = (path: string, token: string): Promise<Response> =>
      pages.fetch(new Request(`http://localhost${path}`, { headers: { cookie: `fotfaste=${token}` } }))
    const rows: Row[] = []
    for (const page of await mainPages(url))
      rows.push(await measure(page, runs, opened.db, get, recorder, Number(values.slow ?? Infinity)))
    process.stdout.write(
      `\n${await countPeople(url)} people, ${runs} requests a page, one at a time, Node ${process.version}\n\n${table(rows.map(shown))}\n`,
    )
    await opened.close()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(
  page: MainPage,
  runs: number,
  db: Parameters<typeof demonstrate>[0],
  get: (path: string, token: string) => Promise<Response>,
  recorder: { start: () => void; stop: () => Recorded[] },
  slow: number,
): Promise<Row> {
  const token = randomBytes(32).toString('base64url')
  const member = cast.find(candidate => candidate.key === page.as)
  if (!member) throw new Error(`Nobody in the cast is ${page.as}`)
  await demonstrate(db, member.appointmentId, { token, device: 'bench' })
  for (let run = 0; run < warmUp; run++) await good(await get(page.path, token), page)
  recorder.start()
  await good(await get(page.path, token), page)
  const statements = recorder.stop()

  const times: number[] = []
  const cpu = process.cpuUsage()
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await good(await get(page.path, token), page)
    times.push(performance.now() - began)
  }
  const used = process.cpuUsage(cpu)
  const bare: number[] = []
  for (let run = 0; run < Math.max(20, runs / 4); run++) bare.push(await replay(db, statements))
  process.stderr.write(`${page.name} …\n`)
  if (slow < Infinity)
    for (const { text, ms } of await costs(db, statements))
      if (ms >= slow) process.stderr.write(`  ${ms.toFixed(1)} ms  ${text.replace(/\s+/g, ' ').slice(0, 4000)}\n`)
  const [p50, sql] = [percentile(times, 0.5), percentile(bare, 0.5)]
  return {
    page: page.name,
    role: member.role,
    p50,
    p95: percentile(times, 0.95),
    cpu: (used.user + used.system) / 1000 / runs,
    statements: statements.length,
    sql,
    ratio: p50 / sql,
  }
}

async function good(response: Response, page: MainPage): Promise<void> {
  const body = await response.text()
  if (response.status !== 200 || body.length < 500) throw new Error(`${page.path} answered ${response.status}`)
}

async function countPeople(adminUrl: string): Promise<number> {
  const { rows } = await asAdministrator<{ n: number }>(adminUrl, 'select count(*)::int as n from candidates.person')
  return rows[0]?.n ?? 0
}

async function asAdministrator<Row extends pg.QueryResultRow>(url: string, text: string): Promise<pg.QueryResult<Row>> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  return admin.query<Row>(text).finally(() => admin.end())
}

async function freshWorld(adminUrl: string, people: number): Promise<string> {
  await asAdministrator(adminUrl, 'create database bench')
  const url = new URL(adminUrl)
  url.pathname = '/bench'
  await migrate(url.toString(), secret)
  await loadWorld(url.toString(), layOutWorld({ day, people }), { seal: number => sealIdentity(secret, number) })
  return url.toString()
}

function shown(row: Row): Record<string, string> {
  return {
    page: row.page,
    role: row.role,
    'p50 ms': row.p50.toFixed(1),
    'p95 ms': row.p95.toFixed(1),
    'CPU ms': row.cpu.toFixed(1),
    statements: String(row.statements),
    'bare SQL p50 ms': row.sql.toFixed(1),
    'page / SQL': row.ratio.toFixed(1),
  }
}
