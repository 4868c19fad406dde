import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRanges, fixed, pointOf, type Ranges, sayRange, sayValue } from './assumptions.ts'
import { chanceFrom, drawFrom, quantile } from './chance.ts'
import { effectsAt } from './effects.ts'
import { group, planned } from './test-plans.ts'
import { scenarios, simulate, tornado } from './uncertainty.ts'

const plans = [planned(group)]
const effects = (point: Parameters<typeof effectsAt>[1]) => effectsAt(plans, point, undefined)
const likely = defaultRanges.versions[0]!.value
const ranges: Ranges = {
  ...likely,
  productivity: { low: 40, likely: 60, high: 80 },
  deadweight: { low: 0, likely: 10, high: 50 },
  employerCosts: { low: 0, likely: 1_000, high: 2_000 },
}

describe('chance with a seed', { timeout: 60_000 }, () => {
  it('is the same for the same seed, another for another, and within 0 and 1', () => {
    const ten = (seed: number) => Array.from({ length: 10 }, chanceFrom(seed))
    expect(ten(7)).toEqual(ten(7))
    expect(ten(7)).not.toEqual(ten(8))
    fc.assert(
      fc.property(fc.nat(2 ** 31), seed => {
        const chance = chanceFrom(seed)
        for (let i = 0; i < 50; i++) {
          const drawn = chance()
          expect(drawn).toBeGreaterThanOrEqual(0)
          expect(drawn).toBeLessThan(1)
        }
      }),
    )
  })

  it('spreads evenly: each tenth of 0–1 gets a tenth of 100 000 draws, give or take a twentieth of it', () => {
    const chance = chanceFrom(2026)
    const tenths = Array<number>(10).fill(0)
    for (let i = 0; i < 100_000; i++) tenths[Math.floor(chance() * 10)]! += 1
    expect(tenths.filter(count => count < 9_500 || count > 10_500)).toEqual([])
  })

  it('draws a triangle: the ends, the top, the mean, and the part below the top', () => {
    const range = { low: 10, likely: 20, high: 50 }
    expect([drawFrom(range, () => 0), drawFrom(range, () => 0.25), drawFrom(range, () => 1)]).toEqual([10, 20, 50])
    expect(drawFrom(range, () => 0.0625)).toBe(15) // a quarter of the way up: half of the way to the top
    expect(drawFrom(fixed(3), () => 0.9)).toBe(3)
    const chance = chanceFrom(1)
    const draws = Array.from({ length: 50_000 }, () => drawFrom(range, chance))
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length
    expect(Math.abs(mean - 80 / 3)).toBeLessThan(0.2)
    expect(Math.abs(draws.filter(x => x < 20).length / draws.length - 0.25)).toBeLessThan(0.01)
  })

  it('finds the value that a part of all does not exceed', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect([0, 0.1, 0.11, 0.5, 0.9, 1].map(part => quantile(ten, part))).toEqual([1, 1, 2, 5, 9, 10])
    expect(quantile([4], 0.9)).toBe(4)
  })
})

describe('the range (STR-10)', { timeout: 60_000 }, () => {
  const bars = tornado(effects, ranges)

  it('is nothing when nothing is uncertain', () => {
    const certain: Ranges = { ...likely, productivity: fixed(55) }
    const { society, state } = simulate(effects, certain, { seed: 1, draws: 100 })
    expect(society.low).toBe(society.high)
    expect(state).toEqual({ low: -6_280_740, high: -6_280_740 })
    expect(tornado(effects, certain)).toEqual([])
  })

  it('holds eight draws of ten, and is the same for the same seed', () => {
    const once = simulate(effects, ranges, { seed: 5, draws: 1_000 })
    expect(simulate(effects, ranges, { seed: 5, draws: 1_000 })).toEqual(once)
    expect(simulate(effects, ranges, { seed: 6, draws: 1_000 })).not.toEqual(once)
    const { low, high } = scenarios(effects, ranges, bars)
    for (const who of ['individual', 'municipality', 'region', 'state', 'employer', 'society'] as const)
      expect(once[who].low).toBeLessThan(once[who].high)
    expect(once.society.low).toBeGreaterThan(low.society)
    expect(once.society.high).toBeLessThan(high.society)
    // With the value alone uncertain the gain follows it: a tenth of a triangle lies below low + √(0.1 × 40 × 20).
    const alone = simulate(effects, { ...likely, productivity: ranges.productivity }, { seed: 9, draws: 4_000 }).society
    const [tenth, nine] = [40 + Math.sqrt(80), 80 - Math.sqrt(80)].map(value => value * 394_260)
    expect(Math.abs(alone.low / tenth! - 1)).toBeLessThan(0.02)
    expect(Math.abs(alone.high / nine! - 1)).toBeLessThan(0.02)
  })

  it('turns one assumption at a time, the widest first', () => {
    // Deadweight 10 % likely: work 394 260 × 0.9 = 354 834; a value of 40 % gives 141 933.60 less 12 000 of costs.
    expect(bars.map(({ assumption, atLow, atHigh }) => [assumption, atLow, atHigh])).toEqual([
      ['productivity', 12_993_360, 27_186_720],
      ['deadweight', 22_455_600, 10_627_800],
      ['employerCosts', 21_290_040, 18_890_040],
    ])
    expect(bars[1]).toMatchObject({ low: 0, high: 50 })
    const intern = { ...group, work: { kind: 'internship' as const, monthlyValue: 0 } }
    const without = (point: Parameters<typeof effectsAt>[1]) => effectsAt([planned(intern)], point, undefined)
    expect(tornado(without, ranges).map(({ assumption }) => assumption)).toEqual(['employerCosts'])
  })

  it('goes from everything worse for society to everything better', () => {
    const { low, likely: middle, high } = scenarios(effects, ranges, bars)
    expect([low.society, middle.society, high.society]).toEqual([
      394_260 * 40 * 0.5 - 2_400_000, // 40 % of the cost, half would have found work, 2 000 a month
      394_260 * 60 * 0.9 - 1_200_000,
      394_260 * 80,
    ])
  })

  it('is said with its unit in both languages', () => {
    expect(sayRange('deadweight', { low: 5, likely: 6, high: 35.5 })).toEqual({ sv: '5–35,5 %', en: '5–35.5 %' })
    expect(sayRange('deadweight', fixed(5))).toEqual({ sv: '5 %', en: '5 %' })
    const { sv, en } = sayRange('workCosts', { low: 300, likely: 500, high: 1_100 })
    expect([sv.replace(/\s/g, ' '), en.replace(/\s/g, ' ')]).toEqual(['300–1 100 kr', 'SEK 300–1,100'])
    expect(sayValue('workCosts', 300).en.replace(/\s/g, ' ')).toBe('SEK 300')
    expect(pointOf(ranges, range => range.high)).toMatchObject({ productivity: 80, staying: 100 })
  })
})
