import { describe, expect, it } from 'vitest'
import { type OfferTerms, type PlacementState, placementStates } from './placement.ts'
import { decideConfirm, decideEnd, decideMove, decideOffer, decideStart, decideStill } from './rules.ts'

const today = '2026-03-02'
const period = { from: '2026-02-01', last: '2027-01-31' }

describe('the states of a placement', () => {
  // Rows: from; columns: to, in the order of placementStates. Written by hand.
  const matrix: Record<PlacementState, string> = {
    offered: '.x..x',
    agreed: '..x.x',
    started: '...x.',
    ended: '.....',
    declined: '.....',
  }
  it.each(placementStates)('from %s leads only where it may', from => {
    expect(placementStates.map(to => (decideMove({ state: from }, to).ok ? 'x' : '.')).join('')).toBe(matrix[from])
  })
})

describe('PRC-6: what can be offered', () => {
  const permanent: OfferTerms = { form: 'permanent', rate: 1, startsOn: '2026-03-16' }
  const fixed: OfferTerms = { form: 'fixed_term', rate: 0.75, startsOn: '2026-03-16', endsOn: '2026-09-15' }
  it.each<[string, OfferTerms, string | true]>([
    ['a permanent job', permanent, true],
    ['one for a time', fixed, true],
    ['one that begins today', { ...permanent, startsOn: today }, true],
    ['one that began yesterday', { ...permanent, startsOn: '2026-03-01' }, 'placement.starts_in_past'],
    ['one before the contract', { ...permanent, startsOn: '2026-01-31' }, 'placement.outside_period'],
    ['one on the contract’s last day', { ...permanent, startsOn: '2027-01-31' }, true],
    ['one after the contract', { ...permanent, startsOn: '2027-02-01' }, 'placement.outside_period'],
    ['a permanent job with an end', { ...permanent, endsOn: '2026-09-15' }, 'placement.permanent_has_no_end'],
    ['one for a time without an end', { form: 'trial', rate: 1, startsOn: '2026-03-16' }, 'placement.end_missing'],
    ['one that ends before it begins', { ...fixed, endsOn: '2026-03-15' }, 'placement.ends_before_it_begins'],
    ['one of a single day', { ...fixed, endsOn: '2026-03-16' }, true],
  ])('%s', (_, terms, expected) => {
    const outcome = decideOffer(terms, period, today)
    expect(outcome.ok ? true : outcome.code).toBe(expected)
  })

  it('may begin on the contract’s first day, and a refusal says which days the contract has', () => {
    expect(decideOffer({ ...permanent, startsOn: period.from }, period, '2026-01-15').ok).toBe(true)
    expect(decideOffer({ ...permanent, startsOn: '2027-02-01' }, period, today)).toMatchObject({ facts: period })
  })
})

describe('trust.md I5, first leg: the first day', () => {
  it.each<[string, PlacementState, string, string | undefined, string | true]>([
    ['today', 'agreed', today, undefined, true],
    ['last week', 'agreed', '2026-02-23', undefined, true],
    ['tomorrow', 'agreed', '2026-03-03', undefined, 'placement.day_in_future'],
    ['before the contract begins', 'agreed', '2026-01-31', undefined, 'placement.outside_period'],
    ['the contract’s first day', 'agreed', '2026-02-01', undefined, true],
    ['the agreed last day', 'agreed', today, today, true],
    ['before the agreed last day', 'agreed', '2026-03-01', today, true],
    ['after the agreed last day', 'agreed', today, '2026-02-28', 'placement.ends_before_it_begins'],
    ['of one not agreed', 'offered', today, undefined, 'placement.cannot_follow'],
    ['of one that runs', 'started', today, undefined, 'placement.cannot_follow'],
  ])('%s', (_, state, firstDay, endsOn, expected) => {
    const outcome = decideStart({ state, ...(endsOn ? { endsOn } : {}) }, firstDay, period, today)
    expect(outcome.ok ? true : outcome.code).toBe(expected)
  })

  it('may be the contract’s last day', () => {
    expect(decideStart({ state: 'agreed' }, period.last, period, '2027-03-01').ok).toBe(true)
  })

  it('is not after the contract has ended, however long ago', () => {
    expect(decideStart({ state: 'agreed' }, '2027-02-01', period, '2027-03-01')).toMatchObject({
      code: 'placement.outside_period',
      facts: period,
    })
  })
})

