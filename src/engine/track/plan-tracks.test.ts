import { beforeAll, describe, expect, it } from 'vitest'
import { loadFullModel } from '#test/engine/full-track-model'
import { drawing, randomTracks, type TrackShape } from '#test/engine/random-tracks'
import { faultsOfPlans, planTracks, type TrackInstance, type TrackPlan, type TrackScore } from '../index.ts'

const seed = Math.floor(Math.random() * 2 ** 31)
beforeAll(() => console.info(`tracks: seed ${seed}`))

const small: TrackShape = {
  participants: 2,
  modules: 6,
  weeks: 40,
  towns: 2,
  ladders: 1,
  starts: 2,
  seats: 0.5,
  alwaysPossible: false,
}

/** Small instances of every kind: one to four participants, one chain or two side by side, scarce or plenty of seats. */
function smallTracks(from: number, count: number): { seed: number; instance: TrackInstance }[] {
  return Array.from({ length: count }, (_, index) => {
    const draw = drawing(from + index)
    const shape = {
      ...small,
      participants: 1 + Math.floor(4 * draw()),
      weeks: 24 + Math.floor(20 * draw()),
      seats: draw() < 0.7 ? 0.2 : 1,
      ...(index % 3 === 0 ? { ladders: 2, modules: 8 } : {}),
    }
    return { seed: from + index, instance: randomTracks(from + index, shape) }
  })
}

describe('JSP-5: tracks for several participants on shared seats', () => {
  it('are the best of all, tried one by one, in 500 small cases', { timeout: 60_000 }, async () => {
    let planned = 0
    let shared = 0
    for (const { seed, instance } of smallTracks(seedOf(1), 500)) {
      const answer = await planTracks(instance)
      const { score, proven } = answer
      expect({ seed, score, proven }).toEqual({ seed, score: bestOfAll(instance), proven: true })
      expect(faultsOfPlans(instance, answer.plans)).toEqual([])
      planned += answer.plans.filter(({ steps }) => steps.length > 0).length
      if (answer.prices.length > 0) shared += 1
    }
    // The cases are worth trying: many have a way, and in many the seats run out.
    expect(planned).toBeGreaterThan(200)
    expect(shared).toBeGreaterThan(20)
  })

  it('are worth what the whole model is worth to HiGHS, in 24 larger cases', { timeout: 120_000 }, async () => {
    const fullModel = await loadFullModel()
    const shape = { ...small, participants: 3, modules: 12, weeks: 60, ladders: 3, starts: 4, alwaysPossible: true }
    for (let index = 0; index < 24; index++) {
      const drawn = seedOf(2) + index
      const instance = randomTracks(drawn, { ...shape, seats: index % 2 === 0 ? 0.2 : 0.5 })
      const { score, proven } = await planTracks(instance)
      const week = 100_000
      const { value } = fullModel(instance, week)
      const ours = score.unplanned > 0 ? undefined : week * score.ends + score.hours
      expect({ drawn, value: ours, proven }).toEqual({ drawn, value, proven: true })
    }
  })

  it('close the gap that prices leave, when seats are very scarce', { timeout: 60_000 }, async () => {
    const fullModel = await loadFullModel()
    const shape = {
      ...small,
      participants: 6,
      modules: 14,
      weeks: 60,
      ladders: 2,
      towns: 1,
      seats: 0.1,
      alwaysPossible: true,
    }
    for (let index = 0; index < 5; index++) {
      const drawn = seedOf(3) + index
      const instance = randomTracks(drawn, shape)
      const { score, proven } = await planTracks(instance)
      const { value } = fullModel(instance, 100_000)
      const ours = score.unplanned > 0 ? undefined : 100_000 * score.ends + score.hours
      expect({ drawn, value: ours, proven }).toEqual({ drawn, value, proven: true })
    }
  })
})

function seedOf(which: number): number {
  return (seed + which * 1_000_003) % 2 ** 31
}

/** The best score by trying every combination of starts for each, and every combination of these for all. */
function bestOfAll(instance: TrackInstance): TrackScore {
  const options = instance.participants.map(({ id }) => allowedPlans(instance, id))
  let best: TrackScore | undefined
  const left = new Map<string, number>(
    instance.modules.flatMap(({ id, starts }) => starts.map(({ week, seats }) => [`${id}@${week}`, seats] as const)),
  )
  const choose = (who: number, sum: TrackScore): void => {
    if (best && !isBefore(sum, best)) return
    if (who === options.length) {
      best = sum
      return
    }
    for (const plan of options[who]!) {
      const places = plan.steps.map(({ module, start }) => `${module}@${start}`)
      if (places.some(place => left.get(place) === 0)) continue
      for (const place of places) left.set(place, left.get(place)! - 1)
      choose(who + 1, { ...sum, ends: sum.ends + plan.end, hours: sum.hours + plan.hours })
      for (const place of places) left.set(place, left.get(place)! + 1)
    }
    choose(who + 1, { ...sum, unplanned: sum.unplanned + 1 })
  }
  choose(0, { unplanned: 0, ends: 0, hours: 0 })
  return best!
}

function isBefore(one: TrackScore, other: TrackScore): boolean {
  return (one.unplanned - other.unplanned || one.ends - other.ends || one.hours - other.hours) < 0
}

/** Every allowed plan of a participant, the best first. Starts that are not allowed even alone are left out at once. */
function allowedPlans(instance: TrackInstance, id: number): TrackPlan[] {
  const { ready } = instance.participants.find(one => one.id === id)!
  const hoursOf = new Map(instance.modules.map(module => [module.id, module.weeks * module.hours]))
  const planOf = (steps: TrackPlan['steps']): TrackPlan => ({
    participant: id,
    steps,
    end: Math.max(ready, ...steps.map(({ end }) => end)),
    hours: steps.reduce((sum, { module }) => sum + hoursOf.get(module)!, 0),
  })
  const faults = (steps: TrackPlan['steps']): string[] =>
    faultsOfPlans(instance, [planOf(steps)]).map(({ rule }) => rule)
  let sets: TrackPlan['steps'][] = [[]]
  for (const { id: module, starts, weeks } of instance.modules) {
    const steps = starts
      .map(({ week }) => ({ module, start: week, end: week + weeks }))
      .filter(step => faults([step]).every(rule => rule === 'lacks' || rule === 'needs'))
    sets = sets.flatMap(set => [set, ...steps.map(step => [...set, step])])
  }
  return sets
    .filter(steps => faults(steps).length === 0)
    .map(planOf)
    .sort((a, b) => a.end - b.end || a.hours - b.hours)
}
