import loadHighs, { type Highs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { judge } from './certificate.ts'
import { solveCore } from './core.ts'
import type { MatchInstance } from './instance.ts'
import { type Matching, matchNow } from './match.ts'
import { bestByTrying, permuted, randomInstance, type Shape } from './test-instances.ts'

let highs: Highs
beforeAll(async () => {
  highs = await loadHighs()
})

// New seeds every run, printed with the name of the suite.
const drawn = Math.floor(performance.timeOrigin + performance.now()) % 1_000_000
const base: Shape = {
  candidates: 12,
  openings: 6,
  density: 45,
  scores: 30,
  places: 3,
  invitations: 1,
  families: [],
  reserves: 0,
}

const shapes: Readonly<Record<string, Shape>> = {
  'no bands': base,
  'places as many as people': { ...base, candidates: 10, openings: 8, places: 3, density: 35 },
  'bands per label': { ...base, families: [4] },
  'several invitations': { ...base, places: 5, invitations: 3, families: [3] },
  'nested bands': { ...base, candidates: 16, families: [6, 2], nested: true },
  'reserved places': { ...base, families: [4], reserves: 4 },
  'nested bands, reserves and invitations': {
    ...base,
    candidates: 16,
    places: 4,
    invitations: 2,
    families: [5, 2],
    nested: true,
    reserves: 5,
  },
  'many equal scores': { ...base, candidates: 20, scores: 2, families: [4], reserves: 2 },
}

function solved(instance: MatchInstance, seed: number): Matching {
  const answer = matchNow(instance, { seed })
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.value
}

/** The best value by HiGHS: every pair, persons in whole numbers. */
function referee(instance: MatchInstance): number {
  const pair = Int32Array.from(instance.head.keys())
  const candidate = new Int32Array(pair.length)
  for (let i = 0; i < instance.candidates; i++) candidate.fill(i, instance.first[i]!, instance.first[i + 1]!)
  const answer = solveCore(highs, instance, { pair, candidate }, true, 60)
  if (!answer.solved) throw new Error('HiGHS did not finish')
  return judge(instance, answer.pairs).value
}

describe(`the matching (GEN-4), seeds from ${drawn}`, { timeout: 60_000 }, () => {
  it('is the best of all allowed plans, by trying them all', () => {
    for (let n = 0; n < 60; n++) {
      const shape: Shape = {
        ...base,
        candidates: 4,
        openings: 3,
        density: 70,
        families: n % 2 ? [2] : [3, 2],
        nested: n % 4 === 0,
        reserves: n % 3,
        invitations: 1 + (n % 2),
      }
      const instance = randomInstance(drawn + n, shape)
      const best = bestByTrying(
        instance,
        (candidate, opening) =>
          judge(instance, { candidate: Int32Array.from(candidate), opening: Int32Array.from(opening) }).value,
      )
      const answer = solved(instance, n)
      if (answer.gap === 0) expect(answer.worth.value, `seed ${drawn + n}`).toBe(best)
      else expect(answer.bound, `seed ${drawn + n}`).toBeGreaterThanOrEqual(best)
    }
  })

  for (const [name, shape] of Object.entries(shapes)) {
    it(`agrees with HiGHS: ${name}`, () => {
      for (let n = 0; n < 65; n++) {
        const seed = drawn + n
        const instance = randomInstance(seed, { ...shape, density: shape.density + (n % 3) * 15 })
        const answer = solved(instance, seed)
        expect(answer.worth.value, `seed ${seed} of ${name}`).toBe(referee(instance))
        if (!name.includes('reserves') && !name.includes('reserved'))
          expect(answer.gap, `seed ${seed} of ${name}`).toBe(0)
      }
    })
  }

  it('is worth the same however people and openings are numbered', () => {
    for (let n = 0; n < 20; n++) {
      const places = n % 2 === 0 ? 3 : 8
      const shape = { ...base, candidates: 80, openings: 20, families: [6], reserves: 3, places }
      const instance = randomInstance(drawn + n, shape)
      expect(solved(permuted(instance, n), 1).worth.value, `seed ${drawn + n}`).toBe(solved(instance, 1).worth.value)
    }
  })

  it('is never worth less with one more place, when nothing is penalised for being too many', () => {
    for (let n = 0; n < 20; n++) {
      const instance = randomInstance(drawn + n, { ...base, candidates: 40, openings: 12, families: [] })
      const capacity = instance.capacity.with(n % 12, instance.capacity[n % 12]! + 1)
      expect(solved({ ...instance, capacity }, 1).worth.value).toBeGreaterThanOrEqual(solved(instance, 1).worth.value)
    }
  })

  it('gives the same pairs and prices for the same numbers and seed', () => {
    const instance = randomInstance(7, {
      ...base,
      candidates: 200,
      openings: 40,
      scores: 3,
      families: [6],
      reserves: 5,
    })
    expect(solved(instance, 3)).toEqual(solved(instance, 3))
  })
})
