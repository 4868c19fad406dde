// Takes the pictures of the README from the product itself: npm run screenshots
import { mkdir } from 'node:fs/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { cast } from '#world'
import startProduct from '../tests/journeys/server.ts'
import { ensureBrowser } from './ensure-browser.mjs'

type Picture = {
  readonly name: string
  readonly as: string
  readonly find: (page: Page) => Promise<unknown>
  readonly width?: number
  readonly height?: number
}

const folder = 'docs/pictures'

const follow =
  (address: string, link: RegExp, then = '') =>
  async (page: Page): Promise<void> => {
    await page.goto(`${base()}${address}`)
    const href = await page.locator('main a').filter({ hasText: link }).first().getAttribute('href')
    await page.goto(`${base()}${href}${then}`)
  }
const look = (address: string) => (page: Page) => page.goto(`${base()}${address}`)

const pictures: readonly Picture[] = [
  { name: 'case', as: 'procurer', find: follow('/upphandlingar', /Golventreprenad Lundby/), height: 1240 },
  { name: 'apportionment', as: 'district_team', find: follow('/fordelning', /Golventreprenad Lundby/), height: 1180 },
  {
    name: 'match',
    as: 'matching_officer',
    find: follow('/upphandlingar', /Lokalvård kontor Nordost/, '/matchning'),
    height: 1000,
  },
  { name: 'state', as: 'decision_maker', find: look('/laget'), height: 1240 },
  { name: 'participant', as: 'participant_arabic', find: look('/nu'), width: 390, height: 844 },
]

function base(): string {
  return process.env.FOTFASTE_JOURNEYS ?? ''
}

const stop = await startProduct()
try {
  await mkdir(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  for (const picture of pictures) await take(browser, picture)
  await browser.close()
} finally {
  await stop()
}

async function take(browser: Browser, { name, as, find, width = 1280, height = 900 }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE', deviceScaleFactor: 1 })
  const page = await context.newPage()
  const member = cast.find(candidate => candidate.key === as)
  await page.goto(`${base()}/demonstration`)
  await page.locator(`button[value="${member?.appointmentId}"]`).click()
  await find(page)
  await page.screenshot({ path: `${folder}/${name}.png` })
  await context.close()
  process.stderr.write(`${folder}/${name}.png\n`)
}
