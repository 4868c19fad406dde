// node scripts/run.mjs FILE args…: installs what is missing, then runs FILE on the product's own Node 24,
// which strips the types of .ts files. Passes on signals and the exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { ensureInstalled } from './ensure-install.mjs'
import { root } from './installed.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) {
  process.stderr.write('Which file? node scripts/run.mjs FILE args…\n')
  process.exit(2)
}

let node
try {
  node = await ensureInstalled()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

const path = process.env.PATH ?? process.env.Path ?? ''
const child = spawn(node, [resolve(root, file), ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), path].join(delimiter),
    // React chooses its slow development build when this is unset.
    NODE_ENV: process.env.NODE_ENV ?? 'production',
  },
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('error', error => {
  process.stderr.write(`${node} could not be started: ${error.message}\n`)
  process.exit(1)
})
child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
