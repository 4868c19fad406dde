import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { gatherPeople, type People, type Somebody, token } from '#test/sign-in-people'
import * as account from './account.tsx'
import * as askLink from './ask-link.tsx'
import * as code from './code.tsx'
import * as password from './password.tsx'
import * as signOut from './sign-out.ts'
import { type Browser, openSite, type Site } from './test-browser.ts'
import * as useLink from './use-link.tsx'

const secretWord = 'fyra ord utan samband här'

let people: People
let site: Site
let karin: Somebody
let secret = ''
let recovery: readonly string[] = []

beforeAll(async () => {
  people = await gatherPeople()
  site = openSite(people)
  karin = await people.add('procurer', 'karin')
})
afterAll(() => people.end())
// The app's clock is real time: each test comes a minute after the one before, so that no code is used twice.
let minutes = 0
beforeEach(() => {
  minutes += 2
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
})
afterEach(() => void vi.useRealTimers())

const appCode = (): string => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() })
const linkOf = (site: Site): string => /\/lank\/([\w-]+)/.exec(site.outbox.at(-1)?.text ?? '')?.[1] ?? ''
const give = (browser: Browser, more: Record<string, string> = {}, path = '/logga-in'): ReturnType<Browser['post']> =>
  browser.post(password, path, { epost: karin.email, losenord: secretWord, ...more })

/** Asks for a link, chooses a password. Ends at the second step. */
async function choosePassword(browser: Browser, word = secretWord): ReturnType<Browser['post']> {
  await browser.post(askLink, '/logga-in/lank', { intent: 'ask', epost: karin.email })
  const link = linkOf(site)
  return browser.post(
    useLink,
    `/logga-in/lank/${link}`,
    { intent: 'password', losenord: word, losenord2: word },
    { token: link },
  )
}

describe('a new account', () => {
  test('chooses a password by a link, takes an app into use, saves ten codes and is in', async () => {
    const browser = site.browser()
    const chosen = await choosePassword(browser)
    expect(chosen).toMatchObject({ status: 303, location: '/logga-in/kod' })
    const shown = (await browser.get(code, '/logga-in/kod')).facts as { enrol: { picture: string; secret: string } }
    expect(Buffer.from(shown.enrol.picture.split(',')[1] ?? '', 'base64').toString()).toMatch(/^<svg[\s\S]*<\/svg>\s*$/)
    secret = shown.enrol.secret.replaceAll(' ', '')
    expect(await browser.post(code, '/logga-in/kod', { kod: '000000' })).toMatchObject({
      status: 422,
      facts: { wrong: true },
    })
    const enrolled = await browser.post(code, '/logga-in/kod', { kod: appCode() })
    recovery = (enrolled.facts as { codes: string[] }).codes
    expect(recovery).toHaveLength(10)
    expect(enrolled.facts).toMatchObject({ onward: '/min-dag' })
    expect(await browser.who()).toBe('procurer')
  })

  test('is told what is wrong with a password, and the link is not spent by it', async () => {
    const browser = site.browser()
    await browser.post(askLink, '/logga-in/lank', { intent: 'ask', epost: karin.email })
    const link = linkOf(site)
    const send = (losenord: string, losenord2 = losenord): ReturnType<Browser['post']> =>
      browser.post(useLink, `/logga-in/lank/${link}`, { intent: 'password', losenord, losenord2 }, { token: link })
    expect((await send('kort')).facts).toEqual({ complaints: [{ field: 'losenord', key: 'too_short' }] })
    expect((await send(secretWord, 'något helt annat här')).facts).toEqual({
      complaints: [{ field: 'losenord2', key: 'not_same' }],
    })
    expect((await browser.get(useLink, `/logga-in/lank/${link}`, { token: link })).facts).toMatchObject({
      state: 'password',
    })
  })
})

