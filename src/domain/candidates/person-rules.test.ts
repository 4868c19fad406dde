import { describe, expect, it } from 'vitest'
import { type PersonStatus, personStatuses, type RevealPurpose, revealFields, revealPurposes } from './candidates.ts'
import { eligibility } from './eligibility.ts'
import {
  decideCompetence,
  decideReveal,
  decideStanding,
  decideStatus,
  eligibilityFactsOf,
  type Standing,
} from './person-rules.ts'

const today = '2026-03-02'

describe('TGT-5: where a person stands', () => {
  // Rows: from; columns: to. Written by hand: 1 may follow, 0 may not.
  const moves: Record<PersonStatus, Record<PersonStatus, 0 | 1>> = {
    registered: { registered: 0, preparing: 1, ready: 1, placed: 0, paused: 1, left: 1 },
    preparing: { registered: 1, preparing: 0, ready: 1, placed: 1, paused: 1, left: 1 },
    ready: { registered: 0, preparing: 1, ready: 0, placed: 1, paused: 1, left: 1 },
    placed: { registered: 0, preparing: 1, ready: 1, placed: 0, paused: 1, left: 1 },
    paused: { registered: 1, preparing: 1, ready: 1, placed: 0, paused: 0, left: 1 },
    left: { registered: 1, preparing: 0, ready: 0, placed: 0, paused: 0, left: 0 },
  }
  const pairs = personStatuses.flatMap(from => personStatuses.map(to => [from, to, moves[from][to]] as const))

  it.each(pairs)('from %s to %s: %d', (from, to, may) => {
    const readyOn = to === 'preparing' || to === 'ready' ? '2026-03-01' : undefined
    const decided = decideStatus({ status: from, readyOn: '2026-03-01' }, { status: to, readyOn }, today)
    expect(decided.ok).toBe(may === 1)
    if (!decided.ok) expect(decided.code).toBe('person.status_cannot_follow')
  })

  it('somebody preparing says when, somebody ready was so at the latest today', () => {
    const person = { status: 'registered', readyOn: null } as const
    expect(decideStatus(person, { status: 'preparing' }, today)).toMatchObject({ code: 'person.ready_day_missing' })
    expect(decideStatus(person, { status: 'ready', readyOn: '2026-03-03' }, today)).toMatchObject({
      code: 'person.ready_day_in_future',
    })
    expect(decideStatus(person, { status: 'ready' }, today)).toMatchObject({ value: { readyOn: today } })
    expect(decideStatus(person, { status: 'preparing', readyOn: '2026-05-01' }, today)).toMatchObject({
      value: { readyOn: '2026-05-01' },
    })
  })

  it('a new day for the same status is news, the same day is not', () => {
    const person = { status: 'preparing', readyOn: '2026-05-01' } as const
    expect(decideStatus(person, { status: 'preparing', readyOn: '2026-06-01' }, today).ok).toBe(true)
    expect(decideStatus(person, { status: 'preparing', readyOn: '2026-05-01' }, today).ok).toBe(false)
    // A day alone moves nobody to where one cannot go.
    const left = { status: 'left', readyOn: null } as const
    expect(decideStatus(left, { status: 'ready', readyOn: '2026-02-01' }, today).ok).toBe(false)
  })
})

describe('what a person can', () => {
  it('has a level where there are levels, and is never noted from the future', () => {
    const note = { type: 'licence', notedOn: today } as const
    expect(decideCompetence(note, today).ok).toBe(true)
    expect(decideCompetence({ ...note, level: 3 }, today)).toMatchObject({ code: 'competence.level_does_not_belong' })
    for (const type of ['language', 'experience', 'skill'] as const)
      expect(decideCompetence({ type, level: 3, notedOn: today }, today).ok).toBe(true)
    expect(decideCompetence({ ...note, notedOn: '2026-03-03' }, today)).toMatchObject({
      code: 'competence.day_in_future',
    })
  })
})

