import { describe, expect, it } from 'vitest'
import type { Requirement, Step } from './procurement.ts'
import { noProgress, type Progress, type TurnFacts, whoseTurn } from './whose-turn.ts'

type Over = Partial<Omit<TurnFacts, 'progress'>> & { readonly progress?: Partial<Progress> }

const today = '2026-03-02'

function turn({ progress, ...over }: Over): string {
  const facts: TurnFacts = {
    state: 'open',
    step: 'plan',
    requirement: 'employment',
    contractEnd: '2028-05-03',
    stepDue: '2026-03-06',
    needSubmitted: true,
    wanted: 6,
    matchingNamed: true,
    clause: 'locked',
    progress: { ...noProgress, ...progress },
    ...over,
  }
  const { side, code } = whoseTurn(facts, today)
  return `${side} ${code}`
}

/** Six places given to areas, six people with an employer. */
const given = { places: 6, apportioned: 6 }
const manned = { ...given, filled: 6 }

describe('PRC-1: whose turn it is, by hand', () => {
  const matrix: readonly [Step, string, Over, string][] = [
    ['plan', 'nothing written', { needSubmitted: false, matchingNamed: false }, 'procurer submit_need'],
    ['plan', 'nobody to match', { matchingNamed: false }, 'procurer name_matching'],
    ['plan', 'all there', {}, 'procurer complete_step'],
    ['map', 'the need is still a draft', { needSubmitted: false }, 'procurer submit_need'],
    ['map', 'nobody to match', { matchingNamed: false }, 'procurer name_matching'],
    ['map', 'no profile', {}, 'team adopt_profile'],
    ['map', 'no profile, and none is needed', { requirement: 'none' }, 'procurer complete_step'],
    ['map', 'profile adopted', { progress: { profileAdopted: true } }, 'procurer complete_step'],
    ['analyse', 'undecided', { requirement: 'undecided', clause: 'none' }, 'procurer decide_requirement'],
    ['analyse', 'undecided with a draft', { requirement: 'undecided', clause: 'draft' }, 'procurer decide_requirement'],
    ['analyse', 'decided', { clause: 'none' }, 'procurer complete_step'],
    ['procure', 'no clause', { clause: 'none' }, 'procurer choose_clause'],
    ['procure', 'a drafted clause', { clause: 'draft' }, 'procurer lock_clause'],
    ['procure', 'a locked clause', {}, 'procurer award'],
    ['procure', 'no requirement', { requirement: 'none', clause: 'none' }, 'procurer award'],
    ['procure', 'dialogue', { requirement: 'dialogue', clause: 'none' }, 'procurer award'],
    ['implement', 'places not opened', {}, 'team apportion'],
    ['implement', 'a place without an area', { progress: { places: 6, apportioned: 5 } }, 'team apportion'],
    ['implement', 'nobody proposed', { progress: given }, 'matching propose_people'],
    ['implement', 'people presented', { progress: { ...given, employerToAnswer: true } }, 'supplier answer_candidates'],
    ['implement', 'all agreed, nobody begun', { progress: manned }, 'supplier start_employment'],
    ['implement', 'somebody has begun', { progress: { ...manned, started: 1 } }, 'procurer complete_step'],
    ['implement', 'no requirement', { requirement: 'none' }, 'procurer complete_step'],
    ['implement', 'dialogue', { requirement: 'dialogue' }, 'procurer complete_step'],
    ['manage', 'all as promised', { progress: { ...manned, started: 6 } }, 'supplier keep_commitment'],
    ['manage', 'an empty place', { progress: { ...given, filled: 5, started: 5 } }, 'matching propose_people'],
    [
      'manage',
      'a report to write',
      { progress: { ...manned, started: 6, report: { waitsFor: 'supplier', due: '2026-03-15' } } },
      'supplier report',
    ],
    [
      'manage',
      'a report to read',
      { progress: { ...manned, started: 6, report: { waitsFor: 'procurer', due: '2026-03-15' } } },
      'procurer approve_report',
    ],
    [
      'manage',
      'the contract is over',
      { contractEnd: '2026-03-01', progress: { ...manned, started: 6 } },
      'procurer close',
    ],
    [
      'manage',
      'over, but a report waits',
      { contractEnd: '2026-03-01', progress: { report: { waitsFor: 'supplier', due: '2026-03-15' } } },
      'supplier report',
    ],
    [
      'manage',
      'its last day',
      { contractEnd: '2026-03-02', progress: { ...manned, started: 6 } },
      'supplier keep_commitment',
    ],
    ['manage', 'no requirement', { requirement: 'none' }, 'procurer close'],
  ]
  for (const [step, when, over, expected] of matrix)
    it(`${step}, ${when}: ${expected}`, () => expect(turn({ step, ...over })).toBe(expected))

  it('nobody, when the case has ended', () => {
    expect(turn({ state: 'closed' })).toBe('nobody closed')
    expect(turn({ state: 'cancelled' })).toBe('nobody cancelled')
  })

  it('always one side in an open case, whatever the facts', () => {
    const all: readonly Requirement[] = ['undecided', 'employment', 'dialogue', 'none']
    for (const step of ['plan', 'map', 'analyse', 'procure', 'implement', 'manage'] as const)
      for (const requirement of all)
        for (const needSubmitted of [true, false])
          for (const progress of [{}, given, manned, { ...manned, started: 2 }])
            expect(turn({ step, requirement, needSubmitted, progress })).not.toContain('nobody')
  })
})

describe('PRC-1: what is late', () => {
  const facts: TurnFacts = {
    state: 'open',
    step: 'analyse',
    requirement: 'undecided',
    contractEnd: '2028-05-03',
    stepDue: '2026-03-02',
    needSubmitted: true,
    wanted: 6,
    matchingNamed: true,
    clause: 'none',
    progress: noProgress,
  }

  it('the day itself is in time, the day after is late', () => {
    expect(whoseTurn(facts, '2026-03-02')).toMatchObject({ due: '2026-03-02', late: false })
    expect(whoseTurn(facts, '2026-03-03')).toMatchObject({ due: '2026-03-02', late: true })
  })

  it('a report that waits has its own day', () => {
    const report = { waitsFor: 'supplier', due: '2026-04-15' } as const
    const managing = {
      ...facts,
      step: 'manage',
      requirement: 'employment',
      stepDue: '2028-05-03',
      progress: { ...noProgress, report },
    } as const
    expect(whoseTurn(managing, '2026-04-15')).toMatchObject({ code: 'report', due: '2026-04-15', late: false })
    expect(whoseTurn(managing, '2026-04-16')).toMatchObject({ code: 'report', due: '2026-04-15', late: true })
  })

  it('a case that has ended is never late', () => {
    expect(whoseTurn({ ...facts, state: 'closed' }, '2027-01-01')).toEqual({
      side: 'nobody',
      code: 'closed',
      late: false,
    })
  })
})
