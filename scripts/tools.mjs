// Runs one of the installed tools (tsc, vitest …) on the product's Node, without letting it talk.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { productNode, root } from './installed.mjs'

const programs = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  'react-router': '@react-router/dev/bin.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
}
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']

/**
 * Resolves to `{ ok, output, seconds }` when the tool has ended. What it said goes to `log` (a path in the repository)
 * when given. `env` adds to the environment, and takes away where a value is undefined. `started(pid)` hears its pid.
 * A tool that is not done after `minutes` is ended and counts as failed.
 */
export function runTool(name, args, { env = {}, log, started, minutes = 10 } = {}) {
  const begun = Date.now()
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? process.env.Path ?? ''].join(delimiter)
  const child = spawn(productNode(), [join(root, 'node_modules', programs[name]), ...args], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', PATH: path, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid) started?.(child.pid)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', text => {
      output += text
    })
  }
  const forward = signal => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  const limit = setTimeout(() => {
    output += `\n${name} was not done after ${minutes} minutes and was ended.\n`
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
  }, minutes * 60_000)
  return new Promise(resolve => {
    const finish = ok => {
      clearTimeout(limit)
      for (const signal of signals) process.off(signal, forward)
      if (log) {
        mkdirSync(dirname(join(root, log)), { recursive: true })
        writeFileSync(join(root, log), output)
      }
      resolve({ ok, output, seconds: (Date.now() - begun) / 1000 })
    }
    child.once('error', error => {
      output += error.message
      finish(false)
    })
    child.once('close', code => finish(code === 0))
  })
}

/** The last lines of a tool's output. */
export function lastLines(text, count) {
  return text.trim().split('\n').slice(-count).join('\n')
}
