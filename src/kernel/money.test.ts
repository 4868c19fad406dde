import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ore, ore, portion, shareOre } from './index.ts'

describe('money', () => {
  it('is rounded half away from zero, in whole öre', () => {
    expect([ore(0.005), ore(-0.005), ore(0.0049), ore(20_000)]).toEqual([1, -1, 0, 2_000_000])
    expect([portion(1, 0.5), portion(-1, 0.5), portion(1, 0.499999), portion(3, 0.5), portion(-3, 0.5)]).toEqual([
      1, -1, 0, 2, -2,
    ])
  })

  it('gives the part that the percentage says', () => {
    expect(portion(ore(25_000), 0.3142)).toBe(785_500)
    expect(portion(ore(25_000), 17, 31)).toBe(1_370_968) // 2 500 000 × 17 / 31 = 1 370 967.7…
    expect(portion(ore(9_000_000_000), 0.123456)).toBe(111_110_400_000) // beyond what floating point keeps exact
  })

  it('refuses a part of nothing', () => {
    expect(() => portion(1, 1, 0)).toThrow(RangeError)
  })

  it('never strays more than half an öre from the true part', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1_000_000), (amount, millionths) => {
        expect(Math.abs(portion(amount as Ore, millionths / 1e6) - (amount * millionths) / 1e6)).toBeLessThanOrEqual(
          0.5001,
        )
      }),
    )
  })

  it('is split without a remainder: what is left over goes by largest fraction, then by order', () => {
    expect(shareOre(100, [30, 35, 35])).toEqual([30, 35, 35])
    expect(shareOre(101, [30, 35, 35])).toEqual([30, 36, 35]) // 30.30, 35.35, 35.35
    expect(shareOre(2_430_700, [0.2489, 0.0551])).toEqual([1_990_136, 440_564]) // 440 564.375
    expect(shareOre(-101, [30, 35, 35])).toEqual([-30, -35, -36]) // the largest fraction above: −30.30 → −30, −35.35 → −35
    expect(shareOre(152, [0.2489, 0.0551])).toEqual([124, 28]) // 124.45 and 27.55
    expect(shareOre(76, [0.0152, 0.0152, 0.0304])).toEqual([19, 19, 38])
    expect(shareOre(3, [0.1, 0.1])).toEqual([2, 1]) // alike: by order
    expect(() => shareOre(1, [0, 0])).toThrow(RangeError)
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 9 }),
        (amount, by) => {
          const parts = shareOre(amount, by)
          const sum = by.reduce((a, b) => a + b, 0)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(amount)
          expect(parts.every((part, i) => Math.abs(part - (amount * by[i]!) / sum) < 1)).toBe(true)
        },
      ),
    )
  })
})
