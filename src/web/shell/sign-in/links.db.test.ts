import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gatherPeople, type People, type Somebody } from '#test/sign-in-people'
import * as account from './account.tsx'
import * as askLink from './ask-link.tsx'
import * as cast from './cast.tsx'
import * as changeRole from './change-role.ts'
import { type Browser, openSite, type Page, type Site } from './test-browser.ts'
import * as useLink from './use-link.tsx'

let people: People
let site: Site
let ayan: Somebody
let count = 0

beforeAll(async () => {
  people = await gatherPeople()
})
afterAll(() => people.end())
beforeEach(async () => {
  count += 1
  site = openSite(people)
  ayan = await people.add('participant', `ayan${count}`)
})

const ask = (browser: Browser, epost = ayan.email, more: Record<string, string> = {}): Promise<Page> =>
  browser.post(askLink, '/logga-in/lank', { intent: 'ask', epost, ...more })
const letter = (): { link: string; code: string; text: string; subject: string; to: string } => {
  const { text, subject, to } = site.outbox.at(-1) ?? { text: '', subject: '', to: '' }
  return {
    text,
    subject,
    to,
    link: /\/lank\/([\w-]+)/.exec(text)?.[1] ?? '',
    code: /(\d{3} \d{3})/.exec(text)?.[1] ?? '',
  }
}
const open = (browser: Browser, link: string): Promise<Page> =>
  browser.get(useLink, `/logga-in/lank/${link}`, { token: link })
const press = (browser: Browser, link: string, intent = 'session', more: Record<string, string> = {}): Promise<Page> =>
  browser.post(useLink, `/logga-in/lank/${link}`, { intent, ...more }, { token: link })

describe('a letter with a link', () => {
  test('may be opened twenty times by a scanner; its reader presses the button and is in (T26)', async () => {
    const browser = site.browser()
    expect(await ask(browser)).toMatchObject({ status: 303, location: '/logga-in/lank' })
    const { link, to } = letter()
    expect(to).toBe(ayan.email)
    for (let time = 0; time < 20; time += 1)
      expect((await open(site.browser(), link)).facts).toMatchObject({ state: 'session' })
    const phone = site.browser()
    expect(await press(phone, link)).toMatchObject({ status: 303, location: '/nu' })
    expect(await phone.who()).toBe('participant')
    expect(await browser.who()).toBeUndefined()
  })

  test('names an errand and never a person, a job or an employer (T27)', async () => {
    await ask(site.browser())
    const { subject, text } = letter()
    expect(subject).toBe('Din länk')
    for (const word of [ayan.email, 'ayan', 'jobb', 'arbete', 'arbetsgivare', 'deltagare', 'kommun']) {
      expect(`${subject} ${text.replace(/https:\S+/, '')}`.toLowerCase()).not.toContain(word)
    }
  })

  test('is in the language of its reader', async () => {
    await people.above(`update gate.account set language = 'ar' where id = $1`, [ayan.account])
    await ask(site.browser())
    expect(letter().text).toContain('افتح الرابط')
  })

  test('that was used offers a new one, to the same address, by one press', async () => {
    await ask(site.browser())
    const { link } = letter()
    await press(site.browser(), link)
    const browser = site.browser()
    expect(await press(browser, link)).toMatchObject({ status: 409 })
    expect((await open(browser, link)).facts).toMatchObject({ state: 'old' })
    expect(await press(browser, link, 'renew')).toMatchObject({ status: 303, location: '/logga-in/lank' })
    expect(letter().to).toBe(ayan.email)
    expect(letter().link).not.toBe(link)
    // The address came from an old letter, not from this browser: it is not shown.
    expect((await browser.get(askLink, '/logga-in/lank')).facts).toMatchObject({ sent: {} })
    expect(JSON.stringify((await browser.get(askLink, '/logga-in/lank')).facts)).not.toContain('@')
    expect(await press(browser, letter().link)).toMatchObject({ location: '/nu' })
  })

  test('that never was sends nothing and says where to ask', async () => {
    const browser = site.browser()
    expect((await open(browser, 'x'.repeat(43))).facts).toMatchObject({ state: 'unknown' })
    expect(await press(browser, 'x'.repeat(43), 'renew')).toMatchObject({ location: '/logga-in/lank?ny' })
    expect(site.outbox).toHaveLength(0)
  })

  test('pressed by twenty browsers at once lets one in', async () => {
    await ask(site.browser())
    const { link } = letter()
    const pages = await Promise.all(Array.from({ length: 20 }, () => press(site.browser(), link)))
    expect(pages.filter(page => page.status === 303)).toHaveLength(1)
    expect(pages.filter(page => page.status === 409)).toHaveLength(19)
  })

  test('on a borrowed computer leaves no cookie after the browser (T24)', async () => {
    await ask(site.browser())
    const browser = site.browser()
    const { cookies } = await press(browser, letter().link, 'session', { lanad: 'ja' })
    expect(cookies[0]).toMatch(/^__Host-fotfaste=/)
    expect(cookies[0]).not.toContain('Max-Age')
  })

  test('is not asked for thirty-one times an hour from one network', async () => {
    const browser = site.browser('203.0.113.50')
    const pages = await Promise.all(Array.from({ length: 31 }, (_, time) => ask(browser, `nobody${time}@x.example`)))
    expect(pages.filter(page => page.status === 303)).toHaveLength(30)
    expect(pages.filter(page => page.status === 429)).toHaveLength(1)
  })
})

