import { describe, expect, it } from 'vitest'
import { type Range, type Rehearsal, rehearse } from './rehearsal.ts'
import { model } from './test-models.ts'

const sure = (value: number): Range => ({ low: value, likely: value, high: value })

/** One tier of 40 000: base 12 000 at 100 a day, results 14 000 each. */
const plain: Rehearsal = {
  volumes: [10, 100],
  tiers: [{ tier: 'A', mix: 100, dailyCost: 9_000, dropOut: sure(20), reached: [sure(50), sure(60)] }],
  days: { stayed: 100, droppedOut: 30 },
  costs: { fixed: 20_000_000, perParticipant: 100_000 },
}

describe('a supplier’s year (UPH-5)', { timeout: 60_000 }, () => {
  it('is reckoned by hand for one tier', () => {
    // Base: 0.2 × 30 × 100 + 0.8 × 100 × 100 = 8 600. Results: 0.8 × 0.5 × 14 000 × (1 + 0.6) = 8 960.
    // Cost: 1 000 + 90 × (0.2 × 30 + 0.8 × 100) = 8 740. Left 8 820 a participant; fixed costs 200 000.
    const { perTier, volumes, breakEven } = rehearse(model, plain)
    expect(perTier).toEqual([{ tier: 'A', base: 860_000, results: 896_000, cost: 874_000, margin: 882_000 }])
    expect(volumes.map(({ volume, cases }) => [volume, cases.likely.margin])).toEqual([
      [10, 8_820_000 - 20_000_000],
      [100, 88_200_000 - 20_000_000],
    ])
    expect(volumes[1]?.cases.likely).toEqual({
      base: 86_000_000,
      results: 89_600_000,
      cost: 107_400_000,
      margin: 68_200_000,
    })
    expect(breakEven).toBe(23) // 200 000 / 8 820 = 22.7
    expect(volumes[1]?.baseCovers).toBe(80.1) // 860 000 / 1 074 000
  })

  it('swings by chance as much as its outcomes differ', () => {
    // Four ends, in kronor: left early 3 000 − 3 700; none 10 000 − 10 000; hired +14 000; lasting +28 000.
    const ends = [
      [0.2, -700],
      [0.4, 0],
      [0.16, 14_000],
      [0.24, 28_000],
    ] as const
    const mean = ends.reduce((sum, [p, net]) => sum + p * net, 0)
    const variance = ends.reduce((sum, [p, net]) => sum + p * (net - mean) ** 2, 0)
    expect(mean).toBeCloseTo(8_820, 9)
    const swing = 1.2815515655446004 * Math.sqrt(100 * variance)
    const { low, high } = rehearse(model, plain).volumes[1]!.chance
    expect(Math.abs(low / 100 - (682_000 - swing))).toBeLessThan(0.01)
    expect(Math.abs(high / 100 - (682_000 + swing))).toBeLessThan(0.01)
  })

  it('is what a thousand years of chance come to', () => {
    let state = 12_345
    const chance = () => {
      state = (state * 16_807) % 2_147_483_647
      return state / 2_147_483_647
    }
    const years = Array.from({ length: 4_000 }, () => {
      let margin = -200_000
      for (let i = 0; i < 100; i++) {
        const left = chance() < 0.2
        const [days, hired] = [left ? 30 : 100, !left && chance() < 0.5]
        const lasting = hired && chance() < 0.6
        margin += days * 100 + (hired ? 14_000 : 0) + (lasting ? 14_000 : 0) - 1_000 - days * 90
      }
      return margin
    }).sort((a, b) => a - b)
    const { cases, chance: span } = rehearse(model, plain).volumes[1]!
    const mean = years.reduce((a, b) => a + b, 0) / years.length
    expect(Math.abs(mean - cases.likely.margin / 100)).toBeLessThan(8_000)
    expect(Math.abs(years[400]! - span.low / 100)).toBeLessThan(15_000)
    expect(Math.abs(years[3_600]! - span.high / 100)).toBeLessThan(15_000)
  })

  it('is worse with low outcomes and many who leave, better with the other way round', () => {
    const tier = {
      ...plain.tiers[0]!,
      dropOut: { low: 10, likely: 20, high: 40 },
      reached: [{ low: 30, likely: 50, high: 70 }, sure(60)],
    }
    const { cases } = rehearse(model, { ...plain, tiers: [tier] }).volumes[1]!
    // Low: 0.6 × 0.3 × 14 000 × 1.6 = 4 032 a participant; high: 0.9 × 0.7 × 14 000 × 1.6 = 14 112.
    expect([cases.low.results, cases.likely.results, cases.high.results]).toEqual([40_320_000, 89_600_000, 141_120_000])
    expect([cases.low.base, cases.high.base]).toEqual(
      [(0.4 * 3_000 + 0.6 * 10_000) * 10_000, (0.1 * 3_000 + 0.9 * 10_000) * 10_000].map(Math.round),
    )
  })

  it('mixes tiers, and warns when a tier further away earns less than one nearer', () => {
    const [a, b] = [
      { ...plain.tiers[0]!, mix: 75 },
      { ...plain.tiers[0]!, tier: 'B', mix: 25, dailyCost: 15_000 },
    ]
    const { perTier, volumes, rewardsEasyCases } = rehearse(model, { ...plain, tiers: [a, b] })
    expect(perTier[1]).toEqual({ tier: 'B', base: 1_376_000, results: 1_433_600, cost: 1_390_000, margin: 1_419_600 })
    expect(volumes[1]?.cases.likely.margin).toBe(100 * (0.75 * 882_000 + 0.25 * 1_419_600) - 20_000_000)
    expect(rewardsEasyCases).toBe(false)
    const hard = { ...b, reached: [sure(20), sure(60)] }
    expect(rehearse(model, { ...plain, tiers: [a, hard] }).rewardsEasyCases).toBe(true)
    expect(rehearse(model, { ...plain, tiers: [a, { ...a, tier: 'B', dailyCost: 9_000 }] }).rewardsEasyCases).toBe(
      false,
    )
    expect(rehearse(model, { ...plain, tiers: [hard, a] }).rewardsEasyCases).toBe(false)
    const alike = { ...model, tiers: [...model.tiers, { tier: 'C', price: 4_000_000 }] }
    expect(rehearse(alike, { ...plain, tiers: [a, { ...a, tier: 'C' }] }).rewardsEasyCases).toBe(false)
    // Between tiers that always give the same there is chance still: which one a participant is.
    const certain = { ...plain.tiers[0]!, dropOut: sure(0), reached: [sure(0), sure(0)] }
    const { chance, cases } = rehearse(model, {
      ...plain,
      tiers: [
        { ...certain, mix: 50 },
        { ...certain, tier: 'B', mix: 50 },
      ],
    }).volumes[1]!
    // 10 000 − 10 000 and 16 000 − 10 000: 3 000 either way, √100 × 3 000.
    expect(chance.high - cases.likely.margin).toBe(Math.round(1.2815515655446004 * 3_000_000))
  })

  it('breaks even at once, at some number, or never', () => {
    const { breakEven } = rehearse(model, { ...plain, costs: { ...plain.costs, fixed: 0 } })
    expect(breakEven).toBe(0)
    const poor = { ...plain, tiers: [{ ...plain.tiers[0]!, reached: [sure(0), sure(0)] }] }
    expect(rehearse(model, poor).breakEven).toBeNull()
    const even = {
      ...poor,
      costs: { fixed: 0, perParticipant: 86_000 },
      tiers: [{ ...poor.tiers[0]!, dailyCost: 9_000 }],
    }
    expect(rehearse(model, even).perTier[0]?.margin).toBe(0)
    expect(rehearse(model, even).breakEven).toBe(0)
    expect(rehearse(model, { ...even, costs: { ...even.costs, fixed: 1 } }).breakEven).toBeNull()
    const free = { ...plain, costs: { fixed: 0, perParticipant: 0 }, tiers: [{ ...plain.tiers[0]!, dailyCost: 0 }] }
    expect(rehearse(model, free).volumes[0]?.baseCovers).toBe(100)
  })
})
