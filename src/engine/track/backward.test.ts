import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedPlans } from '#test/engine/brute-tracks'
import { randomTracks, region } from '#test/engine/random-tracks'
import { smallTracks } from '#test/engine/small-tracks'
import { explainTrack, faultsOfPlans, latestStarts, planTracks, type TrackStep } from '../index.ts'

const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const firstWeek = (steps: readonly TrackStep[]): number => Math.min(...steps.map(({ start }) => start))

describe('PRC-2: the latest way to be ready when a contract starts', { timeout: 60_000 }, () => {
  it('is the one of all ways that begins last, and is refused only when there is none, in 200 small cases', () => {
    let ways = 0
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 8, max: 44 }), (seed, by) => {
        const { instance } = smallTracks(seed, 1)[0]!
        const participant = instance.participants[0]!
        const inTime = allowedPlans(instance, participant.id).filter(
          ({ end, steps }) => steps.length === 0 || end <= by,
        )
        const answer = latestStarts(instance, participant, by)
        expect(answer.possible).toBe(inTime.length > 0)
        if (!answer.possible || answer.steps.length === 0) return
        ways += 1
        expect(answer.begin).toBe(Math.max(...inTime.map(({ steps }) => firstWeek(steps))))
        expect(answer.lead).toBe(by - firstWeek(answer.steps))
        const plan = { participant: participant.id, steps: answer.steps, end: 0, hours: 0 }
        expect(faultsOfPlans(instance, [plan]).filter(({ rule }) => rule !== 'sum')).toEqual([])
      }),
      { numRuns: 200 },
    )
    expect(ways).toBeGreaterThan(10)
  })

  it('no step of it could begin at a later start with the others as they are', () => {
    fc.assert(
      fc.property(anySeed, seed => {
        const instance = randomTracks(seed, region)
        const answer = latestStarts(instance, instance.participants[0]!, 90)
        if (!answer.possible) return
        const [first] = answer.steps
        if (!first) return
        const module = instance.modules.find(({ id }) => id === first.module)!
        for (const { week } of module.starts.filter(one => one.week > first.start)) {
          const steps = answer.steps.with(0, { ...first, start: week, end: week + module.weeks })
          const faults = faultsOfPlans(instance, [{ participant: 0, steps, end: 0, hours: 0 }])
          expect(week + module.weeks > 90 || faults.some(({ rule }) => rule !== 'sum')).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('JSP-5: savings that are told', { timeout: 60_000 }, () => {
  it('come true when the start is added', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(anySeed, async seed => {
        const instance = randomTracks(seed, region)
        const { plans } = await planTracks(instance)
        const saving = explainTrack(instance, plans, 0)?.extraStarts[0]
        if (!saving) return
        told += 1
        const modules = instance.modules.map(module =>
          module.id === saving.module
            ? { ...module, starts: [...module.starts, { week: saving.week, seats: 1 }] }
            : module,
        )
        const { score } = await planTracks({ ...instance, modules })
        expect([plans[0]!.end - score.ends, plans[0]!.hours - score.hours]).toEqual([saving.weeks, saving.hours])
      }),
      { numRuns: 12 },
    )
    expect(told).toBeGreaterThan(0)
  })
})
