import { describe, expect, it, test } from 'vitest'
import type { Exemption } from '../tendering.ts'
import { exempt } from './exempt.ts'

const shown: Exemption = {
  askedFor: true,
  consulted: 'yes',
  agreement: 'yes',
  result: { tracks: 4, started: 40, hired: 20 },
  least: { tracks: 4, hiredPercent: 50 },
}

describe('UPH-2: a region with a proven way of its own', () => {
  it('is exempt when all five conditions are met, at their bounds', () => {
    expect(exempt(shown)).toEqual({
      answer: 'yes',
      conditions: { asked_for: 'yes', consulted: 'yes', structured: 'yes', tracks: 'yes', hired: 'yes' },
      partly: false,
    })
  })

  test.each<[string, Partial<Exemption>, keyof ReturnType<typeof exempt>['conditions']]>([
    ['nobody asked', { askedFor: false }, 'asked_for'],
    ['Arbetsförmedlingen was not consulted', { consulted: 'no' }, 'consulted'],
    ['there is no agreement', { agreement: 'no' }, 'structured'],
    ['there were three tracks of four', { result: { tracks: 3, started: 40, hired: 20 } }, 'tracks'],
    ['19 of 40 is under half', { result: { tracks: 4, started: 40, hired: 19 } }, 'hired'],
  ])('is not when %s', (_, over, condition) => {
    const { answer, conditions } = exempt({ ...shown, ...over })
    expect(answer).toBe('no')
    expect(Object.entries(conditions).filter(([, met]) => met === 'no')).toEqual([[condition, 'no']])
  })

  it('a third is at least 33 per cent and not 34', () => {
    const third = { ...shown, result: { tracks: 9, started: 3, hired: 1 } }
    expect(exempt({ ...third, least: { tracks: 0, hiredPercent: 33 } }).answer).toBe('yes')
    expect(exempt({ ...third, least: { tracks: 0, hiredPercent: 34 } }).answer).toBe('no')
  })

  it('one of one is all, and 101 of 203 is under half', () => {
    expect(exempt({ ...shown, result: { tracks: 4, started: 1, hired: 1 } }).answer).toBe('yes')
    expect(exempt({ ...shown, result: { tracks: 4, started: 203, hired: 101 } }).answer).toBe('no')
    expect(exempt({ ...shown, result: { tracks: 4, started: 203, hired: 102 } }).answer).toBe('yes')
  })

  it('what is not known is not yet a no, and a no stands whatever is not known', () => {
    expect(exempt({ ...shown, agreement: 'unknown' }).answer).toBe('unknown')
    expect(exempt({ ...shown, consulted: 'unknown', agreement: 'no' }).answer).toBe('no')
    const { result: _, ...without } = shown
    expect(exempt(without)).toMatchObject({ answer: 'unknown', conditions: { tracks: 'unknown', hired: 'unknown' } })
  })

  it('nobody having begun shows nothing about how many are hired', () => {
    const { conditions } = exempt({ ...shown, result: { tracks: 4, started: 0, hired: 0 } })
    expect(conditions).toMatchObject({ tracks: 'yes', hired: 'unknown' })
  })

  it('named municipalities are a part of the region, and the rest is still procured', () => {
    expect(exempt({ ...shown, municipalities: ['1737'] }).partly).toBe(true)
  })
})
