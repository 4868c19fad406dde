import { describe, expect, it } from 'vitest'
import { addDays } from '#kernel'
import type { ContractPeriod } from './contract-period.ts'
import type { EmploymentClause, OccupationForm } from './employment-parameters.ts'
import {
  type Commitment,
  type Employment,
  fulfilment,
  fullTimeMonths,
  monthsShown,
  oneMonth,
  reportingDays,
} from './employment-rules.ts'

const clause: EmploymentClause = {
  variant: 'employment',
  fullTimeMonths: 1200,
  firstStartWithinMonths: 6,
  earlyEndThreshold: { numerator: 3, denominator: 4 },
  allowedEarlyEndReasons: ['employee_resigned', 'dismissed_personal_reasons', 'summarily_dismissed'],
  targetGroups: [{ id: 'young', wording: { sv: 'unga utan arbete', en: 'young people without work' } }],
  formDefinition: { sv: 'anställning', en: 'employment' },
  countsExistingStaff: false,
  linkedToContractWork: true,
  reportingIntervalMonths: 3,
}

const term = (first: string, last: string): ContractPeriod => ({ from: first, to: addDays(last, 1) })
const contract = term('2026-01-01', '2027-12-31')
const commitment: Commitment = { clause, contract }

const employment = (over: Partial<Employment> = {}): Employment => ({
  id: 'e1',
  workingTime: 10_000,
  from: '2026-02-01',
  plannedLastDay: '2027-01-31',
  targetGroupConfirmed: true,
  existingStaff: false,
  linkedToContractWork: true,
  ...over,
})
const resigned = (lastDay: string): Partial<Employment> => ({ ended: { lastDay, reason: 'employee_resigned' } })
const codes = (one: ReturnType<typeof fulfilment>): string[] => one.explanation.map(line => line.code)

describe('PRC-10: the golden vectors of the employment clause, 12 months required', () => {
  it('8 months and a resignation: 8/12 = 0.667, not fulfilled', () => {
    const result = fulfilment(commitment, [employment(resigned('2026-09-30'))], '2027-12-31')
    expect(result).toMatchObject({ deliveredMonths: 8, lackingMonths: 4, ratio: 0.6666, state: 'short' })
    expect(codes(result)).toEqual(['early_end.allowed', 'volume.below_threshold', 'first_start.in_time'])
  })

  it('9 months and a resignation: 9/12 = 0.75, deemed fulfilled', () => {
    const result = fulfilment(commitment, [employment(resigned('2026-10-31'))], '2026-10-31')
    expect(result).toMatchObject({ deliveredMonths: 9, ratio: 0.75, state: 'deemed_fulfilled' })
  })

  it('2 persons × 50 % × 12 months = 12, fulfilled', () => {
    const half = [employment({ workingTime: 5000 }), employment({ id: 'e2', workingTime: 5000 })]
    expect(fulfilment(commitment, half, '2027-01-31')).toMatchObject({
      deliveredMonths: 12,
      ratio: 1,
      state: 'fulfilled',
      lackingMonths: 0,
    })
    expect(fulfilment(commitment, half, '2027-01-30').state).toBe('on_course')
  })

  it('offered at month 6 + 0 days is in time, at month 6 + 1 day late', () => {
    const offered = (on: string): Employment =>
      employment({ from: undefined, plannedLastDay: undefined, offeredOn: on })
    const inTime = fulfilment(commitment, [offered('2026-07-01')], '2026-07-02')
    expect(inTime.firstStart).toEqual({ deadline: '2026-07-01', met: 'yes', on: '2026-07-01' })
    expect(inTime.state).toBe('short')
    const late = fulfilment(commitment, [offered('2026-07-02')], '2026-07-02')
    expect(late.firstStart).toEqual({ deadline: '2026-07-01', met: 'no', on: '2026-07-02' })
    expect(late.state).toBe('late_first_start')
    expect(late.explanation.at(-1)).toEqual({
      code: 'first_start.missed',
      facts: { deadline: '2026-07-01', on: '2026-07-02' },
    })
  })
})

