import { describe, expect, it } from 'vitest'
import { explainTrack, latestStarts, planTracks, type TrackInstance, type TrackParticipant } from '../index.ts'

const [language, care, hygiene] = [0, 1, 2]
const [town, nextTown] = [0, 1]
const everywhere = -1
const anna: TrackParticipant = { id: 7, town, reach: 30, hours: 30, ready: 0, has: [] }

/** Solved by hand: care needs language; the whole course covers care and hygiene, and both can also be taken as parts. */
const course: TrackInstance = {
  weeks: 52,
  competences: 3,
  profile: [care, hygiene],
  travel: [
    [0, 45],
    [45, 0],
  ],
  modules: [
    { id: 0, covers: [language], weeks: 8, hours: 15, town: everywhere, needs: [], starts: starts([0, 4, 12], 2) },
    { id: 1, covers: [care, hygiene], weeks: 10, hours: 30, town, needs: [language], starts: starts([10, 24], 2) },
    { id: 2, covers: [care], weeks: 6, hours: 15, town, needs: [language], starts: starts([12, 20], 1) },
    { id: 3, covers: [hygiene], weeks: 3, hours: 10, town, needs: [], starts: starts([2, 14], 2) },
    { id: 4, covers: [care, hygiene], weeks: 2, hours: 10, town: nextTown, needs: [], starts: starts([1], 9) },
  ],
  participants: [anna],
}

function starts(weeks: readonly number[], seats: number): { week: number; seats: number }[] {
  return weeks.map(week => ({ week, seats }))
}

const planFor = async (...participants: TrackParticipant[]): ReturnType<typeof planTracks> =>
  planTracks({ ...course, participants })

describe('JSP-5: one track, solved by hand', { timeout: 60_000 }, () => {
  it('takes parts where the whole course would end later, side by side where hours allow', async () => {
    const { plans, score, proven } = await planFor(anna)
    expect(plans).toEqual([
      {
        participant: 7,
        steps: [
          { module: 0, start: 0, end: 8 },
          { module: 3, start: 2, end: 5 },
          { module: 2, start: 12, end: 18 },
        ],
        end: 18,
        hours: 8 * 15 + 3 * 10 + 6 * 15,
      },
    ])
    expect({ score, proven }).toEqual({ score: { unplanned: 0, ends: 18, hours: 240 }, proven: true })
  })

  it.each([
    ['with language already, the whole course is no better than the part', { has: [language] }, 18, 120],
    ['with hygiene already, the part is enough', { has: [hygiene] }, 18, 210],
    ['with too few hours a week for two at once, care waits for its next start', { hours: 20 }, 26, 240],
    ['ready later, the next start of each counts', { ready: 5 }, 26, 240],
    ['who can travel to the next town takes the short course there', { reach: 45 }, 3, 20],
    ['who has everything needs nothing, from the first possible week', { has: [care, hygiene], ready: 3 }, 3, 0],
  ])('%s', async (_claim, change, end, hours) => {
    const { plans } = await planFor({ ...anna, ...change })
    expect(plans.map(plan => [plan.end, plan.hours])).toEqual([[end, hours]])
  })

  it('prefers the earlier finish to less training, and less training at the same finish', async () => {
    const short = { ...course.modules[1]!, starts: starts([7], 1), needs: [] }
    const { plans } = await planTracks({ ...course, modules: course.modules.with(1, short) })
    expect(plans[0]).toMatchObject({ end: 17, hours: 300, steps: [{ module: 1, start: 7 }] })
    const same = { ...short, starts: starts([8], 1) }
    const other = await planTracks({ ...course, modules: course.modules.with(1, same) })
    expect(other.plans[0]).toMatchObject({ end: 18, hours: 240 })
  })
})

