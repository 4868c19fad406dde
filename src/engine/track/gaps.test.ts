import { describe, expect, it } from 'vitest'
import { randomTracks, region } from '#test/engine/random-tracks'
import { gapsOf, planTracks, seatsLeft, type TrackInstance, type TrackParticipant } from '../index.ts'

const [language, care] = [0, 1]
const ali: TrackParticipant = { id: 3, town: 1, reach: 30, hours: 20, ready: 5, has: [] }
const starts = [{ week: 6, seats: 1 }]
const base = { weeks: 4, hours: 15, town: 1, needs: [] as number[], starts }
const catalogue: TrackInstance = {
  weeks: 30,
  competences: 2,
  profile: [care],
  travel: [
    [0, 60],
    [60, 0],
  ],
  modules: [
    { id: 0, covers: [language], ...base },
    { id: 1, covers: [care], ...base, needs: [language], starts: [{ week: 20, seats: 1 }] },
  ],
  participants: [ali],
  names: { competences: ['svenska B', 'vårdbiträde'], towns: ['Göteborg', 'Ale'] },
}

/** The gaps with one module of the catalogue changed. */
function gapsWith(module: number, change: Partial<TrackInstance['modules'][number]>): unknown[] {
  const modules = catalogue.modules.map(one => (one.id === module ? { ...one, ...change } : one))
  return gapsOf({ ...catalogue, modules }, ali).map(({ competence, reason }) => [competence, reason])
}

describe('JSP-6: what the catalogue cannot give', { timeout: 60_000 }, () => {
  it('is nothing when there is a way', () => {
    expect(gapsOf(catalogue, ali)).toEqual([])
  })

  it('is told by name, region and weeks', () => {
    expect(gapsOf({ ...catalogue, modules: [] }, ali)).toEqual([
      {
        participant: 3,
        competence: care,
        name: 'vårdbiträde',
        town: 1,
        townName: 'Ale',
        reach: 30,
        from: 5,
        to: 30,
        reason: 'not_taught',
      },
    ])
  })

  it.each<[string, Partial<TrackInstance['modules'][number]>, unknown[]]>([
    ['too far away', { town: 0 }, [[care, 'too_far']]],
    ['too many hours a week', { hours: 25 }, [[care, 'too_many_hours']]],
    ['begun before the first possible week', { starts: [{ week: 4, seats: 1 }] }, [[care, 'no_start']]],
    ['ended after the calendar', { starts: [{ week: 27, seats: 1 }] }, [[care, 'no_start']]],
    ['without seats', { starts: [{ week: 20, seats: 0 }] }, [[care, 'no_seats']]],
    ['before what it needs has ended', { starts: [{ week: 9, seats: 1 }] }, [[care, 'comes_too_late']]],
    ['in need of itself', { needs: [care] }, [[care, 'comes_too_late']]],
  ])('the only course is %s', (_claim, change, gaps) => {
    expect(gapsWith(1, change)).toEqual(gaps)
  })

  it('names the root: what is needed first and nothing gives', () => {
    expect(gapsWith(0, { covers: [] })).toEqual([[language, 'not_taught']])
    expect(gapsWith(0, { town: 0 })).toEqual([[language, 'too_far']])
  })

  it('counts seats that others have taken', () => {
    const taken = { participant: 9, steps: [{ module: 1, start: 20, end: 24 }], end: 24, hours: 60 }
    expect(gapsOf(seatsLeft(catalogue, [taken], ali.id), ali)).toMatchObject([{ competence: care, reason: 'no_seats' }])
    expect(gapsOf(seatsLeft(catalogue, [{ ...taken, participant: ali.id }], ali.id), ali)).toEqual([])
  })

  it('is what there is no time for besides the others, when each can be had but not all together', async () => {
    const modules = [
      { ...catalogue.modules[0]!, starts },
      { ...catalogue.modules[1]!, needs: [], starts },
    ]
    const both = { ...catalogue, profile: [language, care], modules }
    expect((await planTracks(both)).unplanned).toEqual([3])
    expect(gapsOf(both, ali)).toMatchObject([{ name: 'vårdbiträde', reason: 'not_with_the_rest' }])
    const twice = [...starts, { week: 10, seats: 1 }]
    expect(gapsOf({ ...both, modules: modules.with(1, { ...modules[1]!, starts: twice }) }, ali)).toEqual([])
  })

  it('whoever has a gap has no plan, and whoever has no plan a gap, whatever the catalogue', async () => {
    let without = 0
    for (let seed = 1; seed <= 60; seed++) {
      const instance = randomTracks(seed, { ...region, modules: 30, participants: 3, seats: 1, alwaysPossible: false })
      const { unplanned } = await planTracks(instance)
      for (const participant of instance.participants) {
        const gaps = gapsOf(instance, participant)
        expect({ seed, gap: gaps.length > 0 }).toEqual({ seed, gap: unplanned.includes(participant.id) })
        without += gaps.length
      }
    }
    expect(without).toBeGreaterThan(20)
  })
})
