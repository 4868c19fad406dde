import { describe, expect, it } from 'vitest'
import { settled } from '#test/wording'
import { type ApprenticeFacts, type ApprenticeJob, apprenticeLane, complementMonths } from './apprentice-lane.ts'
import { carriers, type ProgrammeDecision, programmeGate } from './programme-gate.ts'

const young: ApprenticeFacts = {
  birth: '2004-05-20',
  foreignBorn: 'no',
  validatedCompetence: 'no',
  unemployed: 'yes',
  complementaryAssistance: 'no',
  needsComplement: 'no',
}
const job: ApprenticeJob = { starts: '2026-06-15', timeForPreparation: 'yes' }
const lane = (facts: Partial<ApprenticeFacts> = {}, over: Partial<ApprenticeJob> = {}, today = '2026-02-01') => {
  const result = apprenticeLane({ ...young, ...facts }, { ...job, ...over }, today)
  settled(result.rules)
  return result
}
const group = (facts: Partial<ApprenticeFacts>) => lane(facts).rules[0]

describe('TGT-13: who the apprentice lane is for', () => {
  it.each([
    [{ birth: '2008-06-15' }, 'met'],
    [{ birth: '2008-06-16' }, 'not_met'],
    [{ birth: '2000-06-16' }, 'met'],
    [{ birth: '2000-06-15' }, 'not_met'],
    [{ birth: '1980-01-01', foreignBorn: 'yes' }, 'met'],
    [{ birth: '1980-01-01', validatedCompetence: 'yes' }, 'met'],
    [{ birth: '1980-01-01', foreignBorn: 'unknown' }, 'unknown'],
    [{ birth: '2009-01-01', foreignBorn: 'yes', validatedCompetence: 'yes' }, 'not_met'],
    [{ birth: undefined }, 'unknown'],
    [{ birth: undefined, foreignBorn: 'yes' }, 'unknown'],
    [{ birth: undefined, foreignBorn: 'no' }, 'unknown'],
    [{ birth: '2008-06-15', foreignBorn: 'yes' }, 'met'],
  ] as const)('%j on the first day: %s', (facts, state) => {
    expect(group(facts)?.state).toBe(state)
  })

  it('says what would change it: a birthday, a validation, or asking', () => {
    expect(group({ birth: '2008-06-16' })?.wouldChange).toMatchObject({
      by: '2026-06-16',
      says: { en: 'A start on 2026-06-16 or later is enough.' },
    })
    expect(group({ birth: '1980-01-01' })?.wouldChange).toMatchObject({
      by: '2026-06-15',
      says: { en: 'Validate the competence by 2026-06-15.' },
    })
    expect(group({ birth: undefined })?.wouldChange).toMatchObject({ says: { en: 'Ask by 2026-06-15.' } })
    expect(group({})).not.toHaveProperty('wouldChange')
    expect(group({})?.why.inputs).toEqual({ validatedCompetence: 'no', age: 22 })
    expect(group({ birth: undefined })?.why.inputs).toEqual({ validatedCompetence: 'no' })
  })

  it.each([
    ['yes', 'met', undefined],
    ['no', 'not_met', undefined],
    ['unknown', 'unknown', '2026-06-15'],
  ] as const)('unemployed %s: %s', (unemployed, state, by) => {
    expect(lane({ unemployed }).rules[1]).toMatchObject({ state })
    expect(lane({ unemployed }).rules[1]?.wouldChange?.by).toBe(by)
    expect(lane({ unemployed }).rules[1]?.why.inputs).toEqual({ unemployed })
    expect(lane({ unemployed }).mayEnter).toBe(state)
  })
})

describe('TGT-13: complementary training takes four to five months', () => {
  const time = (today: string, needsComplement: ApprenticeFacts['needsComplement'] = 'yes') =>
    lane({ needsComplement }, {}, today).rules[2]
  it.each([
    ['2026-01-15', 'met'],
    ['2026-01-16', 'unknown'],
    ['2026-02-15', 'unknown'],
    ['2026-02-16', 'not_met'],
  ])('begun %s for 15 June: %s', (today, state) => {
    expect(time(today)?.state).toBe(state)
  })
  it('moving the start as told is enough', () => {
    const told = time('2026-03-01')?.wouldChange?.by
    expect(told).toBe('2026-08-01')
    expect(lane({ needsComplement: 'yes' }, { starts: told }, '2026-03-01').rules[2]?.state).toBe('met')
    expect(time('2026-03-01')?.why.inputs).toEqual({
      today: '2026-03-01',
      starts: '2026-06-15',
      leastMonths: 4,
      mostMonths: 5,
    })
    expect(time('2026-01-15')).not.toHaveProperty('wouldChange')
  })
  it('is no question when no complement is needed, and unknown when that is', () => {
    expect(time('2026-06-01', 'no')?.state).toBe('met')
    expect(time('2026-01-01', 'unknown')).toMatchObject({ state: 'unknown', wouldChange: { by: '2026-06-15' } })
    expect(complementMonths.shown({ least: 4, most: 5 })).toEqual({ sv: '4–5 månader', en: '4–5 months' })
  })
})

