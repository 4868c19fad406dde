import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf, gatherPeople, type People, type Somebody, sha256, token } from '#test/sign-in-people'
import { viewAs } from './act.ts'
import {
  apiTokenPrefix,
  chooseLanguage,
  createApiToken,
  endOwnSession,
  ownTotp,
  renewRecovery,
  viewOwnAccount,
} from './own-account.ts'
import { openSession } from './session.ts'
import { demonstrate } from './sign-in.ts'

let people: People
let karin: Somebody
let admin: Somebody
let employer: Somebody
let program: Somebody

beforeAll(async () => {
  people = await gatherPeople()
  karin = await people.add('procurer', 'Karin')
  admin = await people.add('administrator', 'Admin')
  employer = await people.add('employer', 'Arne')
  program = await people.add('employer', 'Program', 'service')
  await people.above('insert into gate.demonstration default values')
  for (const { account, appointment } of [karin, admin, employer]) {
    await people.above(`insert into gate.cast values ($1, $2, 1, null, 'x', 'x')`, [account, appointment])
  }
})
afterAll(() => people.end())

const begin = async (who: Somebody): Promise<string> => {
  const held = token()
  await demonstrate(people.db, who.appointment, { token: held, device: 'Firefox, Windows' })
  return held
}
const apiToken = (): string => `${apiTokenPrefix}${token()}`

test('one sees the own account, appointments and sessions, and no other’s', async () => {
  const actor = await actorOf(people, await begin(karin))
  await begin(admin)
  const seen = await viewAs(people.db, actor, viewOwnAccount)
  expect(seen?.account).toEqual({
    email: karin.email,
    kind: 'staff',
    language: 'sv',
    has_password: false,
    has_totp: false,
    recovery_left: 0,
    has_identity: false,
  })
  expect(seen?.appointments).toMatchObject([{ role: 'procurer', organisation_name: 'Lokalkontoret', is_current: true }])
  expect(seen?.sessions.filter(session => session.is_current)).toMatchObject([
    { id: actor.session, label: 'Firefox, Windows', kind: 'web' },
  ])
})

test('one ends an own session elsewhere, and nobody else’s (ASVS 7.4.5)', async () => {
  const [here, there, others] = [await begin(karin), await begin(karin), await begin(admin)]
  const actor = await actorOf(people, here)
  expect(await endOwnSession(people.db, actor, (await actorOf(people, there)).session)).toEqual({
    ok: true,
    value: null,
  })
  expect(await openSession(people.db, there)).toBeUndefined()
  expect(await endOwnSession(people.db, actor, (await actorOf(people, others)).session)).toMatchObject({
    ok: false,
    code: 'session.not_found',
  })
  expect(await openSession(people.db, others)).toBeDefined()
  expect(await openSession(people.db, here)).toBeDefined()
})

test('the language is kept with the account', async () => {
  const held = await begin(karin)
  await chooseLanguage(people.db, await actorOf(people, held), 'en')
  expect((await openSession(people.db, held))?.language).toBe('en')
})

test('a member of staff makes a token for a program, which then acts as they do until it is ended', async () => {
  const actor = await actorOf(people, await begin(karin))
  const given = apiToken()
  const outcome = await createApiToken(people.db, actor, {
    token: given,
    appointment: karin.appointment,
    name: 'Avtalsregistret',
    days: 90,
  })
  expect(outcome.ok).toBe(true)
  expect(await openSession(people.db, given)).toMatchObject({ account: karin.account, role: 'procurer' })
  const seen = await viewAs(people.db, actor, viewOwnAccount)
  const session = seen?.sessions.find(one => one.kind === 'api')
  expect(session).toMatchObject({ label: 'Avtalsregistret', manner: 'token' })
  await endOwnSession(people.db, actor, session?.id ?? '')
  expect(await openSession(people.db, given)).toBeUndefined()
})

