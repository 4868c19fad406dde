import { describe, expect, it } from 'vitest'
import { judge } from './certificate.ts'
import type { Pairs } from './instance.ts'
import { matchNow } from './match.ts'
import { type StrictScores, strictOrder, strictWorth } from './strict.ts'
import { bestByTrying, randomInstance } from './test-instances.ts'
import { seeded } from './ties.ts'

describe('the strict order: places, deviation, effort, wishes', { timeout: 60_000 }, () => {
  it('is first among all allowed plans, by trying them all', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { below } = seeded(seed)
      const instance = randomInstance(seed, {
        candidates: 5,
        openings: 3,
        density: 65,
        scores: 5,
        places: 2,
        invitations: 1,
        families: [2],
        reserves: 1,
      })
      const scores: StrictScores = {
        effort: instance.score.map(() => below(6)),
        wish: instance.score.map(() => below(4)),
      }
      const strict = strictOrder(instance, scores)
      if (!strict.ok) throw new Error(JSON.stringify(strict.faults))
      // One number that keeps the order of the four: small instances leave room for it.
      const rank = (pairs: Pairs): number => {
        const { placed, deviation, effort, wish } = strictWorth(strict.instance, scores, pairs)
        return ((placed * 1000 - deviation) * 1000 - effort) * 1000 + wish
      }
      const best = bestByTrying(instance, (candidate, opening) =>
        rank({ candidate: Int32Array.from(candidate), opening: Int32Array.from(opening) }),
      )
      const answer = matchNow(strict.instance)
      if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
      expect(rank(answer.value.pairs), `seed ${seed}`).toBe(best)
    }
  })

  it('fills a place even at the cost of every other wish', () => {
    // Candidate 0 fits opening 0 without effort; only by taking opening 1 does candidate 1 get a place.
    const instance = {
      ...randomInstance(1, {
        candidates: 2,
        openings: 2,
        density: 0,
        scores: 1,
        places: 1,
        invitations: 1,
        families: [],
        reserves: 0,
      }),
      first: Int32Array.of(0, 2, 3),
      head: Int32Array.of(0, 1, 0),
      score: Uint16Array.of(0, 0, 0),
      capacity: Int32Array.of(1, 1),
    }
    const scores = { effort: Uint16Array.of(0, 500, 500), wish: Uint16Array.of(9, 0, 0) }
    const strict = strictOrder(instance, scores)
    const answer = strict.ok ? matchNow(strict.instance) : strict
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
    expect(strictWorth(instance, scores, answer.value.pairs)).toEqual({
      placed: 2,
      deviation: 0,
      effort: 1000,
      wish: 0,
    })
    expect(judge(instance, answer.value.pairs).allowed).toBe(true)
  })

  it('refuses weights that cannot be counted exactly', () => {
    const instance = randomInstance(3, {
      candidates: 50,
      openings: 40,
      density: 50,
      scores: 5,
      places: 2,
      invitations: 1,
      families: [4],
      reserves: 0,
    })
    const most = { effort: instance.score.map(() => 65_535), wish: instance.score.map(() => 65_535) }
    expect(strictOrder(instance, most)).toMatchObject({ ok: false, faults: [{ code: 'match.weights_too_great' }] })
  })
})
