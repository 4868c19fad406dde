import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/ensure-browser.mjs'

const browser = process.env.CHROMIUM_PATH ?? findBrowser()

const after = /result\.spec\.ts$/

/** Journeys: one per role and main path, in a real browser against a real server with the demonstration world of a fixed day. */
export default defineConfig({
  testDir: 'tests/journeys',
  globalSetup: './tests/journeys/server.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results/journeys',
  use: {
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
  // The thread is a story told once, at a desk; every page is looked at in both widths.
  projects: [
    { name: 'desk', testIgnore: [/-phone\.spec\.ts$/, after], use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testIgnore: [/thread\.spec\.ts$/, after],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
    // Its end comes when everything else is told: it lets three months pass, and time does not go back.
    { name: 'later', testMatch: after, use: { viewport: { width: 1280, height: 900 } } },
  ],
})