describe('TGT-6: the facts of eligibility', () => {
  const nothing: Standing = {
    employmentServiceSince: null,
    abilityTestedOn: null,
    abilityInstrument: null,
    abilityAtLeastHalf: 'unknown',
    abilityDocumented: false,
    programme: null,
  }
  const states = (standing: Standing | undefined, starts = '2026-04-01'): unknown =>
    eligibility(eligibilityFactsOf(standing, today), { starts }, { registrationDaysAhead: 21 }, today).rules.map(
      rule => rule.state,
    )

  it('what is not noted is unknown in every rule, whether there is a row or not', () => {
    expect(states(undefined)).toEqual(Array(5).fill('unknown'))
    expect(states(nothing)).toEqual(Array(5).fill('unknown'))
  })

  it('a test that has been held without a document is "not documented"; one that is booked is awaited', () => {
    const held = {
      ...nothing,
      abilityTestedOn: '2026-02-01',
      abilityInstrument: 'common',
      abilityAtLeastHalf: 'yes',
    } as const
    expect(states(held)).toEqual(['unknown', 'met', 'met', 'not_met', 'met'])
    expect(states({ ...nothing, abilityTestedOn: '2026-03-20' })).toEqual([
      'unknown',
      'not_met',
      'unknown',
      'unknown',
      'unknown',
    ])
    expect(states({ ...held, employmentServiceSince: '2026-03-11', abilityDocumented: true })).toEqual(
      Array(5).fill('met'),
    )
  })

  it('are those that are noted, and no others', () => {
    const registered = { ...nothing, employmentServiceSince: '2026-01-15', programme: 'JOB' }
    const unknown = { tested: 'unknown', documented: 'unknown', atLeastHalf: 'unknown' }
    expect(eligibilityFactsOf(nothing, today)).toEqual({
      registration: { state: 'unknown' },
      workAbility: unknown,
      programmes: 'unknown',
    })
    expect(eligibilityFactsOf({ ...registered, abilityTestedOn: today, abilityAtLeastHalf: 'no' }, today)).toEqual({
      registration: { state: 'registered', since: '2026-01-15' },
      workAbility: { tested: 'yes', testedOn: today, documented: 'no', atLeastHalf: 'no' },
      programmes: [{ code: 'JOB', period: { from: '2026-01-15' } }],
    })
    expect(eligibilityFactsOf({ ...nothing, programme: 'UGA', abilityTestedOn: '2026-03-20' }, today)).toEqual({
      registration: { state: 'unknown' },
      workAbility: { ...unknown, bookedFor: '2026-03-20' },
      programmes: [{ code: 'UGA', period: { from: today } }],
    })
  })

  it('an outcome needs a test that has been held', () => {
    expect(decideStanding(nothing, today).ok).toBe(true)
    expect(decideStanding({ ...nothing, abilityTestedOn: '2026-03-20' }, today).ok).toBe(true)
    for (const over of [{ abilityAtLeastHalf: 'yes' }, { abilityDocumented: true }] as const) {
      expect(decideStanding({ ...nothing, ...over }, today)).toMatchObject({ code: 'standing.answer_without_test' })
      expect(decideStanding({ ...nothing, abilityTestedOn: '2026-03-20', ...over }, today).ok).toBe(false)
      expect(decideStanding({ ...nothing, abilityTestedOn: today, ...over }, today).ok).toBe(true)
    }
    expect(decideStanding({ ...nothing, employmentServiceSince: today }, today).ok).toBe(true)
    expect(decideStanding({ ...nothing, employmentServiceSince: '2026-03-03' }, today)).toMatchObject({
      code: 'standing.day_in_future',
    })
  })
})

describe('GEN-1: a field is opened for a reason that is one for that field', () => {
  const fits: Record<RevealPurpose, readonly string[]> = {
    contact_meeting: ['phone', 'email'],
    contact_question: ['phone', 'email'],
    contact_plan: ['phone', 'email'],
    contact_support: ['phone', 'email'],
    identity_check: ['identity'],
    identity_employment_service: ['identity'],
    identity_support: ['identity'],
  }
  const purposes = Object.keys(revealPurposes) as RevealPurpose[]

  it.each(purposes.flatMap(purpose => revealFields.map(field => [purpose, field] as const)))(
    '%s opens %s',
    (purpose, field) => {
      const decided = decideReveal(field, purpose, 'c1')
      expect(decided.ok).toBe(fits[purpose].includes(field))
      if (!decided.ok) expect(decided.code).toBe('reveal.purpose_does_not_fit')
    },
  )

  it('names the case when the reason is about one', () => {
    expect(decideReveal('phone', 'contact_meeting', undefined)).toMatchObject({ code: 'reveal.case_missing' })
    expect(decideReveal('phone', 'contact_plan', undefined).ok).toBe(true)
  })
})
