import { describe, expect, it } from 'vitest'
import { effectsAt } from './effects.ts'
import { actors } from './flows.ts'
import { certain, group, planned } from './test-plans.ts'

const plan = planned({ ...group, people: 4 })
const costs = { employerCosts: 1_000, municipalCosts: 5_000, programmeSaved: 2_000, workCosts: 500 }
const at = (changed: object, back?: { municipality: number; region: number }) =>
  effectsAt([plan], { ...certain, ...costs, ...changed }, back)

describe('what would have happened anyway (STR-10)', () => {
  it('leaves only the support and the costs when everybody would have found work anyway', () => {
    // Support 252 326.40 × 4; the employer’s costs 1 000 × 12 × 4; the municipality’s 5 000 × 4.
    expect(at({ deadweight: 100 }).gains).toEqual({
      individual: 0,
      municipality: -2_000_000,
      region: 0,
      state: -100_930_560,
      employer: 100_930_560 - 4_800_000,
      society: -6_800_000,
    })
  })

  it('counts displacement as it counts deadweight, and the two after each other', () => {
    expect(at({ displacement: 30 }).gains).toEqual(at({ deadweight: 30 }).gains)
    const { society } = at({ deadweight: 20, displacement: 50 }).gains
    const [none, all] = [at({}).gains.society, at({ deadweight: 100 }).gains.society]
    expect(society).toBe(all + Math.round((none - all) * 0.8 * 0.5))
  })

  it('pays back new tax by income equalisation, from municipality and region to the state, and society is as well off', () => {
    const [without, withIt] = [at({}), at({}, { municipality: 0.95, region: 0.9 })]
    const tax = { municipality: without.amounts.municipal_tax!, region: without.amounts.region_tax! }
    expect(withIt.gains.municipality).toBe(without.gains.municipality - Math.round(tax.municipality * 0.95))
    expect(withIt.gains.region).toBe(without.gains.region - Math.round(tax.region * 0.9))
    expect(withIt.gains.state - without.gains.state).toBe(
      Math.round(tax.municipality * 0.95) + Math.round(tax.region * 0.9),
    )
    expect(withIt.gains.society).toBe(without.gains.society)
    expect(withIt.years[0]?.gains).toEqual(withIt.gains)
  })

  it('makes real costs real: society gains the work less them', () => {
    // Work 394 260 × 4; used up: (1 000 + 500 − 2 000) × 12 × 4 and 5 000 × 4.
    const { gains } = at({})
    expect(gains.society).toBe((394_260 * 4 - (1_000 + 500 - 2_000) * 48 - 5_000 * 4) * 100)
    expect(actors.reduce((sum, who) => sum + gains[who], 0)).toBe(gains.society)
  })

  it('sums groups and years', () => {
    const two = effectsAt([plan, planned({ ...group, people: 1 })], certain, undefined)
    expect(two.gains.society).toBe(5 * 39_426_000)
    expect(two.personDays).toBe(5 * 365)
    expect(two.years).toEqual([{ year: 2026, gains: two.gains }])
    const across = planned({ ...group, period: { from: '2026-07-01', to: '2027-07-01' } }, '2026-07-01')
    const years = effectsAt([across], certain, undefined).years
    expect(years.map(({ year }) => year)).toEqual([2026, 2027])
    expect(years.map(({ gains }) => gains.society)).toEqual([19_713_000, 19_713_000])
  })
})
