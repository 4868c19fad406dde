import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asActor, openDatabase, type Tx, viewAs } from '#db'
import { type Actor, accept, refuse } from '#kernel'
import { createTestDatabase, type TestDatabase } from '#test/database'
import { type Above, standAbove } from './above.ts'
import { type Throws, throwsOf } from './dice.ts'
import { figure, seed, tell } from './extent.ts'
import { openSessionAbove } from './sessions.ts'

// R10: twenty identities share two connections, and everything that can go wrong with a connection goes wrong.

const identities = 20
const rounds = figure(2_000, 10_000)
const lanes = 6

type Identity = { readonly actor: Actor; readonly organisation: string }
type Row = { organisation_id: string }

let database: TestDatabase
let narrow: Awaited<ReturnType<typeof openDatabase>>
let above: Above
let end: () => Promise<void>
const people: Identity[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  ;({ above, end } = await standAbove(database.adminUrl))
  for (let n = 0; n < identities; n += 1) people.push(await layOut(n))
  narrow = await openDatabase(database.adminUrl, database.secret, 2)
})
afterAll(async () => {
  await narrow.close()
  await end()
  await database.drop()
})

/** A procurer of an authority of its own, with n + 1 notices that nobody else may see. */
async function layOut(n: number): Promise<Identity> {
  const [organisation, account, appointment] = [randomUUID(), randomUUID(), randomUUID()]
  await above(
    `insert into organisations.organisation (id, kind, name, valid_from) values ($1, 'authority', $2, '2020-01-01')`,
    [organisation, `Förvaltning ${n}`],
  )
  await above(`insert into gate.account (id, kind, email, created_at) values ($1, 'staff', $2, now())`, [
    account,
    `upphandlare${n}@prov.example`,
  ])
  await above(
    `insert into gate.appointment (id, account_id, organisation_id, role, display_name, valid_from) values ($1, $2, $3, 'procurer', $4, now() - interval '1 day')`,
    [appointment, account, organisation, `Upphandlare ${n}`],
  )
  for (let notice = 0; notice <= n; notice += 1)
    await above(
      `insert into procurement.notice (id, organisation_id, file_name, digest, reading, state, received_by, received_at)
       values ($1, $2, 'annons.xml', sha256($3), '{}', 'read', $4, now())`,
      [randomUUID(), organisation, Buffer.from(`${n} ${notice}`), account],
    )
  return { actor: await openSessionAbove(database, above, appointment), organisation }
}

/** What a sequence saw that it must not see, in words. */
type Findings = string[]

/** Reads without any WHERE: the rows are exactly one's own, or there is an error. */
async function readAll(tx: Tx, who: Identity, where: string, findings: Findings): Promise<void> {
  const { rows } = await sql<Row>`select organisation_id from procurement.notice`.execute(tx)
  judge(rows, who, where, findings)
}

function judge(rows: readonly Row[], who: Identity, where: string, findings: Findings): void {
  const others = rows.filter(row => row.organisation_id !== who.organisation).length
  if (others > 0) findings.push(`${where}: ${others} rows of others`)
  else if (rows.length !== people.indexOf(who) + 1) findings.push(`${where}: ${rows.length} of the own rows`)
}

type Step = (who: Identity, throws: Throws, findings: Findings) => Promise<unknown>
const quiet = (): undefined => undefined

/** After the transaction, as a forgotten `await` would. */
const afterwards = (work: () => Promise<unknown>): void => void setTimeout(() => work().catch(quiet), 2)

const steps: Readonly<Record<string, Step>> = {
  reads: (who, _, findings) => viewAs(narrow.db, who.actor, tx => readAll(tx, who, 'read', findings)),
  writes: (who, _, findings) =>
    asActor(narrow.db, who.actor, async tx => {
      const changed =
        await sql<Row>`update procurement.notice set version = version + 1 returning organisation_id`.execute(tx)
      judge(changed.rows, who, 'update', findings)
      return accept(undefined)
    }),
  'is refused': (who, _, findings) =>
    asActor(narrow.db, who.actor, async tx => {
      await readAll(tx, who, 'before a refusal', findings)
      return refuse('no')
    }),
  throws: (who, _, findings) =>
    viewAs(narrow.db, who.actor, async tx => {
      await readAll(tx, who, 'before an exception', findings)
      throw new Error('a bug')
    }),
  'meets an SQL error': (who, _, findings) =>
    asActor(narrow.db, who.actor, async tx => {
      await sql`select 1 / 0`.execute(tx).catch(quiet)
      await readAll(tx, who, 'after an SQL error', findings).catch(quiet)
      return accept(undefined)
    }),
  'is cancelled': (who, throws, findings) =>
    viewAs(narrow.db, who.actor, async tx => {
      const pid = await backendOf(tx)
      afterwards(() => above('select pg_cancel_backend($1)', [pid]))
      await sql`select pg_sleep(${throws.below(8) / 1000})`.execute(tx)
      await readAll(tx, who, 'around a cancellation', findings)
    }),
  'runs out of time': (who, _, findings) =>
    viewAs(narrow.db, who.actor, async tx => {
      await sql`set local statement_timeout = '2ms'`.execute(tx)
      await sql`select pg_sleep(0.02)`.execute(tx)
      await readAll(tx, who, 'after a timeout', findings)
    }),
  'loses its backend': (who, throws, findings) =>
    viewAs(narrow.db, who.actor, async tx => {
      const pid = await backendOf(tx)
      afterwards(() => above('select pg_terminate_backend($1)', [pid]))
      await sql`select pg_sleep(${throws.below(8) / 1000})`.execute(tx)
      await readAll(tx, who, 'around a killed backend', findings)
    }),
  'loses its backend before the commit': (who, _, findings) =>
    asActor(narrow.db, who.actor, async tx => {
      await readAll(tx, who, 'before a killed commit', findings)
      await above('select pg_terminate_backend($1)', [await backendOf(tx)])
      return accept(undefined)
    }),
  'forgets an await': async (who, _, findings) => {
    let kept: Tx | undefined
    await viewAs(narrow.db, who.actor, async tx => {
      kept = tx
      readAll(tx, who, 'not awaited', findings).catch(quiet)
      return undefined
    })
    afterwards(async () => kept && readAll(kept, who, 'after the end', findings))
  },
  'changes the connection itself': (who, throws) =>
    viewAs(narrow.db, who.actor, async tx => {
      const poison = throws.pick([
        sql`select set_config('ctx.secret', ${who.actor.context}, false)`,
        sql`set session statement_timeout = '1ms'`,
        sql`set session role fotfaste_web_rw`,
        sql`set session search_path = pg_temp, candidates`,
        sql`set session row_security = off`,
      ])
      await poison.execute(tx)
    }),
}

