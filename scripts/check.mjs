// The checks that need no running: format and lint, types, unused code. `npm run check`.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runTool } from './tools.mjs'

/** Each check, and the tools that make it up, one after the other. */
const checks = {
  'format and lint': [['biome', ['check', '--error-on-warnings']]],
  types: [
    ['react-router', ['typegen']],
    ['tsc', ['--noEmit']],
  ],
  'unused code': [['knip', []]],
}

/** Runs all checks at once. Resolves to one `{ name, ok, output, seconds }` for each. */
export function runChecks() {
  return Promise.all(Object.entries(checks).map(([name, tools]) => runCheck(name, tools)))
}

async function runCheck(name, tools) {
  let seconds = 0
  for (const [tool, args] of tools) {
    const result = await runTool(tool, args)
    seconds += result.seconds
    if (!result.ok) return { name, ok: false, output: result.output.trim(), seconds }
  }
  return { name, ok: true, output: '', seconds }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const results = await runChecks()
  for (const { name, ok, output, seconds } of results) {
    process.stdout.write(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)\n${output ? `${output}\n` : ''}`)
  }
  const passed = results.filter(({ ok }) => ok).length
  process.stdout.write(`${passed} passed, ${results.length - passed} failed\n`)
  if (passed < results.length) process.exitCode = 1
}
