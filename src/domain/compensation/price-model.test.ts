import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, shareOre, weekday } from '#kernel'
import { costCoverOf } from './cost-cover.ts'
import { basePaid, dayRate, hasLasted, paidDays, partsOf, priceOf } from './price-model.ts'
import { compensationRules } from './register.ts'
import { model } from './test-models.ts'

describe('the parts of a price (UPH-5)', { timeout: 60_000 }, () => {
  it('are 30, 35 and 35 per cent', () => {
    expect(partsOf(model, 4_000_000)).toEqual({ base: 1_200_000, results: [1_400_000, 1_400_000] })
    expect([priceOf(model, 'B'), priceOf(model, 'C')]).toEqual([6_400_000, undefined])
  })

  it('give what does not divide to the largest fraction', () => {
    // 30.3, 35.35 and 35.35 of 101 öre: the öre left over goes to the first of the two that are alike.
    expect(partsOf(model, 101)).toEqual({ base: 30, results: [36, 35] })
    const thirds = {
      ...model,
      baseShare: 33.33,
      results: [
        { afterMonths: 0, share: 33.33 },
        { afterMonths: 3, share: 33.34 },
      ],
    }
    expect(partsOf(thirds, 100)).toEqual({ base: 33, results: [33, 34] })
  })

  it('sum to the price, whatever the price', () => {
    fc.assert(
      fc.property(fc.nat(1e9), price => {
        const { base, results } = partsOf(model, price)
        expect(base + results.reduce((a, b) => a + b, 0)).toBe(price)
      }),
    )
  })
})

describe('the day rate (UPH-5)', { timeout: 60_000 }, () => {
  it('is the base part divided on the planned days', () => {
    expect(dayRate(model, 1_200_000)).toBe(10_000)
    expect(basePaid(model, 1_200_000, 17)).toBe(170_000)
  })

  it('puts öre that do not divide on the first days, and ends when the planned days are used up', () => {
    const three = { ...model, plannedDays: 3 }
    expect([0, 1, 2, 3, 4].map(days => basePaid(three, 11, days))).toEqual([0, 4, 8, 11, 11])
    expect(dayRate(three, 11)).toBe(4)
  })

  it('is the same as sharing the base part by largest fraction', () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.integer({ min: 1, max: 200 }), fc.nat(220), (base, plannedDays, days) => {
        const rates = shareOre(base, Array<number>(plannedDays).fill(1))
        const paid = rates.slice(0, days).reduce((a, b) => a + b, 0)
        expect(basePaid({ ...model, plannedDays }, base, days)).toBe(paid)
      }),
    )
  })

  it('counts Monday to Friday, or every day', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(60), (start, length) => {
        const first = addDays('2024-01-01', start)
        const days = Array.from({ length }, (_, i) => addDays(first, i))
        expect(paidDays(model, weekday(first), length)).toBe(days.filter(day => weekday(day) <= 5).length)
        expect(paidDays({ ...model, days: 'calendar' }, weekday(first), length)).toBe(days.length)
      }),
    )
  })
})

describe('an employment', { timeout: 60_000 }, () => {
  it.each([
    ['2026-01-15', '2026-07-14', true],
    ['2026-01-15', '2026-07-13', false],
    ['2026-08-31', '2027-02-27', true],
    ['2026-08-31', '2027-02-26', false],
    ['2027-08-31', '2028-02-28', true], // the 29th exists: six months are full when the 28th has been worked
    ['2027-08-31', '2028-02-27', false],
    ['2026-01-15', undefined, true],
  ])('from %s to %s has lasted six calendar months: %s', (first, last, lasted) => {
    expect(hasLasted(first, last, 6)).toBe(lasted)
  })

  it('has lasted three months in the three-month variant, by the calendar and not by 90 days', () => {
    expect(hasLasted('2026-07-01', '2026-09-30', 3)).toBe(true) // 92 days
    expect(hasLasted('2026-07-01', '2026-09-29', 3)).toBe(false) // 91 days: more than 90
    expect(hasLasted('2026-02-01', '2026-04-30', 3)).toBe(true) // 89 days: fewer than 90
  })
})

describe('the base part', { timeout: 60_000 }, () => {
  const cover = (low: number, high: number) =>
    costCoverOf({ ...model, tiers: [{ tier: 'A', price: 4_000_000, dailyCost: { low, high } }] })[0]

  it('covers the cost and no more, or says by how much it does not', () => {
    expect(cover(9_000, 10_000)).toMatchObject({ dayRate: 10_000, verdict: 'covers', difference: 0 })
    expect(cover(10_000, 12_000)).toMatchObject({ verdict: 'covers', difference: 0 })
    expect(cover(9_000, 9_999)).toMatchObject({ verdict: 'too_much', difference: 1 })
    expect(cover(10_001, 12_000)).toMatchObject({ verdict: 'too_little', difference: -1 })
  })

  it('is not judged when no cost is given', () => {
    expect(costCoverOf(model)).toEqual([
      {
        tier: 'A',
        price: 4_000_000,
        base: 1_200_000,
        results: [1_400_000, 1_400_000],
        dayRate: 10_000,
        verdict: 'unknown',
        difference: 0,
      },
      {
        tier: 'B',
        price: 6_400_000,
        base: 1_920_000,
        results: [2_240_000, 2_240_000],
        dayRate: 16_000,
        verdict: 'unknown',
        difference: 0,
      },
    ])
  })
})

describe('the register', { timeout: 60_000 }, () => {
  it('has every rule with its source and words in both languages', () => {
    expect(compensationRules.map(({ id }) => id)).toEqual([
      'compensation.shares',
      'compensation.base',
      'compensation.results',
      'compensation.cost_cover',
      'compensation.tiers',
      'compensation.clawback',
      'compensation.corrections',
      'compensation.rehearsal',
    ])
    for (const { id, source, name, shown } of compensationRules)
      expect([id, source, name.sv, name.en, shown.sv, shown.en].filter(text => text.trim().length < 5)).toEqual([])
    expect(compensationRules[0]?.shown).toEqual({
      sv: '30 % grundersättning, 35 % vid konstaterad anställning, 35 % efter 6 månader',
      en: '30 % base, 35 % at a confirmed hire, 35 % after 6 months',
    })
  })
})
