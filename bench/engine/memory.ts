import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type MatchInstance, writeJmb } from '#engine'

/** What the plan takes at its peak beyond the instance, in bytes a pair: measured in a process of its own, from a file. */
export async function peakBytesPerPair(instance: MatchInstance): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'fotfaste-bench-'))
  try {
    const file = join(folder, 'market.jmb')
    await writeFile(file, writeJmb(instance))
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'plan-alone.ts'), file])
    return Number(stdout) / instance.head.length
  } finally {
    await rm(folder, { recursive: true })
  }
}
