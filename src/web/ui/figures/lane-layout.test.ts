import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowest, type Placed, placeInLane } from './lane-layout.ts'
import { dayNumber, monthStarts, percent, textWidth } from './scale.ts'

const placed = fc
  .tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.3, noNaN: true })),
    fc.integer({ min: 3, max: 34 }).map(length => 'a'.repeat(length)),
  )
  .map(([start, length, label]) => ({ label, start, end: Math.min(1, start + length) }))

const lane = fc
  .array(placed, { maxLength: 8 })
  .map(items => items.map((item, index): Placed => ({ ...item, key: String(index) })))

type Box = { readonly from: number; readonly to: number; readonly line: number; readonly key: string }

/** What each body covers on its line, in px, without the air that the layout adds. */
function bodies(items: readonly Placed[], axis: number): Box[] {
  const { spots } = placeInLane(items, axis)
  return items.map(item => {
    const line = spots.find(spot => spot.key === item.key)?.line ?? -1
    return { from: item.start * axis, to: item.end * axis, line, key: item.key }
  })
}

function meets(a: Box, b: Box): boolean {
  return a.line === b.line && a.key !== b.key && a.from < b.to && b.from < a.to
}

describe('lanes (P2)', () => {
  it('gives every thing one spot, and never lays two over each other', () => {
    fc.assert(
      fc.property(lane, fc.constantFrom(...Object.values(narrowest)), (items, axis) => {
        const { spots, lines } = placeInLane(items, axis)
        expect(spots.map(spot => spot.key).sort()).toEqual(items.map(item => item.key).sort())
        expect(spots.every(spot => spot.line < lines)).toBe(true)
        const all = bodies(items, axis)
        expect(all.some(a => all.some(b => meets(a, b)))).toBe(false)
      }),
    )
  })

  it('a label beside its body meets neither a body nor another label, and stays in the picture', () => {
    fc.assert(
      fc.property(lane, fc.constantFrom(...Object.values(narrowest)), (items, axis) => {
        const { spots } = placeInLane(items, axis)
        const taken = bodies(items, axis)
        for (const spot of spots) {
          const item = items.find(one => one.key === spot.key)
          if (!item || (spot.side !== 'after' && spot.side !== 'before')) continue
          const width = textWidth(item.label)
          const edge = spot.side === 'after' ? item.end * axis : item.start * axis
          const label = {
            from: spot.side === 'after' ? edge : edge - width,
            to: spot.side === 'after' ? edge + width : edge,
            line: spot.line,
            key: `label ${spot.key}`,
          }
          const others = taken.filter(one => one.key !== spot.key)
          expect(others.some(other => meets(label, other))).toBe(false)
          expect(label.from >= 0 && label.to <= axis).toBe(true)
          taken.push(label)
        }
      }),
    )
  })

  it('labels under their bodies take rows of their own when they would meet', () => {
    fc.assert(
      fc.property(lane, fc.constantFrom(...Object.values(narrowest)), (items, axis) => {
        const under = placeInLane(items, axis).spots.filter(spot => spot.side === 'under')
        const boxes = under.map((spot): Box => {
          const item = items.find(one => one.key === spot.key)
          const width = textWidth(item?.label ?? '')
          const from = spot.anchor === 'end' ? (item?.end ?? 0) * axis - width : (item?.start ?? 0) * axis
          return { from, to: from + width, line: spot.line * 100 + spot.row, key: spot.key }
        })
        expect(boxes.some(a => boxes.some(b => meets(a, b)))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('a label gives way to one that already stands there', () => {
    const items: Placed[] = [
      { key: 'first', label: 'uppstartsmöte med alla', start: 0.5, end: 0.5 },
      { key: 'second', label: 'första start senast 24 augusti', start: 0.98, end: 0.98 },
    ]
    const sides = Object.fromEntries(placeInLane(items, narrowest.medium).spots.map(spot => [spot.key, spot.side]))
    expect(sides).toEqual({ first: 'after', second: 'under' })
  })

  it('a label stands inside only where the bar is longer than the text', () => {
    const items: Placed[] = [
      { key: 'long', label: 'rustning, 20 veckor', start: 0.1, end: 0.6 },
      { key: 'short', label: 'profil', start: 0.02, end: 0.06 },
      { key: 'problem', label: 'hinner inte', start: 0.6, end: 1, outside: true },
    ]
    const sides = Object.fromEntries(placeInLane(items, narrowest.medium).spots.map(spot => [spot.key, spot.side]))
    expect(sides.long).toBe('inside')
    expect(sides.short).toBe('under')
    expect(sides.problem).not.toBe('inside')
  })
})

describe('scales', () => {
  it('counts days without a time zone, across summer time and leap days', () => {
    expect(dayNumber('2026-03-30') - dayNumber('2026-03-28')).toBe(2)
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2)
  })

  it('finds the first day of each calendar month within the span', () => {
    const starts = monthStarts(dayNumber('2026-11-15'), dayNumber('2027-02-01'))
    expect(starts.map(({ year, month }) => `${year}-${month}`)).toEqual(['2026-12', '2027-1', '2027-2'])
    expect(monthStarts(dayNumber('2026-12-01'), dayNumber('2026-12-05')).map(one => one.month)).toEqual([12])
  })

  it('writes places as percentages with two decimals', () => {
    expect(percent(1 / 3)).toBe('33.33%')
  })
})
