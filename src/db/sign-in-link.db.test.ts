import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gatherPeople, network, type People, type Somebody, sha256, token } from '#test/sign-in-people'
import { finishStep, viewStep } from './second-step.ts'
import { openSession } from './session.ts'
import type { Started } from './sign-in.ts'
import { askLink, renewLink, spendCode, spendLink, spendPasswordLink, viewLink } from './sign-in-link.ts'

let people: People
let ayan: Somebody
let karin: Somebody
let count = 0

beforeAll(async () => {
  people = await gatherPeople()
})
afterAll(() => people.end())
beforeEach(async () => {
  count += 1
  ayan = await people.add('participant', `ayan${count}`)
  karin = await people.add('procurer', `karin${count}`)
})

const code = sha256('123456')
const ask = async (who: Somebody): Promise<string> => {
  const link = token()
  expect(await askLink(people.db, who.email, link, code)).toMatchObject({ to: who.email })
  return link
}
const spend = (link: string, held = token()): Promise<Started | undefined> =>
  spendLink(people.db, link, { token: held, device: '' }, false, network)
const type = (email: string, typed: Buffer, held = token()): Promise<Started | undefined> =>
  spendCode(people.db, { email, code: typed }, { token: held, device: '' }, false, network)

describe('a link', () => {
  test('looked at twenty times is not spent; the button spends it (T26)', async () => {
    const link = await ask(ayan)
    for (let time = 0; time < 20; time += 1)
      expect(await viewLink(people.db, link)).toMatchObject({ state: 'live', purpose: 'session' })
    const held = token()
    expect(await spend(link, held)).toEqual({ role: 'participant', seconds: 7200 })
    expect(await openSession(people.db, held)).toMatchObject({ account: ayan.account, role: 'participant' })
  })

  test('begins one session, however many press at the same time', async () => {
    const link = await ask(ayan)
    const all = await Promise.all(Array.from({ length: 20 }, () => spend(link)))
    expect(all.filter(Boolean)).toHaveLength(1)
    expect(await spend(link)).toBeUndefined()
    expect(await viewLink(people.db, link)).toMatchObject({ state: 'old' })
  })

  test('lives ten minutes (ASVS 6.5.5)', async () => {
    const link = await ask(ayan)
    await people.wait('9 minutes')
    expect((await viewLink(people.db, link))?.state).toBe('live')
    await people.wait('2 minutes')
    expect((await viewLink(people.db, link))?.state).toBe('old')
    expect(await spend(link)).toBeUndefined()
  })

  test('that is old is renewed to the same address, for a week and not for ever', async () => {
    const old = await ask(ayan)
    await spend(old)
    const fresh = token()
    expect(await renewLink(people.db, old, fresh, code)).toEqual({ to: ayan.email, purpose: 'session', language: 'sv' })
    expect(await spend(fresh)).toBeDefined()
    await people.wait('8 days')
    expect(await renewLink(people.db, old, token(), code)).toBeUndefined()
    expect(await viewLink(people.db, old)).toBeUndefined()
  })

  test('nobody’s e-mail, a program’s and a closed account’s get none', async () => {
    const program = await people.add('administrator', `program${count}`, 'service')
    for (const email of ['nobody@kontoret.example', program.email])
      expect(await askLink(people.db, email, token(), code)).toBeUndefined()
    const link = await ask(ayan)
    await people.above('update gate.account set active = false where id = $1', [ayan.account])
    expect(await askLink(people.db, ayan.email, token(), code)).toBeUndefined()
    expect(await spend(link)).toBeUndefined()
  })

  test('is sent five times an hour to an address and no more, also when asked for at once', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => askLink(people.db, ayan.email, token(), code)))
    expect(asked.filter(Boolean)).toHaveLength(5)
    await people.wait('61 minutes')
    expect(await askLink(people.db, ayan.email, token(), code)).toBeDefined()
  })

  test('on a borrowed computer lasts half an hour and rests five minutes (T24)', async () => {
    const held = token()
    expect(await spendLink(people.db, await ask(ayan), { token: held, device: '' }, true, network)).toEqual({
      role: 'participant',
      seconds: 1800,
    })
    await people.wait('6 minutes')
    expect(await openSession(people.db, held)).toBeUndefined()
  })
})