describe('TGT-13: priority', () => {
  it.each([
    [{ complementaryAssistance: 'yes' }, 'yes', 'special', 'met'],
    [{ complementaryAssistance: 'yes', birth: '1980-01-01', foreignBorn: 'yes' }, 'yes', 'special', 'met'],
    [{ complementaryAssistance: 'yes', birth: '1980-01-01', validatedCompetence: 'yes' }, 'yes', 'ordinary', 'not_met'],
    [{ complementaryAssistance: 'yes', unemployed: 'no' }, 'yes', 'ordinary', 'not_met'],
    [{}, 'no', 'first', 'met'],
    [{ complementaryAssistance: 'yes' }, 'no', 'special', 'met'],
    [{ complementaryAssistance: 'unknown' }, 'no', 'first', 'met'],
    [{ complementaryAssistance: 'unknown' }, 'yes', 'unknown', 'unknown'],
    [{}, 'unknown', 'unknown', 'unknown'],
    [{}, 'yes', 'ordinary', 'not_met'],
  ] as const)('%j, time for preparation %s: %s', (facts, timeForPreparation, priority, state) => {
    const result = lane(facts, { timeForPreparation })
    expect(result.priority).toBe(priority)
    expect(result.rules[3]).toMatchObject({ state, why: { inputs: { priority } } })
    // Priority is an order of the case, never a gate.
    expect(result.mayEnter).toBe(lane(facts, { timeForPreparation: 'yes' }).mayEnter)
  })
})

describe('JSP-9: the programme gate blocks the start unless income and insurance hold', () => {
  const starts = '2026-03-02'
  const decision = (over: Partial<ProgrammeDecision> = {}): ProgrammeDecision => ({
    programme: 'JOB',
    period: { from: '2025-12-01' },
    compensation: 'yes',
    insurance: 'yes',
    ...over,
  })
  const gate = (decisions: readonly ProgrammeDecision[] | 'unknown', umbrella?: string[]) => {
    const result = programmeGate(decisions, starts, umbrella)
    settled(result.rules)
    return result
  }

  it.each([
    [[decision()], 'met'],
    [[decision({ period: { from: starts } })], 'met'],
    [[decision({ period: { from: '2026-03-03' } })], 'not_met'],
    [[decision({ period: { from: '2025-01-01', to: '2026-03-03' } })], 'met'],
    [[decision({ period: { from: '2025-01-01', to: starts } })], 'not_met'],
    [[decision({ insurance: 'no' })], 'not_met'],
    [[decision({ compensation: 'unknown' })], 'unknown'],
    [[decision({ programme: 'COURSE' })], 'not_met'],
    [[], 'not_met'],
    ['unknown', 'unknown'],
    [[decision({ insurance: 'no' }), decision({ programme: 'ETP' })], 'met'],
    [[decision({ compensation: 'no' }), decision({ programme: 'ETP' })], 'met'],
  ] as const)('%#: %j: %s', (decisions, state) => {
    expect(gate(decisions).mayStart).toBe(state)
  })

  it('says of each part what would change it, by the day before the start', () => {
    const none = gate([])
    expect(none.rules.map(({ state }) => state)).toEqual(['not_met', 'not_met', 'not_met'])
    expect(none.rules[0]?.wouldChange).toMatchObject({
      by: '2026-03-01',
      says: { en: 'Such a decision is needed by 2026-03-01. Else the start must wait.' },
    })
    const half = gate([decision({ compensation: 'no', insurance: 'unknown' })])
    expect(none.rules[0]?.why.inputs).toEqual({ starts })
    expect(half.rules.map(({ why }) => why.inputs)).toEqual([
      { programme: 'JOB', starts },
      { programme: 'JOB', answer: 'no' },
      { programme: 'JOB', answer: 'unknown' },
    ])
    expect(half.rules.map(({ wouldChange }) => wouldChange?.says.en)).toEqual([
      undefined,
      'Such a decision is needed by 2026-03-01. Else the start must wait.',
      'Ask Arbetsförmedlingen by 2026-03-01.',
    ])
    expect(half.rules[0]?.why.says.en).toBe('Has a decision in JOB.')
    expect(gate('unknown').rules.map(({ wouldChange }) => wouldChange?.by)).toEqual([
      '2026-03-01',
      '2026-03-01',
      '2026-03-01',
    ])
  })

  it('a track may ask for an umbrella programme of its own', () => {
    expect(gate([decision()], ['ETP']).mayStart).toBe('not_met')
    expect(gate([decision()], ['ETP', 'JOB']).mayStart).toBe('met')
  })

  it('carries from the programme’s first day only', () => {
    for (const { code, validFrom } of carriers) {
      const open = [decision({ programme: code, period: { from: '2000-01-01' } })]
      expect(programmeGate(open, validFrom).mayStart).toBe('met')
      const [year] = [Number(validFrom.slice(0, 4)) - 1]
      expect(programmeGate(open, `${year}-12-31`).mayStart).toBe('not_met')
    }
  })
})
