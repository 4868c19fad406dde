import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#kernel'
import { gatherPeople, type People, type Somebody, sha256, token } from '#test/sign-in-people'
import { openSession } from './session.ts'
import { changeRole, demonstrate, endSession, listCast, passTime } from './sign-in.ts'

let people: People
let karin: Somebody
let ayan: Somebody
let stranger: Somebody

beforeAll(async () => {
  people = await gatherPeople()
  karin = await people.add('procurer', 'Karin')
  ayan = await people.add('participant', 'Ayan')
  stranger = await people.add('auditor', 'Okänd')
  const rows = [karin, ayan].map(({ account, appointment }, position) => [
    account,
    appointment,
    position,
    position === 1 ? 'Ayan' : null,
  ])
  for (const row of rows) await people.above(`insert into gate.cast values ($1, $2, $3, $4, 'Köper in.', 'Buys.')`, row)
})
afterAll(() => people.end())

const begin = async (who: Somebody, more: { previous?: string } = {}): Promise<string> => {
  const held = token()
  const started = await demonstrate(people.db, who.appointment, { token: held, device: 'Firefox, Linux', ...more })
  expect(started).toBeDefined()
  return held
}

describe('outside a demonstration', () => {
  test('there is no cast, and nobody signs in with one click', async () => {
    expect(await listCast(people.db)).toEqual([])
    const held = token()
    expect(await demonstrate(people.db, karin.appointment, { token: held, device: '' })).toBeUndefined()
    const today = (await people.above<{ day: string }>('select gate.today()::text as day'))[0]?.day ?? ''
    expect(await passTime(people.db, today, addDays(today, 1))).toBe(false)
    expect(await openSession(people.db, held)).toBeUndefined()
  })
})

describe('in a demonstration', () => {
  beforeAll(() => people.above('insert into gate.demonstration default values'))

  test('the cast is listed in order, participants by the name given here', async () => {
    expect((await listCast(people.db)).map(({ name, role }) => [name, role])).toEqual([
      ['Karin', 'procurer'],
      ['Ayan', 'participant'],
    ])
  })

  test('somebody of the cast signs in, somebody else does not', async () => {
    const held = await begin(karin)
    expect(await openSession(people.db, held)).toMatchObject({
      role: 'procurer',
      name: 'Karin',
      organisationName: 'Lokalkontoret',
    })
    expect(await demonstrate(people.db, stranger.appointment, { token: token(), device: '' })).toBeUndefined()
  })

  test('the token and the context lie in the database as hashes only (ASVS 7.2.3)', async () => {
    const held = await begin(karin)
    const [row] = await people.above<{ token_hash: Buffer; line: string }>(
      'select token_hash, s::text as line from gate.session s where token_hash = $1',
      [sha256(held)],
    )
    expect(row?.token_hash).toEqual(sha256(held))
    const actor = await openSession(people.db, held)
    for (const secret of [held, actor?.context ?? held]) expect(row?.line).not.toContain(secret)
  })

  test('days pass forward, once for each day that was shown, and never far', async () => {
    const today = async (): Promise<string> =>
      (await people.above<{ day: string }>('select gate.today()::text as day'))[0]?.day ?? ''
    const from = await today()
    expect(await passTime(people.db, from, addDays(from, -1))).toBe(false)
    expect(await passTime(people.db, from, addDays(from, 401))).toBe(false)
    const twice = [passTime(people.db, from, addDays(from, 7)), passTime(people.db, from, addDays(from, 7))]
    expect((await Promise.all(twice)).toSorted()).toEqual([false, true])
    expect(await today()).toBe(addDays(from, 7))
    await people.above(`update gate.clock set shift = '0'`)
  })

  test('a token of less than 256 bits begins nothing', async () => {
    await expect(demonstrate(people.db, karin.appointment, { token: 'short', device: '' })).rejects.toThrow('256 bits')
  })

  test('the session that the browser had ends with the new one (fixation, ASVS 7.2.4)', async () => {
    const planted = await begin(ayan)
    const fresh = await begin(karin, { previous: planted })
    expect(await openSession(people.db, planted)).toBeUndefined()
    expect((await openSession(people.db, fresh))?.role).toBe('procurer')
  })

  test('signing out ends it at once, and a second time does nothing (ASVS 7.4.1)', async () => {
    const held = await begin(karin)
    await endSession(people.db, held)
    await endSession(people.db, held)
    expect(await openSession(people.db, held)).toBeUndefined()
  })

  test.each([
    ['staff', '29 minutes', '31 minutes'],
    ['participant', '14 minutes', '16 minutes'],
  ] as const)('a resting %s session lives after %s and not after %s (ASVS 7.3.1)', async (kind, still, over) => {
    const held = await begin(kind === 'staff' ? karin : ayan)
    await people.wait(still)
    expect(await openSession(people.db, held)).toBeDefined()
    await people.wait(over)
    expect(await openSession(people.db, held)).toBeUndefined()
  })

  test.each([
    ['staff', '10 minutes', 59, '20 minutes'],
    ['participant', '10 minutes', 11, '11 minutes'],
  ] as const)('a busy %s session ends all the same (ASVS 7.3.2)', async (kind, pace, paces, rest) => {
    const held = await begin(kind === 'staff' ? karin : ayan)
    for (let turn = 0; turn < paces; turn += 1) {
      await people.wait(pace)
      expect(await openSession(people.db, held)).toBeDefined()
    }
    await people.wait(rest)
    expect(await openSession(people.db, held)).toBeUndefined()
  })

  test('an account that is closed, or an appointment that has ended, is out at once (ASVS 7.4.2)', async () => {
    const held = await begin(karin)
    await people.above('update gate.account set active = false where id = $1', [karin.account])
    expect(await openSession(people.db, held)).toBeUndefined()
    await people.above('update gate.account set active = true where id = $1', [karin.account])
    expect(await openSession(people.db, held)).toBeDefined()
    await people.above('update gate.appointment set valid_to = gate.now() where id = $1', [karin.appointment])
    expect(await openSession(people.db, held)).toBeUndefined()
    await people.above('update gate.appointment set valid_to = null where id = $1', [karin.appointment])
  })
})