describe('the code of the same mail', () => {
  test('begins a session, once, and takes the link with it', async () => {
    const link = await ask(ayan)
    expect(await type(ayan.email.toUpperCase(), code)).toMatchObject({ role: 'participant' })
    expect(await type(ayan.email, code)).toBeUndefined()
    expect(await spend(link)).toBeUndefined()
  })

  test('is dead after five wrong ones, while the link still works', async () => {
    const link = await ask(ayan)
    for (let time = 0; time < 5; time += 1) expect(await type(ayan.email, sha256(`wrong ${time}`))).toBeUndefined()
    expect(await type(ayan.email, code)).toBeUndefined()
    expect(await spend(link)).toBeDefined()
  })

  test('of a hundred guesses at once five are judged', async () => {
    await ask(ayan)
    const wrong = Array.from({ length: 100 }, (_, number) => type(ayan.email, sha256(`wrong ${number}`)))
    await Promise.all(wrong)
    const [row] = await people.above<{ attempts: number }>('select attempts from gate.link where account_id = $1', [
      ayan.account,
    ])
    expect(row?.attempts).toBeLessThanOrEqual(20)
    expect(await type(ayan.email, code)).toBeUndefined()
  })

  test('is guessed at twenty times a day, however many links are asked for', async () => {
    for (let round = 0; round < 6; round += 1) {
      await ask(ayan)
      for (let time = 0; time < 5; time += 1) await type(ayan.email, sha256('wrong'))
      await people.wait('61 minutes')
    }
    const link = await ask(ayan)
    expect(await type(ayan.email, code)).toBeUndefined()
    expect(await spend(link)).toBeDefined()
  })

  test('of one person is nobody else’s', async () => {
    await ask(ayan)
    const other = await people.add('participant', `other${count}`)
    expect(await type(other.email, code)).toBeUndefined()
    expect(await type('nobody@kontoret.example', code)).toBeUndefined()
  })
})

describe('a link for staff', () => {
  const offer = (step: string): { token: string; borrowed: boolean; offered: Buffer } => ({
    token: step,
    borrowed: false,
    offered: Buffer.from('sealed'),
  })
  const password = { salt: sha256('salt').subarray(0, 16), hash: sha256('hash') }

  test('signs nobody in; it sets a password, and the second step follows (ASVS 6.4.3)', async () => {
    const link = await ask(karin)
    expect(await viewLink(people.db, link)).toMatchObject({ purpose: 'password' })
    expect(await spend(link)).toBeUndefined()
    expect(await type(karin.email, code)).toBeUndefined()
    const step = token()
    expect(await spendPasswordLink(people.db, link, password, offer(step), network)).toBe('enrol')
    expect(await spendPasswordLink(people.db, link, password, offer(token()), network)).toBeUndefined()
    expect((await viewStep(people.db, step))?.email).toBe(karin.email)
  })

  test('ends every session, and an app that is in use stays in use', async () => {
    const step = token()
    await spendPasswordLink(people.db, await ask(karin), password, offer(step), network)
    const held = token()
    const recovery = Array.from({ length: 10 }, (_, number) => sha256(`${number}`))
    await finishStep(people.db, step, { by: 'enrolling', clockStep: 1, recovery }, { token: held, device: '' }, network)
    expect(await openSession(people.db, held)).toBeDefined()
    expect(await spendPasswordLink(people.db, await ask(karin), password, offer(token()), network)).toBe('code')
    expect(await openSession(people.db, held)).toBeUndefined()
  })

  test('a participant’s link sets no password', async () => {
    expect(await spendPasswordLink(people.db, await ask(ayan), password, offer(token()), network)).toBeUndefined()
  })
})
