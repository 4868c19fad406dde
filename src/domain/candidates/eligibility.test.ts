import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#kernel'
import {
  type EligibilityFacts,
  type EligibilityParameters,
  eligibility,
  eligibilityParametersOn,
  eligibilityRules,
} from './eligibility.ts'

const today = '2026-02-01'
const job = { starts: '2026-03-16' }
const parameters: EligibilityParameters = { registrationDaysAhead: 21, commonInstruments: ['common_method'] }
const ready: EligibilityFacts = {
  registration: { state: 'registered', since: '2025-11-01' },
  workAbility: {
    tested: 'yes',
    testedOn: '2026-01-12',
    instrument: 'common_method',
    documented: 'yes',
    atLeastHalf: 'yes',
  },
  programmes: [{ code: 'JOB', period: { from: '2025-12-01' } }],
}
const ability = (over: Partial<EligibilityFacts['workAbility']>): EligibilityFacts => ({
  ...ready,
  workAbility: { ...ready.workAbility, ...over },
})
const answer = (facts: EligibilityFacts, rule: string, asked: Parameters<typeof eligibility>[1] = job, on = today) =>
  eligibility(facts, asked, parameters, on).rules.find(one => one.rule === rule)

describe('TGT-6: who may be proposed', () => {
  it('a registered, tested, documented person with work ability of at least half', () => {
    const result = eligibility(ready, { ...job, programmes: ['JOB', 'UGA'] }, parameters, today)
    expect(result.mayBeProposed).toBe('yes')
    expect(result.rules.map(({ rule, state }) => [rule, state])).toEqual(eligibilityRules.map(rule => [rule, 'met']))
    expect(result.rules.every(rule => rule.wouldChange === undefined && rule.source !== '')).toBe(true)
  })

  it('one rule that fails gives "not yet" even when others are unknown; unknown alone is never "no"', () => {
    expect(
      eligibility(ability({ documented: 'no', atLeastHalf: 'unknown' }), job, parameters, today).mayBeProposed,
    ).toBe('not_yet')
    expect(eligibility(ability({ atLeastHalf: 'unknown' }), job, parameters, today).mayBeProposed).toBe('unknown')
  })

  it('every answer that is not met says what would change it', () => {
    const unknown: EligibilityFacts = {
      registration: { state: 'unknown' },
      workAbility: { tested: 'unknown', documented: 'unknown', atLeastHalf: 'unknown' },
      programmes: 'unknown',
    }
    const no: EligibilityFacts = {
      registration: { state: 'not_registered' },
      workAbility: { tested: 'no', instrument: 'own_method', documented: 'no', atLeastHalf: 'no' },
      programmes: [],
    }
    for (const [facts, state, overall] of [
      [unknown, 'unknown', 'unknown'],
      [no, 'not_met', 'not_yet'],
    ] as const) {
      const result = eligibility(facts, { ...job, programmes: ['JOB'] }, parameters, today)
      expect(result.mayBeProposed).toBe(overall)
      for (const rule of result.rules) expect(rule).toMatchObject({ state, wouldChange: { code: expect.any(String) } })
    }
  })
})

describe('TGT-6: registered with Arbetsförmedlingen in time', () => {
  const since = (day: string): EligibilityFacts => ({ ...ready, registration: { state: 'registered', since: day } })
  const missing: EligibilityFacts = { ...ready, registration: { state: 'not_registered' } }

  it('21 days before the start is in time, 20 days is not and tells when it would be', () => {
    expect(answer(since('2026-02-23'), 'registered_in_time')).toMatchObject({
      state: 'met',
      because: { code: 'registration.in_time', facts: { latest: '2026-02-23', daysAhead: 21 } },
    })
    expect(answer(since('2026-02-24'), 'registered_in_time')).toMatchObject({
      state: 'not_met',
      because: { code: 'registration.too_late' },
      wouldChange: { code: 'move_start', to: '2026-03-17' },
    })
  })

  it('who is not registered can register until the latest day; after it only a later start helps', () => {
    expect(answer(missing, 'registered_in_time', job, '2026-02-23')?.wouldChange).toEqual({
      code: 'register',
      by: '2026-02-23',
    })
    expect(answer(missing, 'registered_in_time', job, '2026-02-24')?.wouldChange).toEqual({
      code: 'move_start',
      to: '2026-03-17',
    })
  })

  it('what is unknown is asked at the latest the day it matters, never in the past', () => {
    const unknown: EligibilityFacts = { ...ready, registration: { state: 'unknown' } }
    expect(answer(unknown, 'registered_in_time')?.wouldChange).toEqual({ code: 'ask_registration', by: '2026-02-23' })
    expect(answer(unknown, 'registered_in_time', job, '2026-03-01')?.wouldChange).toEqual({
      code: 'ask_registration',
      by: '2026-03-01',
    })
  })

  it('moving the start as told turns the answer, and a later start never turns a yes', () => {
    const offset = fc.integer({ min: -60, max: 60 })
    fc.assert(
      fc.property(offset, offset, fc.nat(90), (registered, now, later) => {
        const facts = since(addDays(job.starts, registered))
        const on = addDays(job.starts, now)
        const first = answer(facts, 'registered_in_time', job, on)!
        const moved = first.wouldChange?.code === 'move_start' ? first.wouldChange.to : addDays(job.starts, later)
        expect(answer(facts, 'registered_in_time', { starts: moved }, on)?.state).toBe('met')
      }),
    )
  })

  it('the number of days is dated, and marked as our own choice', () => {
    expect(eligibilityParametersOn('2026-01-01')).toMatchObject({
      value: { registrationDaysAhead: 21 },
      confidence: 'own_choice',
    })
    expect(eligibilityParametersOn('2025-12-31')).toBeUndefined()
    const of = (registrationDaysAhead: number, validFrom: string, validTo?: string) =>
      ({ value: { registrationDaysAhead }, validFrom, validTo, source: 's', confidence: 'source' }) as const
    const dated = [of(21, '2026-01-01', '2027-01-01'), of(14, '2027-01-01', '2028-01-01')]
    expect(eligibilityParametersOn('2026-12-31', dated)?.value.registrationDaysAhead).toBe(21)
    expect(eligibilityParametersOn('2027-01-01', dated)?.value.registrationDaysAhead).toBe(14)
    expect(eligibilityParametersOn('2028-01-01', dated)).toBeUndefined()
  })
})

