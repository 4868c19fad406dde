import { expect, test } from '@playwright/test'
import { base, signIn, withoutScript } from './stage.ts'

test.describe('without script', () => {
  test('an employer answers the report that is already filled in, and types nothing (PRC-10)', async ({
    browser,
    viewport,
  }) => {
    await withoutScript(browser, viewport?.width ?? 390, async page => {
      const key = (viewport?.width ?? 0) > 1000 ? 'employer' : 'employer_other'
      await signIn(page, key)
      await page.goto(`${base()}/rapporter`)
      await page.locator('main a[href^="/rapporter/"]').first().click()
      const submit = page.locator('form:has(input[name="intent"][value="submit"])')
      await expect(submit).toHaveCount(1)
      expect(await submit.locator('input:not([type="hidden"]):not([type="checkbox"])').count()).toBe(0)
      await submit.locator('button').last().click()
      await expect(page.locator('.ff-errors')).toHaveCount(0)
      const address = page.url()
      await page.goBack()
      await page.goto(address)
      await expect(page.locator('main')).toContainText(/\d{4}-\d{3}/)
    })
  })

  test('the keyboard reaches everything on the sign-in and the first page, and focus is always seen', async ({
    page,
  }) => {
    await signIn(page, 'procurer')
    await page.goto(`${base()}/upphandlingar`)
    const seen = new Set<string>()
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const node = document.activeElement as HTMLElement | null
        if (!node || node === document.body) return undefined
        const box = node.getBoundingClientRect()
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12))
        return {
          name: `${node.tagName} ${node.textContent?.slice(0, 40)}`,
          inside: box.bottom > 0 && box.top < innerHeight,
          covered: !(hit && (node.contains(hit) || hit.contains(node))),
        }
      })
      if (!focus) continue
      seen.add(focus.name)
      expect(focus.inside, focus.name).toBe(true)
      if (!focus.name.includes('innehållet')) expect(focus.covered, focus.name).toBe(false)
    }
    expect(seen.size).toBeGreaterThan(10)
  })
})
