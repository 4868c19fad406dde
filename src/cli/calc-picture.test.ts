import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { calcCommand } from './calc.ts'

const example = 'docs/examples/calc/effects-golden.json'
let folder = ''
let out = ''
let faults = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fotfaste-calc-'))
  out = ''
  faults = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    faults += String(text)
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  await rm(folder, { recursive: true })
})

/** Draws nothing but says what it was asked to draw. */
const pictures = {
  effects: async (input: unknown, language: string) => `${language} ${JSON.stringify(input)}`,
}
async function run(...words: string[]): Promise<unknown> {
  await calcCommand(pictures).parseAsync(words, { from: 'user' })
  return process.exitCode
}

describe('fotfaste calc effects --picture (STR-10)', { timeout: 60_000 }, () => {
  it('draws the answer into a file when asked to, in the language asked for', async () => {
    const file = join(folder, 'effects.html')
    expect(await run('effects', example, '--lang', 'en', '--picture', file)).toBeUndefined()
    expect(out).toContain('Forecast: society gains')
    expect(await readFile(file, 'utf8')).toBe(`en ${JSON.stringify(JSON.parse(await readFile(example, 'utf8')))}`)
  })

  it('draws nothing of a file with faults, and tells them all with their places', async () => {
    const [bad, file] = [join(folder, 'bad.json'), join(folder, 'effects.html')]
    await writeFile(bad, JSON.stringify({ forecast: { groups: [] }, more: 1 }))
    expect(await run('effects', bad, '--picture', file)).toBe(1)
    expect(faults.split('\n').map(line => line.slice(bad.length))).toEqual([
      '#/forecast/groups Ska vara minst 1 i listan.',
      '#/more Fältet finns inte här. Ta bort det.',
      '',
    ])
    expect(out).toBe('')
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })
})
