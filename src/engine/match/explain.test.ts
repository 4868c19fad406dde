import { describe, expect, it } from 'vitest'
import { explainMatching, type MatchExplanation } from './explain.ts'
import type { MatchInstance } from './instance.ts'
import { matchNow } from './match.ts'
import { randomInstance } from './test-instances.ts'

/** Openings, each with the candidates who fit it and how well. */
function small(
  openings: readonly Readonly<Record<number, number>>[],
  candidates: number,
  rest: Partial<MatchInstance> = {},
): MatchInstance {
  const [first, head, score]: [number[], number[], number[]] = [[0], [], []]
  for (let i = 0; i < candidates; i++) {
    for (const [j, fits] of openings.entries()) {
      if (fits[i] === undefined) continue
      head.push(j)
      score.push(fits[i]!)
    }
    first.push(head.length)
  }
  return {
    candidates,
    openings: openings.length,
    first: Int32Array.from(first),
    head: Int32Array.from(head),
    score: Uint16Array.from(score),
    capacity: new Int32Array(openings.length).fill(1),
    invitations: new Int32Array(candidates).fill(1),
    candidateRegion: new Int32Array(candidates),
    openingRegion: new Int32Array(openings.length),
    families: [],
    reserves: [],
    fill: 100,
    ...rest,
  }
}

function explained(instance: MatchInstance): MatchExplanation {
  const answer = matchNow(instance)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return explainMatching(instance, answer.value)
}

describe('the explanation (GEN-4)', () => {
  it('says that nobody is eligible for an empty place', () => {
    expect(explained(small([{ 0: 10 }, {}], 1)).places).toMatchObject([
      { opening: 1, code: 'nobody_eligible', eligible: 0 },
    ])
  })

  it('says that those eligible are needed more elsewhere, and where', () => {
    const { places } = explained(small([{ 0: 90 }, { 0: 10 }], 1))
    expect(places).toMatchObject([{ opening: 1, code: 'needed_more_elsewhere', eligible: 1, elsewhere: [0] }])
  })

  it('says that a band is full, for the place and for the person', () => {
    const family = { label: Int32Array.of(0, 0), low: [0], high: [1], penalty: [500] }
    const { places, people } = explained(small([{ 0: 50 }, { 1: 10 }], 2, { families: [family] }))
    expect(places).toMatchObject([{ opening: 1, code: 'band_full', bands: [{ family: 0, label: 0 }] }])
    expect(people).toMatchObject([
      { candidate: 1, code: 'band_full', opening: 1, wouldChange: [{ code: 'one_more_in_band', family: 0, label: 0 }] },
    ])
  })

  it('says that the places are taken, and that one more would do', () => {
    const { places, people } = explained(small([{ 0: 50, 1: 10 }], 2))
    expect(places).toEqual([])
    expect(people).toMatchObject([
      { candidate: 1, code: 'places_taken', wouldChange: [{ code: 'one_more_place', opening: 0 }] },
    ])
  })

  it('says when equals were drawn, and when nothing is open to a person', () => {
    const { people } = explained(small([{ 0: 50, 1: 50 }], 3))
    expect(people.map(person => person.code).toSorted()).toEqual(['drawn_among_equals', 'no_opening_eligible'])
  })

  it('speaks of every empty place and of everybody without a proposal, and holds no score', () => {
    const instance = randomInstance(3, {
      candidates: 200,
      openings: 40,
      density: 8,
      scores: 900,
      places: 4,
      invitations: 1,
      families: [5],
      reserves: 3,
    })
    const answer = matchNow(instance)
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
    const { places, people } = explainMatching(instance, answer.value)
    const total = instance.capacity.reduce((sum, one) => sum + one, 0)
    expect(places.reduce((sum, place) => sum + place.empty, 0)).toBe(total - answer.value.worth.placed)
    expect(people).toHaveLength(200 - answer.value.worth.placed)
    expect(Object.keys(people[0]!).toSorted()).toEqual(['bands', 'candidate', 'code', 'opening', 'wouldChange'])
  })
})