describe('JSP-5: shared seats, solved by hand', { timeout: 60_000 }, () => {
  it('gives the one seat to one and the whole course to the other', async () => {
    const { plans, score, proven, prices } = await planFor(anna, { ...anna, id: 8 })
    expect({ score, proven }).toEqual({ score: { unplanned: 0, ends: 18 + 20, hours: 240 + 420 }, proven: true })
    expect(plans.map(({ end }) => end).sort()).toEqual([18, 20])
    expect(prices).toContainEqual(expect.objectContaining({ module: 2, start: 12 }))
  })

  it('says what another seat or start would save, exactly', async () => {
    const { plans } = await planFor(anna, { ...anna, id: 8 })
    const later = plans.find(({ end }) => end === 20)!
    const explained = explainTrack({ ...course, participants: [anna, { ...anna, id: 8 }] }, plans, later.participant)!
    expect(explained.extraSeats).toEqual([{ module: 2, week: 12, weeks: 2, hours: 180 }])
    // Care begun in week 8, when language has ended, would end in week 14.
    expect(explained.extraStarts[0]).toEqual({ module: 2, week: 8, weeks: 6, hours: 180 })
  })

  it('leaves nobody out whom another division of the seats would let in', async () => {
    // Only the first can use the short course; the second has no other way than the seat that both would like.
    const profile = [care]
    const modules = [
      { ...course.modules[2]!, id: 0, needs: [], starts: starts([12], 1) },
      { ...course.modules[4]!, id: 1, starts: starts([40], 1) },
    ]
    const participants = [
      { ...anna, reach: 45 },
      { ...anna, id: 8 },
    ]
    const { plans, unplanned } = await planTracks({ ...course, profile, modules, participants })
    expect(unplanned).toEqual([])
    expect(plans.map(({ participant, end }) => [participant, end])).toEqual([
      [7, 42],
      [8, 18],
    ])
  })
})

describe('JSP-5: why a track takes its time', { timeout: 60_000 }, () => {
  it('tells the slack of each step and the critical one', async () => {
    const { plans } = await planFor(anna)
    const explained = explainTrack(course, plans, 7)!
    expect(explained.steps.map(({ module, slack, critical }) => [module, slack, critical])).toEqual([
      [0, 4, false],
      [3, 13, false],
      [2, 0, true],
    ])
    expect(explained.criticalStep).toMatchObject({ module: 2, start: 12 })
    expect(explained.extraStarts[0]).toEqual({ module: 2, week: 8, weeks: 4, hours: 0 })
    expect(explained.extraSeats).toEqual([])
  })

  it('tells nothing of somebody without a plan', () => {
    expect(explainTrack(course, [], 7)).toBeUndefined()
  })
})

describe('PRC-2: backwards from the start of a contract', { timeout: 60_000 }, () => {
  it.each([
    [
      30,
      [
        [0, 12],
        [3, 14],
        [2, 20],
      ],
      12,
    ],
    [
      26,
      [
        [0, 12],
        [3, 14],
        [2, 20],
      ],
      12,
    ],
    [
      25,
      [
        [0, 4],
        [2, 12],
        [3, 14],
      ],
      4,
    ],
    [
      18,
      [
        [0, 4],
        [2, 12],
        [3, 14],
      ],
      4,
    ],
  ])('a contract that starts in week %i leaves until these weeks', (week, latest, begin) => {
    const answer = latestStarts(course, anna, week)
    expect(answer).toMatchObject({ possible: true, begin, lead: week - begin })
    expect(answer.possible && answer.steps.map(({ module, start }) => [module, start])).toEqual(latest)
  })

  it('a contract that starts too early is told the earliest possible week', () => {
    expect(latestStarts(course, anna, 17)).toEqual({ possible: false, earliest: 18, gaps: [] })
  })

  it('who needs nothing can wait until the contract starts', () => {
    expect(latestStarts(course, { ...anna, has: [care, hygiene] }, 20)).toEqual({
      possible: true,
      steps: [],
      begin: 20,
      lead: 0,
    })
  })
})
