import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectAs, type Granted, grantedTables, withContext } from './naked-reads.ts'
import { type Facts, readFacts } from './oracle/facts.ts'
import { readable } from './oracle/rows.ts'
import { contextOf, writeSession } from './sessions.ts'
import { actorCalled, openTrustWorld, type TrustWorld } from './world.ts'

// D4: a context that the database has not given, and everything else a statement could try to become somebody (trust.md §4.3, §4.7).

let world: TrustWorld
let facts: Facts
let granted: Granted[]
let client: pg.Client
let mine: string
const officer = actorCalled('matching_officer')
const other = actorCalled('matching_officer_other')

beforeAll(async () => {
  world = await openTrustWorld()
  granted = await grantedTables(world.above, 'web_rw')
  client = await connectAs(world, 'web_rw')
  mine = contextOf(await writeSession(world.above, officer.appointment))
  facts = await readFacts(world.above, Object.keys(readable))
}, 240_000)
afterAll(async () => {
  await client.end()
  await world.end()
})

/** How many rows of all tables a context opens. */
async function rowsFor(context: string): Promise<number> {
  let seen = 0
  await withContext(client, context, async () => {
    for (const { table } of granted)
      seen += Number((await client.query(`select count(*) as n from ${table}`)).rows[0]?.n)
  })
  return seen
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('a context opens nothing', () => {
  const forged: Readonly<Record<string, () => Promise<string> | string>> = {
    'that is empty': () => '',
    'that is guessed': () => randomBytes(32).toString('hex'),
    'that is the cookie itself': () => writeSession(world.above, other.appointment),
    'that is another’s hash, as the table holds it': async () =>
      sha256(contextOf(await writeSession(world.above, other.appointment))),
    'that is another’s account, appointment or organisation': () => other.account,
    'that is the name of a role': () => 'fotfaste_owner',
    'of a session that has ended': async () =>
      contextOf(await writeSession(world.above, other.appointment, { ends: '-1 second' })),
    'of a session that was revoked': async () => {
      const token = await writeSession(world.above, other.appointment)
      await world.above('update gate.session set revoked_at = gate.now() where token_hash = $1', [
        createHash('sha256').update(token).digest(),
      ])
      return contextOf(token)
    },
    'of a session that has rested too long': async () => {
      const token = await writeSession(world.above, other.appointment)
      await world.above(`update gate.session set seen_at = gate.now() - idle where token_hash = $1`, [
        createHash('sha256').update(token).digest(),
      ])
      return contextOf(token)
    },
    'of ten thousand letters': () => 'a'.repeat(10_000),
    'that is SQL': () => `' or true); select set_config('ctx.secret', 'x', false); --`,
    'with letters from far away': () => '\u202e\u0430\u{1f511}',
  }
  it.each(Object.entries(forged))('%s', async (_, make) => {
    expect(await rowsFor(await make())).toBe(0)
  })

  it('that was never set, or was set and is no more', async () => {
    const fresh = await connectAs(world, 'web_ro')
    const count = async (): Promise<number> =>
      Number((await fresh.query('select count(*) as n from organisations.area')).rows[0]?.n)
    expect(await count()).toBe(0)
    await withContext(fresh, mine, async () => expect(await count()).toBeGreaterThan(0))
    expect(await count()).toBe(0)
    await fresh.end()
  })

  it('when its appointment has ended or its account is closed', async () => {
    const token = await writeSession(world.above, other.appointment)
    expect(await rowsFor(contextOf(token))).toBeGreaterThan(0)
    await world.above(`update gate.appointment set valid_to = gate.now() - interval '1 second' where id = $1`, [
      other.appointment,
    ])
    expect(await rowsFor(contextOf(token))).toBe(0)
    await world.above('update gate.appointment set valid_to = null where id = $1', [other.appointment])
    await world.above('update gate.account set active = false where id = $1', [other.account])
    expect(await rowsFor(contextOf(token))).toBe(0)
    await world.above('update gate.account set active = true where id = $1', [other.account])
    expect(await rowsFor(contextOf(token))).toBeGreaterThan(0)
  })

  it('of two in one transaction: the last one counts, whole', async () => {
    await withContext(client, mine, async () => {
      await client.query(`select set_config('ctx.secret', 'guessed', true)`)
      expect((await client.query('select id from candidates.person')).rows).toEqual([])
      await client.query(`select set_config('ctx.secret', $1, true)`, [mine])
      const { rows } = await client.query<{ id: string }>('select id from candidates.person')
      expect(rows.length).toBe(
        facts.rows('candidates.person').filter(row => readable['candidates.person']!(officer, row, facts)).length,
      )
    })
  })
})

describe('a statement in the own context', () => {
  const refused: Readonly<Record<string, string>> = {
    'becomes the owner': 'set role fotfaste_owner',
    'becomes the gate': 'set role fotfaste_gate',
    'becomes the administrator': 'set session authorization fotfaste_admin',
    'switches the policies off': 'set row_security = off; select id from candidates.person',
    'reads sessions': 'select * from gate.session',
    'reads accounts': 'select * from gate.account',
    'reads credentials': 'select * from gate.credential',
    'reads links': 'select * from gate.link',
    'reads receipts': 'select * from gate.receipt',
    'reads who is named for a protected person': 'select * from candidates.named_reader',
    'reads the chain’s heads': 'select * from log.head',
    'reads hashes of the log': 'select hash from log.event',
    'reads who wrote an event': 'select account_id from log.event',
    'reads the outbox': 'select * from jobs.outbox',
    'reads names': 'select given_name from candidates.person',
    'reads every column': 'select * from candidates.person',
    'reads a person whole': 'select p from candidates.person p',
    'reads a person as JSON': 'select to_jsonb(p) from candidates.person p',
    'searches by name': `select id from candidates.person where family_name like 'A%'`,
    'sorts by name': 'select id from candidates.person order by given_name',
    'reads the group label': 'select target_groups from candidates.person',
    'copies people out': 'copy candidates.person to stdout',
    'copies rows in': 'copy candidates.assignment from stdin',
    'copies to a file': `copy (select id from candidates.person) to '/tmp/people'`,
    'runs a program': `copy (select id from candidates.person) to program 'cat'`,
    'reads a file': `select pg_read_file('/etc/passwd')`,
    'makes a table': 'create table gate.mine (id int)',
    'makes a temporary table': 'create temp table mine (id int)',
    'makes a function': 'create function gate.mine() returns int language sql return 1',
    'makes a view': 'create view candidates.mine as select id from candidates.person',
    'changes a policy': 'drop policy by_assignment on candidates.person',
    'empties a table': 'truncate candidates.assignment',
    'writes the log': `insert into gate.read_log (at, account_id, role, person_id, fields, purpose, allowed) values (now(), gen_random_uuid(), 'x', gen_random_uuid(), '{}', 'x', true)`,
    'changes the log': `update log.event set reason = 'x'`,
    'begins a session': `select gate.begin_session('x', null, gen_random_uuid(), null, 'password', 'x', false, null)`,
    'writes an event as somebody else': `select log.append_as(gen_random_uuid(), 'system', gen_random_uuid(), 'a.b', gen_random_uuid(), 'system', '{}', null, null, now(), null, null, null, 'auditor', '')`,
    'asks for a card without being its employer': 'select matching.card(gen_random_uuid())',
    'asks whether somebody is shown to somebody':
      'select candidates.disclosed(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())',
    'stops another’s statement':
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid() limit 0; select pg_reload_conf()',
  }
  it.each(Object.entries(refused))('never %s', async (_, statement) => {
    await withContext(client, mine, async () => {
      await expect(client.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0A000)$/) })
    })
  })

  it('is still its own role after `reset role`', async () => {
    const { rows } = await client
      .query('reset role; reset session authorization; select current_user as name')
      .then(results => (results as unknown as pg.QueryResult[])[2] ?? { rows: [] })
    expect(rows[0]?.name).toBe('fotfaste_web_rw')
  })

  it('copies out its own rows and no others', async () => {
    // A chunk may end in the middle of a row: the rows are told apart only when all of it is here.
    let copied = ''
    await withContext(client, mine, async () => {
      for await (const chunk of client.query(copyTo('copy candidates.assignment to stdout'))) copied += String(chunk)
    })
    const ids = copied
      .trimEnd()
      .split('\n')
      .map(line => line.split('\t')[0])
    const expected = facts
      .rows('candidates.assignment')
      .filter(row => readable['candidates.assignment']!(officer, row, facts))
    expect(ids.sort()).toEqual(expected.map(row => String(row.id)).sort())
  })

  it('learns nothing from a function that fails on others’ rows', async () => {
    await withContext(client, mine, async () => {
      const { rows } = await client.query(
        `select count(1 / (case when district_id = $1 then 0 else 1 end)) as n from candidates.person`,
        [actorCalled('district_team_other').organisation],
      )
      expect(Number(rows[0]?.n)).toBeGreaterThan(0)
    })
  })
})
