/** Full path of a Chromium (CHROMIUM_PATH, the system's, or Playwright's own), or undefined. */
export function findBrowser(): string | undefined
/** As findBrowser, but installs one when there is none. Throws an Error that says how to mend it. */
export function ensureBrowser(): string
