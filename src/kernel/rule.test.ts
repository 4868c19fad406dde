import { describe, expect, it } from 'vitest'
import { type Dated, type Entry, entryOn, inForceOn, registerOf, ruleEntry, valuesOn } from './rule.ts'

const version = (
  value: number,
  validFrom: string,
  validTo?: string,
  confidence = 'source' as const,
): Dated<number> => ({
  value,
  validFrom,
  validTo,
  source: 's',
  confidence,
})
const rate = (...versions: Dated<number>[]): Entry<number> => ({
  id: 'x.rate',
  kind: 'parameter',
  name: { sv: 'Sats', en: 'Rate' },
  versions,
  shown: value => ({ sv: `${value} %`, en: `${value}%` }),
})

describe('dated rules', () => {
  it('hold from their first day to the day before their last', () => {
    const versions = [version(1, '2026-01-01', '2026-07-01'), version(2, '2026-07-01', '2027-01-01')]
    const on = (day: string) => inForceOn(versions, day)?.value
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      undefined,
      1,
      1,
      2,
      2,
      undefined,
    ])
  })

  it('of several that overlap the one that began last holds, whatever their order', () => {
    const [early, late] = [version(1, '2026-01-01'), version(2, '2026-02-01', '2026-03-01')]
    expect(inForceOn([early, late], '2026-02-15')).toBe(late)
    expect(inForceOn([late, early], '2026-02-15')).toBe(late)
    expect(inForceOn([late, early], '2026-03-01')).toBe(early)
  })

  it('what is unverified is off until it is turned on', () => {
    const entry = rate(version(1, '2026-01-01'), { ...version(2, '2026-02-01'), confidence: 'unverified' })
    expect(entryOn(entry, '2026-03-01')?.value).toBe(1)
    expect(entryOn(entry, '2026-03-01', new Set(['x.other']))?.value).toBe(1)
    expect(entryOn(entry, '2026-03-01', new Set(['x.rate']))?.value).toBe(2)
  })

  it('are read several at once, and not at all unless every one of them holds', () => {
    const [early, late] = [rate(version(1, '2026-01-01', '2027-01-01')), rate(version(2, '2026-07-01'))]
    const on = (day: string) => valuesOn<[number, number]>(day, [early, late])
    expect(['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      undefined,
      [1, 2],
      [1, 2],
      undefined,
    ])
    const off = rate({ ...version(3, '2026-01-01'), confidence: 'unverified' })
    expect(valuesOn<[number]>('2026-02-01', [off])).toBeUndefined()
    expect(valuesOn<[number]>('2026-02-01', [off], new Set(['x.rate']))).toEqual([3])
  })

  it('are printed one row a version, with the value in words', () => {
    const rows = registerOf([
      rate(version(1, '2026-01-01', '2026-02-01'), { ...version(2, '2026-02-01'), confidence: 'unverified' }),
      ruleEntry(
        'x.says',
        { sv: 'Regel', en: 'Rule' },
        { value: { sv: 'Så.', en: 'So.' }, validFrom: '2026-01-01', source: 't', confidence: 'own_choice' },
      ),
    ])
    expect(rows).toEqual([
      {
        id: 'x.rate',
        kind: 'parameter',
        name: { sv: 'Sats', en: 'Rate' },
        shown: { sv: '1 %', en: '1%' },
        validFrom: '2026-01-01',
        validTo: '2026-02-01',
        source: 's',
        confidence: 'source',
        active: true,
      },
      expect.objectContaining({ shown: { sv: '2 %', en: '2%' }, confidence: 'unverified', active: false }),
      expect.objectContaining({ id: 'x.says', kind: 'rule', shown: { sv: 'Så.', en: 'So.' }, active: true }),
    ])
  })
})
