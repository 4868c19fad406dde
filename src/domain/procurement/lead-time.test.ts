import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWeeks } from '#kernel'
import { type LeadTime, type LeadTimeCase, type PreparationPart, planLeadTime } from './lead-time.ts'

const base: LeadTimeCase = {
  steps: [
    { step: 'analyse', from: '2026-01-30', lastDay: '2026-03-06' },
    { step: 'procure', from: '2026-03-20', lastDay: '2026-04-20' },
  ],
  announcedOn: '2026-03-20',
  awardedOn: '2026-04-20',
  contractStart: '2026-05-04',
  firstStartDeadline: '2026-11-04',
  startMayMove: true,
  supplier: {
    startUpMeetingOn: '2026-05-06',
    profile: { from: '2026-05-07', lastDay: '2026-05-20' },
    interviews: { from: '2026-06-01', lastDay: '2026-06-12' },
  },
  targetGroup: {},
  preparation: [{ id: 'basic', weeks: 20 }],
  suitsApprentices: true,
}
const plan = (over: Partial<LeadTimeCase> = {}, today = '2026-03-02'): LeadTime => {
  const result = planLeadTime({ ...base, ...over }, today)
  if (!result.ok) throw new Error(result.code)
  return result.value
}

describe('PRC-2, TGT-14: the contract begins in 9 weeks, training from the ground takes 20', () => {
  const tight = plan()

  it('the three processes meet only within the first-start window, 11 weeks late', () => {
    // 2 March + 20 weeks = 20 July; 4 May − 20 weeks = 15 December; 4 May to 20 July is 77 days = 11 weeks.
    expect(tight.preparation).toMatchObject({
      weeks: 20,
      latestStart: '2025-12-15',
      earliestStart: '2026-03-02',
      readyOn: '2026-07-20',
    })
    expect(tight).toMatchObject({ meets: 'within_first_start_window', weeksToContractStart: 9, gapWeeks: 11 })
  })

  it('the ways out: nearly ready people, the window, another start, apprentices', () => {
    expect(tight.waysOut).toEqual([
      { code: 'choose_nearly_ready', weeksAtMost: 9 },
      { code: 'start_within_first_start_window', from: '2026-07-20', until: '2026-11-04' },
      { code: 'move_start', to: '2026-07-20' },
      // 2 March + 5 months = 2 August, after contract start: the apprentice must already have the trade.
      { code: 'construction_apprentices', timeForComplement: false, complementMonths: 5 },
    ])
  })

  it('only ways that are open are shown', () => {
    expect(plan({ startMayMove: false, suitsApprentices: false, firstStartDeadline: '2026-06-04' })).toMatchObject({
      meets: 'no',
      waysOut: [{ code: 'choose_nearly_ready', weeksAtMost: 9 }],
    })
  })

  it('the lanes hold what was planned, and the bar of preparation drawn backwards from contract start', () => {
    const [procurement, supplier, target] = tight.lanes
    expect(procurement).toEqual({
      lane: 'procurement',
      bars: [
        { kind: 'step_analyse', from: '2026-01-30', lastDay: '2026-03-06' },
        { kind: 'step_procure', from: '2026-03-20', lastDay: '2026-04-20' },
      ],
      milestones: [
        { kind: 'announced', on: '2026-03-20' },
        { kind: 'awarded', on: '2026-04-20' },
        { kind: 'contract_start', on: '2026-05-04' },
      ],
    })
    expect(supplier!.bars.map(({ kind }) => kind)).toEqual(['supplier_profile', 'interviews'])
    expect(supplier!.milestones.at(-1)).toEqual({ kind: 'first_start_deadline', on: '2026-11-04' })
    expect(target!.bars).toEqual([
      { kind: 'preparation_needed', from: '2025-12-15', lastDay: '2026-05-03' },
      { kind: 'preparation_planned', from: '2026-03-02', lastDay: '2026-05-03' },
      { kind: 'preparation_too_late', from: '2026-05-04', lastDay: '2026-07-19' },
    ])
  })
})