describe('TGT-6: work ability tested with a common instrument, documented, at least half', () => {
  it.each([
    [{ tested: 'yes', testedOn: '2026-03-16' }, 'met', 'test.done', undefined],
    [{ tested: 'yes', testedOn: undefined }, 'met', 'test.done', undefined],
    [{ tested: 'yes', testedOn: '2026-03-17' }, 'not_met', 'test.not_done', { code: 'book_test', by: '2026-03-16' }],
    [{ tested: 'no', bookedFor: '2026-03-12' }, 'not_met', 'test.booked', { code: 'await_test', by: '2026-03-12' }],
    [{ tested: 'no', bookedFor: '2026-03-16' }, 'not_met', 'test.booked', { code: 'await_test', by: '2026-03-16' }],
    [
      { tested: 'unknown', bookedFor: '2026-03-17' },
      'not_met',
      'test.booked_too_late',
      { code: 'move_start', to: '2026-03-17' },
    ],
    [{ tested: 'no', bookedFor: '2026-01-31' }, 'not_met', 'test.not_done', { code: 'book_test', by: '2026-03-16' }],
    [{ tested: 'unknown', testedOn: undefined }, 'unknown', 'test.unknown', { code: 'ask_test', by: '2026-03-16' }],
  ] as const)('%j is %s because %s', (over, state, code, wouldChange) => {
    const given = answer(ability(over), 'work_ability_tested')
    expect(given).toMatchObject({ state, because: { code } })
    expect(given?.wouldChange).toEqual(wouldChange)
  })

  it('the answer carries the day of the test when it is known, and an appointment today is still an appointment', () => {
    expect(answer(ready, 'work_ability_tested')?.because.facts).toEqual({ on: '2026-01-12' })
    expect(answer(ability({ testedOn: undefined }), 'work_ability_tested')?.because.facts).toEqual({})
    expect(answer(ability({ tested: 'no', bookedFor: today }), 'work_ability_tested')?.because.code).toBe('test.booked')
  })

  it('another method than the agreed ones must be tested again; with none agreed any named method counts', () => {
    const other = ability({ instrument: 'own_method' })
    expect(answer(other, 'work_ability_common_instrument')).toMatchObject({
      state: 'not_met',
      wouldChange: { code: 'test_again' },
    })
    const open = eligibility(other, job, { registrationDaysAhead: 21 }, today)
    expect(open.mayBeProposed).toBe('yes')
    expect(answer(ability({ instrument: undefined }), 'work_ability_common_instrument')?.state).toBe('unknown')
  })

  it.each([
    ['work_ability_documented', 'documented', 'write_document', 'ask_document'],
    ['work_ability_at_least_half', 'atLeastHalf', 'test_again', 'ask_test'],
  ] as const)('%s follows its answer', (rule, fact, ifNo, ifUnknown) => {
    expect(answer(ability({ [fact]: 'yes' }), rule)).toMatchObject({ state: 'met' })
    expect(answer(ability({ [fact]: 'no' }), rule)).toMatchObject({
      state: 'not_met',
      wouldChange: { code: ifNo, by: job.starts },
    })
    expect(answer(ability({ [fact]: 'unknown' }), rule)).toMatchObject({
      state: 'unknown',
      wouldChange: { code: ifUnknown, by: job.starts },
    })
  })
})

describe('JSP-9: in a programme when the job starts', () => {
  const asked = { ...job, programmes: ['JOB', 'ETP'] }
  const member = (code: string, from: string, to?: string): EligibilityFacts => ({
    ...ready,
    programmes: [{ code, period: { from, to } }],
  })

  it('counts on the first day and not on the first day after', () => {
    expect(answer(member('ETP', '2026-03-16'), 'in_programme', asked)?.state).toBe('met')
    expect(answer(member('ETP', '2026-03-17'), 'in_programme', asked)?.state).toBe('not_met')
    expect(answer(member('JOB', '2025-01-01', '2026-03-17'), 'in_programme', asked)?.state).toBe('met')
    expect(answer(member('JOB', '2025-01-01', '2026-03-16'), 'in_programme', asked)?.state).toBe('not_met')
    expect(answer(member('UGA', '2025-01-01'), 'in_programme', asked)?.state).toBe('not_met')
  })

  it('is no rule at all when the job asks for none', () => {
    expect(answer(ready, 'in_programme')).toBeUndefined()
  })
})

describe('GEN-1: nothing of a person’s health, name or group leaves the rule', () => {
  it('facts beside those asked for change nothing and are not repeated', () => {
    const more = {
      ...ready,
      name: 'N N',
      sex: 'woman',
      diagnosis: 'ryggont',
      workAbility: { ...ready.workAbility, percent: 65, note: 'ryggont' },
    }
    const result = eligibility(more, job, parameters, today)
    expect(result).toEqual(eligibility(ready, job, parameters, today))
    expect(JSON.stringify(result)).not.toMatch(/ryggont|65|woman|N N/)
  })
})
