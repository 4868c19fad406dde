import { describe, expect, it } from 'vitest'
import { randomTracks, region } from '#test/engine/random-tracks'
import { faultsOfPlans, planTracks, type TrackInstance, type TrackProgress, type TrackScore } from '../index.ts'

const scarce = randomTracks(13, { ...region, participants: 8, seats: 0.05 })
const value = ({ unplanned, ends, hours }: TrackScore): number => unplanned * 1e10 + ends * 1e6 + hours

const course = {
  weeks: 60,
  competences: 1,
  profile: [0],
  travel: [[0]],
  modules: [{ id: 0, covers: [0], weeks: 2, hours: 10, town: -1, needs: [], starts: [{ week: 3, seats: 1 }] }],
  participants: [{ id: 0, town: 0, reach: 0, hours: 20, ready: 0, has: [] }],
} satisfies TrackInstance

describe('JSP-5: a plan at once, then better ones', { timeout: 60_000 }, () => {
  it('plans only get better and bounds only rise, until they meet', async () => {
    const told: TrackProgress[] = []
    const answer = await planTracks(scarce, { onProgress: progress => told.push(progress) })
    expect(answer.proven).toBe(true)
    expect(told.length).toBeGreaterThan(3)
    expect(told[0]!.score.unplanned).toBe(0)
    for (const [index, { score, bound, gap }] of told.entries()) {
      expect(value(bound)).toBeLessThanOrEqual(value(answer.score))
      expect(gap).toBeGreaterThanOrEqual(0)
      if (index === 0) continue
      expect(value(score)).toBeLessThanOrEqual(value(told[index - 1]!.score))
      expect(value(bound)).toBeGreaterThanOrEqual(value(told[index - 1]!.bound))
    }
    expect(told.at(-1)).toEqual({ score: answer.score, bound: answer.score, gap: 0 })
  })

  it.each([1, 4, 9, 17, 30])(
    'stopped after being asked %i times, the plan in hand is allowed and the bound holds',
    async times => {
      const best = await planTracks(scarce)
      let asked = 0
      const answer = await planTracks(scarce, { enough: () => ++asked > times })
      expect(faultsOfPlans(scarce, answer.plans)).toEqual([])
      expect(answer.plans).toHaveLength(8)
      expect(value(answer.bound)).toBeLessThanOrEqual(value(best.score))
      expect(value(answer.score)).toBeGreaterThanOrEqual(value(best.score))
      expect(answer.gap > 0).toBe(!answer.proven)
    },
  )

  it('an abort before the beginning gives the first plan, with its gap', async () => {
    const { plans, proven, gap } = await planTracks(scarce, { signal: AbortSignal.abort() })
    expect(faultsOfPlans(scarce, plans)).toEqual([])
    expect({ planned: plans.length, proven }).toEqual({ planned: 8, proven: false })
    expect(gap).toBeGreaterThan(0)
  })

  it('an abort on the way is heard', async () => {
    const control = new AbortController()
    const answer = await planTracks(scarce, {
      signal: control.signal,
      onProgress: ({ bound }) => {
        if (bound.ends > 0) control.abort()
      },
    })
    expect(answer.proven).toBe(false)
  })
})

describe('JSP-5: unusual instances', { timeout: 60_000 }, () => {
  const planned = async (change: Partial<TrackInstance>): Promise<[TrackScore, boolean]> => {
    const { score, proven } = await planTracks({ ...course, ...change })
    return [score, proven]
  }
  const person = course.participants[0]!
  const module = course.modules[0]!
  const crowd = (count: number): TrackInstance['participants'] =>
    Array.from({ length: count }, (_, id) => ({ ...person, id }))

  it.each<[string, Partial<TrackInstance>, TrackScore]>([
    ['nobody to plan for', { participants: [] }, { unplanned: 0, ends: 0, hours: 0 }],
    ['no module at all', { modules: [] }, { unplanned: 1, ends: 0, hours: 0 }],
    ['an empty profile', { profile: [] }, { unplanned: 0, ends: 0, hours: 0 }],
    ['no seat', { modules: [{ ...module, starts: [{ week: 3, seats: 0 }] }] }, { unplanned: 1, ends: 0, hours: 0 }],
    ['one seat for three', { participants: crowd(3) }, { unplanned: 2, ends: 5, hours: 20 }],
    [
      'everybody alike, a seat for one at each start',
      {
        participants: crowd(6),
        modules: [{ ...module, starts: [0, 4, 8, 12, 16, 20].map(week => ({ week, seats: 1 })) }],
      },
      { unplanned: 0, ends: 2 + 6 + 10 + 14 + 18 + 22, hours: 120 },
    ],
    ['a module that needs itself', { modules: [{ ...module, needs: [0] }] }, { unplanned: 1, ends: 0, hours: 0 }],
    [
      'two that need each other',
      {
        competences: 2,
        modules: [
          { ...module, needs: [1] },
          { ...module, id: 1, covers: [1], needs: [0] },
        ],
      },
      { unplanned: 1, ends: 0, hours: 0 },
    ],
  ])('%s', async (_claim, change, score) => {
    expect(await planned(change)).toEqual([score, true])
  })

  it('one after the other in the wrong order loses a place that a joint plan finds', async () => {
    // The first in line would take the only seat that the second can use.
    const modules = [module, { ...module, id: 1, town: 0, starts: [{ week: 4, seats: 1 }] }]
    const travel = [
      [0, 99],
      [99, 0],
    ]
    const participants = [person, { ...person, id: 1, town: 1 }]
    expect(await planned({ modules, travel, participants })).toEqual([{ unplanned: 0, ends: 5 + 6, hours: 40 }, true])
  })
})
