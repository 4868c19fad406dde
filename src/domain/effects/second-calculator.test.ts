import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#kernel'
import type { Point } from './assumptions.ts'
import { effectsAt } from './effects.ts'
import { type Benefit, type Group, planOf, type Support, type Work } from './plan.ts'
import { type SecondInput, secondGains } from './test-second-calculator.ts'

const kronor = (most: number) => fc.integer({ min: 0, max: most * 100 }).map(ore => ore / 100)
const percent = (most = 100) => fc.integer({ min: 0, max: most * 100 }).map(hundredths => hundredths / 100)
const support = fc.constantFrom<SecondInput['support']>('none', 'introduction', 'start1', 'start2', 'start2.5', 7_350.5)

const group = fc.record({
  people: fc.integer({ min: 1, max: 400 }),
  start: fc.integer({ min: 0, max: 364 }),
  days: fc.integer({ min: 1, max: 365 }),
  monthlyPay: fc.oneof(kronor(90_000), fc.constantFrom(20_000, 25_000, 25_000.01)),
  fullTime: fc.oneof(fc.constant(100), percent()),
  youth: fc.boolean(),
  support,
  internshipValue: fc.option(kronor(12_000), { nil: undefined, freq: 6 }),
  taxable: fc.oneof(fc.constant(0), kronor(30_000)),
  untaxed: fc.oneof(fc.constant(0), kronor(12_000)),
  social: fc.oneof(fc.constant(0), kronor(14_000)),
})

const assumed = fc.record({
  staying: fc.oneof(fc.constant(100), percent()),
  pay: percent(120),
  productivity: percent(150),
  deadweight: fc.oneof(fc.constant(0), percent()),
  displacement: fc.oneof(fc.constant(0), percent()),
  employerCosts: kronor(9_000),
  municipalCosts: kronor(40_000),
  programmeSaved: kronor(6_000),
  workCosts: kronor(2_000),
})
const rates = fc.record({
  municipality: fc.integer({ min: 1, max: 2600 }).map(x => x / 10_000),
  region: fc.integer({ min: 0, max: 1300 }).map(x => x / 10_000),
})
const equalise = fc.option(fc.record({ municipality: percent(1), region: percent(1) }), { nil: undefined })

type Drawn = typeof group extends fc.Arbitrary<infer One> ? One : never
const days = (one: Drawn) => {
  const from = addDays('2026-01-01', one.start)
  const longest = 365 - one.start // rules of 2026 only
  return { from, to: addDays(from, Math.min(one.days, longest)) }
}

function asGroup(one: Drawn): Group {
  const supports: Record<string, Support> = {
    none: { kind: 'none' },
    introduction: { kind: 'introduction_job' },
    start1: { kind: 'new_start_job', layers: 1 },
    start2: { kind: 'new_start_job', layers: 2 },
    'start2.5': { kind: 'new_start_job', layers: 2.5 },
  }
  const work: Work =
    one.internshipValue === undefined
      ? {
          kind: 'employment',
          monthlyPay: one.monthlyPay,
          fullTime: one.fullTime,
          youth: one.youth,
          support:
            typeof one.support === 'number' ? { kind: 'decided', perMonth: one.support } : supports[one.support]!,
        }
      : { kind: 'internship', monthlyValue: one.internshipValue }
  const without: Benefit[] = [
    { kind: 'other_from_state', perMonth: one.taxable, taxable: true },
    { kind: 'other_from_state', perMonth: one.untaxed, taxable: false },
    { kind: 'social_assistance', perMonth: one.social },
  ]
  return { name: 'x', people: one.people, period: days(one), work, without }
}

describe('two calculators that know nothing of each other (STR-10)', () => {
  it('agree to the öre on every actor in 50 000 random cases', () => {
    let cases = 0
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 2 }),
        rates,
        fc.array(assumed, { minLength: 5, maxLength: 5 }),
        equalise,
        (groups, tax, points, back) => {
          const plans = groups.map(one => {
            const planned = planOf(asGroup(one), tax, new Set())
            if (!planned.ok) throw new Error(planned.parameter)
            return planned.plan
          })
          for (const point of points) {
            cases += 1
            const { gains } = effectsAt(plans, point as Point, back)
            const second = secondGains(groups.map(one => ({ ...one, ...days(one), ...tax, ...point, equalise: back })))
            expect(Object.fromEntries(Object.entries(gains).map(([who, ore]) => [who, BigInt(ore)]))).toEqual(second)
          }
        },
      ),
      { numRuns: 10_000 },
    )
    expect(cases).toBe(50_000)
  }, 300_000)
})
