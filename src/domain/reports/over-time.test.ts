import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yearOf } from './month.ts'
import { peopleOf } from './people.ts'
import type { PeopleTables } from './reports.ts'
import { givenAway, type Known, setReader } from './test-attack.ts'
import { countsOf, type Month, readTables, smallMonths } from './test-published.ts'

// What a reader works out who keeps every snapshot of three years (GEN-2, trust.md P-A5).
const reader = await setReader()
const cells = ['a|youth', 'a|disability', 'b|youth', 'b|disability', 'c|youth', 'c|disability']
const length = 36

const few = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.nat(3) },
)
const month: fc.Arbitrary<Month> = fc.record({
  lost: fc.record({ called: fc.nat(4), came: fc.nat(3), listed: fc.nat(2), interviewed: fc.nat(2) }),
  hired: fc
    .tuple(...cells.map(() => few))
    .map(counts => Object.fromEntries(cells.map((cell, i) => [cell, counts[i]!]))),
})
const populations = fc.array(month, { minLength: length, maxLength: length })

type Window = readonly [number, number]
const years: readonly Window[] = [
  [0, 12],
  [12, 24],
  [24, 36],
]
/** Twelve months, published at the end of every month for a year: what Läget did before. */
const rolling: readonly Window[] = Array.from({ length: 13 }, (_, from) => [from, from + 12] as const)

const tablesOf = (months: readonly Month[], [from, to]: Window, threshold?: number): PeopleTables =>
  peopleOf(countsOf(months.slice(from, to), cells), 2024 + from / 12, threshold)

function read(months: readonly Month[], windows: readonly Window[], threshold?: number) {
  const parts = windows.map(window => readTables(tablesOf(months, window, threshold), months, cells, window))
  return { known: parts.flatMap(({ known }) => known), asked: parts.flatMap(({ asked }) => asked) }
}
const givenAwayBy = (months: readonly Month[], windows: readonly Window[], threshold?: number): string[] => {
  const { known, asked } = read(months, windows, threshold)
  return givenAway(reader(known, [...asked, ...smallMonths(months, cells)]))
}

describe('people are counted for whole years', () => {
  it('P-A5: three years of tables together give away no small number, no hidden one, and no month', () => {
    fc.assert(
      fc.property(populations, months => {
        expect(givenAwayBy(months, years)).toEqual([])
      }),
      { numRuns: 6, seed: 20_260_302 },
    )
  }, 120_000)

  it('P-A5: nor in a city so small that little is shown at all', () => {
    const sparse = populations.map(months => months.map((one, i) => (i % 3 === 0 ? one : { ...one, hired: {} })))
    fc.assert(
      fc.property(sparse, months => {
        expect(givenAwayBy(months, years)).toEqual([])
      }),
      { numRuns: 4, seed: 7 },
    )
  }, 120_000)

  it('every month of a year tells of the same whole year, and the next year begins with its January', () => {
    const told = ['2025-11', '2025-12', '2026-01', '2026-11', '2026-12'].map(
      of => yearOf({ month: of, from: '', to: `${of}-${of.endsWith('11') ? '30' : '31'}` }).month,
    )
    expect(told).toEqual(['2024-12', '2025-12', '2025-12', '2025-12', '2026-12'])
  })
})

describe('the attack is able', () => {
  const [months] = fc.sample(populations, { seed: 3, numRuns: 1 }) as [Month[]]

  it('a funnel of twelve months, published every month, is solved for single months: why it is not published', () => {
    const two = months.slice(0, 24)
    const learnt = reader(read(two, rolling).known, smallMonths(two, cells))
    expect(givenAway(learnt).length).toBeGreaterThan(5)
  }, 120_000)

  it('two figures that overlap by eleven months are enough to tell a month from nought', () => {
    const quiet: Month = { lost: { called: 9, came: 9, listed: 9, interviewed: 9 }, hired: { 'a|youth': 2 } }
    const busy: Month = { ...quiet, hired: { 'a|youth': 4 } }
    const thirteen = [...Array.from({ length: 12 }, () => quiet), busy]
    const known: Known[] = (
      [
        [0, 12],
        [1, 13],
      ] as const
    ).flatMap(window => readTables(tablesOf(thirteen, window), thirteen, cells, window).known)
    const [last] = reader(
      known,
      smallMonths(thirteen, cells).filter(({ name }) => name === 'hired in month 12'),
    )
    // Twelve months of 2 are 24; the next twelve are 26: the last month has at least two more than the first.
    expect(last?.least).toBe(2)
    expect(givenAway([last!])).toEqual(['hired in month 12'])
  })

  it('a planted threshold of four is caught', () => {
    const found = fc
      .sample(populations, { seed: 11, numRuns: 5 })
      .flatMap(one => givenAwayBy(one, years.slice(0, 1), 4))
    expect(found.length).toBeGreaterThan(0)
  }, 60_000)

  it('a year that is counted again after a correction gives the correction away', () => {
    const corrected = months.map((one, at) =>
      at === 5 ? { ...one, hired: { ...one.hired, 'a|youth': 1 + (one.hired['a|youth'] ?? 0) } } : one,
    )
    const [before, after] = [months, corrected].map(of => tablesOf(of, years[0]!).funnel.hired)
    expect([before, after].includes(null)).toBe(false)
    expect(after! - before!).toBe(1)
  })
})
