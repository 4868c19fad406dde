import { expect, test } from '@playwright/test'
import { openMenu } from './act.ts'
import { base, expectSound, signIn } from './stage.ts'

/** The first pages of each role, and what their first link leads to: looked at in both widths, in Swedish and English (participants: Arabic). */
const pages: Readonly<Record<string, readonly string[]>> = {
  procurer: [
    '/min-dag',
    '/upphandlingar',
    '/upphandlingar >',
    '/upphandlingar/ny',
    '/annonser',
    '/annonser >',
    '/ataganden',
    '/ataganden >',
    '/rapporter',
    '/rapporter >',
    '/laget',
    '/konto',
  ],
  matching_officer: [
    '/min-dag',
    '/platser',
    '/personer',
    '/personer >',
    '/medgivanden',
    '/upphandlingar',
    '/insatser',
    '/insatser >',
  ],
  district_team: ['/min-dag', '/fordelning', '/fordelning >', '/platser', '/platser >', '/personer'],
  employer: [
    '/att-gora',
    '/ataganden',
    '/ataganden >',
    '/kandidater',
    '/kandidater >',
    '/anstallda',
    '/anstallda >',
    '/rapporter',
    '/rapporter >',
  ],
  coordinator: ['/min-dag', '/platser', '/personer', '/insatser', '/upphandlingar', '/upphandlingar >'],
  provider: ['/min-dag', '/insatser', '/insatser >'],
  decision_maker: ['/laget', '/upphandlingar', '/fordelning'],
  auditor: ['/granskning'],
  participant: ['/nu', '/nu >', '/mina-medgivanden', '/om-mig', '/min-plan'],
  participant_arabic: ['/nu', '/mina-medgivanden', '/om-mig'],
}

for (const [key, paths] of Object.entries(pages)) {
  test(`${key}: every first page is sound`, async ({ page }) => {
    test.setTimeout(240_000)
    await signIn(page, key)
    for (const path of paths) {
      const [list = '', follow] = path.split(' ')
      await page.goto(`${base()}${list}`)
      if (follow !== undefined) {
        const link = page
          .locator(
            `main a[href^="${list === '/fordelning' || list === '/platser' ? '/upphandlingar' : list}/"]:not([href$="/ny"])`,
          )
          .first()
        if ((await link.count()) === 0) continue
        await page.goto(`${base()}${await link.getAttribute('href')}`)
      }
      await expect(page.locator('h1')).toHaveCount(1)
      await expectSound(page, `${key} ${path}`)
    }
  })
}

test('the pages before one is signed in are sound', async ({ page }) => {
  for (const path of [
    '/demonstration',
    '/logga-in',
    '/logga-in/lank',
    '/hjalp',
    '/tillganglighet',
    '/personuppgifter',
  ]) {
    await page.goto(`${base()}${path}`)
    await expectSound(page, path)
  }
})

test('the dark page and the English page are sound too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await signIn(page, 'matching_officer')
  await openMenu(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  for (const path of ['/min-dag', '/personer', '/upphandlingar']) {
    await page.goto(`${base()}${path}`)
    await expectSound(page, `dark, English ${path}`)
  }
})

test('a page that is not yours and a page that does not exist look the same', async ({ page }) => {
  await signIn(page, 'employer')
  const nowhere = await page.goto(`${base()}/upphandlingar/00000000-0000-7000-8000-000000000000`)
  const missing = await page.locator('main').textContent()
  const notYours = await page.goto(`${base()}/personer`)
  expect([nowhere?.status(), notYours?.status()]).toEqual([404, 404])
  expect(await page.locator('main').textContent()).toBe(missing)
  await expectSound(page, '404')
})
