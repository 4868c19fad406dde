import { describe, expect, it, test } from 'vitest'
import type { Employment } from '#domain/procurement'
import { basisOf, corrected, mostPerPerson, prefill } from './prefill.ts'

const firstQuarter = { from: '2026-01-01', to: '2026-03-31' }

function employment(over: Partial<Employment>): Employment {
  return {
    id: '1',
    workingTime: 10_000,
    from: '2025-06-01',
    targetGroupConfirmed: true,
    existingStaff: false,
    linkedToContractWork: true,
    ...over,
  }
}

describe('what the register says of a period (PRC-10)', () => {
  it('adds a quarter-time quarter, a full-time quarter and a month at 75 per cent: 0,75 + 3 + 0,75 = 4,5', () => {
    const { figures, lines } = prefill(
      [
        employment({ workingTime: 2500 }),
        employment({ from: '2025-11-17' }),
        employment({ workingTime: 7500, from: '2026-03-01' }),
      ],
      firstQuarter,
    )
    expect(lines.map(line => line.fullTimeMonths)).toEqual([75, 300, 75])
    expect(figures).toEqual({ persons: 3, started: 1, fullTimeMonths: 450, ended: 0, endedFor: {} })
  })

  it('counts the days of each calendar month: 10 February to 20 March is 19/28 + 20/31', () => {
    const { figures, lines } = prefill(
      [employment({ from: '2026-02-10', ended: { lastDay: '2026-03-20', reason: 'employee_resigned' } })],
      firstQuarter,
    )
    expect(lines).toEqual([{ workingTime: 10_000, from: '2026-02-10', to: '2026-03-20', fullTimeMonths: 132 }])
    expect(figures).toEqual({
      persons: 1,
      started: 1,
      fullTimeMonths: 132, // 0.678571… + 0.645161… = 1.323732…
      ended: 1,
      endedFor: { employee_resigned: 1 },
    })
  })

  it('rounds the sum once, and shows parts that add up to it: three times 1/3 month is a whole one', () => {
    const tenDaysOfApril = (from: string, lastDay: string): Employment =>
      employment({ from, ended: { lastDay, reason: 'as_planned' } })
    const { figures, lines } = prefill(
      [
        tenDaysOfApril('2026-04-01', '2026-04-10'),
        tenDaysOfApril('2026-04-11', '2026-04-20'),
        tenDaysOfApril('2026-04-21', '2026-04-30'),
      ],
      { from: '2026-04-01', to: '2026-06-30' },
    )
    expect(lines.map(line => line.fullTimeMonths)).toEqual([34, 33, 33])
    expect(figures.fullTimeMonths).toBe(100)
    expect(figures.endedFor).toEqual({ as_planned: 3 })
  })

  it('leaves out who had ended before, who begins after, and who was only offered', () => {
    const { figures } = prefill(
      [
        employment({ ended: { lastDay: '2025-12-31', reason: 'as_planned' } }),
        employment({ from: '2026-04-01' }),
        employment({ from: undefined, offeredOn: '2026-02-01' }),
      ],
      firstQuarter,
    )
    expect(figures).toEqual({ persons: 0, started: 0, fullTimeMonths: 0, ended: 0, endedFor: {} })
  })

  it('an employment that ended after the period counts to its last day, and its end belongs to the next report', () => {
    const { figures } = prefill(
      [employment({ ended: { lastDay: '2026-04-15', reason: 'summarily_dismissed' } })],
      firstQuarter,
    )
    expect(figures).toEqual({ persons: 1, started: 0, fullTimeMonths: 300, ended: 0, endedFor: {} })
  })

  it('two reports that follow each other share no day and lose none', () => {
    const half = [employment({ workingTime: 5000, from: '2026-02-14', plannedLastDay: '2026-05-11' })]
    const first = prefill(half, { from: '2026-01-15', to: '2026-04-14' }).lines[0]
    const second = prefill(half, { from: '2026-04-15', to: '2026-07-14' }).lines[0]
    expect([first?.to, second?.from]).toEqual(['2026-04-14', '2026-04-15'])
    const whole = prefill(half, { from: '2026-01-15', to: '2026-07-14' }).figures.fullTimeMonths
    expect(whole - (first?.fullTimeMonths ?? 0) - (second?.fullTimeMonths ?? 0)).toBeGreaterThanOrEqual(0)
    expect(whole - (first?.fullTimeMonths ?? 0) - (second?.fullTimeMonths ?? 0)).toBeLessThanOrEqual(1)
  })
})

test.each([
  ['2026-01-01', '2026-03-31', 300],
  ['2026-01-15', '2026-04-14', 301], // 17/31 + 1 + 1 + 14/30 = 3.0150…
  ['2026-02-01', '2026-02-28', 100],
  ['2026-02-01', '2026-02-01', 3], // 1/28 = 0.0357…
])('one full-time job from %s to %s can give %i hundredths', (from, to, most) => {
  expect(mostPerPerson({ from, to })).toBe(most)
})

test('corrections replace figure by figure, and the ends are the sum of their reasons', () => {
  const figures = { persons: 3, started: 1, fullTimeMonths: 450, ended: 0, endedFor: {} }
  expect(corrected(figures, { fullTimeMonths: 400 })).toEqual({ ...figures, fullTimeMonths: 400 })
  expect(corrected(figures, { endedFor: { as_planned: 1, shortage_of_work: 2 } })).toEqual({
    ...figures,
    ended: 3,
    endedFor: { as_planned: 1, shortage_of_work: 2 },
  })
})

test('equal figures have one basis, however the ends are listed', () => {
  const figures = { persons: 3, started: 1, fullTimeMonths: 450, ended: 2 }
  const one = basisOf({ ...figures, endedFor: { other: 1, as_planned: 1 } })
  expect(one).toBe(basisOf({ ...figures, endedFor: { as_planned: 1, other: 1, shortage_of_work: 0 } }))
  expect(one).not.toBe(basisOf({ ...figures, endedFor: { as_planned: 2 } }))
  expect(one).not.toBe(basisOf({ ...figures, fullTimeMonths: 451, endedFor: { other: 1, as_planned: 1 } }))
})
