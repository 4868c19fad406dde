import { describe, expect, it } from 'vitest'
import { absentDays, absentEnough, absentLonger, absentMonths, enoughOn } from './absence.ts'
import type { Absence } from './facts.ts'

const span = (from: string, lastDay?: string, kind: Absence['kind'] = 'unemployed'): Absence => ({
  kind,
  from,
  lastDay,
})
const starts = '2026-03-02'

describe('PRC-9: days without work', () => {
  it('are counted first and last day included, up to the day before the start', () => {
    expect(absentDays([span('2026-02-01', '2026-02-28')], '2026-01-01', starts)).toBe(28)
    expect(absentDays([span('2026-03-01')], '2026-01-01', starts)).toBe(1)
    expect(absentDays([span('2026-03-02')], '2026-01-01', starts)).toBe(0)
    expect(absentDays([span('2025-01-01', '2026-12-31')], '2026-03-01', starts)).toBe(1)
  })

  it('are counted once, whatever spans overlap, and in any order', () => {
    const overlapping = [span('2026-02-10', '2026-02-20'), span('2026-02-01', '2026-02-15', 'programme')]
    expect(absentDays(overlapping, '2026-01-01', starts)).toBe(20)
    expect(absentDays(overlapping.toReversed(), '2026-01-01', starts)).toBe(20)
    expect(absentDays([span('2026-02-01', '2026-02-20'), span('2026-02-05', '2026-02-06')], '2026-01-01', starts)).toBe(
      20,
    )
  })

  it('every kind counts but care of one’s own small child', () => {
    for (const kind of ['unemployed', 'programme', 'social_assistance', 'sickness'] as const)
      expect(absentDays([span('2026-02-01', '2026-02-28', kind)], '2026-01-01', starts)).toBe(28)
    expect(absentDays([span('2026-02-01', '2026-02-28', 'own_small_child')], '2026-01-01', starts)).toBe(0)
  })
})

describe('PRC-9: 12 of the last 15 months', () => {
  // 12 months before 2 March 2026 are 365 days; the window begins on 2 December 2024.
  it('is met by 365 days and not by 364', () => {
    expect(absentEnough([span('2025-03-02')], starts, 12, 15)).toBe(true)
    expect(absentEnough([span('2025-03-03')], starts, 12, 15)).toBe(false)
  })

  it('days before the window do not count', () => {
    expect(absentEnough([span('2024-12-02', '2025-12-01')], starts, 12, 15)).toBe(true)
    expect(absentEnough([span('2024-12-01', '2025-11-30')], starts, 12, 15)).toBe(false)
  })

  it('care of one’s own small child is skipped: the window is longer by as many days', () => {
    const child = span('2025-12-02', '2026-03-01', 'own_small_child')
    expect(absentEnough([span('2024-11-01', '2025-10-31'), child], starts, 12, 15)).toBe(true)
    expect(absentEnough([span('2024-11-01', '2025-10-31')], starts, 12, 15)).toBe(false)
  })

  it('tells the first start for which an absence that goes on is enough', () => {
    expect(enoughOn([span('2025-09-01')], starts, 12, 15)).toBe('2026-09-01')
    expect(enoughOn([span('2025-03-02')], starts, 12, 15)).toBe(starts)
    expect(enoughOn([span('2025-09-01', '2026-02-01')], starts, 12, 15)).toBeUndefined()
    expect(enoughOn([], starts, 12, 15)).toBeUndefined()
    expect(enoughOn([span('2025-09-01', undefined, 'own_small_child')], starts, 12, 15)).toBeUndefined()
    // Of a planned absence with a last day the start that it is enough for.
    expect(enoughOn([span('2025-09-01', '2026-12-31')], starts, 12, 15)).toBe('2026-09-01')
    // Three years from the day asked about is looked at, the day after is not.
    expect(enoughOn([span('2028-03-02')], starts, 12, 15)).toBe('2029-03-02')
    expect(enoughOn([span('2028-03-03')], starts, 12, 15)).toBeUndefined()
    // An absence that begins four years ahead is not enough within three.
    expect(enoughOn([span('2030-03-02')], starts, 12, 15)).toBeUndefined()
  })
})

describe('PRC-9: the length of the absence in calendar months', () => {
  it('is whole months, by days', () => {
    expect(absentMonths([span('2024-03-02')], starts)).toBe(24)
    expect(absentMonths([span('2024-03-03')], starts)).toBe(23)
    expect(absentMonths([], starts)).toBe(0)
  })
  it('is more than 36 months from the day after', () => {
    expect(absentLonger([span('2023-03-02')], starts, 36)).toBe(false)
    expect(absentLonger([span('2023-03-01')], starts, 36)).toBe(true)
  })
})
