import { describe, expect, it } from 'vitest'
import type { GoverningRule } from './governing-rule.ts'
import { type PastCase, rehearse } from './rehearse.ts'

const rule = (least: number, validFrom: string, validTo?: string): GoverningRule => ({
  id: 'value',
  name: { sv: 'Värde', en: 'Value' },
  value: { when: { valueAtLeast: least }, ruling: 'consider' },
  validFrom,
  validTo,
  source: 's',
  confidence: 'source',
})
const past = (id: string, decidedOn: string, valueKronor?: number): PastCase => ({
  id,
  decidedOn,
  facts: { valueKronor },
})

describe('STR-3: a changed policy is rehearsed over past cases', () => {
  const cases = [
    past('a', '2026-02-01', 300),
    past('b', '2026-02-02', 700),
    past('c', '2026-02-03'),
    past('d', '2026-02-04', 100),
  ]

  it('shows who would have been treated differently, and by which rule', () => {
    const result = rehearse(cases, [rule(200, '2026-01-01')], [rule(500, '2027-01-01')])
    expect(result.treatedDifferently).toEqual([
      { id: 'a', before: { outcome: 'consider', rules: ['value'] }, after: { outcome: 'no_rule', rules: [] } },
    ])
    expect(result).toMatchObject({
      cases: 4,
      outcomes: {
        consider: { before: 2, after: 1 },
        no_rule: { before: 1, after: 2 },
        unknown: { before: 1, after: 1 },
        exempt: { before: 0, after: 0 },
        special_care: { before: 0, after: 0 },
      },
    })
  })

  it('counts special care and exemptions too', () => {
    const ruled = (ruling: 'special_care' | 'exempt') => [
      { ...rule(0, '2026-01-01'), value: { when: {}, ruling } } as GoverningRule,
    ]
    expect(rehearse(cases, ruled('special_care'), ruled('exempt'))).toMatchObject({
      outcomes: { special_care: { before: 4, after: 0 }, exempt: { before: 0, after: 4 } },
    })
  })

  it('the same policy treats nobody differently', () => {
    expect(rehearse(cases, [rule(200, '2026-01-01')], [rule(200, '2026-01-01')]).treatedDifferently).toEqual([])
  })

  it('each case is judged before by the rules of its own day, and after as if the change had held', () => {
    const before = [rule(500, '2026-01-01', '2026-02-02'), rule(200, '2026-02-02')]
    expect(
      rehearse(cases, before, [rule(200, '2030-01-01', '2030-02-01')]).treatedDifferently.map(({ id }) => id),
    ).toEqual(['a'])
  })

  it('every case is counted once on each side', () => {
    const { outcomes, cases: all } = rehearse(cases, [], [rule(200, '2026-01-01')])
    for (const side of ['before', 'after'] as const)
      expect(Object.values(outcomes).reduce((sum, count) => sum + count[side], 0)).toBe(all)
  })
})
