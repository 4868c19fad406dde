import { describe, expect, it } from 'vitest'
import type { Point } from './assumptions.ts'
import { yearsOf } from './person.ts'
import type { Benefit, Group, Support } from './plan.ts'
import { certain, group, planned } from './test-plans.ts'

type Employment = Extract<Group['work'], { kind: 'employment' }>
const employed = (work: Partial<Employment> = {}, rest: Partial<Group> = {}): Group => ({
  ...group,
  ...rest,
  work: { kind: 'employment', monthlyPay: 25_000, fullTime: 100, youth: false, support: { kind: 'none' }, ...work },
})
const first = (one: Group, point: Partial<Point> = {}) => yearsOf(planned(one), { ...certain, ...point })[0]!
const amounts = (one: Group, point: Partial<Point> = {}) => first(one, point).amounts
const month = (from: string, to: string) => ({ period: { from, to } })

describe('one person, with the requirement and without (STR-10)', () => {
  it('has the net income of the golden vector', () => {
    expect(first(group)).toMatchObject({ year: 2026, days: 365, netWith: 24_594_700, netWithout: 12_811_200 })
  })

  it('works part of a month by its days: 17 of January’s 31', () => {
    const part = amounts(employed({}, month('2026-01-15', '2026-02-01')))
    expect(part.pay).toBe(1_370_968) // 2 500 000 × 17 / 31
    expect(part.employer_fees).toBe(430_758) // × 31.42 % = 430 758.15
    // 308 × 22 = 6 776 and 3 900 a month, the part of it that is lost: 10 676 × 17 / 31 = 5 854.58
    expect(part.state_benefits).toBe(-585_458)
  })

  it('loses benefits for the part of full time that is worked', () => {
    const half = amounts(employed({ fullTime: 50 }, month('2026-02-01', '2026-03-01')))
    expect(half.state_benefits).toBe(-533_800) // half of 10 676
  })

  it.each<[string, Benefit, number]>([
    ['rent above the ceiling', { kind: 'housing_benefit', rent: 9_000 }, 390_000],
    ['rent between', { kind: 'housing_benefit', rent: 2_000.5 }, 20_050],
    ['rent at the floor', { kind: 'housing_benefit', rent: 1_800 }, 0],
    ['rent below the floor', { kind: 'housing_benefit', rent: 900 }, 0],
    ['other, free of tax', { kind: 'other_from_state', perMonth: 7_000, taxable: false }, 700_000],
  ])('has benefits without work: %s', (_, benefit, aMonth) => {
    const { amounts: lost, netWithout } = first(employed({}, { without: [benefit] }))
    expect(lost.state_benefits ?? 0).toBe(aMonth === 0 ? 0 : -12 * aMonth)
    expect(netWithout).toBe(12 * aMonth)
  })

  it('pays tax on activity support, of 365 a day or what was decided, and none on social assistance', () => {
    expect(first(employed({}, { without: [{ kind: 'activity_support' }] })).netWithout).toBe(7_508_800)
    const decided = first(employed({}, { without: [{ kind: 'activity_support', perDay: 910 }] }))
    expect(decided.amounts.state_benefits).toBe(-910 * 22 * 12 * 100)
    const social = first(employed({}, { without: [{ kind: 'social_assistance', perMonth: 9_800 }] }))
    expect(social).toMatchObject({ netWithout: 11_760_000, netWith: 24_594_700 })
    expect(social.amounts).toMatchObject({ social_assistance: -11_760_000 })
    expect(social.amounts.state_benefits).toBeUndefined()
  })

  it('works before and after on the same benefits: half a year leaves half of them', () => {
    const half = first(employed({}, { ...month('2026-07-01', '2027-01-01'), without: [{ kind: 'activity_support' }] }))
    expect(half.days).toBe(184)
    expect(half.amounts.state_benefits).toBe(-4_818_000)
    // Pay 150 000 and activity support 48 180: 198 180, down to 198 100; see the tax test for the pieces.
    expect(half.netWith + (half.amounts.municipal_tax ?? 0)).toBeGreaterThan(half.netWithout)
  })

  it('leaves early after the part of the time that is assumed, counted in days', () => {
    const left = first(employed(), { staying: 50, employerCosts: 1_000, municipalCosts: 700, workCosts: 310 })
    expect(left.days).toBe(183) // 182.5, rounded
    // January to June are 181 days; two days of July’s 31.
    expect(left.amounts.employer_costs).toBe(600_000 + 6_452)
    expect(left.amounts.work_costs).toBe(186_000 + 2_000)
    expect(left.amounts.municipal_costs).toBe(70_000)
    expect(first(employed(), { staying: 0, municipalCosts: 700 })).toMatchObject({ days: 0, amounts: {} })
  })

  it('meets the municipality’s cost once, in the year of the start', () => {
    const years = yearsOf(planned(employed({}, month('2026-11-15', '2027-03-01')), '2026-12-01'), {
      ...certain,
      municipalCosts: 700,
    })
    expect(years.map(({ amounts }) => amounts.municipal_costs)).toEqual([70_000, undefined])
    expect(years.map(({ days }) => days)).toEqual([47, 59])
  })

  it('does work worth a part of its full cost, and is paid a part of the planned pay', () => {
    expect(amounts(employed(), { productivity: 55 }).work_done).toBe(21_684_300)
    expect(amounts(employed(), { pay: 90, productivity: 0 })).toMatchObject({
      pay: 27_000_000,
      employer_fees: 8_483_400,
    })
  })

  it('goes on with its benefits during an internship, and costs nothing but the costs', () => {
    const intern = { ...group, work: { kind: 'internship' as const, monthlyValue: 3_000 } }
    expect(amounts(intern, { employerCosts: 2_000, programmeSaved: 4_000, workCosts: 100 })).toEqual({
      work_done: 3_600_000,
      employer_costs: 2_400_000,
      work_costs: 120_000,
    })
    expect(first(intern)).toMatchObject({ netWith: 12_811_200, netWithout: 12_811_200 })
  })

  it('saves the state a programme place while it works', () => {
    expect(amounts(employed(), { programmeSaved: 4_000 }).programme).toBe(-4_800_000)
  })
})

