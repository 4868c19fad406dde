import { expect, it, test } from 'vitest'
import { isMonth, lastMonth, missingMonths, periodOf, yearOf } from './month.ts'

test.each([
  ['2026-02', '2025-03-01', '2026-02-28'],
  ['2024-02', '2023-03-01', '2024-02-29'],
  ['2025-12', '2025-01-01', '2025-12-31'],
])('the twelve months that end with %s are %s to %s', (month, from, to) => {
  expect(periodOf(month)).toEqual({ month, from, to })
})

it('a month is over on the first day of the next', () => {
  expect(lastMonth('2026-03-01')).toBe('2026-02')
  expect(lastMonth('2026-02-28')).toBe('2026-01')
  expect(lastMonth('2026-01-31')).toBe('2025-12')
})

it('a new installation takes the last twelve, and then only what is missing, oldest first', () => {
  const all = missingMonths('2026-03-02', [])
  expect(all).toHaveLength(12)
  expect([all[0], all.at(-1)]).toEqual(['2025-03', '2026-02'])
  expect(missingMonths('2026-03-02', all)).toEqual([])
  expect(missingMonths('2026-04-01', all)).toEqual(['2026-03'])
  expect(missingMonths('2026-05-20', [...all.slice(0, 3), ...all.slice(4)])).toEqual(['2025-06', '2026-03', '2026-04'])
})

test.each([
  ['2026-02', true],
  ['2026-13', false],
  ['2026-2', false],
  ['2026-02-01', false],
  [undefined, false],
  [202602, false],
])('%j is a month: %s', (text, is) => {
  expect(isMonth(text)).toBe(is)
})

test.each([
  ['2026-02', 2025],
  ['2025-12', 2025],
  ['2025-11', 2024],
])('the last whole year at the end of %s is %i', (month, year) => {
  expect(yearOf(periodOf(month))).toEqual({ month: `${year}-12`, from: `${year}-01-01`, to: `${year}-12-31` })
})
