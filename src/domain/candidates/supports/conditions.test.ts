import { describe, expect, it } from 'vitest'
import { settled } from '#test/wording'
import { linesOf } from '../rule-answer.ts'
import { judgeConditions } from './conditions.ts'
import { type SupportKind, supportKinds } from './facts.ts'
import { judgeSupports } from './supports.ts'
import { supportCase } from './test-case.ts'

type Over = Parameters<typeof supportCase>[0]
const today = '2026-02-22'
const condition = (id: string, over: Over, support: SupportKind = 'nystartsjobb', on = today) =>
  settled(judgeConditions(support, supportCase(over), on)).find(
    ({ rule }) => rule === `candidates.support.condition.${id}`,
  )

describe('PRC-9: which conditions each support has', () => {
  const common = [
    'decision_before_start',
    'registered',
    'employer_registered',
    'no_trading_ban',
    'solvent',
    'tax_debts',
    'pay_by_agreement',
    'electronic_pay',
    'one_cost_one_support',
  ]
  const more: Readonly<Record<SupportKind, readonly string[]>> = {
    nystartsjobb: ['applied_in_time', 'no_redundancy', 'not_own_business'],
    introduktionsjobb: ['no_redundancy'],
    etableringsjobb: ['applied_in_time', 'no_redundancy'],
    lonebidrag: [],
    skyddat_arbete: [],
    sius: [],
    yrkesintroduktion: [],
  }
  it.each(supportKinds)('%s', support => {
    const ids = judgeConditions(support, supportCase(), today).map(({ rule }) =>
      rule.replace('candidates.support.condition.', ''),
    )
    expect(ids.toSorted()).toEqual([...common, ...more[support]].toSorted())
    expect(judgeConditions(support, supportCase(), today).every(({ state }) => state === 'met')).toBe(true)
  })
})

describe('PRC-9: yes and no about person, employer and job', () => {
  it.each([
    ['registered', 'person', 'registered', 'yes'],
    ['employer_registered', 'employer', 'registeredWithTaxAgency', 'yes'],
    ['no_trading_ban', 'employer', 'tradingBan', 'no'],
    ['solvent', 'employer', 'insolvent', 'no'],
    ['pay_by_agreement', 'employer', 'payByAgreement', 'yes'],
    ['electronic_pay', 'employer', 'electronicPay', 'yes'],
    ['one_cost_one_support', 'job', 'otherSupportForSameCost', 'no'],
  ] as const)('%s: %s.%s must be %s', (id, who, fact, good) => {
    const bad = good === 'yes' ? 'no' : 'yes'
    const of = (answer: string) => condition(id, { [who]: { [fact]: answer } })
    expect(of(good)).toMatchObject({ state: 'met' })
    expect(of(good)).not.toHaveProperty('wouldChange')
    expect(of(bad)).toMatchObject({ state: 'not_met', wouldChange: { by: '2026-03-02' } })
    expect(of(bad)?.wouldChange?.says.en).toMatch(/^Needed by 2026-03-02: /)
    expect(of('unknown')).toMatchObject({ state: 'unknown', wouldChange: { by: '2026-03-02' } })
    expect(of('unknown')?.wouldChange?.says.sv).toMatch(/^Fråga senast 2026-03-02: .*\?$/)
  })

  it('one that is not met makes the support improbable, one that is unknown leaves too little to go on', () => {
    const outlook = (electronicPay: 'yes' | 'no' | 'unknown') =>
      judgeSupports(supportCase({ employer: { electronicPay } }), today)[0]?.outlook
    expect([outlook('yes'), outlook('no'), outlook('unknown')]).toEqual([
      'may_be_relevant',
      'probably_not',
      'too_little_known',
    ])
  })
})

describe('PRC-9: no support if the job starts before the decision', () => {
  it.each([
    ['2026-03-02', today, 'met', undefined],
    ['2026-03-03', today, 'not_met', '2026-03-03'],
    [undefined, '2026-03-02', 'unknown', '2026-03-02'],
    [undefined, '2026-03-03', 'not_met', undefined],
  ] as const)('decision %s, today %s: %s', (decisionOn, on, state, by) => {
    const one = condition('decision_before_start', { job: { decisionOn } }, 'lonebidrag', on)
    expect(one?.state).toBe(state)
    expect(one?.wouldChange?.by).toBe(by)
  })
  it('names the days that it looked at', () => {
    const inputs = (decisionOn: string | undefined, on = today) =>
      condition('decision_before_start', { job: { decisionOn } }, 'sius', on)?.why.inputs
    expect(inputs('2026-03-05')).toEqual({ decisionOn: '2026-03-05', starts: '2026-03-02' })
    expect(inputs(undefined)).toEqual({ starts: '2026-03-02' })
    expect(inputs(undefined, '2026-03-05')).toEqual({ starts: '2026-03-02' })
  })
  it('says it', () => {
    const says = (decisionOn?: string, on = today) =>
      condition('decision_before_start', { job: { decisionOn } }, 'sius', on)?.why.says.en
    expect(says('2026-02-20')).toBe('The decision is from 2026-02-20.')
    expect(says('2026-03-05')).toBe('The job starts on 2026-03-02, before the decision of 2026-03-05.')
    expect(says(undefined)).toBe('There is no decision yet.')
    expect(says(undefined, '2026-03-05')).toBe('The job started on 2026-03-02 without a decision.')
  })
})

