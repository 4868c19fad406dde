import { describe, expect, it } from 'vitest'
import { employerFees, introTerms, payCap, youthFees } from '#domain/candidates'
import { addDays, entryOn } from '#kernel'
import { averageLocalTax, benefitRates, incomeEqualisation } from './parameters.ts'
import { planOf } from './plan.ts'
import { effectsRules } from './register.ts'
import { taxRules } from './tax-rules.ts'
import { average, group, planned } from './test-plans.ts'

const none = new Set<string>()

describe('the rules of each month (STR-10)', () => {
  it('are laid out over whole calendar years, with the days that are worked', () => {
    const { months, days, tax } = planned({ ...group, period: { from: '2026-02-10', to: '2026-04-03' } })
    expect(days).toBe(52)
    expect(months).toHaveLength(12)
    expect([...tax.keys()]).toEqual([2026])
    expect(months.slice(0, 5).map(({ before, within, length }) => [before, within, length])).toEqual([
      [0, 0, 31],
      [0, 19, 28],
      [19, 31, 31],
      [50, 2, 30],
      [80, 0, 31],
    ])
  })

  it('keep to one year when the last day is its last', () => {
    expect([...planned({ ...group, period: { from: '2026-12-01', to: '2027-01-01' } }).tax.keys()]).toEqual([2026])
  })

  it('are missing the day before they begin, and the day after they end', () => {
    const on = (from: string, to: string) => planOf({ ...group, period: { from, to } }, average, none)
    expect(on('2025-12-31', '2026-01-02')).toMatchObject({ ok: false, day: '2025-01-01' })
    expect(on('2026-12-31', '2027-01-02')).toEqual({ ok: false, day: '2027-01-01', parameter: taxRules.id })
    expect(on('2026-01-01', '2027-01-01').ok).toBe(true)
    expect(on('2024-01-01', '2024-02-01')).toEqual({ ok: false, day: '2024-01-01', parameter: employerFees.id })
    expect(planOf(group, average, none, '2025-02-01').ok).toBe(false)
  })

  it('may all be those of one day: constant prices over two years', () => {
    const { months, tax } = planned({ ...group, period: { from: '2026-07-01', to: '2028-01-01' } }, '2026-07-01')
    expect([...tax.keys()]).toEqual([2026, 2027])
    expect(new Set(months.map(({ youthFees }) => youthFees?.rate))).toEqual(new Set([0.2081]))
  })

  it.each([
    [employerFees, '2026-01-01', undefined],
    [youthFees, '2026-04-01', '2027-10-01'],
    [introTerms, '2026-01-01', undefined],
    [payCap, '2026-01-01', undefined],
    [benefitRates, '2025-10-01', undefined],
    [taxRules, '2026-01-01', '2027-01-01'],
  ] as const)('hold from their first day to their last: %#', (entry, first, firstAfter) => {
    const holds = (day: string) => entryOn<unknown>(entry, day) !== undefined
    expect([holds(addDays(first, -1)), holds(first)]).toEqual([false, true])
    if (firstAfter) expect([holds(addDays(firstAfter, -1)), holds(firstAfter)]).toEqual([true, false])
    else expect(holds('2099-01-01')).toBe(true)
  })

  it('are off while unverified, and on when somebody turns them on', () => {
    for (const entry of [averageLocalTax, incomeEqualisation]) {
      expect(entryOn(entry, '2026-06-01')).toBeUndefined()
      expect(entryOn(entry, '2026-06-01', new Set([entry.id]))?.confidence).toBe('unverified')
    }
    expect(effectsRules.filter(({ active }) => !active).map(({ id }) => id)).toEqual([
      averageLocalTax.id,
      incomeEqualisation.id,
    ])
  })

  it('are all in the register, with a source and words in both languages', () => {
    expect(effectsRules.map(({ id }) => id)).toEqual([
      'effects.double_entry',
      'effects.counterfactual',
      'effects.span',
      'effects.income_tax',
      'effects.benefits',
      'effects.average_local_tax',
      'effects.income_equalisation',
      'effects.assumptions',
    ])
    for (const { id, source, name, shown } of effectsRules)
      expect([id, source, name.sv, name.en, shown.sv, shown.en].filter(text => text.trim().length < 5)).toEqual([])
    const shown = Object.fromEntries(effectsRules.map(rule => [rule.id, rule.shown]))
    expect(shown['effects.income_equalisation']?.en).toBe('municipality 95 %, region 90 %')
    expect(shown['effects.income_tax']?.en).toBe(
      'price base amount SEK 59,200, income base amount SEK 83,400, state tax above SEK 643,000',
    )
    expect(shown['effects.benefits']?.en).toContain(
      'establishment benefit SEK 308 and activity support SEK 365 a day, 22 days a month',
    )
    expect(shown['effects.assumptions']?.en).toContain(
      'Value of the work against its cost: 35–75 %; Would have found work anyway: 0 %',
    )
  })
})
