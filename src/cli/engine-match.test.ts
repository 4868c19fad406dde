import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { judge, type MatchInstance, readJmb, upperBound, writeJmb } from '#engine'
import { engineCommand } from './engine.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fotfaste-match-'))
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

/** Two openings, three candidates, one label with room for one. The best plan: 0 → 0 and 2 → 1. */
const instance: MatchInstance = {
  candidates: 3,
  openings: 2,
  first: Int32Array.of(0, 2, 3, 4),
  head: Int32Array.of(0, 1, 0, 1),
  score: Uint16Array.of(50, 60, 40, 45),
  capacity: Int32Array.of(1, 1),
  invitations: Int32Array.of(1, 1, 1),
  candidateRegion: new Int32Array(3),
  openingRegion: new Int32Array(2),
  families: [
    {
      label: Int32Array.of(0, 1, -1),
      low: Int32Array.of(0, 0),
      high: Int32Array.of(1, 0),
      penalty: Int32Array.of(30, 90),
    },
  ],
  reserves: [],
  fill: 100,
}

async function run(bytes: Uint8Array | string): Promise<{ out: string; prices: string; code: unknown }> {
  const path = (name: string): string => join(folder, name)
  await rm(path('out'), { force: true })
  await writeFile(path('in.jmb'), bytes)
  await engineCommand().parseAsync(['match', path('in.jmb'), '--out', path('out'), '--prices', path('prices')], {
    from: 'user',
  })
  const text = (name: string): Promise<string> => readFile(path(name), 'utf8').catch(() => '')
  return { out: await text('out'), prices: await text('prices'), code: process.exitCode }
}

describe('fotfaste engine match', () => {
  it('writes pairs and the prices that prove them', async () => {
    const { out, prices, code } = await run(writeJmb(instance))
    expect(code).toBeUndefined()
    expect(out).toBe('0 0\n2 1\n')
    const price = { opening: new Float64Array(2), label: [new Float64Array(2)], reserve: new Float64Array(0) }
    for (const [kind, ...numbers] of prices.split('\n').map(line => line.split(' '))) {
      if (kind === 'p') price.opening[Number(numbers[0])] = Number(numbers[1])
      if (kind === 'l') price.label[0]![Number(numbers[1])] = Number(numbers[2])
    }
    const value = judge(instance, { candidate: Int32Array.of(0, 2), opening: Int32Array.of(0, 1) }).value
    expect(upperBound(instance, price)).toBe(value)
    expect(said.join('')).toContain('proved best')
  })

  it('reads back what it writes', () => {
    const reading = readJmb(writeJmb(instance))
    expect(reading).toEqual({ ok: true, instance })
  })

  it.each([
    ['cut short', writeJmb(instance).slice(0, 120), 'ends too early: 120 bytes of 200'],
    ['only a heading begun', 'JMB1', 'the heading alone takes 64'],
    ['another format', new Uint8Array(400).fill(7), 'not a JMB1 file'],
    ['too long', new Uint8Array([...writeJmb(instance), 0]), 'goes on after its end'],
    [
      'an opening that does not exist',
      writeJmb({ ...instance, head: Int32Array.of(0, 9, 0, 1) }),
      '#/head/1: there is no opening 9',
    ],
    ['a place below nought', writeJmb({ ...instance, capacity: Int32Array.of(1, -1) }), '#/capacity/1: -1 is below 0'],
  ])('says what is wrong with a file: %s', async (_, bytes, sentence) => {
    const { out, code } = await run(bytes)
    expect(said.join('')).toContain(sentence)
    expect({ out, code }).toEqual({ out: '', code: 1 })
  })

  it('says when there is no such file', async () => {
    await engineCommand().parseAsync(['match', join(folder, 'none.jmb'), '--out', join(folder, 'out')], {
      from: 'user',
    })
    expect(said.join('')).toContain('no such file')
    expect(process.exitCode).toBe(1)
  })
})