describe('PRC-9: nystartsjobb is applied for three weeks ahead', () => {
  it.each([
    ['2026-02-09', 'met', undefined],
    ['2026-02-10', 'not_met', '2026-03-03'],
  ])('applied on %s: %s', (appliedOn, state, by) => {
    const one = condition('applied_in_time', { job: { appliedOn } })
    expect(one?.state).toBe(state)
    expect(one?.wouldChange?.by).toBe(by)
    expect(one?.why.inputs).toEqual({ starts: '2026-03-02', appliedOn })
  })
  it('without an application: by the last day that is in time, or by moving the start', () => {
    const change = (on: string) =>
      condition('applied_in_time', { job: { appliedOn: undefined } }, 'nystartsjobb', on)?.wouldChange
    expect(change('2026-02-01')).toEqual({
      by: '2026-02-09',
      says: { sv: 'Ansök senast 2026-02-09.', en: 'Apply by 2026-02-09.' },
    })
    expect(change('2026-02-09')?.by).toBe('2026-02-09')
    expect(change('2026-02-10')).toMatchObject({
      by: '2026-03-03',
      says: { en: 'Move the start to 2026-03-03 or later.' },
    })
    expect(condition('applied_in_time', { job: { appliedOn: undefined } })?.state).toBe('not_met')
  })
})

describe('PRC-9: etableringsjobb is decided seven working days after the application at the earliest', () => {
  // Seven working days from Thursday 2 April over Easter: 7, 8, 9, 10, 13, 14, 15 April.
  it.each([
    ['2026-04-02', '2026-04-15', 'met'],
    ['2026-04-02', '2026-04-14', 'not_met'],
  ])('applied %s, start %s: %s', (appliedOn, starts, state) => {
    expect(condition('applied_in_time', { job: { appliedOn, starts } }, 'etableringsjobb')?.state).toBe(state)
  })
  it('without an application: the last working day that is in time', () => {
    const change = (on: string) =>
      condition('applied_in_time', { job: { appliedOn: undefined, starts: '2026-04-15' } }, 'etableringsjobb', on)
        ?.wouldChange?.by
    // Easter Saturday to Monday count as Thursday does: the seven working days begin on Tuesday.
    expect(change('2026-03-01')).toBe('2026-04-06')
    expect(change('2026-04-07')).toBe('2026-04-16')
  })
})

describe('PRC-9: nobody made redundant in the last twelve months', () => {
  it.each([
    ['2025-03-02', 'met', undefined],
    ['2025-03-03', 'not_met', '2026-03-03'],
    ['2024-02-29', 'met', undefined],
    ['never', 'met', undefined],
    [undefined, 'unknown', '2026-03-02'],
  ] as const)('last on %s: %s', (lastRedundancyOn, state, by) => {
    const one = condition('no_redundancy', { employer: { lastRedundancyOn } })
    expect(one?.state).toBe(state)
    expect(one?.wouldChange?.by).toBe(by)
  })
  it('29 February + 12 months is 28 February', () => {
    expect(
      condition('no_redundancy', { employer: { lastRedundancyOn: '2024-02-29' }, job: { starts: '2025-02-27' } })
        ?.wouldChange,
    ).toBeUndefined()
    const one = condition('no_redundancy', {
      employer: { lastRedundancyOn: '2028-02-29' },
      job: { starts: '2029-02-27' },
    })
    expect(one).toMatchObject({ state: 'not_met', wouldChange: { by: '2029-02-28' } })
  })
})

describe('PRC-9: debts and own business', () => {
  it('a debt of 10 000 is no hindrance, 10 001 is', () => {
    const debt = (taxDebtKronor: number | undefined) => condition('tax_debts', { employer: { taxDebtKronor } })
    expect([debt(10_000)?.state, debt(10_001)?.state, debt(undefined)?.state]).toEqual(['met', 'not_met', 'unknown'])
    expect(debt(10_001)?.wouldChange).toMatchObject({
      by: '2026-03-02',
      says: { en: 'Pay the debt down by 2026-03-02.' },
    })
    expect(debt(10_001)?.why.says.en).toBe('The debt is SEK 10,001 and may be SEK 10,000.')
  })
  it.each([
    ['none', 'met'],
    ['company_at_most_third', 'met'],
    ['company_more', 'not_met'],
    ['other_form', 'not_met'],
    ['unknown', 'unknown'],
  ] as const)('owning %s: %s', (ownership, state) => {
    expect(condition('not_own_business', { job: { ownership } })?.state).toBe(state)
  })
})

describe('TGT-6: answers as lines', () => {
  it('begin with yes, not yet, no or unknown, and end with what would change them', () => {
    const line = (id: string, over: Over) => linesOf([condition(id, over)!])[0]?.says
    expect(line('electronic_pay', {})).toEqual({ sv: 'Ja. Elektronisk lön.', en: 'Yes. Electronic pay.' })
    expect(line('electronic_pay', { employer: { electronicPay: 'no' } })?.en).toBe(
      'Not yet. Electronic pay. Needed by 2026-03-02: Electronic pay.',
    )
    expect(line('not_own_business', { job: { ownership: 'other_form' } })?.sv).toBe('Nej. Inte eget företag.')
    expect(line('solvent', { employer: { insolvent: 'unknown' } })?.sv).toBe(
      'Vet inte. Inte på obestånd. Fråga senast 2026-03-02: Inte på obestånd?',
    )
  })
})