describe('PRC-10: the 75 % rule at its edges', () => {
  it('a day short of nine months is 74.9 %, and not enough', () => {
    // 1 Feb – 30 Oct: eight whole months and 30/31 of October; (8 + 30/31) / 12 = 0.7473…
    const result = fulfilment(commitment, [employment(resigned('2026-10-30'))], '2027-12-31')
    expect(result).toMatchObject({ ratio: 0.7473, state: 'short' })
    expect(result.exact.delivered).toBe(8 * oneMonth + (oneMonth / 31) * 30)
  })

  it('is exact: 8991 of 12000 thousandths fails, 9000 passes', () => {
    const part = (workingTime: number) => [employment({ workingTime, ...resigned('2026-11-30') })]
    // Ten months × 0.9 = 9.00 and × 0.8991 = 8.991: 74.925 %, shown as 0.7492 and never as 0.75.
    expect(fulfilment(commitment, part(9000), '2026-12-01').state).toBe('deemed_fulfilled')
    expect(fulfilment(commitment, part(8991), '2027-12-31')).toMatchObject({ state: 'short', ratio: 0.7492 })
  })

  it('holds only for the allowed reasons: shortage of work is not one, unless the authority says so', () => {
    const ended = [employment({ ended: { lastDay: '2026-10-31', reason: 'shortage_of_work' } })]
    expect(fulfilment(commitment, ended, '2027-12-31')).toMatchObject({ state: 'short' })
    expect(codes(fulfilment(commitment, ended, '2027-12-31'))).toContain('early_end.not_allowed')
    const generous = { contract, clause: { ...clause, allowedEarlyEndReasons: ['shortage_of_work'] as const } }
    expect(fulfilment(generous, ended, '2027-12-31').state).toBe('deemed_fulfilled')
  })

  it('an employment that ends as agreed, or on its agreed last day, is not an early end', () => {
    const whole = employment({
      plannedLastDay: '2026-10-31',
      ended: { lastDay: '2026-10-31', reason: 'employee_resigned' },
    })
    expect(fulfilment(commitment, [whole], '2027-12-31').state).toBe('short')
    const planned = employment({ ended: { lastDay: '2026-10-31', reason: 'as_planned' } })
    expect(fulfilment(commitment, [planned], '2027-12-31').state).toBe('short')
  })

  it('an end that has been announced but lies ahead does not open the threshold yet', () => {
    const leaving = [employment(resigned('2026-11-30'))]
    expect(fulfilment(commitment, leaving, '2026-11-29')).toMatchObject({
      state: 'short',
      deliveredMonths: 9.96,
      runningMonths: 0.03,
    })
    expect(fulfilment(commitment, leaving, '2026-11-30').state).toBe('deemed_fulfilled')
  })

  it('who stays may carry the commitment to the threshold', () => {
    const left = employment({ id: 'left', ...resigned('2026-05-31') })
    const stays = employment({ id: 'stays', from: '2026-06-01', plannedLastDay: '2026-11-30' })
    const result = fulfilment(commitment, [left, stays], '2026-08-31')
    expect(result).toMatchObject({ deliveredMonths: 7, runningMonths: 3, lackingMonths: 2, state: 'on_course' })
    expect(codes(result)).toContain('volume.planned_enough_for_threshold')
  })
})

describe('PRC-10: the first start', () => {
  const from31 = (year: number): Commitment => ({ clause, contract: term(`${year}-08-31`, `${year + 2}-08-30`) })

  it('six calendar months from 31 August is the last day of February, leap year or not', () => {
    expect(fulfilment(from31(2026), [], '2026-09-01').firstStart).toEqual({
      deadline: '2027-02-28',
      met: 'open',
      on: undefined,
    })
    expect(fulfilment(from31(2027), [], '2027-09-01').firstStart.deadline).toBe('2028-02-29')
    expect(fulfilment(from31(2027), [employment({ from: '2028-02-29' })], '2028-03-01').firstStart.met).toBe('yes')
    expect(fulfilment(from31(2027), [employment({ from: '2028-03-01' })], '2028-03-01').firstStart.met).toBe('no')
  })

  it('is open until the deadline has passed, and a lack before it is not a shortfall', () => {
    const onTheDay = fulfilment(commitment, [], '2026-07-01')
    expect(onTheDay).toMatchObject({ state: 'on_course', lackingMonths: 12, firstStart: { met: 'open' } })
    expect(onTheDay.explanation.at(-1)).toEqual({
      code: 'first_start.open',
      facts: { deadline: '2026-07-01', daysLeft: 0 },
    })
    expect(fulfilment(commitment, [], '2026-07-02')).toMatchObject({
      state: 'late_first_start',
      volume: 'short',
      firstStart: { met: 'no' },
    })
  })

  it('in a contract shorter than the deadline, time remains until its last day', () => {
    const short = { clause, contract: term('2026-01-01', '2026-03-31') }
    expect(fulfilment(short, [], '2026-03-31').state).toBe('on_course')
    expect(fulfilment(short, [], '2026-04-01').state).toBe('short')
  })

  it('a start agreed for later has not begun, but an offer has', () => {
    const agreed = employment({ from: '2026-08-01' })
    expect(fulfilment(commitment, [agreed], '2026-07-02').firstStart.met).toBe('no')
    expect(fulfilment(commitment, [{ ...agreed, offeredOn: '2026-06-15' }], '2026-07-02').firstStart).toMatchObject({
      met: 'yes',
      on: '2026-06-15',
    })
  })

  it('a late start stays late until the months are delivered', () => {
    const late = [employment({ from: '2026-08-01', plannedLastDay: '2027-07-31' })]
    expect(fulfilment(commitment, late, '2027-01-31')).toMatchObject({ state: 'late_first_start', volume: 'on_course' })
    expect(fulfilment(commitment, late, '2027-07-31')).toMatchObject({ state: 'fulfilled', firstStart: { met: 'no' } })
  })

  it('somebody who does not count does not make the first start', () => {
    const staff = employment({ existingStaff: true })
    expect(fulfilment(commitment, [staff], '2026-07-02')).toMatchObject({
      state: 'late_first_start',
      deliveredMonths: 0,
    })
  })
})