describe('one person with two appointments', () => {
  test('changes between them under a new token, and not for longer than before', async () => {
    const other = await people.appoint(karin, 'auditor')
    const held = await begin(karin)
    await people.wait('25 minutes')
    const fresh = token()
    const started = await changeRole(people.db, held, fresh, other)
    expect(started?.role).toBe('auditor')
    expect(started?.seconds).toBeLessThanOrEqual(10 * 3600 - 25 * 60)
    expect(await openSession(people.db, held)).toBeUndefined()
    expect(await openSession(people.db, fresh)).toMatchObject({ role: 'auditor', account: karin.account })
    expect((await openSession(people.db, fresh))?.appointment).toBe(other)
    const ends = await people.above<{ ends_at: Date }>(
      'select ends_at from gate.session where token_hash in ($1, $2)',
      [sha256(held), sha256(fresh)],
    )
    expect(ends).toHaveLength(2)
    expect(ends[0]).toEqual(ends[1])
  })

  test('nobody takes another person’s appointment, nor one that has ended', async () => {
    const held = await begin(karin)
    expect(await changeRole(people.db, held, token(), stranger.appointment)).toBeUndefined()
    const past = await people.appoint(karin, 'coordinator')
    await people.above('update gate.appointment set valid_to = gate.now() where id = $1', [past])
    expect(await changeRole(people.db, held, token(), past)).toBeUndefined()
    expect((await openSession(people.db, held))?.role).toBe('procurer')
  })

  test('of two changes at the same time one succeeds', async () => {
    const other = await people.appoint(karin, 'district_team')
    const held = await begin(karin)
    const tokens = Array.from({ length: 8 }, token)
    const started = await Promise.all(tokens.map(fresh => changeRole(people.db, held, fresh, other)))
    expect(started.filter(Boolean)).toHaveLength(1)
  })
})

describe('the login role that signs in', () => {
  test('reads no table of any schema, and writes none (trust.md D2)', async () => {
    const tables = await people.above<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of tables) {
      await expect(people.db.pools.sign_in.query(`select * from ${name} limit 1`), name).rejects.toThrow(
        'permission denied',
      )
      await expect(people.db.pools.sign_in.query(`delete from ${name}`), name).rejects.toThrow('permission denied')
    }
  })

  test('neither it nor the web calls the functions that begin a session for anybody', async () => {
    const forAnybody = [
      `select gate.begin_session('${token()}', null, '${karin.account}', null, 'password', '', false, null)`,
      `select gate.open_step('${karin.account}', '${token()}', false, null)`,
      `select gate.session_of('x')`,
      `select gate.write_recovery('${karin.account}', '{}')`,
      `select gate.invite('${karin.account}', 'x')`,
      `select gate.enter_organisation('${karin.account}', 'authority', 'x')`,
    ]
    for (const pool of [
      people.db.pools.sign_in,
      people.db.pools.web_rw,
      people.db.pools.web_ro,
      people.db.pools.worker,
    ]) {
      for (const call of forAnybody) await expect(pool.query(call), call).rejects.toThrow('permission denied')
    }
  })

  test('the web signs nobody in, and reads no credential', async () => {
    for (const pool of [people.db.pools.web_rw, people.db.pools.web_ro]) {
      await expect(
        pool.query(`select gate.demonstrate('${karin.appointment}', '${token()}', null, '')`),
      ).rejects.toThrow('permission denied')
      await expect(pool.query(`select * from gate.password_salt('karin@kontoret.example', null)`)).rejects.toThrow(
        'permission denied',
      )
      for (const table of [
        'account',
        'credential',
        'session',
        'link',
        'second_step',
        'recovery_code',
        'identity',
        'cast',
        'sign_in_log',
      ]) {
        await expect(pool.query(`select * from gate.${table}`), table).rejects.toThrow('permission denied')
      }
    }
  })
})
