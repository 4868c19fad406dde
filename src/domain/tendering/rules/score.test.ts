import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Criterion, Tender } from '../tendering.ts'
import { pointsIn, totalPoints, underLeast } from './score.ts'

const priced: Criterion = { id: 'price', says: 'pris', weight: 25, price: { best: 200, worst: 400 } }
const experience: Criterion = { id: 'experience', says: 'erfarenhet', weight: 40, least: 2 }
const employers: Criterion = { id: 'employers', says: 'arbetsgivare', weight: 35 }

const tender = (points: Readonly<Record<string, number>>, price?: number): Tender => ({
  id: 't',
  region: 'FA15-15',
  supplier: 's',
  capacity: 10,
  requirements: {},
  scores: Object.fromEntries(Object.entries(points).map(([id, value]) => [id, { points: value, why: 'skäl' }])),
  ...(price === undefined ? {} : { price }),
})

describe('UPH-4: points', () => {
  it('are the assessors’ 1 to 5, in hundredths', () => {
    expect([1, 2, 3, 4, 5].map(points => pointsIn(experience, tender({ experience: points })))).toEqual([
      100, 200, 300, 400, 500,
    ])
  })

  // 1 + 4 × (400 − price) / 200.
  test.each([
    [0, 500],
    [199, 500],
    [200, 500],
    [201, 498], // 1 + 4 × 199/200 = 4.98
    [250, 400],
    [300, 300],
    [320, 260],
    [399, 102],
    [400, 100],
    [401, 100],
    [10_000, 100],
  ])('a price of %i kronor on the scale 200–400 gives %i hundredths', (price, points) => {
    expect(pointsIn(priced, tender({}, price))).toBe(points)
  })

  it('by price are rounded to hundredths, half up', () => {
    const thirds: Criterion = { ...priced, price: { best: 0, worst: 3 } }
    // 1 + 4 × 2/3 = 3.6667 and 1 + 4 × 1/3 = 2.3333.
    expect([1, 2].map(price => pointsIn(thirds, tender({}, price)))).toEqual([367, 233])
    // 1 + 4 × 1/800 = 1.005 → 1.01.
    expect(pointsIn({ ...priced, price: { best: 0, worst: 800 } }, tender({}, 799))).toBe(101)
  })

  it('never depend on another tender: the same price gives the same points on a scale of any width, falling as the price rises', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), fc.nat(12_000), (best, width, asked) => {
        const criterion: Criterion = { ...priced, price: { best, worst: best + width } }
        const points = pointsIn(criterion, tender({}, asked))
        expect(points).toBeGreaterThanOrEqual(100)
        expect(points).toBeLessThanOrEqual(500)
        expect(Number.isInteger(points)).toBe(true)
        expect(pointsIn(criterion, tender({}, asked + 1))).toBeLessThanOrEqual(points)
        const exact = 100 + (400 * Math.min(Math.max(best + width - asked, 0), width)) / width
        expect(Math.abs(points - exact)).toBeLessThanOrEqual(0.5 + 1e-9)
      }),
    )
  })
})

describe('UPH-4: the weighted total', () => {
  it('is weight × points in ten-thousandths: 40 × 4 + 35 × 4 + 25 × 3 = 375, that is 3.75', () => {
    expect(totalPoints([experience, employers, priced], tender({ experience: 4, employers: 4 }, 300))).toBe(37_500)
  })

  it('lies between 1 and 5, which all ones and all fives give', () => {
    const criteria = [experience, employers, priced]
    expect(totalPoints(criteria, tender({ experience: 1, employers: 1 }, 400))).toBe(10_000)
    expect(totalPoints(criteria, tender({ experience: 5, employers: 5 }, 200))).toBe(50_000)
  })
})

describe('UPH-4: the least points of a criterion', () => {
  it('two of two is enough, one of two is not, and a criterion without a least holds nobody back', () => {
    const criteria = [experience, employers]
    expect(underLeast(criteria, tender({ experience: 2, employers: 1 }))).toEqual([])
    expect(underLeast(criteria, tender({ experience: 1, employers: 1 }))).toEqual(['experience'])
  })

  it('holds for price as well: 2.60 is under 3, 3.00 is not', () => {
    const strict: Criterion = { ...priced, least: 3 }
    expect(underLeast([strict], tender({}, 320))).toEqual(['price'])
    expect(underLeast([strict], tender({}, 300))).toEqual([])
  })
})
