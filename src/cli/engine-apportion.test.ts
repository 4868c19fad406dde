import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { engineCommand } from './engine.ts'

let out = ''
let faults = ''
beforeEach(() => {
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
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const young = [232, 217, 45, 47, 71, 74, 58, 133, 65, 58]

async function run(key: string, places: string): Promise<unknown> {
  await engineCommand().parseAsync(['apportion', '--key', key, '--places', places], { from: 'user' })
  return process.exitCode
}

describe('fotfaste engine apportion (TGT-4)', () => {
  it('prints the running order on the first line and the totals on the second', async () => {
    expect(await run(young.join(), '20')).toBeUndefined()
    const [order, totals, first] = out.split('\n')
    expect(order).toBe('1 2 8 6 1 2 5 9 1 2 8 7 10 1 2 4 3 1 8 2')
    expect(totals).toBe('5 5 1 1 1 1 1 3 1 1')
    expect(first).toBe('1: 5 (target 4.640, claim -0.360)')
  })

  it('is below one place from every target, however many places are dealt, also with a key that sums to 99', async () => {
    for (const key of [young, [13, 9, 9, 5, 11, 13, 12, 10, 5, 12]]) {
      out = ''
      await run(key.join(), '400')
      const sum = key.reduce((a, b) => a + b, 0)
      const given = key.map(() => 0)
      for (const [index, district] of out.split('\n')[0]!.split(' ').entries()) {
        given[Number(district) - 1]! += 1
        for (const [at, weight] of key.entries())
          expect(Math.abs(weight * (index + 1) - given[at]! * sum)).toBeLessThan(sum)
      }
    }
  })

  it('deals no place at all when asked for none', async () => {
    expect(await run('3,2', '0')).toBeUndefined()
    expect(out.split('\n').slice(0, 2)).toEqual(['', '0 0'])
  })

  it.each([
    ['232,x', '20', '--key: "x" is not a whole number; write the key as 232,217,45\n'],
    ['232,,45', '20', '--key: "" is not a whole number; write the key as 232,217,45\n'],
    ['1,-2', '20', '--key: "-2" is not a whole number; write the key as 232,217,45\n'],
    ['0,0', '20', '--key: every weight is 0; somebody must have a share\n'],
    ['99999999999999999999', '20', '--key: the weights are too large to be counted exactly\n'],
    ['3,2', 'many', '--places many: not a whole number of places; write it as 20\n'],
    ['3,2', '1.5', '--places 1.5: not a whole number of places; write it as 20\n'],
    ['3,2', '200000', '--places: at most 100000 places at a time\n'],
  ])('--key %s --places %s: one sentence, exit code 1, nothing printed', async (key, places, sentence) => {
    expect(await run(key, places)).toBe(1)
    expect({ out, faults }).toEqual({ out: '', faults: sentence })
  })
})
