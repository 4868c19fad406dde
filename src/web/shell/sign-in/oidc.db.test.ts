import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FakeProvider, startFakeProvider } from '#outside/sign-in/fake'
import { gatherPeople, type People, type Somebody } from '#test/sign-in-people'
import * as answer from './oidc-answer.ts'
import * as begin from './oidc-begin.ts'
import { type Browser, openSite, type Page, type Site } from './test-browser.ts'

let people: People
let provider: FakeProvider
let site: Site
let karin: Somebody

beforeAll(async () => {
  people = await gatherPeople()
  provider = await startFakeProvider('https://fotfaste.example/logga-in/oidc/svar')
  karin = await people.add('procurer', 'karin')
  await people.above(
    'insert into gate.identity (issuer, subject, account_id, created_at) values ($1, $2, $3, gate.now())',
    [provider.issuer, 'karin-1', karin.account],
  )
})
afterAll(async () => {
  await provider.close()
  await people.end()
})
beforeEach(() => {
  site = openSite(people, { oidc: { ...provider, name: 'Stadens inloggning' } })
  provider.recognise = { subject: 'karin-1' }
})

/** To the provider and back with its answer. */
async function comeBack(browser: Browser, path = '/logga-in/oidc'): Promise<string> {
  const off = await browser.get(begin, path)
  expect(off.status).toBe(302)
  const back = await provider.visit(off.location ?? '')
  return back.pathname + back.search
}
const arrive = (browser: Browser, path: string): Promise<Page> => browser.get(answer, path)

test('somebody whom the provider recognises, and an administrator has tied to an account, is in', async () => {
  const browser = site.browser()
  const done = await arrive(browser, await comeBack(browser, '/logga-in/oidc?till=/upphandlingar'))
  expect(done).toMatchObject({ status: 303, location: '/upphandlingar' })
  expect(await browser.who()).toBe('procurer')
  expect([...browser.jar.keys()]).toEqual(['__Host-fotfaste'])
})

test('somebody whom nobody has tied is told so, and is not in', async () => {
  provider.recognise = { subject: 'stranger-2' }
  const browser = site.browser()
  expect(await arrive(browser, await comeBack(browser))).toMatchObject({ location: '/logga-in?fel=okand' })
  expect(await browser.who()).toBeUndefined()
})

test('an answer in another browser than the one that asked is refused (login CSRF)', async () => {
  const path = await comeBack(site.browser())
  const victim = site.browser()
  expect(await arrive(victim, path)).toMatchObject({ location: '/logga-in?fel=nej' })
  await comeBack(victim)
  expect(await arrive(victim, path)).toMatchObject({ location: '/logga-in?fel=nej' })
  expect(await victim.who()).toBeUndefined()
})

test('an answer is good once', async () => {
  const browser = site.browser()
  const path = await comeBack(browser)
  const held = browser.jar.get('__Host-oidc') ?? ''
  await arrive(browser, path)
  browser.jar.set('__Host-oidc', held)
  expect(await arrive(browser, path)).toMatchObject({ location: '/logga-in?fel=nej' })
})

test('what the browser carries is sealed: neither read nor changed', async () => {
  const browser = site.browser()
  const path = await comeBack(browser)
  const held = browser.jar.get('__Host-oidc') ?? ''
  expect(Buffer.from(held, 'base64url').toString('latin1')).not.toContain('state')
  browser.jar.set('__Host-oidc', held.slice(0, -2) + (held.endsWith('AA') ? 'BB' : 'AA'))
  expect(await arrive(browser, path)).toMatchObject({ location: '/logga-in?fel=nej' })
})

test('a recognition that is too weak is told, when the installation asks for a strong one (ASVS 6.8.4)', async () => {
  site = openSite(people, { oidc: { ...provider, name: 'x', strongEnough: ['loa3'] } })
  const browser = site.browser()
  expect(await arrive(browser, await comeBack(browser))).toMatchObject({ location: '/logga-in?fel=svag' })
  provider.recognise = { subject: 'karin-1', acr: 'loa3' }
  expect((await arrive(browser, await comeBack(browser))).status).toBe(303)
  expect(await browser.who()).toBe('procurer')
})

test('without a provider the addresses do not exist, and with one that is away the page says so', async () => {
  expect(await openSite(people).browser().get(begin, '/logga-in/oidc')).toMatchObject({ status: 404 })
  expect(await openSite(people).browser().get(answer, '/logga-in/oidc/svar')).toMatchObject({ status: 404 })
  const away = openSite(people, { oidc: { ...provider, issuer: 'http://127.0.0.1:9', name: 'x' } })
  expect(await away.browser().get(begin, '/logga-in/oidc')).toMatchObject({ location: '/logga-in?fel=borta' })
})
