import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { engineCommand } from './engine.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fotfaste-track-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const said: string[] = []
beforeEach(() => {
  said.length = 0
  vi.spyOn(process.stderr, 'write').mockImplementation(text => said.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const instance = {
  format: 'jtt 1',
  weeks: 30,
  competences: 2,
  profile: [0, 1],
  travel: [[0]],
  names: { competences: ['svenska B', 'truckkort'], towns: ['Borås'] },
  modules: [
    { id: 0, covers: [0], weeks: 8, hours: 20, town: -1, needs: [], starts: [{ week: 2, seats: 2 }] },
    { id: 1, covers: [1], weeks: 2, hours: 30, town: 0, needs: [0], starts: [{ week: 10, seats: 1 }] },
  ],
  participants: [{ id: 4, town: 0, reach: 30, hours: 30, ready: 0, has: [] }],
}

async function run(content: string, ...more: string[]): Promise<{ out: string | undefined; code: unknown }> {
  const [file, out] = [join(folder, 'in.json'), join(folder, 'out.txt')]
  await rm(out, { force: true })
  await writeFile(file, content)
  await engineCommand().parseAsync(['track', file, '--out', out, ...more], { from: 'user' })
  return { out: await readFile(out, 'utf8').catch(() => undefined), code: process.exitCode }
}

describe('fotfaste engine track (JSP-5)', () => {
  it('writes a line for each step, and says on stderr that the plan is proven', async () => {
    expect(await run(JSON.stringify(instance))).toEqual({ out: '4 0 2\n4 1 10\n', code: undefined })
    expect(said.at(-1)).toMatch(/last weeks sum to 12 with 220 hours; .* gap 0\.00 %, proven best\n$/)
  })

  it('names every fault with its pointer, writes nothing, and exits with 1', async () => {
    const bad = { ...instance, weeks: 0, profile: [0, 7] }
    expect(await run(JSON.stringify(bad))).toEqual({ out: undefined, code: 1 })
    expect(said.join('')).toContain('in.json#/weeks is outside 1 to 2000\n')
    expect(said.join('')).toContain('in.json#/profile/1 is outside 0 to 1\n')
  })

  it.each([
    ['{', [], /not JSON/],
    ['[]', [], /in.json#\/ is not an object with named fields/],
    [JSON.stringify(instance), ['--seconds', 'soon'], /--seconds soon: not a number of seconds/],
    [JSON.stringify(instance), ['--by', 'spring'], /--by spring: not a week/],
    [JSON.stringify(instance), ['--out', '/'], /\/: cannot be written/],
  ])('%s with %j is refused in a sentence', async (content, more, sentence) => {
    const { code } = await run(content, ...more)
    expect(code).toBe(1)
    expect(said.join('')).toMatch(sentence)
    expect(said.join('')).not.toMatch(/\n\s+at /)
  })

  it('a missing file is said to be missing', async () => {
    await engineCommand().parseAsync(['track', join(folder, 'none.json'), '--out', join(folder, 'x')], { from: 'user' })
    expect(said.join('')).toMatch(/none\.json: no such file\n$/)
    expect(process.exitCode).toBe(1)
  })

  it('explains each step, and what would save weeks, as JSON', async () => {
    const explained = join(folder, 'why.json')
    await run(JSON.stringify(instance), '--explain', explained)
    const why = JSON.parse(await readFile(explained, 'utf8'))
    expect(why).toMatchObject({ proven: true, gap: 0, unplanned: [], prices: [] })
    // Swedish could begin at once, in week 0; the licence waits for it.
    expect(why.plans[0].steps.map((step: { slack: number }) => step.slack)).toEqual([0, 0])
    expect(why.plans[0].extraSeats).toEqual([])
  })

  it('counts backwards from the week in which a contract starts (PRC-2)', async () => {
    expect(await run(JSON.stringify(instance), '--by', '14')).toEqual({ out: '4 0 2\n4 1 10\n', code: undefined })
    expect(said).toEqual(['participant 4: must begin by week 2, 12 weeks before\n'])
    expect(await run(JSON.stringify(instance), '--by', '11')).toEqual({ out: '', code: 2 })
    expect(said.at(-1)).toBe('participant 4: cannot be ready by week 11; week 12 at the earliest\n')
  })

  it('plans for those it can, names what the others lack, and exits with 2 (JSP-6)', async () => {
    const second = { ...instance.participants[0], id: 5, hours: 25 }
    const third = { ...instance.participants[0], id: 6 }
    const { out, code } = await run(
      JSON.stringify({ ...instance, participants: [...instance.participants, second, third] }),
    )
    expect({ lines: out?.split('\n').length, code }).toEqual({ lines: 3, code: 2 })
    expect(said.join('')).toContain(
      'participant 5: nothing gives competence truckkort within 30 minutes of town Borås in weeks 0 to 30: every module that ' +
        'covers it takes more hours a week than the participant has\n',
    )
    expect(said.join('')).toMatch(/participant [46]: nothing gives competence truckkort .*: every seat is taken\n/)
  })
})
