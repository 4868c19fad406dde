import { describe, expect, it } from 'vitest'
import { bestByNetworkSimplex } from '#test/engine/matching-flow'
import { judge, upperBound } from './certificate.ts'
import type { MatchInstance } from './instance.ts'
import { type Matched, type Matching, matchNow } from './match.ts'
import { match } from './run.ts'
import { bestByTrying, randomInstance, type Shape } from './test-instances.ts'
import { matchOnThread } from './thread.ts'
import { seeded } from './ties.ts'

const city: Shape = {
  candidates: 3000,
  openings: 260,
  density: 8,
  scores: 1000,
  places: 4,
  invitations: 1,
  families: [20, 4],
  nested: true,
  reserves: 30,
  fill: 10_000,
  penalty: 2000,
}

function made(answer: Matched): Matching {
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.value
}

/** Candidates and openings dealt to regions, so that many pairs cross a border. */
function inRegions(instance: MatchInstance, regions: number): MatchInstance {
  const { below } = seeded(regions)
  const deal = (length: number): Int32Array => Int32Array.from({ length }, () => below(regions))
  return { ...instance, candidateRegion: deal(instance.candidates), openingRegion: deal(instance.openings) }
}

describe('a large matching', { timeout: 60_000 }, () => {
  it.each([
    ['few places', city],
    ['nearly as many places as people', { ...city, places: 22 }],
    ['more places than people', { ...city, places: 26 }],
    ['nearly as many places as people, without bands', { ...city, places: 22, families: [], reserves: 0 }],
    ['three invitations', { ...city, places: 30, invitations: 3 }],
  ] satisfies [string, Shape][])('proves itself: the bound from its prices is its value, with %s', async (_, shape) => {
    const instance = randomInstance(1, shape)
    const { pairs, prices, worth, gap } = made(await match(instance))
    expect(gap).toBe(0)
    expect(judge(instance, pairs)).toEqual(worth)
    expect(upperBound(instance, prices)).toBe(worth.value)
  })

  it('is worth what a network simplex finds that knows every candidate and pair', () => {
    for (const [n, more] of [{}, { places: 22 }, { places: 9, invitations: 3 }].entries()) {
      const drawn = randomInstance(20 + n, { ...city, candidates: 1500, ...more })
      const reserves = drawn.reserves.filter((one, k) => drawn.reserves.findIndex(r => r.opening === one.opening) === k)
      const instance = { ...drawn, reserves }
      expect(made(matchNow(instance)).worth.value, `case ${n}`).toBe(bestByNetworkSimplex(instance))
    }
  })

  it('is worth the same planned by regions, on one thread or on two, as in one piece', async () => {
    const instance = inRegions(randomInstance(2, { ...city, families: [20], nested: false }), 5)
    const whole = made(matchNow(instance)).worth.value
    expect(made(await match(instance, { threads: 2 })).worth.value).toBe(whole)
  })

  it('tells how far it has come, and the bound never lies below the value', async () => {
    const seen: { value: number; bound: number }[] = []
    await match(randomInstance(3, city), { onProgress: ({ soFar }) => seen.push(soFar()) })
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.filter(({ value, bound }) => bound < value)).toEqual([])
  })

  it('stops when told to, here and on a thread of its own', async () => {
    const stop = new AbortController()
    const running = match(randomInstance(4, city), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    })
    await expect(running).rejects.toThrow('enough')
    const late = new AbortController()
    const onThread = matchOnThread(randomInstance(4, city), {
      signal: late.signal,
      onProgress: () => late.abort(new Error('enough')),
    })
    await expect(onThread).rejects.toThrow('enough')
  })

  it('gives the same answer on a thread of its own', async () => {
    const instance = randomInstance(5, { ...city, candidates: 400 })
    expect(await matchOnThread(instance, { ties: { seed: 9 } })).toEqual(await match(instance, { ties: { seed: 9 } }))
  })
})