describe('signing in with password and code', () => {
  test('goes to the page that was asked for, when it is one of ours', async () => {
    const browser = site.browser()
    const first = await give(browser, { till: '/upphandlingar' })
    expect(first.location).toBe('/logga-in/kod?till=%2Fupphandlingar')
    expect(await browser.who()).toBeUndefined()
    const second = await browser.post(code, first.location ?? '', { kod: appCode() })
    expect(second).toMatchObject({ status: 303, location: '/upphandlingar' })
    expect(await browser.who()).toBe('procurer')
  })

  test('goes to the start page when asked to leave the site (T23)', async () => {
    const browser = site.browser()
    expect((await give(browser, { till: '//evil.example' })).location).toBe('/logga-in/kod')
    const done = await browser.post(code, '/logga-in/kod?till=https://evil.example', { kod: appCode() })
    expect(done.location).toBe('/min-dag')
  })

  test('keeps the session in a host-bound cookie that scripts can not read, and takes the step’s cookie back (ASVS 3.3.1)', async () => {
    const browser = site.browser()
    await give(browser)
    const { cookies } = await browser.post(code, '/logga-in/kod', { kod: appCode() })
    expect(cookies).toHaveLength(2)
    expect(cookies[0]).toMatch(/^__Host-fotfaste=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=36000$/)
    expect(cookies[1]).toMatch(/^__Host-steg=; .*Max-Age=0$/)
  })

  test('on a borrowed computer leaves no cookie after the browser (T24)', async () => {
    const browser = site.browser()
    await give(browser, { lanad: 'ja' })
    const { cookies } = await browser.post(code, '/logga-in/kod', { kod: appCode() })
    expect(cookies[0]).not.toMatch(/Max-Age/)
    const [row] = await people.above<{ borrowed: boolean; idle: string }>(
      'select borrowed, idle::text from gate.session where account_id = $1 order by created_at desc limit 1',
      [karin.account],
    )
    expect(row).toEqual({ borrowed: true, idle: '00:10:00' })
  })

  test('does not take a code twice (ASVS 6.5.1)', async () => {
    const [one, two] = [site.browser(), site.browser()]
    await give(one)
    await give(two)
    const same = appCode()
    expect((await one.post(code, '/logga-in/kod', { kod: same })).status).toBe(303)
    expect(await two.post(code, '/logga-in/kod', { kod: same })).toMatchObject({ status: 422, facts: { wrong: true } })
  })

  test('after five wrong codes begins again from the password', async () => {
    const browser = site.browser()
    await give(browser)
    for (let time = 0; time < 5; time += 1) await browser.post(code, '/logga-in/kod', { kod: '000000' })
    expect(await browser.post(code, '/logga-in/kod', { kod: appCode() })).toMatchObject({ facts: { over: true } })
    expect((await browser.get(code, '/logga-in/kod')).facts).toMatchObject({ open: false })
  })

  test('works with a recovery code however it is typed, once, and says so', async () => {
    const browser = site.browser()
    await give(browser)
    const typed = (recovery[0] ?? '').toLowerCase().replace('-', ' ')
    expect(await browser.post(code, '/logga-in/kod', { kod: typed })).toMatchObject({
      location: '/konto?klart=reservkod#reservkoder',
    })
    const other = site.browser()
    await give(other)
    expect(await other.post(code, '/logga-in/kod', { kod: typed })).toMatchObject({ facts: { wrong: true } })
  })

  test('the second step can not be skipped, nor another browser’s be used', async () => {
    expect(await site.browser().post(code, '/logga-in/kod', { kod: appCode() })).toMatchObject({
      facts: { over: true },
    })
    const browser = site.browser()
    browser.jar.set('__Host-steg', token())
    expect(await browser.post(code, '/logga-in/kod', { kod: appCode() })).toMatchObject({ facts: { over: true } })
  })
})

