import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { calcCommand } from './calc.ts'
import { rulesCommand } from './rules.ts'

let folder: string
let out: string
let errors: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fotfaste-calc-'))
  out = ''
  errors = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    errors += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
  process.exitCode = undefined
})

const run = (command: Command, ...words: string[]): Promise<unknown> => command.parseAsync(words, { from: 'user' })
const file = (content: string): string => {
  const path = join(folder, 'input.json')
  writeFileSync(path, content)
  return path
}
const works = JSON.stringify({ kind: 'volume', on: '2026-03-01', contractType: 'works', valueKronor: 100_000_000 })

describe('fotfaste calc', () => {
  it('prints the summary, each line with its rule, source and inputs, in Swedish unless asked', async () => {
    await run(calcCommand({}), 'clause', file(works))
    const lines = out.replaceAll('\u00a0', ' ').split('\n')
    expect(lines[0]).toBe('2 platser: 24 månader anställning eller 12 månader praktik.')
    expect(lines[2]).toBe('- 100 000 000 kr delat med 50 000 000 kr ger 2 hela platser.')
    expect(lines[3]).toBe(
      '  procurement.clause.volume_rule · Trafikverkets modell, efter Upphandlingsmyndigheten 2020-11-26',
    )
    expect(lines[4]).toBe('  type = works, valueKronor = 100000000, kronorPerPlace = 50000000, places = 2')
    expect(process.exitCode).toBeUndefined()
  })

  it('prints English, and JSON for machines', async () => {
    await run(calcCommand({}), 'clause', file(works), '--lang', 'en')
    expect(out).toMatch(/^2 places: 24 months of employment/)
    out = ''
    await run(calcCommand({}), 'clause', file(works), '--json')
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: { places: 2 }, lines: [{}, {}] })
  })

  it('says what it leaves out', async () => {
    await run(calcCommand({}), 'triage', file('{"kind":"rehearsal","before":[],"after":[],"cases":[]}'), '--lang', 'en')
    expect(out).toMatch(/\nNot counted\n- How the market/)
  })

  it('refuses a bad file with every fault and a pointer to each', async () => {
    const path = file('{"kind":"volume","on":"2026-02-30","contractType":"works","more":1}')
    await run(calcCommand({}), 'clause', path, '--lang', 'en')
    expect(out).toBe('')
    expect(errors.split('\n')).toEqual([
      `${path}#/on Must be a day that exists, written 2026-03-01.`,
      `${path}#/valueKronor Missing. Fill it in.`,
      `${path}#/more There is no such field here. Remove it.`,
      '',
    ])
    expect(process.exitCode).toBe(1)
  })

  it.each([
    ['not JSON at all', 'not JSON'],
    ['7', '/ '],
  ])('refuses %j', async (content, said) => {
    await run(calcCommand({}), 'clause', file(content))
    expect(errors).toContain(said)
    expect(process.exitCode).toBe(1)
  })

  it('says when there is no such file', async () => {
    await run(calcCommand({}), 'clause', join(folder, 'nothing.json'))
    expect(errors).toMatch(/no such file/)
    expect(process.exitCode).toBe(1)
  })
})

describe('fotfaste rules list', () => {
  const list = (...words: string[]) =>
    run(
      rulesCommand(() => '2026-03-01'),
      'list',
      ...words,
    )

  it('prints every rule in force with its source and how well it is known, and marks what is off', async () => {
    await list('--on', '2026-04-01', '--lang', 'en')
    expect(out).toContain('candidates.support.youth_fees\n  Reduced contributions for young people: 20.81%')
    expect(out).toMatch(/ {2}2026-04-01–2027-10-01 · secondary · /)
    expect(out).toContain('candidates.support.yrkesintroduktion (off: unverified)\n')
    expect(out).toContain('procurement.clause.volume_rule\n')
    out = ''
    await list('--on', '2026-03-31')
    expect(out).not.toContain('candidates.support.youth_fees')
    expect(out).toContain('candidates.support.yrkesintroduktion (av: ej verifierad)')
  })

  it('is of today when no day is given, and JSON when asked', async () => {
    await list('--json')
    const rows: { id: string; active: boolean }[] = JSON.parse(out)
    expect(rows.length).toBeGreaterThan(80)
    expect(rows.find(({ id }) => id === 'candidates.support.yrkesintroduktion')).toMatchObject({
      active: false,
      confidence: 'unverified',
    })
  })

  it('refuses what is no day', async () => {
    await list('--on', '2026-02-30')
    expect(errors).toBe('--on 2026-02-30: not a day; write it as 2026-03-01\n')
    expect(process.exitCode).toBe(1)
  })
})
