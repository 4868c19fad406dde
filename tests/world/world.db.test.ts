import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, viewAs } from '#db'
import { openIdentity, sealIdentity } from '#domain/candidates'
import type { Actor } from '#kernel'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { type CastMember, cast, layOutWorld, loadWorld } from './index.ts'

const day = '2026-03-02'
const world = layOutWorld({ day })
let database: TestDatabase
let admin: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  await loadWorld(database.adminUrl, world, { seal: number => sealIdentity(database.secret, number) })
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

/** Signs somebody of the cast in, as the administrator can, past the sign-in pages. */
async function become(key: string): Promise<Actor> {
  const who = cast.find(one => one.key === key)
  if (!who) throw new Error(`Nobody is called ${key}`)
  return session(who)
}

async function session(who: CastMember): Promise<Actor> {
  const token = randomBytes(32).toString('base64url')
  const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
  await admin.query(
    `insert into gate.session (id, token_hash, context_hash, account_id, appointment_id, kind, created_at, seen_at, idle, ends_at)
     values (gen_random_uuid(), $1, $2, $3, $4, 'web', gate.now(), gate.now(), '1 hour', gate.now() + interval '1 hour')`,
    [sha256(token), sha256(sha256(`context:${token}`).toString('hex')), who.accountId, who.appointmentId],
  )
  const opened = await openSession(database.db, token)
  if (!opened) throw new Error(`${who.key} cannot sign in`)
  return opened
}

async function count(actor: Actor, from: string): Promise<number> {
  return viewAs(database.db, actor, async tx => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(tx)
    return rows[0]?.n ?? 0
  })
}

describe('a loaded world', () => {
  it('has an unbroken chain of events (GEN-5)', async () => {
    const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from log.event')
    expect(rows[0]?.n).toBe(world.events.length)
    expect((await admin.query('select * from log.broken()')).rows).toEqual([])
    await admin.query(`update log.event set reason = 'changed' where id = (select id from log.event limit 1)`)
    expect((await admin.query('select * from log.broken()')).rows).toHaveLength(1)
    await admin.query(`update log.event set reason = null where reason = 'changed'`)
  })

  it('lives on its own day', async () => {
    const { rows } = await admin.query<{ day: string }>(`select gate.today()::text as day`)
    expect(rows[0]?.day).toBe(day)
  })

  it('is loaded into an empty database only', async () => {
    await expect(
      loadWorld(database.adminUrl, world, { seal: number => sealIdentity(database.secret, number) }),
    ).rejects.toThrow('A world is loaded into an empty database only.')
  })

  it('is a demonstration whose cast can be signed in with one click', async () => {
    const { rows } = await admin.query('select position from gate.cast order by position')
    expect(rows).toHaveLength(cast.length)
    expect((await admin.query('select from gate.demonstration')).rowCount).toBe(1)
  })

  it('keeps identity numbers sealed, and the application can open them', async () => {
    const { rows } = await admin.query<{ identity_sealed: Buffer; number: number }>(
      'select number, identity_sealed from candidates.person where identity_sealed is not null order by number limit 20',
    )
    const persons = new Map([...world.persons()].map(one => [one.number, one]))
    for (const row of rows)
      expect(openIdentity(database.secret, row.identity_sealed)).toBe(persons.get(row.number)?.identity)
  })

  it('agrees with itself: seats are taken by those booked, places held by one', async () => {
    const overbooked = await admin.query(
      `select s.id from catalogue.start s where s.taken < (select count(*) from tracks.booking b
        where b.start_id = s.id and b.state in ('booked', 'completed'))`,
    )
    expect(overbooked.rows).toEqual([])
    const elsewhere = await admin.query(
      `select l.id from placement.placement l join places.place q on q.id = l.place_id where q.state <> 'apportioned'`,
    )
    expect(elsewhere.rows).toEqual([])
  })
})

describe('everybody of the cast sees something of their own', () => {
  const sights: Readonly<Record<string, string>> = {
    decision_maker: 'procurement.procurement',
    procurer: `procurement.notice where state = 'read'`,
    matching_officer: `matching.candidacy where state = 'shortlisted'`,
    district_team: 'candidates.person',
    employer: `followup.report where state = 'open'`,
    coordinator: 'candidates.person',
    provider: `tracks.booking`,
    participant: 'candidates.permission',
    administrator: 'organisations.organisation',
    auditor: 'procurement.procurement',
  }
  it.each(cast.map(({ key, role }) => ({ key, role })))('$key', async ({ key, role }) => {
    const actor = await become(key)
    const own =
      key === 'procurer_other'
        ? 'procurement.procurement'
        : key === 'matching_officer_other' || key === 'coordinator_other'
          ? 'candidates.person'
          : key === 'employer_other'
            ? 'procurement.commitment'
            : (sights[role] ?? '')
    expect(await count(actor, own)).toBeGreaterThan(0)
  })

  it('the employer has four cards to answer', async () => {
    const actor = await become('employer')
    expect(await count(actor, 'matching.choices() where to_answer = 4')).toBe(1)
  })

  it('a protected person is there for the named only', async () => {
    const one = 'candidates.person where number = 4418'
    expect(await count(await become('matching_officer'), one)).toBe(0)
    expect(await count(await become('two_roles'), one)).toBe(1)
    expect(await count(await become('participant_protected'), one)).toBe(1)
    expect(await count(await become('participant'), one)).toBe(0)
  })
})