describe('the account page', () => {
  test('makes ten new recovery codes against a code from the app', async () => {
    const browser = site.browser()
    await give(browser)
    await browser.post(code, '/logga-in/kod', { kod: appCode() })
    expect((await browser.get(account, '/konto')).facts).toMatchObject({
      account: { recovery_left: 9, has_totp: true },
    })
    expect(await browser.post(account, '/konto', { intent: 'recovery', kod: appCode() })).toMatchObject({
      facts: { recovery: 'appCodeWrong' },
    })
    vi.setSystemTime(Date.now() + 60_000)
    const renewed = (await browser.post(account, '/konto', { intent: 'recovery', kod: appCode() })).facts as {
      codes: string[]
    }
    expect(renewed.codes).toHaveLength(10)
    const other = site.browser()
    await give(other)
    expect(await other.post(code, '/logga-in/kod', { kod: recovery[1] ?? '' })).toMatchObject({
      facts: { wrong: true },
    })
    expect((await other.post(code, '/logga-in/kod', { kod: renewed.codes[0] ?? '' })).status).toBe(303)
  })

  test('makes the same key for a form that is sent twice, and a key opens no page', async () => {
    const browser = site.browser()
    await give(browser)
    await browser.post(code, '/logga-in/kod', { kod: appCode() })
    const fields = { intent: 'token', form_key: crypto.randomUUID(), namn: 'Avtalsregistret', dagar: '90' }
    const [first, second] = [
      await browser.post(account, '/konto', fields),
      await browser.post(account, '/konto', fields),
    ]
    const { newToken } = first.facts as { newToken: string }
    expect(second.facts).toEqual(first.facts)
    expect(newToken).toMatch(/^fotfaste_api_[\w-]{43}$/)
    const thief = site.browser()
    thief.jar.set('__Host-fotfaste', newToken)
    expect(await thief.get(account, '/konto')).toMatchObject({ status: 302, location: '/logga-in?till=%2Fkonto' })
  })

  test('is not shown to somebody who is not signed in', async () => {
    expect(await site.browser().get(account, '/konto')).toMatchObject({ status: 302 })
    expect(await site.browser().post(account, '/konto', { intent: 'end' })).toMatchObject({ status: 302 })
  })
})

describe('signing out', () => {
  test('ends the session at once and has the browser forget', async () => {
    const browser = site.browser()
    await give(browser)
    await browser.post(code, '/logga-in/kod', { kod: appCode() })
    const thief = site.browser()
    for (const [name, value] of browser.jar) thief.jar.set(name, value)
    const out = await browser.post(signOut, '/logga-ut', {})
    expect(out).toMatchObject({ status: 303, location: '/logga-in' })
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(browser.jar.has('__Host-fotfaste')).toBe(false)
    expect(await thief.who()).toBeUndefined()
  })

  test('in a hurry shows a page about something else, with nothing of ours', async () => {
    const browser = site.browser()
    await give(browser)
    await browser.post(code, '/logga-in/kod', { kod: appCode() })
    const left = await browser.post(signOut, '/logga-ut', { lamna: 'ja' })
    expect(left.status).toBe(200)
    expect(await browser.who()).toBeUndefined()
  })
})

describe('a password that is not right', () => {
  test('and an e-mail of nobody get the same answer for the same work (ASVS 6.3.8)', async () => {
    // Work and not wall clock, which other tests on the machine sway: a hash left out would make a tenth of it.
    const work = async (email: string, network: string): Promise<number> => {
      const before = process.cpuUsage()
      const browser = site.browser(network)
      const page = await browser.post(password, '/logga-in', { epost: email, losenord: 'fel lösenord men långt nog' })
      expect(page).toMatchObject({
        status: 422,
        facts: { complaints: [{ field: 'epost', key: 'wrong' }] },
        cookies: [],
      })
      return process.cpuUsage(before).user
    }
    let [known, unknown] = [0, 0]
    for (let turn = 0; turn < 8; turn += 1) {
      known += await work(karin.email, `198.51.100.${turn}`)
      unknown += await work('nobody@kontoret.example', `198.51.100.${100 + turn}`)
    }
    expect(known / unknown).toBeGreaterThan(0.4)
    expect(known / unknown).toBeLessThan(2.5)
  })

  test('is judged ten times from a network, and its owner gets in from another (ASVS 6.3.1)', async () => {
    const guesser = site.browser('203.0.113.9')
    const statuses: number[] = []
    for (let time = 0; time < 15; time += 1)
      statuses.push((await give(guesser, { losenord: `gissning nummer ${time}` })).status)
    expect(statuses.filter(status => status === 422)).toHaveLength(10)
    expect(statuses.slice(10)).toEqual(Array(5).fill(429))
    expect((await give(guesser)).status).toBe(429)
    expect((await give(site.browser('192.0.2.77'))).status).toBe(303)
  })

  test('says all that is missing at once', async () => {
    const page = await site.browser().post(password, '/logga-in', { epost: '', losenord: '' })
    expect(page.facts).toMatchObject({ complaints: [{ key: 'emailMissing' }, { key: 'passwordMissing' }] })
  })
})
