import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The notices in `docs/examples/notices`, for tests and for trying things out from the root of the project. */
const folder = join(process.cwd(), 'docs', 'examples', 'notices')

/** The twelve complete ones, by file name. */
export const exampleNames: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.xml') && !name.startsWith('INVALID'))
  .sort()

export function exampleBytes(name: string): Uint8Array {
  return readFileSync(join(folder, name))
}

export function exampleText(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** What `expected.json` says of a notice. */
export function expectedOf(name: string): Record<string, unknown> {
  const entries: Record<string, unknown>[] = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const entry = entries.find(one => one.file === name)
  if (entry === undefined) throw new Error(`expected.json has no entry for ${name}`)
  return entry
}
