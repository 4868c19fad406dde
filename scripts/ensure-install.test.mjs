import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'fotfaste-install-test-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const patient = { timeout: 60_000 }

/** A small project of its own with the real scripts, one dependency and one development dependency, both beside it. */
function newProject(name) {
  const root = join(base, name)
  for (const file of ['ensure-install', 'installed', 'run', 'turns'])
    cpSync(join(here, `${file}.mjs`), join(root, `scripts/${file}.mjs`))
  for (const needed of ['needed', 'needed-by-tests']) {
    mkdirSync(join(root, needed))
    writeFileSync(join(root, needed, 'package.json'), JSON.stringify({ name: needed, version: '1.0.0' }))
  }
  const asked = {
    dependencies: { needed: 'file:needed' },
    devDependencies: { 'needed-by-tests': 'file:needed-by-tests' },
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...asked }))
  writeFileSync(
    join(root, 'program.ts'),
    `const args: string[] = process.argv.slice(2)\nconsole.log(JSON.stringify(args))\n`,
  )
  writeFileSync(
    join(root, 'waiting.ts'),
    `process.on('SIGTERM', () => process.exit(7))\nsetInterval(() => {}, 1000)\nconsole.log('up')\n`,
  )
  npm(root, ['install', '--package-lock-only'])
  return root
}

function npm(root, args) {
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund'], { cwd: root, encoding: 'utf8' })
  expect(done.stderr + done.stdout, done.stderr).not.toContain('npm error')
}

function start(root, args, env = {}) {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...args], { cwd: root, env: { ...process.env, ...env } })
  const said = { out: '', err: '' }
  child.stdout.on('data', text => {
    said.out += text
  })
  child.stderr.on('data', text => {
    said.err += text
  })
  const ended = new Promise(resolve => child.once('close', code => resolve({ ...said, code })))
  return { child, said, ended }
}

async function until(reached) {
  for (let waited = 0; !reached(); waited += 1) {
    expect(waited).toBeLessThan(1000)
    await pause(10)
  }
}

test(
  'a first start installs and says so beside the program, never in its output; a second does nothing',
  patient,
  async () => {
    const root = newProject('first')
    const first = await start(root, ['program.ts', 'a', 'b c']).ended
    expect(first.err).toContain('Installing what is missing')
    expect([first.out, first.code]).toEqual(['["a","b c"]\n', 0])
    const begun = performance.now()
    const second = await start(root, ['program.ts']).ended
    process.stdout.write(`  second start: ${Math.round(performance.now() - begun)} ms\n`)
    expect(second).toEqual({ out: '[]\n', err: '', code: 0 })
  },
)

test('what the tests need is installed also for production, and where scripts are not allowed', patient, async () => {
  const root = newProject('production')
  const env = { NODE_ENV: 'production', npm_config_omit: 'dev', npm_config_ignore_scripts: 'true' }
  expect((await start(root, ['program.ts'], env).ended).code).toBe(0)
  expect(existsSync(join(root, 'node_modules/needed-by-tests/package.json'))).toBe(true)
})

test('of two starts at once one installs, the other waits, and both run', patient, async () => {
  const root = newProject('twice')
  const [one, other] = await Promise.all([
    start(root, ['program.ts', '1']).ended,
    start(root, ['program.ts', '2']).ended,
  ])
  expect([one.out, other.out]).toEqual(['["1"]\n', '["2"]\n'])
  expect((one.err + other.err).match(/Installing what/g)).toHaveLength(1)
})

test('an install that was killed is made whole by the next start', patient, async () => {
  const root = newProject('killed')
  const { child, said, ended } = start(root, ['program.ts'])
  await until(() => said.err.includes('Installing'))
  child.kill('SIGKILL')
  await ended
  expect(existsSync(join(root, 'node_modules/.install-stamp'))).toBe(false)
  expect((await start(root, ['program.ts', 'again']).ended).out).toBe('["again"]\n')
})

test('a stop during the install reaches npm and leaves no turn taken', patient, async () => {
  const root = newProject('stopped')
  const { child, said, ended } = start(root, ['program.ts'])
  await until(() => said.err.includes('Installing'))
  await until(() => JSON.parse(readFileSync(join(root, '.turn-install'), 'utf8') || '{}').pids?.length === 2)
  child.kill('SIGTERM')
  const { code, out } = await ended
  expect([code, out]).toEqual([1, ''])
  expect(existsSync(join(root, '.turn-install'))).toBe(false)
})

test('what somebody installed by hand is taken as it is, and a changed lock is not', patient, async () => {
  const root = newProject('by-hand')
  npm(root, ['ci'])
  expect((await start(root, ['program.ts']).ended).err).toBe('')
  const file = join(root, 'package.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"devDependencies"', '"optionalDependencies"'))
  npm(root, ['install', '--package-lock-only'])
  const lock = join(root, 'package-lock.json')
  writeFileSync(lock, readFileSync(lock, 'utf8').replaceAll('"1.0.0"', '"1.0.1"'))
  expect((await start(root, ['program.ts']).ended).err).toContain('Installing what is missing')
})

test('signals reach the program, and its exit code comes back', patient, async () => {
  const root = newProject('signals')
  const { child, said, ended } = start(root, ['waiting.ts'])
  await until(() => said.out.includes('up'))
  child.kill('SIGTERM')
  expect((await ended).code).toBe(7)
})
