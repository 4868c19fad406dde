import { describe, expect, it } from 'vitest'
import { expectRegister } from '#test/wording'
import { candidatesRegister } from './register.ts'
import { establishmentAmount } from './supports/etableringsjobb.ts'
import { introAmount } from './supports/introduktionsjobb.ts'
import { nystartAmount } from './supports/nystart-amount.ts'
import { judgeSupports } from './supports/supports.ts'
import { supportCase } from './supports/test-case.ts'

describe('the register of eligibility, lanes and supports', () => {
  it('names every rule and parameter, in both languages, with its source', () => {
    expectRegister(candidatesRegister)
  })

  it('PRC-9: shows the figures that the supports are counted by', () => {
    const shown = Object.fromEntries(
      candidatesRegister.map(({ id, validFrom, shown: says }) => [
        `${id.replace('candidates.', '')} ${validFrom}`,
        says.en,
      ]),
    )
    expect(shown).toMatchObject({
      'eligibility.registration_days_ahead 2026-01-01': '21 days',
      'permission.days 2026-01-01': '90 days unless something else is said, at most 180 days',
      'apprentice.complement_months 2026-01-01': '4–5 months',
      'support.employer_fees 2026-01-01': '31.42%',
      'support.youth_fees 2026-04-01':
        '20.81% for those who at the start of the year have turned 18 but not 23, on pay up to SEK 25,000 a month',
      'support.pay_cap 2026-01-01': 'SEK 20,000 a month full-time',
      'support.nystart_levels 2026-01-01':
        'one fee; 1 more after 24 months without work, 1.5 more after over 36 months',
      'support.nystart_groups 2026-01-01':
        'from 25 years: 12 of 15 months without work, at most 24 months; 20–24 years: 6 of 9 months, at most 12 months',
      'support.apply_days_ahead 2026-01-01': 'at least 21 days before',
      'support.intro_terms 2026-01-01':
        '80% of the labour cost, at most 12 months; 200 compensated days in the youth guarantee; again after 6 months',
      'support.income_base_amount 2024-01-01': 'SEK 76,200',
      'support.income_base_amount 2025-01-01': 'SEK 80,600',
      'support.income_base_amount 2026-01-01': 'SEK 83,400',
      'support.establishment_terms 2026-01-01':
        'pay SEK 7,374 at the level of 2023; the state pays the person SEK 8,778–SEK 15,162, at most 24 months',
      'support.redundancy_months 2026-01-01': 'in the 12 months before the start',
      'support.tax_debt_limit 2026-01-01': 'SEK 10,000',
      'support.establishment_decision_workdays 2026-01-01': '7 working days after the application',
    })
  })

  it('has every rule that an answer names, each once', () => {
    const ids = candidatesRegister.map(({ id }) => id)
    const supports = judgeSupports(supportCase(), '2026-02-22', new Set(['candidates.support.yrkesintroduktion']))
    const one = supportCase()
    const amounts = [
      nystartAmount(one, supports[0]?.grounds ?? [], new Set()),
      introAmount(one),
      establishmentAmount(one, new Set()),
    ].flatMap(amount => amount?.lines ?? [])
    const named = [...supports.flatMap(({ grounds, conditions }) => [...grounds, ...conditions]), ...amounts].map(
      ({ rule }) => rule,
    )
    expect(named.filter(rule => !ids.includes(rule))).toEqual([])
    expect(ids.length - new Set(ids).size).toBe(2) // the income base amount has three versions
  })

  it('says of what it has not read in the source itself how it is known', () => {
    const known = (grade: string) =>
      candidatesRegister
        .filter(({ confidence }) => confidence === grade)
        .map(({ id, validFrom }) => `${id.replace('candidates.', '')} ${validFrom}`)
    expect(known('secondary')).toEqual([
      'programme.carrier.JOB 2026-01-01',
      'programme.carrier.UGA 2026-01-01',
      'programme.carrier.ETP 2026-01-01',
      'support.lonebidrag 2026-01-01',
      'support.skyddat_arbete 2026-01-01',
      'support.sius 2026-01-01',
      'support.employer_fees 2026-01-01',
      'support.youth_fees 2026-04-01',
      'support.income_base_amount 2024-01-01',
      'support.income_base_amount 2026-01-01',
    ])
    expect(known('own_choice')).toEqual([
      'eligibility.registration_days_ahead 2026-01-01',
      'permission.days 2026-01-01',
      'programme.carrier.FIN 2022-12-01',
      'programme.carrier.AMP 2026-01-01',
      'support.nystartsjobb.absence 2026-01-01',
    ])
  })

  it('keeps off what is not verified', () => {
    expect(candidatesRegister.filter(({ active }) => !active).map(({ id, validFrom }) => `${id} ${validFrom}`)).toEqual(
      ['candidates.support.yrkesintroduktion 2026-01-01', 'candidates.support.income_base_amount 2025-01-01'],
    )
  })
})
