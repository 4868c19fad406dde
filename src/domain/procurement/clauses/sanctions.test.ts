import { describe, expect, it } from 'vitest'
import { explained } from '#test/wording'
import { type Deficiency, ladderFor, nextSanction, penaltyKronor, type SanctionLadder } from './sanctions.ts'

const ladder: SanctionLadder = {
  correctWithinDays: 10,
  remedyWithinDays: 30,
  penalty: { unit: 'missing_month', kronorPerUnit: 25_000, mostKronor: 100_000 },
  callOffExclusionMonths: 6,
  termination: true,
}
const lacking = (over: Partial<Deficiency> = {}): Deficiency => ({
  kind: 'reporting',
  notedOn: '2026-03-02',
  units: 3,
  taken: [],
  ...over,
})
const next = (deficiency: Deficiency, today: string, framework = false, terms = ladder) =>
  explained(nextSanction(terms, deficiency, framework, today))

describe('PRC-6: the sanction ladder has the steps that the documents name, in order', () => {
  it.each([
    ['participation', false, ['correct', 'remedy', 'penalty', 'termination']],
    ['reporting', true, ['correct', 'remedy', 'penalty', 'call_off_exclusion', 'termination']],
    ['commitment', false, ['remedy', 'penalty', 'termination']],
    ['commitment', true, ['remedy', 'penalty', 'call_off_exclusion', 'termination']],
  ] as const)('for %s (framework agreement: %s): %j', (kind, framework, steps) => {
    expect(ladderFor(kind, ladder, framework)).toEqual(steps)
  })

  it('a step that the clause does not name is not there', () => {
    const bare = { correctWithinDays: 10, remedyWithinDays: 30, termination: false }
    expect(ladderFor('reporting', bare, true)).toEqual(['correct', 'remedy'])
    expect(ladderFor('commitment', { ...bare, callOffExclusionMonths: 3 }, true)).toEqual([
      'remedy',
      'call_off_exclusion',
    ])
  })
})

describe('PRC-6: which step may be taken today', () => {
  it('first a demand to correct, with its last day on a working day', () => {
    // 2 March + 10 days is Thursday 12 March; 3 April + 10 days from 24 March is Good Friday, and moves over Easter.
    expect(next(lacking(), '2026-03-02')).toMatchObject({ answer: 'take', step: 'correct', until: '2026-03-12' })
    expect(next(lacking(), '2026-03-24')).toMatchObject({ until: '2026-04-07' })
    expect(next(lacking(), '2026-03-02')).not.toHaveProperty('penaltyKronor')
    expect(next(lacking(), '2026-03-02').lines[0]?.says.sv).toBe('Begär rättelse nu, senast 2026-03-12.')
  })

  const corrected = lacking({ taken: [{ step: 'correct', on: '2026-03-02' }] })
  const remedied = lacking({ kind: 'commitment', taken: [{ step: 'remedy', on: '2026-03-02' }] })

  it('nothing while the time runs, the last day included', () => {
    expect(next(corrected, '2026-03-12')).toMatchObject({ answer: 'wait', step: 'correct', until: '2026-03-12' })
    expect(next(corrected, '2026-03-13')).toMatchObject({ answer: 'take', step: 'remedy', until: '2026-04-13' })
    expect(next(corrected, '2026-03-12').lines[0]?.says.en).toBe('The supplier has until 2026-03-12.')
    expect(next(corrected, '2026-03-13').lines[0]?.says.en).toBe(
      'Demand that the deficiency is remedied, by 2026-04-13.',
    )
  })

  it('a deficiency in the commitment begins with remedy: 2 March + 30 days is 1 April', () => {
    expect(next(lacking({ kind: 'commitment' }), '2026-03-02')).toMatchObject({ step: 'remedy', until: '2026-04-01' })
    expect(next(remedied, '2026-04-01').answer).toBe('wait')
  })

  it('then the penalty: 3 months × 25 000 = 75 000', () => {
    const result = next(remedied, '2026-04-02')
    expect(result).toMatchObject({ answer: 'take', step: 'penalty', penaltyKronor: 75_000 })
    expect(result).not.toHaveProperty('until')
    expect(result.lines[0]?.says.en).toMatch(/^A penalty may be charged: SEK 75,000 for 3 whole units\./)
    expect(result.lines[0]?.inputs).toEqual({
      kind: 'commitment',
      ladder: 'remedy → penalty → termination',
      taken: 'remedy',
      units: 3,
    })
  })

  it('the penalty counts whole units and stops at its ceiling', () => {
    expect([0, 0.99, 1, 3.9, 4, 5].map(units => penaltyKronor(ladder, units))).toEqual([
      0, 0, 25_000, 75_000, 100_000, 100_000,
    ])
    expect(penaltyKronor({ ...ladder, penalty: undefined }, 3)).toBe(0)
  })

  it('then exclusion in a framework agreement, then termination, then nothing more', () => {
    const steps = [
      { step: 'remedy', on: '2026-03-02' },
      { step: 'penalty', on: '2026-04-02' },
      { step: 'call_off_exclusion', on: '2026-04-03' },
      { step: 'termination', on: '2026-04-04' },
    ] as const
    const having = (count: number) =>
      next(lacking({ kind: 'commitment', taken: steps.slice(0, count) }), '2026-04-05', true)
    expect(having(2).lines[0]?.inputs.taken).toBe('remedy → penalty')
    expect(having(2)).toMatchObject({ answer: 'take', step: 'call_off_exclusion' })
    expect(having(2).lines[0]?.says.sv).toBe('Avstängning från avrop får beslutas i 6 månader.')
    expect(having(3)).toMatchObject({ answer: 'take', step: 'termination' })
    expect(having(3).lines[0]?.says.en).toBe('Termination may be considered under the contract.')
    expect(having(4).answer).toBe('ladder_is_done')
    expect(having(4).lines[0]?.says.en).toBe('Every step of the clause has been taken.')
  })

  it('nothing once it is mended, but a mending that lies ahead is none yet', () => {
    const mended = { ...corrected, mendedOn: '2026-03-10' }
    expect(next(mended, '2026-03-10').answer).toBe('mended')
    expect(next(mended, '2026-03-09').answer).toBe('wait')
    expect(next(mended, '2026-03-10').lines[0]?.says.sv).toBe('Bristen är rättad 2026-03-10.')
  })

  it('a step out of order is told, before all else', () => {
    const hasty = lacking({ taken: [{ step: 'penalty', on: '2026-03-03' }], mendedOn: '2026-03-04' })
    expect(next(hasty, '2026-05-01')).toMatchObject({ answer: 'skipped_a_step', step: 'penalty' })
    expect(next(hasty, '2026-05-01').lines[0]?.says.sv).toMatch(/"vite".*rättelse, avhjälpande, vite, uppsägning/)
    expect(next(hasty, '2026-05-01').lines[0]?.says.en).toMatch(/"penalty".*correction, remedy, penalty, termination/)
    const outside = lacking({ kind: 'commitment', taken: [{ step: 'correct', on: '2026-03-03' }] })
    expect(next(outside, '2026-05-01').answer).toBe('skipped_a_step')
  })
})
