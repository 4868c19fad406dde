import fc from 'fast-check'
import loadHighs from 'highs'
import { expect, it } from 'vitest'
import { tablesFrom } from './figures.ts'
import { periodOf } from './month.ts'
import type { RawCounts } from './reports.ts'

const highs = await loadHighs()

const areas = ['a', 'b', 'c']
const groups = ['youth_foreign_born', 'disability'] as const
const cells = areas.flatMap(area => groups.map(group => `${area}|${group}`))
const months = 35
const windows = 24

/** New hires by cell and month; small, as in life. */
const inAMonth = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.nat(3) },
)
const populations = fc.array(fc.array(inAMonth, { minLength: months, maxLength: months }), {
  minLength: cells.length,
  maxLength: cells.length,
})

type Hires = readonly (readonly number[])[]
type Published = { readonly id: string; readonly from: number; readonly shown: number | null }

/** What is published at the end of each of 24 months: hired in twelve months in the whole city, and the last whole year by district and group. */
function published(hires: Hires, threshold: number): Published[] {
  const count = (cell: number, from: number): number =>
    hires[cell]?.slice(from, from + 12).reduce((a, b) => a + b, 0) ?? 0
  return Array.from({ length: windows }, (_, window) => {
    const year = Math.floor(window / 12)
    const hired = cells.reduce((sum, __, cell) => sum + count(cell, window), 0)
    const raw: RawCounts = {
      funnel: { called: hired + 40, came: hired + 30, listed: hired + 20, interviewed: hired + 10, hired },
      stayed: { hadTime: 0, kept: 0 },
      hires: cells.map((id, cell) => ({ area: id.slice(0, 1), group: id.slice(2), hired: count(cell, year * 12) })),
      procurements: { all: 0, required: 0 },
      undecided: 0,
      places: { all: 0, filled: 0 },
      commitments: [],
      lateReports: 0,
      keys: [],
      passes: [],
    }
    const tables = tablesFrom(raw, { ...raw, year }, periodOf('2026-02'), threshold)
    const detail = Object.entries(tables.hires.counts).flatMap(([area, row]) =>
      Object.entries(row).map(([group, shown]) => ({ id: `${area}|${group}`, from: year * 12, shown })),
    )
    return [{ id: '*|*', from: window, shown: tables.funnel.hired }, ...(window % 12 === 0 ? detail : [])]
  }).flat()
}

/** The same detail for every overlapping twelve months: what must not be published. */
function overlapping(hires: Hires, threshold: number): Published[] {
  return Array.from({ length: windows }, (_, window) =>
    published(
      hires.map(row => row.slice(window)),
      threshold,
    )
      .filter(({ from }) => from === 0)
      .map(one => ({ ...one, from: window })),
  ).flat()
}

/** The unknown hires of each cell and month that a published number is the sum of. */
function terms({ id, from }: Published): string[] {
  const [area, group] = id.split('|')
  return cells.flatMap((cell, index) =>
    (area === '*' || cell.startsWith(`${area}|`)) && (group === '*' || cell.endsWith(`|${group}`))
      ? Array.from({ length: 12 }, (_, month) => `x${index}_${from + month}`)
      : [],
  )
}

/** The attack (P-A5): a reader who keeps every snapshot solves for the months between them. Hidden numbers pinned to fewer than five. */
function attack(all: readonly Published[]): string[] {
  const rows = all.flatMap((one, index) =>
    one.shown === null ? [] : [` r${index}: ${terms(one).join(' + ')} = ${one.shown}`],
  )
  const last = Math.max(...all.map(({ from }) => from)) + 12
  const names = cells.flatMap((_, cell) => Array.from({ length: last }, (__, month) => `x${cell}_${month}`))
  const bounds = names.map(name => ` 0 <= ${name} <= 1000`)
  const solve = (sense: 'Minimize' | 'Maximize', of: readonly string[]): number => {
    const text = `${sense}\n obj: ${of.join(' + ')}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`
    const result = highs.solve(text, { output_flag: false })
    if (result.Status !== 'Optimal') throw new Error(result.Status)
    return result.ObjectiveValue
  }
  const hidden = all.filter(({ shown }) => shown === null)
  const looked = hidden.filter((_, index) => index % Math.max(1, Math.floor(hidden.length / 6)) === 0)
  return looked.flatMap(one => {
    const of = terms(one)
    return solve('Maximize', of) - solve('Minimize', of) < 5 - 1e-6 ? [`${one.id} ${one.from}`] : []
  })
}

it('the attack is able: overlapping twelve months by district and group are solved, which is why they are not published', () => {
  const pinned = fc.sample(populations, { numRuns: 2, seed: 7 }).flatMap(hires => attack(overlapping(hires, 5)))
  expect(pinned.length).toBeGreaterThan(0)
}, 60_000)

it('P-A5: 24 snapshots together pin no hidden number to fewer than five', () => {
  fc.assert(
    fc.property(populations, hires => {
      expect(attack(published(hires, 5))).toEqual([])
    }),
    { numRuns: 8, seed: 20_260_302 },
  )
}, 60_000)