describe('families that cross', { timeout: 60_000 }, () => {
  const crossing: Shape = {
    ...city,
    candidates: 5,
    openings: 3,
    density: 70,
    places: 2,
    families: [2, 3],
    nested: false,
    reserves: 1,
    fill: 60,
    penalty: 80,
    scores: 40,
  }

  it('are planned as well as can be, by trying all plans', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const instance = randomInstance(seed, crossing)
      const best = bestByTrying(
        instance,
        (candidate, opening) =>
          judge(instance, { candidate: Int32Array.from(candidate), opening: Int32Array.from(opening) }).value,
      )
      const answer = made(await match(instance))
      expect(answer.worth.value, `seed ${seed}`).toBe(best)
      expect(answer.bound).toBeGreaterThanOrEqual(best)
    }
  })

  it('state their gap', async () => {
    const instance = randomInstance(6, {
      ...city,
      candidates: 400,
      openings: 40,
      families: [6, 3],
      nested: false,
      reserves: 4,
    })
    const { worth, bound, gap } = made(await match(instance))
    expect(gap).toBe(bound - worth.value)
    expect(gap).toBeLessThan(worth.value / 1000)
  })
})

describe('odd instances', { timeout: 60_000 }, () => {
  const odd: Shape = { ...city, candidates: 0, openings: 0, families: [], reserves: 0 }

  it.each([
    ['nobody and nothing', odd],
    ['candidates without openings', { ...odd, candidates: 4 }],
    ['openings without candidates', { ...odd, openings: 4 }],
    ['nobody eligible', { ...odd, candidates: 9, openings: 4, density: 0 }],
    ['one of each', { ...odd, candidates: 1, openings: 1, density: 100 }],
    ['all scores equal', { ...odd, candidates: 90, openings: 30, scores: 1 }],
    ['no place anywhere', { ...odd, candidates: 20, openings: 8, places: 0 }],
    ['an empty label in a band', { ...odd, candidates: 2, openings: 2, density: 100, families: [40] }],
  ] satisfies [string, Shape][])('are planned and proved: %s', async (_, shape) => {
    expect(made(await match(randomInstance(8, shape))).gap).toBe(0)
  })

  it('greed is beaten: the best pair first would cost the last place', async () => {
    // Each candidate suits opening n best and n + 1 next; only the last suits the first opening alone.
    const n = 200
    const first = Int32Array.from({ length: n + 1 }, (_, i) => (i === n ? 2 * n - 1 : 2 * i))
    const head = Int32Array.from({ length: 2 * n - 1 }, (_, a) => (a === 2 * n - 2 ? 0 : (a >> 1) + (a % 2)))
    const score = Uint16Array.from(head, (_, a) => (a % 2 === 0 ? 900 : 100))
    const one = (length: number): Int32Array => new Int32Array(length).fill(1)
    const instance: MatchInstance = {
      ...randomInstance(1, { ...odd, candidates: n, openings: n, density: 0 }),
      first,
      head,
      score,
      fill: 1_000_000,
      capacity: one(n),
      invitations: one(n),
    }
    expect(made(await match(instance)).worth).toMatchObject({ placed: n, fit: 100 * (n - 1) + 900 })
  })

  it('weights as great as can be counted are planned exactly; greater ones are refused', async () => {
    const shape: Shape = { ...odd, candidates: 30, openings: 10, density: 50, places: 2 }
    const most = { ...randomInstance(9, shape), fill: 2 ** 44 }
    expect(made(await match(most)).gap).toBe(0)
    expect(await match({ ...most, fill: 2 ** 52 })).toMatchObject({
      ok: false,
      faults: [{ pointer: '/fill', code: 'match.weights_too_great' }],
    })
  })

  it('a malformed instance is refused with every fault and where it is', async () => {
    const sound = randomInstance(10, { ...odd, candidates: 6, openings: 4, density: 60, families: [2], reserves: 1 })
    const answer = await match({
      ...sound,
      head: sound.head.with(1, 44).with(3, -1),
      capacity: sound.capacity.with(2, -3),
      invitations: sound.invitations.with(0, 99),
      families: [{ ...sound.families[0]!, low: [9, 0], high: [1, 1] }],
      reserves: [{ opening: 0, family: 7, label: 0, count: 1, penalty: 1.5 }],
    })
    const pointers = answer.ok ? [] : answer.faults.map(fault => fault.pointer)
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/head/1',
        '/head/3',
        '/capacity/2',
        '/invitations/0',
        '/families/0/low/0',
        '/reserves/0/family',
        '/reserves/0/penalty',
      ]),
    )
  })
})
