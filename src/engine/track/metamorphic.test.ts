import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawing, randomTracks, region, type TrackShape } from '#test/engine/random-tracks'
import { planTracks, type TrackInstance, type TrackScore } from '../index.ts'

const shape: TrackShape = {
  ...region,
  participants: 4,
  modules: 16,
  weeks: 60,
  towns: 2,
  ladders: 2,
  starts: 4,
  seats: 0.1,
}

const scoreOf = async (instance: TrackInstance): Promise<TrackScore> => (await planTracks(instance)).score
const worth = ({ unplanned, ends, hours }: TrackScore): number => unplanned * 1e10 + ends * 1e6 + hours

/** A property of random instances; fast-check prints its seed when one fails. */
function everyInstance(
  holds: (instance: TrackInstance, draw: () => number) => Promise<void>,
  numRuns = 25,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 - 1 }), seed =>
      holds(randomTracks(seed, shape), drawing(~seed)),
    ),
    { numRuns },
  )
}

function shuffled<Item>(items: readonly Item[], draw: () => number): Item[] {
  return items
    .map(item => ({ item, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

describe('JSP-5: what does not matter to the value of tracks', { timeout: 60_000 }, () => {
  it('the order of participants, modules, starts and competences', () =>
    everyInstance(async (instance, draw) => {
      const mixed = {
        ...instance,
        profile: shuffled(instance.profile, draw),
        participants: shuffled(instance.participants, draw),
        modules: shuffled(instance.modules, draw).map(module => ({
          ...module,
          covers: shuffled(module.covers, draw),
          starts: shuffled(module.starts, draw),
        })),
      }
      expect(await scoreOf(mixed)).toEqual(await scoreOf(instance))
    }))

  it('what competences are numbered', () =>
    everyInstance(async (instance, draw) => {
      const numbers = shuffled(
        Array.from({ length: instance.competences }, (_, index) => index),
        draw,
      )
      const renamed = (list: readonly number[]): number[] => list.map(one => numbers[one]!)
      const other = {
        ...instance,
        profile: renamed(instance.profile),
        participants: instance.participants.map(one => ({ ...one, has: renamed(one.has) })),
        modules: instance.modules.map(one => ({ ...one, covers: renamed(one.covers), needs: renamed(one.needs) })),
      }
      expect(await scoreOf(other)).toEqual(await scoreOf(instance))
    }))

  it('when the calendar begins: all weeks later, all ends later', () =>
    everyInstance(async (instance, draw) => {
      const later = 1 + Math.floor(20 * draw())
      const moved = {
        ...instance,
        weeks: instance.weeks + later,
        participants: instance.participants.map(one => ({ ...one, ready: one.ready + later })),
        modules: instance.modules.map(one => ({
          ...one,
          starts: one.starts.map(start => ({ ...start, week: start.week + later })),
        })),
      }
      const score = await scoreOf(instance)
      const planned = instance.participants.length - score.unplanned
      expect(await scoreOf(moved)).toEqual({ ...score, ends: score.ends + later * planned })
    }))

  it('modules that nobody can take', () =>
    everyInstance(async (instance, draw) => {
      const id = instance.modules.length
      const needless = { ...instance.modules[Math.floor(draw() * id)]!, id, hours: 100 }
      expect(await scoreOf({ ...instance, modules: [...instance.modules, needless] })).toEqual(await scoreOf(instance))
    }))
})

describe('JSP-5: what never makes tracks worse', { timeout: 60_000 }, () => {
  const never = (change: (instance: TrackInstance, draw: () => number) => TrackInstance): Promise<void> =>
    everyInstance(async (instance, draw) => {
      const before = worth(await scoreOf(instance))
      expect(worth(await scoreOf(change(instance, draw)))).toBeLessThanOrEqual(before)
    })

  it('one more seat', () =>
    never((instance, draw) => {
      const at = Math.floor(draw() * instance.modules.length)
      const module = instance.modules[at]!
      const which = Math.floor(draw() * module.starts.length)
      const starts = module.starts.map((start, index) =>
        index === which ? { ...start, seats: start.seats + 1 } : start,
      )
      return { ...instance, modules: instance.modules.with(at, { ...module, starts }) }
    }))

  it('one more start', () =>
    never((instance, draw) => {
      const at = Math.floor(draw() * instance.modules.length)
      const module = instance.modules[at]!
      const week = Math.floor(draw() * (instance.weeks - module.weeks))
      const starts = module.starts.some(start => start.week === week)
        ? module.starts
        : [...module.starts, { week, seats: 1 }]
      return { ...instance, modules: instance.modules.with(at, { ...module, starts }) }
    }))

  it('one more hour a week, or a longer journey', () =>
    never(instance => ({
      ...instance,
      participants: instance.participants.map(one => ({ ...one, hours: one.hours + 1, reach: one.reach + 30 })),
    })))
})
