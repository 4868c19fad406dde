import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A port that nobody has, so that a product left over from another run is never mistaken for ours. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Starts the product as a user would (`npm start`), in a folder of its own, and stops it afterwards. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.FOTFASTE_JOURNEYS) return async () => undefined // somebody is at work on the journeys and has a product running
  const folder = await mkdtemp(join(tmpdir(), 'fotfaste-journeys-'))
  const port = await freePort()
  const product = spawn(process.execPath, ['src/main.ts', 'start', '--day', '2026-03-02'], {
    env: { ...process.env, PORT: String(port), FOTFASTE_DATA: folder, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  product.stderr?.on('data', part => {
    said += String(part)
  })
  await untilHealthy(product, port, () => said)
  process.env.FOTFASTE_JOURNEYS = `http://localhost:${port}`
  process.env.FOTFASTE_OUTBOX = join(folder, 'outbox')
  return async () => {
    product.kill('SIGTERM')
    await Promise.race([new Promise(done => product.once('exit', done)), pause(10_000)])
    await rm(folder, { recursive: true, force: true })
  }
}

async function untilHealthy(product: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let waited = 0; waited < 120; waited++) {
    if (product.exitCode !== null) throw new Error(`The product ended: ${said()}`)
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await pause(1000)
  }
  throw new Error(`The product did not start within two minutes: ${said()}`)
}