describe('PRC-2: the edges', () => {
  it('beginning on the latest day is in time, a day later is a week short', () => {
    expect(plan({}, '2025-12-15')).toMatchObject({ meets: 'at_contract_start', gapWeeks: 0, waysOut: [] })
    // Nothing is drawn as late when people are ready on the day itself.
    expect(plan({}, '2025-12-15').lanes[2]!.bars.map(({ kind }) => kind)).toEqual([
      'preparation_needed',
      'preparation_planned',
    ])
    expect(plan({}, '2025-12-16')).toMatchObject({ meets: 'within_first_start_window', gapWeeks: 1 })
  })

  it('ready on the deadline is within the window, the day after it is not', () => {
    const onTheDay = plan({ firstStartDeadline: '2026-07-20' })
    expect(onTheDay.meets).toBe('within_first_start_window')
    expect(onTheDay.waysOut).toContainEqual({
      code: 'start_within_first_start_window',
      from: '2026-07-20',
      until: '2026-07-20',
    })
    expect(plan({ firstStartDeadline: '2026-07-19' }).meets).toBe('no')
  })

  it('preparation waits for profiling and apportionment', () => {
    const later = plan({
      targetGroup: { profiling: { from: '2026-03-02', lastDay: '2026-03-15' }, apportionedOn: '2026-03-23' },
    })
    expect(later.preparation.earliestStart).toBe('2026-03-23')
    const profiled = plan({
      targetGroup: { profiling: { from: '2026-03-02', lastDay: '2026-03-29' }, apportionedOn: '2026-03-23' },
    })
    expect(profiled.preparation.earliestStart).toBe('2026-03-30')
  })

  it('without preparation everybody meets until the day itself', () => {
    expect(plan({ preparation: [] }, '2026-05-04')).toMatchObject({
      meets: 'at_contract_start',
      preparation: { weeks: 0, criticalParts: [] },
    })
    expect(plan({ preparation: [] }, '2026-05-05')).toMatchObject({
      gapWeeks: 1,
      waysOut: [{ weeksAtMost: 0 }, {}, {}, {}],
    })
  })

  it('time for an apprentice’s complement is five months before contract start', () => {
    const complement = (today: string) => plan({ preparation: [{ id: 'long', weeks: 60 }] }, today).waysOut.at(-1)
    expect(complement('2025-12-04')).toMatchObject({ timeForComplement: true })
    expect(complement('2025-12-05')).toMatchObject({ timeForComplement: false })
  })
})

