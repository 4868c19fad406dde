// npm run mutation -- [FILE …]: changes the rules a little at a time (Stryker) and tells which changes no test sees. Without files: every rule.
// MUTATION_WORKERS=1 leaves the machine to others (two otherwise); MUTATION_MEMORY=FILE keeps what was found, so that the next run tries only what has changed.
// Stryker is kept apart from the product's packages, so that `npm start` and `npm test` need not fetch it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root } from './installed.mjs'

const home = join(root, 'tests', 'mutation')
const modules = join(home, 'node_modules')

/** What decides: pure files of the capabilities. Types, tables of access and doors have nothing to mutate. */
const rules = [
  'src/domain/**/{*rules,*rule,*calculation,clause-*,eligibility,lead-time,suppress,bounds,match,steps}.ts',
  'src/domain/**/rules/**/*.ts',
  'src/domain/procurement/{clauses,triage,calculations}/*.ts',
  'src/domain/{strategy,compensation,effects}/*.ts',
  'src/domain/places/year/*.ts',
  'src/domain/candidates/{lanes,supports,calculations}/*.ts',
  '!src/domain/**/{*.test,test-*,index,texts}.ts',
]

if (!existsSync(modules)) {
  const { status } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: home,
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exit(status ?? 1)
}

const memory = process.env.MUTATION_MEMORY
const folder = mkdtempSync(join(tmpdir(), 'fotfaste-mutation-'))
const config = join(folder, 'stryker.json')
writeFileSync(
  config,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: [join(modules, '@stryker-mutator', 'vitest-runner', 'dist', 'src', 'index.js')],
    // TypeScript 7 has no programming interface for Stryker to rewrite a tsconfig with; the tests run without one.
    tsconfigFile: 'tests/mutation/none.json',
    vitest: { configFile: 'tests/mutation/rule-tests.ts', related: true },
    mutate: process.argv.length > 2 ? process.argv.slice(2) : rules,
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
    timeoutMS: 3000,
    ...(memory === undefined ? {} : { incremental: true, incrementalFile: resolve(memory) }),
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false },
    tempDirName: join(folder, 'sandbox'),
    ignorePatterns: ['build', 'data', 'test-results', 'tests/mutation/node_modules'],
    thresholds: { high: 95, low: 90, break: 90 },
  }),
)
try {
  const { status } = spawnSync(process.execPath, [join(modules, '.bin', 'stryker'), 'run', config], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
