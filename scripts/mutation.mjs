// npm run mutation [-- CAPABILITY or FILE …]: changes the rules a little at a time (Stryker) and tells which changes no test sees.
// Without words: every rule. MUTATION_WORKERS=1 leaves the machine to others (two otherwise); MUTATION_MEMORY=FOLDER keeps what was
// found of each capability, so that the next run tries only what has changed. Ends with an error below 90 %.
// Stryker is kept apart from the product's packages, so that `npm start` and `npm test` need not fetch it.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root } from './installed.mjs'

const home = join(root, 'tests', 'mutation')
const modules = join(home, 'node_modules')

/** What decides: pure files of the capabilities. Types, tables of access and doors have nothing to mutate. */
const everywhere = [
  '**/{*rules,*rule,*calculation,clause-*,eligibility,lead-time,suppress,bounds,match,steps}.ts',
  '**/rules/**/*.ts',
]
const more = {
  candidates: ['{lanes,supports,calculations}/*.ts'],
  compensation: ['*.ts'],
  effects: ['*.ts'],
  places: ['year/*.ts'],
  procurement: ['{clauses,triage,calculations}/*.ts'],
  strategy: ['*.ts'],
}
const nothingToMutate = /(\.test|\/test-[^/]*|\/index|\/texts)\.ts$/

/** The rule files of one capability. */
function rulesOf(capability) {
  const patterns = [...everywhere, ...(more[capability] ?? [])].map(pattern => `src/domain/${capability}/${pattern}`)
  return [...new Set(globSync(patterns, { cwd: root }))].filter(file => !nothingToMutate.test(file)).sort()
}

/** Each capability is held by its own tests: those further down the chain are about something else, and would only be waited for. */
function mutate(capability, files) {
  const folder = mkdtempSync(join(tmpdir(), 'fotfaste-mutation-'))
  const config = join(folder, 'stryker.json')
  const memory = process.env.MUTATION_MEMORY
  const remembering = memory && { incremental: true, incrementalFile: resolve(memory, `${capability}.json`) }
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: [join(modules, '@stryker-mutator', 'vitest-runner', 'dist', 'src', 'index.js')],
      // TypeScript 7 has no programming interface for Stryker to rewrite a tsconfig with; the tests run without one.
      tsconfigFile: 'tests/mutation/none.json',
      vitest: { configFile: 'tests/mutation/rule-tests.ts', related: false },
      mutate: files,
      coverageAnalysis: 'perTest',
      concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
      timeoutMS: 3000,
      ...remembering,
      reporters: ['clear-text', 'progress-append-only'],
      clearTextReporter: { allowColor: false, logTests: false },
      tempDirName: join(folder, 'sandbox'),
      ignorePatterns: ['build', 'data', 'test-results', 'tests/mutation/node_modules'],
      thresholds: { high: 95, low: 90, break: 90 },
    }),
  )
  try {
    return spawnSync(process.execPath, [join(modules, '.bin', 'stryker'), 'run', config], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_TESTS: `src/domain/${capability}/**/*.test.ts` },
    }).status
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (!existsSync(modules)) {
  const words = ['ci', '--include=dev', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', words, { cwd: home, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const asked = process.argv.slice(2)
for (const capability of readdirSync(join(root, 'src', 'domain')).sort()) {
  const whole = asked.length === 0 || asked.includes(capability)
  const files = whole ? rulesOf(capability) : asked.filter(word => word.startsWith(`src/domain/${capability}/`))
  if (files.length > 0 && mutate(capability, files) !== 0) process.exitCode = 1
}
