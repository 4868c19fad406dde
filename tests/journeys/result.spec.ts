import { expect, type Page, test } from '@playwright/test'
import { send, visit } from './act.ts'
import { base, expectSound, signIn } from './stage.ts'

/** The end of the thread, told when the story of thread.spec.ts is three months old: it runs last, since time does not go back. */
test.describe
  .serial('the job is reported and counted', () => {
    let page: Page
    let report = ''

    test.beforeAll(async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' })
      page = await context.newPage()
    })
    test.afterAll(() => page.close())

    test('time passes, once for each press, and everybody signs in anew', async () => {
      await signIn(page, 'decision_maker')
      await page.goto(`${base()}/demonstration`)
      const later = page.locator('button[name="ahead"][value="quarter"]')
      await later.click()
      await expect(page.getByRole('heading', { name: 'Nu är det tisdag 2 juni 2026' })).toBeVisible()
      await expectSound(page)
      await page.goBack()
      await page.locator('input[name="from"]').evaluate((field: HTMLInputElement) => {
        field.value = '2026-03-02'
      })
      await later.click()
      await expect(page.locator('main')).toContainText('Dagen hade redan ändrats')
      await expect(page.locator('main')).toContainText('tisdag 2 juni 2026')
      const closed = await page.goto(`${base()}/laget`)
      expect(new URL(closed?.url() ?? '').pathname).toBe('/logga-in')
    })

    test('the supplier finds the report filled in, names nobody, and sends it (PRC-10)', async () => {
      await signIn(page, 'employer_other')
      await visit(page, '/rapporter')
      await page.locator('main li').filter({ hasText: 'Städning av förskolor' }).getByRole('link').first().click()
      report = new URL(page.url()).pathname
      await expectSound(page)
      const said = (await page.locator('main').textContent()) ?? ''
      expect(said).not.toContain('Amir')
      await expect(page.locator('main')).toContainText('Personer anställda under perioden')
      await send(page, 'submit')
      await expectSound(page)
    })

    test('the procurer sends it back with a reason, the supplier sends it again, the procurer approves', async () => {
      await signIn(page, 'procurer_other')
      await visit(page, report)
      await send(page, 'return', { reason: 'months_do_not_fit', note: 'Räkna juni också?' })
      await signIn(page, 'employer_other')
      await visit(page, report)
      await expect(page.locator('main')).toContainText('Räkna juni också?')
      await send(page, 'submit')
      await signIn(page, 'procurer_other')
      await visit(page, report)
      await send(page, 'approve')
      await expectSound(page)
    })

    test('the commitment bar shows the months, and Läget the new month (STR-7)', async () => {
      await visit(page, '/ataganden')
      await page.getByRole('link', { name: 'Städning av förskolor' }).first().click()
      await expect(page.locator('main')).toContainText(/3 av 48 heltidsmånader är klara/)
      await expectSound(page)
      await signIn(page, 'decision_maker')
      await visit(page, '/laget')
      await expect(page.locator('main')).toContainText('juni 2025–maj 2026')
    })
  })
