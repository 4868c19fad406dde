import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#kernel'
import { type Procurement, type Requirement, type Step, steps } from './procurement.ts'
import { type CompletionFacts, decideCompletion, decideDates, proposeDates, type StepLine } from './steps.ts'

const facts = (over: Partial<CompletionFacts> = {}): CompletionFacts => ({
  state: 'open',
  step: 'plan',
  requirement: 'employment',
  contractEnd: '2028-05-03',
  needSubmitted: true,
  ...over,
})

describe('PRC-1: a step is completed in order, and never skipped', () => {
  // step, need submitted, requirement, day → the next step, or why not. Written by hand.
  const matrix: readonly [Step, boolean, Requirement, string, string][] = [
    ['plan', false, 'undecided', '2026-03-02', 'map'],
    ['plan', true, 'employment', '2026-03-02', 'map'],
    ['map', false, 'undecided', '2026-03-02', 'procurement.need_not_submitted'],
    ['map', true, 'undecided', '2026-03-02', 'analyse'],
    ['analyse', true, 'undecided', '2026-03-02', 'procurement.requirement_undecided'],
    ['analyse', true, 'employment', '2026-03-02', 'procure'],
    ['analyse', true, 'dialogue', '2026-03-02', 'procure'],
    ['analyse', true, 'none', '2026-03-02', 'procure'],
    ['procure', true, 'employment', '2026-03-02', 'procurement.award_first'],
    ['procure', true, 'none', '2026-03-02', 'procurement.award_first'],
    ['implement', true, 'employment', '2026-06-01', 'manage'],
    ['manage', true, 'employment', '2028-05-03', 'procurement.contract_still_runs'],
    ['manage', true, 'employment', '2028-05-04', 'closed'],
  ]
  for (const [step, needSubmitted, requirement, today, expected] of matrix) {
    it(`${step}, need ${needSubmitted ? 'submitted' : 'a draft'}, ${requirement}, on ${today}: ${expected}`, () => {
      const decision = decideCompletion(facts({ step, needSubmitted, requirement }), today)
      expect(decision.ok ? (decision.value.next ?? 'closed') : decision.code).toBe(expected)
    })
  }

  it('nothing is completed in a case that has ended', () => {
    for (const state of ['closed', 'cancelled'] as const satisfies readonly Procurement['state'][])
      expect(decideCompletion(facts({ state }), '2026-03-02')).toMatchObject({ code: 'procurement.closed' })
  })
})

describe('PRC-1: the first plan', () => {
  it('counts back from contract start when there is time', () => {
    // 2027-05-03 is a Monday; 22 weeks before it is 2026-11-30, 18 is 2026-12-28, 14 is 2027-01-25, 4 is 2027-04-05.
    expect(proposeDates('2026-03-02', '2027-05-03', '2029-05-02')).toEqual({
      plan: '2026-11-30',
      map: '2026-12-28',
      analyse: '2027-01-25',
      procure: '2027-04-05',
      implement: '2027-11-03',
      manage: '2029-05-02',
    })
  })

  it('is pressed together when there is not, and never lies before today', () => {
    // 63 days left: 63 × 4/26, 8/26, 12/26 and 22/26, in whole days.
    expect(proposeDates('2026-03-02', '2026-05-04', '2026-08-31')).toEqual({
      plan: '2026-03-11',
      map: '2026-03-21',
      analyse: '2026-03-31',
      procure: '2026-04-24',
      implement: '2026-08-31',
      manage: '2026-08-31',
    })
  })

  it('always follows the order of the steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 900 }), fc.integer({ min: 0, max: 2000 }), (ahead, length) => {
        const start = addDays('2026-03-02', ahead)
        const dates = proposeDates('2026-03-02', start, addDays(start, length))
        const inOrder = steps.map(step => dates[step])
        if (ahead >= 0) expect(inOrder).toEqual(inOrder.toSorted())
      }),
    )
  })
})

describe('PRC-1: moving the days', () => {
  const lines: StepLine[] = [
    { step: 'plan', plannedOn: '2026-01-12', doneOn: '2026-01-12' },
    { step: 'map', plannedOn: '2026-01-30', doneOn: '2026-02-02' },
    { step: 'analyse', plannedOn: '2026-03-06' },
    { step: 'procure', plannedOn: '2026-04-20' },
    { step: 'implement', plannedOn: '2026-11-04' },
    { step: 'manage', plannedOn: '2028-05-03' },
  ]

  it('tells each move with both days', () => {
    expect(decideDates(lines, { analyse: '2026-03-13', procure: '2026-04-20' })).toEqual({
      ok: true,
      value: [{ step: 'analyse', from: '2026-03-06', to: '2026-03-13' }],
    })
  })

  it('refuses to move what is done, or past the next step, or past the contract', () => {
    expect(decideDates(lines, { map: '2026-02-15' })).toMatchObject({
      code: 'procurement.step_is_done',
      facts: { step: 'map' },
    })
    expect(decideDates(lines, { analyse: '2026-04-21' })).toMatchObject({
      code: 'procurement.dates_out_of_order',
      facts: { step: 'procure', after: 'analyse' },
    })
    expect(decideDates(lines, { implement: '2028-05-04' })).toMatchObject({
      code: 'procurement.dates_out_of_order',
      facts: { step: 'manage', after: 'implement' },
    })
  })
})