async function backendOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  return rows[0]?.pid ?? 0
}

it(`${rounds} random sequences on two connections never show a row of another identity (trust.md R10)`, async () => {
  const findings: Findings = []
  const seen = new Map<string, number>()
  const throws = throwsOf(seed)
  const names = Object.keys(steps)
  let left = rounds
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const name = throws.pick(names)
      seen.set(name, (seen.get(name) ?? 0) + 1)
      await steps[name]?.(throws.pick(people), throws, findings).catch(quiet)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  expect(seen.size).toBe(names.length)
  expect(findings, `seed ${seed}`).toEqual([])
  // And the connections are as good as new: everybody reads the own rows, and nobody without a session reads any.
  for (const who of people) await viewAs(narrow.db, who.actor, tx => readAll(tx, who, 'at last', findings))
  const nobody = await viewAs(narrow.db, { ...people[0]!.actor, context: '' }, tx =>
    sql<Row>`select organisation_id from procurement.notice`.execute(tx),
  )
  expect({ findings, nobody: nobody.rows }).toEqual({ findings: [], nobody: [] })
  tell(
    `R10: ${rounds} sequences of ${names.length} kinds, ${identities} identities, 2 connections, seed ${seed}: 0 rows of others`,
  )
}, 120_000)

it('nothing that a statement does to its connection outlives the transaction', async () => {
  const settings = async (): Promise<unknown> => {
    const { rows } = await narrow.db.pools.web_ro.query(
      `select current_setting('statement_timeout') as timeout, current_setting('search_path') as path, current_setting('row_security') as security,
         nullif(current_setting('ctx.secret', true), '') as secret`,
    )
    return rows[0]
  }
  const before = await settings()
  for (const who of people)
    await viewAs(narrow.db, who.actor, async tx => {
      await sql`select set_config('ctx.secret', ${who.actor.context}, false), set_config('statement_timeout', '1000', false),
        set_config('search_path', 'candidates', false), set_config('row_security', 'off', false)`.execute(tx)
    })
  for (let n = 0; n < 4; n += 1) expect(await settings()).toEqual(before)
})

it('a transaction that the database rolled back is not told to have been kept', async () => {
  const who = people[0]!
  const swallowed = asActor(narrow.db, who.actor, async tx => {
    await sql`update procurement.notice set version = version + 1000`.execute(tx)
    await sql`select 1 / 0`.execute(tx).catch(quiet)
    return accept(undefined)
  })
  await expect(swallowed).rejects.toThrow()
  expect(
    await above('select from procurement.notice where version > 1000 and organisation_id = $1', [who.organisation]),
  ).toEqual([])
})

it('a careless wrapper would be found out: context for the session, release without rollback', async () => {
  const role = narrow.db.pools.web_ro.options
  const pool = new pg.Pool({ ...role, max: 2 })
  pool.on('error', quiet)
  const findings: Findings = []
  const throws = throwsOf(seed)
  const careless = async (who: Identity): Promise<void> => {
    const client = await pool.connect()
    try {
      // Keeps what the former borrower left when it has no context of its own to set.
      if (throws.below(3) > 0) await client.query(`select set_config('ctx.secret', $1, false)`, [who.actor.context])
      await client.query('begin')
      judge((await client.query<Row>('select organisation_id from procurement.notice')).rows, who, 'careless', findings)
      if (throws.below(2) === 0) throw new Error('a bug')
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  for (let n = 0; n < 200; n += 1) await careless(throws.pick(people)).catch(quiet)
  await pool.end()
  expect(findings.filter(finding => finding.includes('rows of others')).length).toBeGreaterThan(0)
  tell(`R10 control: ${findings.length} of 200 careless sequences saw what they must not`)
})