describe('PRC-6, PRC-10: who counts follows the parameters', () => {
  it.each([
    [{ targetGroupConfirmed: false }, 'not_counted.target_group_unconfirmed', {}],
    [{ existingStaff: true }, 'not_counted.existing_staff', { countsExistingStaff: true }],
    [{ linkedToContractWork: false }, 'not_counted.not_linked_to_contract', { linkedToContractWork: false }],
  ] as const)('%j', (over, code, parameter) => {
    const without = fulfilment(commitment, [employment(over)], '2027-12-31')
    expect(without.deliveredMonths).toBe(0)
    expect(without.explanation[0]).toEqual({ code, facts: { employment: 'e1' } })
    const changed = fulfilment({ contract, clause: { ...clause, ...parameter } }, [employment(over)], '2027-12-31')
    expect(changed.deliveredMonths).toBe(Object.keys(parameter).length === 0 ? 0 : 12)
  })
})

describe('PRC-6: the form follows the variant', () => {
  const counted = (variant: OccupationForm, form: OccupationForm | undefined, supervised?: boolean): string => {
    const of = { contract, clause: { ...clause, variant } }
    return codes(fulfilment(of, [employment({ form, supervised })], '2027-12-31'))[0] ?? ''
  }
  it.each([
    ['employment', undefined, 'volume.reached'],
    ['employment', 'employment', 'volume.reached'],
    ['employment', 'apprenticeship', 'volume.reached'],
    ['employment', 'supervised_placement', 'not_counted.other_form'],
    ['apprenticeship', undefined, 'not_counted.other_form'],
    ['apprenticeship', 'apprenticeship', 'volume.reached'],
    ['apprenticeship', 'supervised_placement', 'not_counted.other_form'],
    ['supervised_placement', 'employment', 'not_counted.other_form'],
    ['supervised_placement', 'apprenticeship', 'not_counted.other_form'],
    ['supervised_placement', 'supervised_placement', 'volume.reached'],
  ] as const)('under %s, %s: %s', (variant, form, code) => {
    expect(counted(variant, form, true)).toBe(code)
  })

  it('a placement counts only when it is supervised; an employment needs no supervisor', () => {
    expect(counted('supervised_placement', 'supervised_placement', false)).toBe('not_counted.unsupervised')
    expect(counted('supervised_placement', 'supervised_placement')).toBe('not_counted.unsupervised')
    expect(counted('employment', 'employment', false)).toBe('volume.reached')
  })
})

describe('PRC-10: full-time months are exact and by calendar month', () => {
  const months = (over: Partial<Employment>, within = contract): number =>
    fullTimeMonths([employment(over)], within) / oneMonth

  it('every whole calendar month is one month, whatever its length', () => {
    for (const [first, last] of [
      ['2026-02-01', '2026-02-28'],
      ['2028-02-01', '2028-02-29'],
      ['2026-12-01', '2026-12-31'],
    ] as const) {
      expect(months({ from: first, plannedLastDay: last }, term('2026-01-01', '2030-12-31'))).toBe(1)
    }
  })

  it('29 February is a twenty-ninth of a month', () => {
    expect(months({ from: '2028-02-29', plannedLastDay: '2028-02-29' }, term('2028-01-01', '2028-12-31')) * 29).toBe(1)
  })

  it('nothing counts outside the contract, and until further notice ends with it', () => {
    expect(months({ from: '2025-06-01', plannedLastDay: undefined })).toBe(24)
    expect(months({ from: '2028-01-01', plannedLastDay: undefined })).toBe(0)
    expect(months({ from: undefined })).toBe(0)
    expect(months({ from: '2026-05-01', ...resigned('2026-04-30') })).toBe(0)
  })

  it('is shown rounded down, and what is lacking rounded up', () => {
    expect(monthsShown(oneMonth * 12 - 1)).toBe(11.99)
    expect(monthsShown(1, 'up')).toBe(0.01)
    expect(monthsShown(oneMonth / 2)).toBe(0.5)
  })
})

describe('PRC-10: when the supplier reports', () => {
  it('on the last day of each interval from contract start, and at the end', () => {
    const days = reportingDays({ clause, contract: term('2026-01-31', '2026-12-15') })
    // 31 Jan + 3 months = 30 April: the interval ends the day before.
    expect(days).toEqual(['2026-04-29', '2026-07-30', '2026-10-30', '2026-12-15'])
    const year = reportingDays({ clause, contract: term('2026-01-01', '2026-12-31') })
    expect(year).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
  })
})
