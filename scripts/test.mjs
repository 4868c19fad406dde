// npm test: everything, in an order that fails early. The last line is `N passed, N failed` over all of it.
// Parts may be named: npm test -- checks vitest journeys
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { runChecks } from './check.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureInstalled } from './ensure-install.mjs'
import { root } from './installed.mjs'
import { countPlaywright, countVitest } from './test-counts.mjs'
import { lastLines, runTool } from './tools.mjs'

const folder = 'test-results'
const shown = { failures: 30, lines: 25 }

/** A tool's counts, and one failure more when it ended badly without naming one or never wrote its report. */
async function runAndCount(tool, args, options, count) {
  const file = join(root, folder, `${tool}.json`)
  rmSync(file, { force: true })
  const result = await runTool(tool, args, { ...options, log: `${folder}/${tool}.log` })
  const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] }
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : nothing
  if (counts.failed === 0 && (!result.ok || counts.passed === 0)) {
    counts.failed = 1
    counts.failures.push({
      name: `${tool} (all of it in ${folder}/${tool}.log)`,
      message: lastLines(result.output, 25),
    })
  }
  return { ...counts, seconds: result.seconds }
}

const parts = {
  async checks() {
    const begun = Date.now()
    const results = await runChecks()
    const failures = results.filter(({ ok }) => !ok).map(({ name, output }) => ({ name, message: output }))
    const passed = results.length - failures.length
    return { passed, failed: failures.length, skipped: 0, failures, seconds: (Date.now() - begun) / 1000 }
  },
  vitest() {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${folder}/vitest.json`]
    // React is tested in its development build, and our own NODE_ENV says production.
    return runAndCount('vitest', args, { env: { NODE_ENV: undefined }, minutes: 14 }, countVitest)
  },
  async journeys() {
    await ensureBuilt()
    const env = { CHROMIUM_PATH: ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: `${folder}/playwright.json` }
    // Its own folder: Playwright empties the one it writes to.
    const args = ['test', '--reporter=list,json', `--output=${folder}/journeys`]
    return runAndCount('playwright', args, { env, minutes: 12 }, countPlaywright)
  },
}

function hasJourneys() {
  const place = join(root, 'tests', 'journeys')
  return (
    existsSync(place) && readdirSync(place, { recursive: true }).some(name => /\.(spec|test)\.ts$/.test(String(name)))
  )
}

/** A call stack's lines in node_modules tell nothing about us. */
function isOurs(line) {
  return !/^\s+at .*(node_modules|node:internal)|^\s+at new Promise/.test(line)
}

function tell(name, { passed, failed, skipped, failures, seconds }) {
  for (const failure of failures.slice(0, shown.failures)) {
    const text = failure.message.trim().split('\n').filter(isOurs).slice(0, shown.lines).join('\n    ')
    process.stdout.write(`  ✗ ${failure.name.replace(`${root}/`, '')}\n    ${text}\n`)
  }
  if (failures.length > shown.failures)
    process.stdout.write(`  … and ${failures.length - shown.failures} more in ${folder}/\n`)
  const left = skipped ? `, ${skipped} skipped` : ''
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed${left} (${seconds.toFixed(1)} s)\n`)
}

async function main() {
  const asked = process.argv.slice(2)
  const unknown = asked.find(name => !Object.hasOwn(parts, name))
  if (unknown) throw new Error(`There is no part called ${unknown}; the parts are ${Object.keys(parts).join(', ')}.`)
  await ensureInstalled()
  mkdirSync(join(root, folder), { recursive: true })
  const total = { passed: 0, failed: 0 }
  for (const [name, run] of Object.entries(parts)) {
    if (asked.length > 0 ? !asked.includes(name) : name === 'journeys' && !hasJourneys()) continue
    const counts = await run().catch(error => {
      const failures = [{ name, message: error.message }]
      return { passed: 0, failed: 1, skipped: 0, failures, seconds: 0 }
    })
    tell(name, counts)
    total.passed += counts.passed
    total.failed += counts.failed
  }
  return total
}

const total = await main().catch(error => {
  process.stdout.write(`${error.message}\n`)
  return { passed: 0, failed: 1 }
})
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