describe('PRC-2: parts of the preparation, side by side and in sequence', () => {
  const parts: PreparationPart[] = [
    { id: 'licence', weeks: 4, after: ['swedish'] },
    { id: 'swedish', weeks: 10 },
    { id: 'hygiene', weeks: 1 },
    { id: 'practice', weeks: 3, after: ['licence', 'hygiene'] },
  ]

  it('the longest chain makes the length; the others have slack and a latest start', () => {
    const { preparation } = plan({ preparation: parts })
    expect(preparation).toMatchObject({ weeks: 17, criticalParts: ['swedish', 'licence', 'practice'] })
    expect(preparation.parts).toEqual([
      { id: 'licence', latestStart: addWeeks('2026-05-04', -7), slackWeeks: 0 },
      { id: 'swedish', latestStart: addWeeks('2026-05-04', -17), slackWeeks: 0 },
      { id: 'hygiene', latestStart: addWeeks('2026-05-04', -4), slackWeeks: 13 },
      { id: 'practice', latestStart: addWeeks('2026-05-04', -3), slackWeeks: 0 },
    ])
  })

  it('the length equals the longest path found by trying every chain', () => {
    const anyParts = fc
      .array(fc.record({ weeks: fc.nat(30), after: fc.array(fc.nat(9), { maxLength: 3 }) }), { maxLength: 8 })
      .map(list =>
        list.map(({ weeks, after }, i) => ({ id: `p${i}`, weeks, after: after.filter(j => j < i).map(j => `p${j}`) })),
      )
    const path = (list: PreparationPart[], part: PreparationPart): number =>
      part.weeks + Math.max(0, ...list.filter(({ id }) => part.after?.includes(id)).map(other => path(list, other)))
    fc.assert(
      fc.property(anyParts, list => {
        const { preparation } = plan({ preparation: list.toReversed() })
        expect(preparation.weeks).toBe(Math.max(0, ...list.map(part => path(list, part))))
        for (const { slackWeeks } of preparation.parts) expect(slackWeeks).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('moving the start as told closes the gap exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -300, max: 100 }), (weeks, days) => {
        const today = addDays('2026-05-04', days)
        const first = plan({ preparation: [{ id: 'a', weeks }], firstStartDeadline: '2030-01-01' }, today)
        const move = first.waysOut.find(way => way.code === 'move_start')
        expect(move === undefined).toBe(first.gapWeeks === 0)
        if (move?.code !== 'move_start') return
        const moved = plan(
          { preparation: [{ id: 'a', weeks }], firstStartDeadline: '2030-01-01', contractStart: move.to },
          today,
        )
        expect(moved.meets).toBe('at_contract_start')
        const dayBefore = plan(
          { preparation: [{ id: 'a', weeks }], firstStartDeadline: '2030-01-01', contractStart: addDays(move.to, -1) },
          today,
        )
        expect(dayBefore.gapWeeks).toBe(1)
      }),
    )
  })
})

describe('PRC-2: limits that are still a plan', () => {
  it('only whole weeks are offered to nearly ready people, and without preparation no latest start is marked', () => {
    expect(plan({}, '2026-03-03').waysOut[0]).toEqual({ code: 'choose_nearly_ready', weeksAtMost: 8 })
    expect(plan({ preparation: [] }).lanes[2]!.milestones.map(({ kind }) => kind)).toEqual(['ready'])
    expect(plan().lanes[2]!.milestones.map(({ kind }) => kind)).toEqual(['latest_preparation_start', 'ready'])
  })

  it('a step of one day, a first start at contract start, ten years of preparation', () => {
    expect(plan({ steps: [{ step: 'plan', from: '2026-02-01', lastDay: '2026-02-01' }] }).lanes[0]!.bars).toHaveLength(
      1,
    )
    expect(plan({ firstStartDeadline: '2026-05-04' }).meets).toBe('no')
    expect(plan({ preparation: [{ id: 'a', weeks: 520 }] }).preparation.weeks).toBe(520)
  })
})

describe('PRC-2: a plan that cannot be read is refused with a pointer', () => {
  it.each<[Partial<LeadTimeCase>, string, string]>([
    [{ firstStartDeadline: '2026-05-03' }, 'lead_time.dates_reversed', '/firstStartDeadline'],
    [{ steps: [{ step: 'plan', from: '2026-02-01', lastDay: '2026-01-31' }] }, 'lead_time.dates_reversed', '/steps/0'],
    [
      { targetGroup: { profiling: { from: '2026-02-01', lastDay: '2026-01-31' } } },
      'lead_time.dates_reversed',
      '/targetGroup/profiling',
    ],
    ...[1.5, -1, 521].map((weeks): [Partial<LeadTimeCase>, string, string] => [
      { preparation: [{ id: 'a', weeks }] },
      'lead_time.bad_weeks',
      '/preparation/0/weeks',
    ]),
    [
      {
        preparation: [
          { id: 'a', weeks: 1 },
          { id: 'a', weeks: 1 },
        ],
      },
      'lead_time.part_twice',
      '/preparation/1/id',
    ],
    [{ preparation: [{ id: 'a', weeks: 1, after: ['b'] }] }, 'lead_time.part_unknown', '/preparation/0/after'],
    [
      {
        preparation: [
          { id: 'a', weeks: 1, after: ['b'] },
          { id: 'b', weeks: 1, after: ['a'] },
        ],
      },
      'lead_time.parts_circular',
      '/preparation',
    ],
  ])('%j', (over, code, pointer) => {
    expect(planLeadTime({ ...base, ...over }, '2026-03-02')).toMatchObject({ ok: false, code, facts: { pointer } })
  })
})
