import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gatherPeople, network, type People, type Somebody, sha256, token } from '#test/sign-in-people'
import {
  beginWithIdentity,
  checkPassword,
  finishStep,
  type NextStep,
  type Proof,
  passwordSalt,
  tryStep,
  viewStep,
} from './second-step.ts'
import { openSession } from './session.ts'
import type { Started } from './sign-in.ts'

const hash = sha256('the argon2id hash of the right password')
const codes = Array.from({ length: 10 }, (_, number) => sha256(`recovery code ${number}`))
const offered = Buffer.from('a sealed secret')

let people: People
let karin: Somebody
let count = 0

beforeAll(async () => {
  people = await gatherPeople()
})
afterAll(() => people.end())
beforeEach(async () => {
  count += 1
  karin = await people.add('procurer', `karin${count}`)
  await people.above(
    'insert into gate.credential (account_id, salt, verifier, set_at) values ($1, $2, $3, gate.now())',
    [karin.account, sha256('salt').subarray(0, 16), sha256('x').fill(0)],
  )
  await people.above('update gate.credential set verifier = sha256($2) where account_id = $1', [karin.account, hash])
})

const give = (step: string, given = hash, email = karin.email): Promise<NextStep | undefined> =>
  checkPassword(people.db, { email, hash: given, network }, { token: step, borrowed: false, offered })

const finish = (step: string, proof: Proof, held = token()): Promise<Started | undefined> =>
  finishStep(people.db, step, proof, { token: held, device: 'Firefox, Linux' }, network)

/** Karin with a second factor, last used at step 1000. */
async function enrol(): Promise<void> {
  const step = token()
  expect(await give(step)).toBe('enrol')
  expect(await finish(step, { by: 'enrolling', clockStep: 1000, recovery: codes })).toMatchObject({ role: 'procurer' })
}

async function stepFor(): Promise<string> {
  const step = token()
  expect(await give(step)).toBe('code')
  return step
}

describe('a password', () => {
  test('is compared in the database: the hash that is stored can not be sent (ASVS 11.4.2)', async () => {
    const [row] = await people.above<{ verifier: Buffer }>(
      'select verifier from gate.credential where account_id = $1',
      [karin.account],
    )
    expect(await give(token(), row?.verifier)).toBeUndefined()
    expect(await give(token(), hash)).toBe('enrol')
  })

  test('that is wrong, or of nobody, or of a closed account, answers the same', async () => {
    expect(await give(token(), sha256('wrong'))).toBeUndefined()
    expect(await give(token(), hash, 'nobody@kontoret.example')).toBeUndefined()
    await people.above('update gate.account set active = false where id = $1', [karin.account])
    expect(await give(token())).toBeUndefined()
  })

  test('alone opens no session: the second step has no other way out (ASVS 6.3.3)', async () => {
    const step = token()
    await give(step)
    expect(await openSession(people.db, step)).toBeUndefined()
    expect(await finish(step, { by: 'code', clockStep: 1 })).toBeUndefined()
    expect(await finish(step, { by: 'recovery', hash: codes[0] ?? hash })).toBeUndefined()
  })

  test('has a salt of its own; nobody’s e-mail has none, whatever the letters’ size', async () => {
    expect((await passwordSalt(people.db, karin.email.toUpperCase(), network))?.salt).toHaveLength(16)
    expect(await passwordSalt(people.db, 'nobody@kontoret.example', network)).toBeUndefined()
  })

  test('a network is known after a sign-in from it, and not before', async () => {
    const known = async (): Promise<boolean | undefined> => (await passwordSalt(people.db, karin.email, network))?.known
    expect(await known()).toBe(false)
    await enrol()
    expect(await known()).toBe(true)
    expect((await passwordSalt(people.db, karin.email, sha256('elsewhere')))?.known).toBe(false)
  })
})

describe('taking the app into use', () => {
  test('begins the session, and the secret is then never shown again', async () => {
    const step = token()
    await give(step)
    expect(Buffer.from((await viewStep(people.db, step))?.offered ?? [])).toEqual(offered)
    const held = token()
    await finish(step, { by: 'enrolling', clockStep: 1000, recovery: codes }, held)
    expect(await openSession(people.db, held)).toMatchObject({ role: 'procurer' })
    expect(await viewStep(people.db, step)).toBeUndefined()
    expect((await viewStep(people.db, await stepFor()))?.offered).toBeUndefined()
  })

  test('happens once: a second browser with the same password can not put its own app in place', async () => {
    const [mine, theirs] = [token(), token()]
    await give(mine)
    await give(theirs)
    expect(await finish(mine, { by: 'enrolling', clockStep: 1000, recovery: codes })).toBeDefined()
    expect(await finish(theirs, { by: 'enrolling', clockStep: 1000, recovery: codes })).toBeUndefined()
  })

  test('comes with ten recovery codes or not at all', async () => {
    const step = token()
    await give(step)
    await expect(finish(step, { by: 'enrolling', clockStep: 1, recovery: codes.slice(1) })).rejects.toThrow(
      'ten recovery codes',
    )
  })
})