describe('support to the employer', () => {
  const april = month('2026-04-01', '2026-05-01')
  const given = (support: Support, work: Partial<Employment> = {}) =>
    amounts(employed({ support, ...work }, april)).support

  it.each<[string, Support, Partial<Employment>, number | undefined]>([
    // 20 000 × 1.3142 × 80 %
    ['introduction job, pay above the ceiling', { kind: 'introduction_job' }, {}, 2_102_720],
    ['introduction job, pay below the ceiling', { kind: 'introduction_job' }, { monthlyPay: 10_000 }, 1_051_360],
    [
      'introduction job, half time: half the ceiling',
      { kind: 'introduction_job' },
      { fullTime: 50, monthlyPay: 12_500 },
      1_051_360,
    ],
    ['introduction job, young: 20 000 × 1.2081 × 80 %', { kind: 'introduction_job' }, { youth: true }, 1_932_960],
    ['new start job, one layer', { kind: 'new_start_job', layers: 1 }, {}, 628_400],
    ['new start job, two layers', { kind: 'new_start_job', layers: 2 }, {}, 1_256_800],
    ['new start job, two and a half', { kind: 'new_start_job', layers: 2.5 }, {}, 1_571_000],
    // The first layer is what is paid, 20.81 %; the others are unreduced, 31.42 %.
    ['new start job, young, one layer', { kind: 'new_start_job', layers: 1 }, { youth: true }, 416_200],
    ['new start job, young, two layers', { kind: 'new_start_job', layers: 2 }, { youth: true }, 1_044_600],
    ['new start job, young, two and a half', { kind: 'new_start_job', layers: 2.5 }, { youth: true }, 1_358_800],
    ['new start job, pay below the ceiling', { kind: 'new_start_job', layers: 1 }, { monthlyPay: 10_000 }, 314_200],
    ['an amount that somebody decided', { kind: 'decided', perMonth: 7_350.5 }, {}, 735_050],
    ['none', { kind: 'none' }, {}, undefined],
  ])('%s', (_, support, work, ore) => {
    expect(given(support, work)).toBe(ore)
  })

  it('follows the days of a month', () => {
    const half = amounts(employed({ support: { kind: 'introduction_job' } }, month('2026-04-01', '2026-04-16')))
    expect(half.support).toBe(1_051_360)
    const decided = amounts(
      employed({ support: { kind: 'decided', perMonth: 3_000 } }, month('2026-04-01', '2026-04-11')),
    )
    expect(decided.support).toBe(100_000)
  })
})

describe('employer contributions', () => {
  const fees = (from: string, to: string, work: Partial<Employment>) =>
    amounts(employed(work, month(from, to))).employer_fees

  it('are lower for the young up to 25 000 a month, in full above', () => {
    // 25 000 × 20.81 % = 5 202.50; 5 000 × 31.42 % = 1 571.
    expect(fees('2026-04-01', '2026-05-01', { youth: true, monthlyPay: 30_000 })).toBe(677_350)
    expect(fees('2026-04-01', '2026-05-01', { youth: true, monthlyPay: 25_000 })).toBe(520_250)
    expect(fees('2026-04-01', '2026-05-01', { youth: false, monthlyPay: 25_000 })).toBe(785_500)
  })

  it('are lower from 1 April 2026, and not the day before (SFS 2026:100)', () => {
    expect(fees('2026-03-31', '2026-04-01', { youth: true, monthlyPay: 31_000 })).toBe(31_420) // 1 000 × 31.42 %
    expect(fees('2026-04-01', '2026-04-02', { youth: true, monthlyPay: 30_000 })).toBe(20_810)
  })
})