describe('the last day', () => {
  const running = { state: 'started', startedOn: '2026-02-02', endsOn: '2026-02-27' } as const
  it.each<[string, Parameters<typeof decideEnd>, string | true]>([
    ['as planned, on the planned day', [running, '2026-02-27', 'as_planned', today], true],
    ['as planned, but the day before', [running, '2026-02-26', 'as_planned', today], 'placement.not_as_planned'],
    [
      'as planned, of a permanent job',
      [{ state: 'started', startedOn: '2026-02-02' }, today, 'as_planned', today],
      'placement.not_as_planned',
    ],
    ['by resignation', [running, '2026-02-10', 'resignation', today], true],
    ['on the first day', [running, '2026-02-02', 'other', today], true],
    ['before the first day', [running, '2026-02-01', 'other', today], 'placement.ends_before_it_begins'],
    ['tomorrow', [running, '2026-03-03', 'other', today], 'placement.day_in_future'],
    ['of one that has ended', [{ ...running, state: 'ended' }, today, 'other', today], 'placement.cannot_follow'],
  ])('%s', (_, args, expected) => {
    const outcome = decideEnd(...args)
    expect(outcome.ok ? true : outcome.code).toBe(expected)
  })
})

it('"as planned" that is not says which day was planned, if any was', () => {
  const ended = (endsOn: string | undefined) =>
    decideEnd({ state: 'started', startedOn: '2026-02-02', ...(endsOn ? { endsOn } : {}) }, today, 'as_planned', today)
  expect(ended('2026-03-31')).toMatchObject({ code: 'placement.not_as_planned', facts: { planned: '2026-03-31' } })
  expect(ended(undefined)).toMatchObject({ code: 'placement.not_as_planned', facts: {} })
})

describe('trust.md I5, second and third leg', () => {
  it('the person says that it has the job when it has begun, once', () => {
    const outcome = (state: PlacementState, personConfirmed: boolean) => {
      const decision = decideConfirm({ state, personConfirmed })
      return decision.ok ? true : decision.code
    }
    expect(outcome('agreed', false)).toBe('placement.not_started')
    expect(outcome('started', false)).toBe(true)
    expect(outcome('ended', false)).toBe(true)
    expect(outcome('started', true)).toBe('placement.already_confirmed')
    expect(decideConfirm({ state: 'started', personConfirmed: false })).toEqual({ ok: true, value: true })
  })

  const half = { startedOn: '2025-08-31', employerStill: false, personStill: false }
  it.each<[string, Parameters<typeof decideStill>, string | boolean]>([
    ['on the last day of February for the last of August: calendar months', [half, 'person', '2026-02-28'], false],
    ['the day before', [half, 'person', '2026-02-27'], 'placement.too_early'],
    ['the second of the two makes it both', [{ ...half, employerStill: true }, 'person', today], true],
    ['the first of the two does not', [half, 'employer', today], false],
    ['the employer second makes it both', [{ ...half, personStill: true }, 'employer', today], true],
    ['twice by the same', [{ ...half, employerStill: true }, 'employer', today], 'placement.already_confirmed'],
    ['twice by the person', [{ ...half, personStill: true }, 'person', today], 'placement.already_confirmed'],
    ['of one that ended before', [{ ...half, endedOn: '2026-02-27' }, 'person', today], 'placement.ended_before'],
    ['of one that ended on that day', [{ ...half, endedOn: '2026-02-28' }, 'person', today], false],
    [
      'of one that has not begun',
      [{ employerStill: false, personStill: false }, 'person', today],
      'placement.not_started',
    ],
  ])('still there, %s', (_, args, expected) => {
    const outcome = decideStill(...args)
    expect(outcome.ok ? outcome.value.both : outcome.code).toBe(expected)
  })

  it('says from which day it can be said', () => {
    for (const [is, on] of [
      [half, '2026-02-27'],
      [{ ...half, endedOn: '2026-02-01' }, today],
    ] as const)
      expect(decideStill(is, 'person', on)).toMatchObject({ ok: false, facts: { from: '2026-02-28' } })
  })
})
