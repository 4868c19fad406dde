// Sees to it that node_modules holds what package-lock.json asks for, with a Node that can run the product.
// It stands here and not in a `prestart` script: `ignore-scripts=true` skips those without a word.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { holdsTheLock, isStamped, makeLinks, productNode, removeStamp, root, writeStamp } from './installed.mjs'
import { takeTurn } from './turns.mjs'

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']

/**
 * Installs when something is missing, else costs some milliseconds. Returns the full path of the Node to use.
 * Throws an Error with one plain sentence when it cannot.
 */
export async function ensureInstalled() {
  if (isStamped()) return productNode()
  const turn = await takeTurn('install', pid => say(`Another start (process ${pid}) is installing; waiting for it …`))
  try {
    if (!isStamped()) await install(turn.note)
  } finally {
    turn.release()
  }
  return productNode()
}

async function install(note) {
  if (!holdsTheLock()) {
    removeStamp()
    say('Installing what is missing, about 30 s …')
    const begun = Date.now()
    await npmCi(note)
    say(`Installed in ${Math.round((Date.now() - begun) / 1000)} s.`)
  }
  makeLinks()
  writeStamp()
}

/** stderr, since the command line prints JSON on stdout. */
function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

function npmCi(note) {
  const env = cleanEnvironment()
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ]
  const [command, first, shell] = npmCommand(env)
  const child = spawn(command, [...first, ...args], { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', text => {
      said = (said + text).slice(-8000)
    })
  }
  let stoppedBy
  const forward = signal => {
    stoppedBy = signal
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, forward)
  // Noted last: whoever sees the note may already stop us.
  if (child.pid) note(child.pid)
  return new Promise((resolve, reject) => {
    child.once('error', error =>
      reject(new Error(`npm could not be started (${error.message}). Is npm 10 or newer installed?`)),
    )
    child.once('close', code => {
      for (const signal of signals) process.off(signal, forward)
      if (stoppedBy) reject(new Error('The installation was interrupted; the next start makes it whole.'))
      else if (code === 0) resolve()
      else
        reject(
          new Error(
            `${withoutHelp(said)}\n\nThe installation failed. Check the connection to the npm registry, then run the same command again.`,
          ),
        )
    })
  })
}

/** npm prints its whole manual page after a lock that does not match. */
function withoutHelp(said) {
  return said
    .split(/^npm (?:error|ERR!) Clean install a project$/m)[0]
    .trim()
    .split('\n')
    .slice(-30)
    .join('\n')
}

/**
 * The npm that called us, run by a Node outside node_modules: under `npm start` the first `node` in PATH is
 * node_modules/.bin/node, which `npm ci` is about to delete.
 */
function npmCommand(env) {
  const windows = process.platform === 'win32'
  const script = process.env.npm_execpath
  if (script && /\.c?js$/.test(script) && existsSync(script)) {
    return [findInPath(windows ? 'node.exe' : 'node', env.PATH) ?? process.execPath, [script], false]
  }
  return [windows ? 'npm.cmd' : 'npm', [], windows]
}

function findInPath(name, path) {
  for (const folder of path.split(delimiter)) {
    if (existsSync(join(folder, name))) return realpathSync(join(folder, name))
  }
  return undefined
}

/** Without what the calling npm left behind: its settings for this very command would steer the inner one. */
function cleanEnvironment() {
  const env = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (/^npm_(lifecycle|package|command|execpath|node_execpath)/i.test(name)) continue
    if (name === 'NODE_ENV' || name === 'INIT_CWD' || /^path$/i.test(name)) continue
    env[name] = value
  }
  const path = process.env.PATH ?? process.env.Path ?? ''
  env.PATH = path
    .split(delimiter)
    .filter(folder => !/[\\/]node_modules[\\/]/.test(`${folder}/`) || /[\\/]npm[\\/]/.test(folder))
    .join(delimiter)
  return env
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  ensureInstalled().catch(error => {
    say(error.message)
    process.exitCode = 1
  })
}
