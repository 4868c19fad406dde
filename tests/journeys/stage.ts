import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { cast } from '#world'

/** Where the product of this run is. */
export function base(): string {
  const address = process.env.FOTFASTE_JOURNEYS
  if (!address) throw new Error('The journeys need the product: run them through npm test, or with playwright test')
  return address
}

/** Signs in as somebody of the cast by pressing their button, as a visitor of the demonstration would. */
export async function signIn(page: Page, key: string): Promise<void> {
  const index = cast.findIndex(candidate => candidate.key === key)
  const member = cast[index]
  if (!member) throw new Error(`Nobody in the cast is ${key}`)
  await page.goto(`${base()}/demonstration`)
  await page.locator(`button[value="${member.appointmentId}"]`).click()
  await expect(page).not.toHaveURL(/demonstration/)
}

/** The page as a browser without script draws it. */
export async function withoutScript(
  browser: Browser,
  width: number,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width, height: 844 },
    locale: 'sv-SE',
  })
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No violation of WCAG 2.2 AA and no sideways scrolling: what every page must hold in every state. */
export async function expectSound(page: Page, where = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  const found = violations.map(
    violation => `${violation.id}: ${violation.nodes.map(node => node.target.join(' ')).join(', ')}`,
  )
  expect(found, where).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}
