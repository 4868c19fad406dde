import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askLink, beginWithIdentity, openSession, viewLink } from '#db'
import { createTestDatabase, type TestDatabase } from '#test/database'
import { addAccount, inviteAgain, makeToken, type NewAccount, say } from './account.ts'

const base = 'https://fotfaste.example'
const admin: NewAccount = {
  email: 'robin@stad.example',
  name: 'Robin Hedin',
  role: 'administrator',
  organisation: 'Stadsledningskontoret',
  organisationKind: 'city_management',
  language: 'sv',
}

let database: TestDatabase
let above: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  above = new pg.Client({ connectionString: database.adminUrl })
  await above.connect()
})
afterAll(async () => {
  await above.end()
  await database.drop()
})

const tokenOf = (link: string): string => link.slice(`${base}/logga-in/lank/`.length)

describe('an empty installation', () => {
  test('gets its first organisation and administrator, who chooses a password by the link', async () => {
    const link = await addAccount(above, admin, base)
    expect(link).toMatch(/^https:\/\/fotfaste\.example\/logga-in\/lank\/[\w-]{43}$/)
    expect(await viewLink(database.db, tokenOf(link))).toEqual({
      state: 'live',
      purpose: 'password',
      email: admin.email,
    })
  })

  test('says in a sentence what is missing or taken', async () => {
    await expect(addAccount(above, admin, base)).rejects.toThrow(
      'There is an account with the e-mail robin@stad.example already',
    )
    const other = { ...admin, email: 'x@stad.example', organisation: 'Nowhere' }
    await expect(addAccount(above, { ...other, organisationKind: undefined }, base)).rejects.toThrow(
      'There is no organisation called Nowhere',
    )
    await expect(addAccount(above, { ...other, organisationKind: 'club' }, base)).rejects.toThrow(
      'club is not a kind of organisation',
    )
    await expect(inviteAgain(above, 'nobody@stad.example', base)).rejects.toThrow('There is no such account')
  })

  test('remembers in its log who was added, by role and not by name', async () => {
    const { rows } = await above.query<{ kind: string; facts: unknown; line: string }>(
      'select kind, facts, e::text as line from log.event e',
    )
    expect(rows).toMatchObject([{ kind: 'organisations.account_added', facts: { role: 'administrator' } }])
    expect(rows[0]?.line).not.toContain('Robin')
    expect((await above.query('select * from log.broken()')).rows).toEqual([])
  })
})

describe('afterwards', () => {
  test('an employer signs in by the link, and a new one can be made', async () => {
    const first = await addAccount(
      above,
      {
        ...admin,
        email: 'arne@bolag.example',
        role: 'employer',
        organisation: 'Bolaget',
        organisationKind: 'supplier',
      },
      base,
    )
    expect(await viewLink(database.db, tokenOf(first))).toMatchObject({ purpose: 'session' })
    const again = await inviteAgain(above, 'ARNE@bolag.example', base)
    expect(await viewLink(database.db, tokenOf(again))).toMatchObject({ state: 'live', email: 'arne@bolag.example' })
  })

  test('an invitation lives as long as its page knows it', async () => {
    const link = await inviteAgain(above, admin.email, base)
    const wait = (time: string): Promise<unknown> =>
      above.query('update gate.clock set shift = shift + $1::interval', [time])
    await wait('6 days 23 hours')
    expect(await viewLink(database.db, tokenOf(link))).toMatchObject({ state: 'live' })
    await wait('2 hours')
    expect(await viewLink(database.db, tokenOf(link))).toBeUndefined()
  })

  test('an identity at a provider is tied to an account', async () => {
    expect(
      await say(above, 'gate.enter_identity($1, $2, $3)', [admin.email, 'https://idp.example', 'robin-1'], 'Tied.'),
    ).toBe('Tied.')
    const beginning = { token: 'x'.repeat(43), device: '' }
    expect(
      await beginWithIdentity(
        database.db,
        { issuer: 'https://idp.example', subject: 'robin-1' },
        beginning,
        Buffer.from('n'),
      ),
    ).toMatchObject({ role: 'administrator' })
    expect(await openSession(database.db, beginning.token)).toMatchObject({
      name: 'Robin Hedin',
      organisationName: 'Stadsledningskontoret',
    })
  })

  test('a closed account is out at once and gets no link, until it is opened again', async () => {
    const close = (wanted: boolean): Promise<string> =>
      say(above, `gate.set_active($1, ${wanted})`, [admin.email], 'Done.')
    await close(false)
    expect(await openSession(database.db, 'x'.repeat(43))).toBeUndefined()
    expect(await askLink(database.db, admin.email, 'y'.repeat(43), Buffer.from('c'))).toBeUndefined()
    await expect(inviteAgain(above, admin.email, base)).rejects.toThrow('There is no such account')
    await close(true)
    expect(await openSession(database.db, 'x'.repeat(43))).toBeDefined()
    await expect(say(above, 'gate.forget_app($1)', ['nobody@stad.example'], 'Done.')).rejects.toThrow(
      'There is no such account',
    )
  })

  test('a program has a token and no link; a human has no token of this kind', async () => {
    const program = { ...admin, email: 'register@stad.example', role: 'procurer', program: true } as const
    expect(await addAccount(above, program, base)).toContain('fotfaste account token')
    const token = await makeToken(above, { email: program.email, name: 'Avtalsregistret', days: 30 })
    expect(await openSession(database.db, token)).toMatchObject({ role: 'procurer' })
    await expect(inviteAgain(above, program.email, base)).rejects.toThrow('There is no such account')
    await expect(makeToken(above, { email: admin.email, name: 'x', days: 30 })).rejects.toThrow(
      'is not an open account of a program',
    )
  })
})