describe('a code from the app', () => {
  beforeEach(enrol)

  test('begins a session, and the same code does not begin another (replay, ASVS 6.5.1)', async () => {
    expect(await finish(await stepFor(), { by: 'code', clockStep: 1001 })).toMatchObject({
      role: 'procurer',
      seconds: 36_000,
    })
    expect(await finish(await stepFor(), { by: 'code', clockStep: 1001 })).toBeUndefined()
    expect(await finish(await stepFor(), { by: 'code', clockStep: 1000 })).toBeUndefined()
    expect(await finish(await stepFor(), { by: 'code', clockStep: 1002 })).toBeDefined()
  })

  test('sent ten times at once begins one session', async () => {
    const step = await stepFor()
    const all = await Promise.all(Array.from({ length: 10 }, () => finish(step, { by: 'code', clockStep: 2000 })))
    expect(all.filter(Boolean)).toHaveLength(1)
  })

  test('may be tried five times a step, counted before it is judged', async () => {
    const step = await stepFor()
    const tries = await Promise.all(Array.from({ length: 12 }, () => tryStep(people.db, step)))
    expect(tries.filter(Boolean)).toHaveLength(5)
    expect(await viewStep(people.db, step)).toBeUndefined()
  })

  test('may be tried twenty times an hour, however many steps are opened with the password', async () => {
    let judged = 0
    for (let round = 0; round < 6; round += 1) {
      const step = await stepFor()
      for (let time = 0; time < 5; time += 1) if (await tryStep(people.db, step)) judged += 1
    }
    expect(judged).toBe(20)
    await people.wait('61 minutes')
    expect(await tryStep(people.db, await stepFor())).toBeDefined()
  })

  test('comes within ten minutes of the password', async () => {
    const step = await stepFor()
    await people.wait('11 minutes')
    expect(await viewStep(people.db, step)).toBeUndefined()
    expect(await tryStep(people.db, step)).toBeUndefined()
    expect(await finish(step, { by: 'code', clockStep: 1001 })).toBeUndefined()
  })
})

describe('a recovery code', () => {
  beforeEach(enrol)

  test('is good once, also when sent many times at once', async () => {
    const proof: Proof = { by: 'recovery', hash: codes[3] ?? hash }
    const steps = await Promise.all(Array.from({ length: 5 }, stepFor))
    const all = await Promise.all(steps.map(step => finish(step, proof)))
    expect(all.filter(Boolean)).toHaveLength(1)
    expect(await finish(await stepFor(), { by: 'recovery', hash: codes[4] ?? hash })).toBeDefined()
  })

  test('of somebody else opens nothing', async () => {
    const step = await stepFor()
    karin = await people.add('auditor', `other${count}`)
    await people.above('insert into gate.credential select $1, salt, verifier, set_at from gate.credential limit 1', [
      karin.account,
    ])
    await people.above('update gate.credential set verifier = sha256($2) where account_id = $1', [karin.account, hash])
    const theirs = token()
    await give(theirs)
    await finish(theirs, { by: 'enrolling', clockStep: 1, recovery: codes.map(code => sha256(code.toString('hex'))) })
    expect(await finish(step, { by: 'recovery', hash: sha256((codes[0] ?? hash).toString('hex')) })).toBeUndefined()
  })
})

describe('somebody whom an identity provider vouches for', () => {
  test('gets in when an administrator has tied that issuer and subject to the account, and only then', async () => {
    const identity = { issuer: 'https://idp.example', subject: `karin-${count}` }
    const begin = (given: typeof identity, held = token()): Promise<Started | undefined> =>
      beginWithIdentity(people.db, given, { token: held, device: '' }, network)
    expect(await begin(identity)).toBeUndefined()
    await people.above(
      'insert into gate.identity (issuer, subject, account_id, created_at) values ($1, $2, $3, gate.now())',
      [identity.issuer, identity.subject, karin.account],
    )
    expect(await begin({ ...identity, issuer: 'https://other.example' })).toBeUndefined()
    expect(await begin({ ...identity, subject: karin.email })).toBeUndefined()
    const held = token()
    expect(await begin(identity, held)).toMatchObject({ role: 'procurer' })
    expect(await openSession(people.db, held)).toMatchObject({ account: karin.account })
  })
})

test('every sign-in and every refusal is in the log, by a hash of the network and without the e-mail (ASVS 16.3.1)', async () => {
  await give(token(), sha256('wrong'))
  await give(token(), hash, 'nobody@kontoret.example')
  await enrol()
  const rows = await people.above<{ what: string; line: string }>(
    `select what, l::text as line from gate.sign_in_log l where account_id = $1 or account_id is null order by id`,
    [karin.account],
  )
  expect(rows.filter(row => row.line.includes(karin.account)).map(row => row.what)).toEqual([
    'refused',
    'totp_enrolled',
    'signed_in',
  ])
  expect(rows.some(row => row.what === 'refused' && !row.line.includes(karin.account))).toBe(true)
  expect(rows.map(row => row.line).join()).not.toContain('@')
})