test('a token lasts no longer than it was made for, and ends after 90 days of rest', async () => {
  const actor = await actorOf(people, await begin(karin))
  const [short, long] = [apiToken(), apiToken()]
  await createApiToken(people.db, actor, { token: short, appointment: karin.appointment, name: 'Kort', days: 1 })
  await createApiToken(people.db, actor, { token: long, appointment: karin.appointment, name: 'Lång', days: 366 })
  await people.wait('25 hours')
  expect(await openSession(people.db, short)).toBeUndefined()
  expect(await openSession(people.db, long)).toBeDefined()
  await people.wait('91 days')
  expect(await openSession(people.db, long)).toBeUndefined()
})

test('an administrator makes tokens for programs, and never as another human', async () => {
  const actor = await actorOf(people, await begin(admin))
  const given = apiToken()
  expect(
    (
      await createApiToken(people.db, actor, {
        token: given,
        appointment: program.appointment,
        name: 'Städ i Väst',
        days: 30,
      })
    ).ok,
  ).toBe(true)
  expect(await openSession(people.db, given)).toMatchObject({ account: program.account, role: 'employer' })
  for (const { appointment } of [karin, employer]) {
    expect(
      await createApiToken(people.db, actor, { token: apiToken(), appointment, name: 'x', days: 1 }),
    ).toMatchObject({ code: 'token.not_allowed' })
  }
})

test('an employer, another’s appointment and a program itself make none', async () => {
  const notAllowed = { ok: false, code: 'token.not_allowed' }
  const arne = await actorOf(people, await begin(employer))
  expect(
    await createApiToken(people.db, arne, { token: apiToken(), appointment: employer.appointment, name: 'x', days: 1 }),
  ).toMatchObject(notAllowed)
  const actor = await actorOf(people, await begin(karin))
  expect(
    await createApiToken(people.db, actor, { token: apiToken(), appointment: admin.appointment, name: 'x', days: 1 }),
  ).toMatchObject(notAllowed)
  const given = apiToken()
  await createApiToken(people.db, actor, { token: given, appointment: karin.appointment, name: 'x', days: 1 })
  const robot = await actorOf(people, given)
  expect(
    await createApiToken(people.db, robot, { token: apiToken(), appointment: karin.appointment, name: 'y', days: 1 }),
  ).toMatchObject(notAllowed)
})

test('new recovery codes need a code from the app that was not used before, and end the old ones', async () => {
  const held = await begin(karin)
  expect(await ownTotp(people.db, held)).toBeUndefined()
  await people.above(
    `insert into gate.credential (account_id, salt, verifier, set_at, totp_sealed, totp_step) values ($1, $2, $3, gate.now(), $4, 100)`,
    [karin.account, sha256('salt'), sha256('x'), Buffer.from('sealed')],
  )
  expect((await ownTotp(people.db, held))?.account).toBe(karin.account)
  const edition = (name: string): Buffer[] => Array.from({ length: 10 }, (_, number) => sha256(`${name} ${number}`))
  expect(await renewRecovery(people.db, held, 100, edition('first'))).toBe(false)
  expect(await renewRecovery(people.db, held, 101, edition('first'))).toBe(true)
  expect(await renewRecovery(people.db, held, 102, edition('second'))).toBe(true)
  const left = async (): Promise<number | undefined> =>
    (await viewAs(people.db, await actorOf(people, held), viewOwnAccount))?.account.recovery_left
  expect(await left()).toBe(10)
  expect(await renewRecovery(people.db, token(), 103, edition('stranger'))).toBe(false)
})

test('what has ended is cleared away after a time, by the worker only', async () => {
  await people.wait('200 days')
  const fresh = await begin(karin)
  const { rows } = await people.db.pools.worker.query<{ cleared: number }>('select gate.clear_sign_in() as cleared')
  expect(rows[0]?.cleared).toBeGreaterThan(10)
  expect(await openSession(people.db, fresh)).toBeDefined()
  await expect(people.db.pools.web_rw.query('select gate.clear_sign_in()')).rejects.toThrow('permission denied')
})
