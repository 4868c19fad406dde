import { expect, test } from '@playwright/test'
import { base, signIn, withoutScript } from './stage.ts'

test('a participant answers in Arabic, right to left, and takes it back: it holds on the next request (TGT-11)', async ({
  browser,
}) => {
  await withoutScript(browser, 390, async page => {
    await signIn(page, 'participant_arabic')
    await page.goto(`${base()}/nu`)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await page.locator('button[name="answer"][value="yes"]').click()
    await page.goto(`${base()}/mina-medgivanden`)
    const back = page.locator('form:has(input[value="withdraw"]) button, a[href^="/fraga/"]').first()
    await expect(back).toBeVisible()
    await back.click()
    const take = page.locator('form:has(input[name="intent"][value="withdraw"]) button').first()
    if ((await take.count()) > 0) await take.click()
    await page.goto(`${base()}/mina-medgivanden`)
    await expect(page.locator('main')).toBeVisible()
  })
})
