import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { concentration, hhiBounds } from './concentration.ts'

describe('UPH-6: concentration', () => {
  it('of 50, 30 and 20 participants: 50² + 30² + 20² = 3 800', () => {
    expect(concentration([20, 50, 30], [1, 2])).toEqual({
      suppliers: 3,
      participants: 100,
      largest: [
        { suppliers: 1, percent: 50 },
        { suppliers: 2, percent: 80 },
      ],
      hhi: 3800,
    })
  })

  it('looks at the ten and the twenty largest when nothing else is asked', () => {
    const thirty = concentration(Array.from({ length: 30 }, () => 7))
    expect(thirty.largest).toEqual([
      { suppliers: 10, percent: 33.3 },
      { suppliers: 20, percent: 66.7 },
    ])
    // Thirty alike: 30 × (100/30)² = 333.33.
    expect(thirty.hhi).toBe(333.3)
  })

  it('who has no participants is not in the market, and an empty market has no concentration', () => {
    expect(concentration([5, 0, 5], [1])).toEqual({
      suppliers: 2,
      participants: 10,
      largest: [{ suppliers: 1, percent: 50 }],
      hhi: 5000,
    })
    expect(concentration([0], [1])).toEqual({
      suppliers: 0,
      participants: 0,
      largest: [{ suppliers: 1, percent: 0 }],
      hhi: 0,
    })
  })

  it('rounds the index to one decimal, half up', () => {
    // Two of 1 and 3: (1 + 9) / 16 × 10 000 = 6 250. Of 1, 1 and 2: 6/16 = 3 750. Of 2, 2 and 3: 17/49 = 3 469.39.
    expect([concentration([1, 3]).hhi, concentration([1, 1, 2]).hhi, concentration([2, 2, 3]).hhi]).toEqual([
      6250, 3750, 3469.4,
    ])
    // 1 and 399: 159 202 / 160 000 × 10 000 = 9 950.125 → 9 950.1; seven eighths apart: 1 and 799: 9 975.03.
    expect([concentration([1, 399]).hhi, concentration([1, 799]).hhi]).toEqual([9950.1, 9975])
  })

  it('agrees with a second reckoning by sorted shares, for any market', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 60 }), counts => {
        const all = counts.reduce((a, b) => a + b, 0)
        fc.pre(all > 0)
        const shares = [...counts].sort((a, b) => b - a).map(count => (100 * count) / all)
        const found = concentration(counts)
        let squares = 0
        for (const share of shares) squares += share ** 2
        expect(Math.abs(found.hhi - squares)).toBeLessThanOrEqual(0.05 + 1e-6)
        let ten = 0
        for (const share of shares.slice(0, 10)) ten += share
        expect(Math.abs(found.largest[0]!.percent - ten)).toBeLessThanOrEqual(0.05 + 1e-6)
      }),
    )
  })

  it('rises when two suppliers become one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 20 }), ([a, b, ...rest]) => {
        expect(concentration([a! + b!, ...rest]).hhi).toBeGreaterThan(concentration([a!, b!, ...rest]).hhi - 0.1)
      }),
    )
  })
})

describe('UPH-6: the seed’s own figures: 164 suppliers, the ten largest 37 per cent, the twenty largest 52', () => {
  const seed = {
    suppliers: 164,
    largest: [
      { suppliers: 10, percent: 37 },
      { suppliers: 20, percent: 52 },
    ],
  }

  it('bound the index from 175.4 to 689.9', () => {
    // Least, all alike within each group: 10 × 3.7² + 10 × 1.5² + 144 × (48/144)² = 136.9 + 22.5 + 16 = 175.4.
    // Most: one of the first ten has 37 − 9 × 1.5 = 23.5 and nine 1.5: 552.25 + 20.25 = 572.5. Of the next ten three have 3.7, one 1.9 and six
    // a third: 15 − 10/3 = 11.67 above the bottom, of which 3 × 3.3667 = 10.1 at the top: 41.07 + 3.61 + 0.67 = 45.35. Of the last 144, 32 have
    // 1.5: 72. Together 689.85.
    expect(hhiBounds(seed)).toEqual({ least: 175.4, most: 689.9 })
  })

  it('say nothing when they contradict each other', () => {
    const largest = (ten: number, twenty: number) => [
      { suppliers: 10, percent: ten },
      { suppliers: 20, percent: twenty },
    ]
    // The next ten may have as much as the first ten, not more.
    expect(hhiBounds({ suppliers: 164, largest: largest(26, 52) })).toBeDefined()
    expect(hhiBounds({ suppliers: 164, largest: largest(25, 52) })).toBeUndefined()
    expect(hhiBounds({ suppliers: 164, largest: largest(37, 36) })).toBeUndefined()
    expect(hhiBounds({ suppliers: 15, largest: largest(37, 52) })).toBeUndefined()
    expect(hhiBounds({ suppliers: 164, largest: largest(52, 37).toReversed() })).toBeUndefined()
    // Twenty suppliers in all cannot have 52 per cent of it together.
    expect(hhiBounds({ suppliers: 20, largest: largest(37, 52) })).toBeUndefined()
    expect(hhiBounds({ suppliers: 20, largest: largest(60, 100) })).toBeDefined()
  })
})

describe('bounds of the index', () => {
  test.each([
    // One supplier has everything.
    [{ suppliers: 1, largest: [{ suppliers: 1, percent: 100 }] }, 10_000, 10_000],
    // Three, of which one rounds to everything.
    [{ suppliers: 3, largest: [{ suppliers: 1, percent: 100 }] }, 10_000, 10_000],
    // Five, the two largest with 60: least 2 × 30² + 3 × (40/3)² = 2 333.3, rounded down; most 46.67² + 13.33² and 30² + 10² + 0: 3 355.6, up.
    [{ suppliers: 5, largest: [{ suppliers: 2, percent: 60 }] }, 2333.3, 3355.6],
    // Two, the largest with 60: 3 600 + 1 600.
    [{ suppliers: 2, largest: [{ suppliers: 1, percent: 60 }] }, 5200, 5200],
    // Four alike, known by halves: 4 × 625.
    [{ suppliers: 4, largest: [{ suppliers: 2, percent: 50 }] }, 2500, 2500],
    // Three, the largest with 50: least 2 500 + 2 × 625; most 2 500 + 2 500, as if one of the others had all the rest.
    [{ suppliers: 3, largest: [{ suppliers: 1, percent: 50 }] }, 3750, 5000],
  ])('%j: %d to %d', (published, least, most) => {
    expect(hhiBounds(published)).toEqual({ least, most })
  })

  it('hold every market that has those shares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 4, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        (counts, first) => {
          const all = counts.reduce((a, b) => a + b, 0)
          const sorted = [...counts].sort((a, b) => b - a)
          const top = (many: number): number => (100 * sorted.slice(0, many).reduce((a, b) => a + b, 0)) / all
          const cuts = [first, first + Math.floor((counts.length - first) / 2)].filter(
            (cut, i, of) => of.indexOf(cut) === i,
          )
          const bounds = hhiBounds({
            suppliers: counts.length,
            largest: cuts.map(cut => ({ suppliers: cut, percent: top(cut) })),
          })
          const { hhi } = concentration(counts)
          expect(bounds).toBeDefined()
          expect(bounds!.least).toBeLessThanOrEqual(hhi + 0.05)
          expect(bounds!.most).toBeGreaterThanOrEqual(hhi - 0.05)
        },
      ),
      { numRuns: 500 },
    )
  })
})
