// Finds a Chromium for the journeys and the screenshots, or installs one. Prints its path.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { productNode, root } from './installed.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Full path of a Chromium (CHROMIUM_PATH, the system's, or Playwright's own), or undefined. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  const inPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  return [...places, ...inPath].find(existsSync) ?? inPlaywrightsCache()
}

/** As findBrowser, but installs one when there is none. Throws an Error that says how to mend it. */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  const named = process.env.CHROMIUM_PATH
  if (named) throw new Error(`CHROMIUM_PATH names ${named}, but there is no such file.`)
  process.stderr.write('Installing Chromium for the journeys, about a minute …\n')
  const said = process.getuid?.() === 0 && existsSync('/etc/debian_version') ? installFromDebian() : ''
  const installed = findBrowser() ?? installByPlaywright()
  if (installed) return installed
  throw new Error(
    `${said}\nChromium could not be installed. Install it yourself and give its path in CHROMIUM_PATH.`.trim(),
  )
}

function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const get = args => spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' })
  const install = () => get(['install', '-y', '--no-install-recommends', 'chromium'])
  if (install().status === 0) return ''
  get(['update'])
  return install().stderr
}

function installByPlaywright() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(productNode(), [cli, 'install', 'chromium'], { cwd: root, stdio: 'ignore' })
  return inPlaywrightsCache()
}

function inPlaywrightsCache() {
  const caches = { darwin: 'Library/Caches/ms-playwright', win32: 'AppData/Local/ms-playwright' }
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), caches[process.platform] ?? '.cache/ms-playwright')
  if (!existsSync(cache)) return undefined
  const programs = ['chrome', 'chrome.exe', 'Chromium.app/Contents/MacOS/Chromium']
  const versions = readdirSync(cache).filter(name => /^chromium-\d+$/.test(name))
  return versions
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap(version => readdirSync(join(cache, version)).map(system => join(cache, version, system)))
    .flatMap(folder => programs.map(program => join(folder, program)))
    .find(existsSync)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${ensureBrowser()}\n`)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