describe('the code of the letter', () => {
  test('lets in where the link was asked for, and goes on to the page that was wanted', async () => {
    const browser = site.browser()
    await ask(browser, ayan.email, { till: '/mina-medgivanden' })
    expect((await browser.get(askLink, '/logga-in/lank')).facts).toMatchObject({ sent: { email: ayan.email } })
    const done = await browser.post(askLink, '/logga-in/lank', { intent: 'code', kod: letter().code })
    expect(done).toMatchObject({ status: 303, location: '/mina-medgivanden' })
    expect(await browser.who()).toBe('participant')
    expect([...browser.jar.keys()]).toEqual(['__Host-fotfaste'])
  })

  test('is guessed at five times, and the link still works', async () => {
    const browser = site.browser()
    await ask(browser)
    const { code, link } = letter()
    const wrong = code === '000 000' ? '111111' : '000000'
    for (let time = 0; time < 5; time += 1) {
      expect(await browser.post(askLink, '/logga-in/lank', { intent: 'code', kod: wrong })).toMatchObject({
        status: 422,
        facts: { complaints: [{ key: 'codeWrong' }] },
      })
    }
    expect((await browser.post(askLink, '/logga-in/lank', { intent: 'code', kod: code })).status).toBe(422)
    expect((await press(browser, link)).status).toBe(303)
  })

  test('without having asked leads to asking, and other shapes are told', async () => {
    expect(await site.browser().post(askLink, '/logga-in/lank', { intent: 'code', kod: '123456' })).toMatchObject({
      location: '/logga-in/lank?ny',
    })
    const browser = site.browser()
    await ask(browser)
    expect((await browser.post(askLink, '/logga-in/lank', { intent: 'code', kod: '12' })).facts).toEqual({
      complaints: [{ field: 'kod', key: 'codeMissing' }],
    })
  })
})

describe('whoever asks', () => {
  test('is told the same of every address, in the same time (ASVS 6.3.8)', async () => {
    const staff = await people.add('procurer', `staff${count}`)
    const closed = await people.add('employer', `closed${count}`)
    await people.above('update gate.account set active = false where id = $1', [closed.account])
    for (const email of [ayan.email, staff.email, closed.email, 'nobody@kontoret.example']) {
      const began = performance.now()
      const page = await ask(site.browser(), email)
      expect(performance.now() - began).toBeGreaterThan(240)
      expect({ ...page, cookies: page.cookies.map(cookie => cookie.replace(/=[\w-]+;/, '=…;')), headers: [] }).toEqual({
        status: 303,
        facts: undefined,
        location: '/logga-in/lank',
        cookies: ['__Host-lank=…; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600'],
        headers: [],
      })
    }
    expect(site.outbox.map(({ to }) => to)).toEqual([ayan.email, staff.email])
  })

  test('sees no difference when the post does not take the letter', async () => {
    const failing = openSite(people, {}, async () => {
      throw new Error('the server is away')
    })
    expect(await ask(failing.browser())).toMatchObject({ status: 303, location: '/logga-in/lank' })
  })

  test('is asked for an address that can be one', async () => {
    for (const email of ['', 'no address', 'a@b@c', `${'a'.repeat(250)}@x.example`]) {
      expect(await ask(site.browser(), email)).toMatchObject({ status: 422, cookies: [] })
    }
  })
})

describe('the page with the cast', () => {
  test('does not exist outside a demonstration, nor does its action', async () => {
    expect(await site.browser().get(cast, '/demonstration')).toMatchObject({ status: 404 })
    expect(await site.browser().post(cast, '/demonstration', { som: ayan.appointment })).toMatchObject({ status: 404 })
  })

  test('with the setting but without the world signs nobody in', async () => {
    const browser = openSite(people, { demonstration: true }).browser()
    expect((await browser.get(cast, '/demonstration')).facts).toMatchObject({ cast: [] })
    expect(await browser.post(cast, '/demonstration', { som: ayan.appointment })).toMatchObject({ status: 422 })
    expect(await browser.who()).toBeUndefined()
  })

  test('in a demonstration signs in, and one person changes between two appointments', async () => {
    const elin = await people.add('district_team', `elin${count}`)
    const other = await people.appoint(elin, 'matching_officer')
    await people.above('insert into gate.demonstration default values')
    await people.above(`insert into gate.cast values ($1, $2, 1, null, 'x', 'x')`, [elin.account, elin.appointment])
    const browser = openSite(people, { demonstration: true, publicUrl: 'http://localhost:3000' }).browser()
    const page = await browser.post(cast, '/demonstration', { som: elin.appointment })
    expect(page).toMatchObject({ status: 303, location: '/min-dag' })
    expect(page.cookies[0]).toMatch(/^fotfaste=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=36000$/)
    const before = browser.jar.get('fotfaste')
    expect((await browser.get(account, '/konto')).facts).toMatchObject({
      appointments: [{ role: 'district_team', is_current: true }, { role: 'matching_officer' }],
    })
    expect(await browser.post(changeRole, '/roll', { roll: other })).toMatchObject({ status: 303 })
    expect(await browser.who()).toBe('matching_officer')
    expect(browser.jar.get('fotfaste')).not.toBe(before)
    expect(await browser.post(changeRole, '/roll', { roll: ayan.appointment })).toMatchObject({ status: 404 })
  })
})
