import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { formFor, send, visit } from './act.ts'
import { base, expectSound, signIn } from './stage.ts'

const notice = fileURLToPath(
  new URL('../../docs/examples/notices/synthetic_sv_cn16_employment_two_lots.xml', import.meta.url),
)

/** The thread, end to end: a real notice becomes a job that is counted. One story, told by eight people in turn. */
test.describe
  .serial('a notice becomes a job', () => {
    let page: Page
    let address = ''

    test.beforeAll(async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' })
      page = await context.newPage()
    })
    test.afterAll(() => page.close())

    test('a procurer reads in a notice and opens a case from one of its lots (PRC-12, TGT-1)', async () => {
      await signIn(page, 'procurer_other')
      await visit(page, '/annonser')
      await page.locator('input[type="file"]').setInputFiles(notice)
      await send(page, 'receive')
      await expect(page).toHaveURL(/\/annonser\/[0-9a-f-]{36}/)
      await expectSound(page)
      await send(page, 'accept', {
        title: 'Städning av förskolor',
        contractStart: '2026-03-02',
        contractEnd: '2028-03-01',
        places: '4',
        form: 'fixed_term',
        months: '12',
        service: 'Lokalvård i förskolor',
        education: 'Ingen särskild utbildning krävs',
        submit: true,
      })
      await expect(page).toHaveURL(/\/upphandlingar\/[0-9a-f-]{36}/)
      address = new URL(page.url()).pathname
      await expect(page.locator('h1')).toContainText('Städning av förskolor')
      await expectSound(page)
    })

    test('the same notice again is the same notice, and nothing new', async () => {
      await visit(page, '/annonser')
      const before = await page.locator('main tbody tr').count()
      await page.locator('input[type="file"]').setInputFiles(notice)
      await send(page, 'receive')
      await visit(page, '/annonser')
      expect(await page.locator('main tbody tr').count()).toBe(before)
    })

    test('a file with a DOCTYPE is refused with a sentence, and nothing is written', async () => {
      const before = await page.locator('main tbody tr').count()
      const evil = Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'evil.xml', mimeType: 'application/xml', buffer: evil })
      await formFor(page, 'receive').locator('button').last().click()
      await expect(page.locator('.ff-errors')).toBeVisible()
      await expectSound(page)
      await visit(page, '/annonser')
      expect(await page.locator('main tbody tr').count()).toBe(before)
    })

    test('the procurer names who matches, decides, chooses a clause and locks it (PRC-6)', async () => {
      await visit(page, address)
      await send(page, 'parties', { matching: await optionOf(page, 'matching', /Nordost/) })
      for (const step of ['plan', 'map']) await test.step(step, () => send(page, 'complete'))
      await visit(page, `${address}/villkor`)
      await send(page, 'decide', { requirement: 'employment', reason: await firstOption(page, 'reason') })
      await visit(page, `${address}/villkor`)
      await send(page, 'choose')
      await expect(page.locator('main')).toContainText('48 månader')
      await visit(page, `${address}/villkor?las=1`)
      await send(page, 'lock')
      await visit(page, address)
      await send(page, 'complete')
      const pdf = await page.request.get(`${base()}${address}/villkor.pdf`)
      expect(pdf.status()).toBe(200)
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    })

    test('the team details the profile: must, merit, teachable (TGT-3)', async () => {
      await signIn(page, 'district_team')
      await visit(page, `${address}/profil`)
      await send(page, 'draft')
      await send(page, 'add', { concept: 'language:sv', kind: 'must', level: '3' })
      await send(page, 'add', { concept: 'hours:early', kind: 'must' })
      await send(page, 'add', { concept: 'licence:B', kind: 'must' })
      await page.goto(`${base()}${address}/profil?sok=kontorsst`)
      await expectSound(page)
      await page.locator('input[name="concept"]').first().check()
      await send(page, 'add', { kind: 'must' })
      await page.goto(`${base()}${address}/profil?sok=hygienst`)
      await page.locator('input[name="concept"]').first().check()
      await send(page, 'add', { kind: 'teachable', weeks: '2' })
      await send(page, 'describe', { title: 'Lokalvårdare', tasks: 'Städa förskolor tillsammans med en kollega.' })
      await send(page, 'adopt')
      await expectSound(page)
      await expect(page.locator('h1')).toContainText('Lokalvårdare')
    })

    test('the team apportions the places, with an override that has a reason and a self-check that cannot be skipped (TGT-4, TGT-7)', async () => {
      await visit(page, `${address}/fordelning`)
      await page.locator('form:has(input[value="decide"]) button').last().click()
      await expect(page.locator('.ff-errors')).toContainText('egenkontrollen')
      await visit(page, `${address}/fordelning`)
      await page.locator('details:has(form input[value="change"]) > summary').click()
      await page.locator('#override_area-1').selectOption({ label: 'Angered' })
      await page.locator('#override_reason-1').selectOption('performed_there')
      await formFor(page, 'change').locator('button').last().click()
      await expect(page.locator('.ff-errors')).toHaveCount(0)
      for (const question of ['disability', 'social_enterprise']) {
        const form = page.locator(`form:has(input[name="question"][value="${question}"])`)
        await form.locator('input[name="considered"][value="yes"]').check()
        await form.locator('input[name="asked"]').first().check()
        await form.locator('button').last().click()
      }
      await send(page, 'decide')
      await expect(page.locator('h1')).toContainText('4 platser är fördelade')
      await expectSound(page)
    })

    test('the district proposes its own people for its own place (TGT-5, TGT-6)', async () => {
      await visit(page, `${address}/forslag?ordning=redo`)
      const row = page.locator('input[type="checkbox"][name="person"]')
      expect(await row.count()).toBeGreaterThan(0)
      await pick(page, 'Amir H.')
      await send(page, 'propose')
      await expect(page.locator('main')).toContainText('Amir H.')
    })

    test('the contract is awarded to a supplier, who then sees what it has promised', async () => {
      await signIn(page, 'procurer_other')
      await visit(page, `${address}/tilldelning`)
      await send(page, 'award', { supplier: await optionOf(page, 'supplier', /Bygg AB Rullstenen/) })
      await visit(page, address)
      await signIn(page, 'employer_other')
      await visit(page, '/ataganden')
      await expect(page.locator('main')).toContainText('Städning av förskolor')
    })

    test('the officer puts the person on the shortlist and asks for permission (JSP-8, TGT-11)', async () => {
      await signIn(page, 'matching_officer')
      await visit(page, `${address}/matchning`)
      await pick(page, 'Amir H.')
      await send(page, 'shortlist', { reason: 'meets_musts' })
      await visit(page, `${address}/matchning`)
      await send(page, 'ask')
    })

    test('the person says yes, and the page says to whom, what and until when', async () => {
      await signIn(page, 'participant_other')
      await visit(page, '/nu')
      for (let asked = 0; asked < 4; asked++) {
        if ((await page.locator('main').textContent())?.includes('Rullstenen')) break
        await page.locator('form:has(input[name="intent"][value="answer"]) button[value="no"]').click()
        await visit(page, '/nu')
      }
      await expect(page.locator('main')).toContainText('Bygg AB Rullstenen')
      await page.locator('button[name="answer"][value="yes"]').click()
      await expectSound(page)
    })

    test('the officer shows the employer exactly the card, and the employer wants to meet and chooses (GEN-4)', async () => {
      await signIn(page, 'matching_officer')
      await visit(page, `${address}/kortlista`)
      await pick(page, 'Amir H.')
      await send(page, 'review')
      await expectSound(page)
      await send(page, 'present')
      await signIn(page, 'employer_other')
      const id = address.split('/').at(-1)
      await visit(page, '/kandidater')
      await visit(page, `/kandidater/${id}`)
      await expect(page.locator('main')).toContainText('Amir H.')
      await send(page, 'want')
      await page.getByRole('link', { name: /Välj/ }).first().click()
      await expectSound(page)
      await send(page, 'offer', { form: 'fixed_term', startsOn: '2026-03-02', endsOn: '2027-03-01', rate: '100' })
    })

    test('the person accepts, the employer starts, and the person confirms', async () => {
      await signIn(page, 'participant_other')
      await visit(page, '/nu')
      await send(page, 'accept')
      await signIn(page, 'employer_other')
      await visit(page, '/anstallda')
      await page.locator('main a[href^="/anstallda/"]').filter({ hasText: /Amir/ }).first().click()
      await expectSound(page)
      await send(page, 'start', { firstDay: '2026-03-02' })
      await signIn(page, 'participant_other')
      await visit(page, '/nu')
      await send(page, 'confirm')
      await expectSound(page)
    })

    test('the commitment counts it, without a name (PRC-10)', async () => {
      await signIn(page, 'procurer_other')
      const id = address.split('/').at(-1)
      await visit(page, `/ataganden/${id}`)
      const said = await page.locator('main').textContent()
      expect(said).not.toContain('Amir')
      await visit(page, address)
      expect(await page.locator('main').textContent()).not.toContain('Amir')
    })
  })

/** Ticks the box in the row or card of a person. */
async function pick(page: Page, name: string): Promise<void> {
  const row = page
    .locator('tr, li, .ff-match-row, .ff-card')
    .filter({ hasText: name })
    .filter({ has: page.locator('input[type="checkbox"]') })
  await row.first().locator('input[type="checkbox"]').first().check()
}

async function optionOf(page: Page, name: string, label: RegExp): Promise<string> {
  const option = page.locator(`select[name="${name}"] option`).filter({ hasText: label }).first()
  return (await option.getAttribute('value')) ?? ''
}

async function firstOption(page: Page, name: string): Promise<string> {
  const values = await page
    .locator(`select[name="${name}"] option`)
    .evaluateAll(all => all.map(one => (one as HTMLOptionElement).value))
  return values.find(value => value !== '') ?? ''
}
