import { describe, expect, it } from 'vitest'
import { judge } from './certificate.ts'
import { withHeld, withoutHeld } from './held.ts'
import type { MatchInstance, Pairs } from './instance.ts'
import { matchNow } from './match.ts'
import { bestByTrying, randomInstance } from './test-instances.ts'

const none: Pairs = { candidate: new Int32Array(0), opening: new Int32Array(0) }

/** The first eligible pairs that there is room for: not at all what a good plan would choose. */
function someHeld(instance: MatchInstance, most: number): Pairs {
  const room = instance.capacity.slice()
  const pairs: [number, number][] = []
  for (let i = 0; i < instance.candidates && pairs.length < most; i++) {
    const j = instance.head[instance.first[i]!]!
    if (instance.first[i]! === instance.first[i + 1]! || room[j] === 0) continue
    room[j]!--
    pairs.push([i, j])
  }
  return { candidate: Int32Array.from(pairs, pair => pair[0]), opening: Int32Array.from(pairs, pair => pair[1]) }
}

describe('pairs held fixed', { timeout: 60_000 }, () => {
  it('leave a plan that is best among all that hold them', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const instance = randomInstance(seed, {
        candidates: 5,
        openings: 3,
        density: 65,
        scores: 20,
        places: 2,
        invitations: 1,
        families: [3],
        reserves: 2,
      })
      const held = someHeld(instance, 2)
      const answer = matchNow(withoutHeld(instance, held))
      if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
      const pairs = withHeld(held, answer.value.pairs)
      const value = judge(instance, pairs)
      const holds = (candidate: number[], opening: number[]): boolean =>
        held.candidate.every((i, n) => candidate.some((c, m) => c === i && opening[m] === held.opening[n]))
      const best = bestByTrying(instance, (candidate, opening) =>
        holds(candidate, opening)
          ? judge(instance, { candidate: Int32Array.from(candidate), opening: Int32Array.from(opening) }).value
          : Number.NEGATIVE_INFINITY,
      )
      expect({ allowed: value.allowed, value: value.value }, `seed ${seed}`).toEqual({ allowed: true, value: best })
    }
  })

  it('change nothing when there are none', () => {
    const instance = randomInstance(2, {
      candidates: 5,
      openings: 3,
      density: 65,
      scores: 20,
      places: 2,
      invitations: 1,
      families: [3],
      reserves: 2,
    })
    expect(matchNow(withoutHeld(instance, none))).toEqual(matchNow(instance))
  })

  it('are refused when there is no room for them', () => {
    const instance = randomInstance(2, {
      candidates: 5,
      openings: 3,
      density: 100,
      scores: 20,
      places: 2,
      invitations: 1,
      families: [],
      reserves: 0,
    })
    const full = { ...instance, capacity: new Int32Array(3) }
    expect(() => withoutHeld(full, { candidate: Int32Array.of(0), opening: Int32Array.of(0) })).toThrow('No room')
  })
})
