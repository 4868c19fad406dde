import { describe, expect, it } from 'vitest'
import type { MatchInstance, Pairs, TieRule } from './instance.ts'
import { match } from './run.ts'
import { randomInstance, type Shape } from './test-instances.ts'
import { drawOrder, seeded } from './ties.ts'

const shape: Shape = {
  candidates: 60,
  openings: 8,
  density: 60,
  scores: 2,
  places: 3,
  invitations: 1,
  families: [3],
  reserves: 2,
}

/** Pairs where somebody goes without what a later equal holds beside more: [waits, holds, opening]. Looked for one by one. */
function passedOver(instance: MatchInstance, pairs: Pairs, ties: TieRule): [number, number, number][] {
  const { candidates, first, head, score, invitations, families } = instance
  const rank = new Int32Array(candidates)
  for (const [n, i] of drawOrder(candidates, ties).entries()) rank[i] = n
  const held = Array.from({ length: candidates }, () => new Set<number>())
  for (const [n, i] of pairs.candidate.entries()) held[i]!.add(pairs.opening[n]!)
  const fitOf = (i: number, j: number): number | undefined => {
    const a = head.subarray(first[i], first[i + 1]).indexOf(j)
    return a === -1 ? undefined : score[first[i]! + a]
  }
  const alike = (i: number, k: number): boolean => families.every(({ label }) => label[i] === label[k])
  const found: [number, number, number][] = []
  for (let i = 0; i < candidates; i++) {
    if (held[i]!.size >= invitations[i]!) continue
    for (const [n, k] of pairs.candidate.entries()) {
      const j = pairs.opening[n]!
      if (held[i]!.has(j) || rank[k]! < rank[i]! || held[k]!.size <= held[i]!.size) continue
      if (alike(i, k) && fitOf(i, j) !== undefined && fitOf(i, j) === fitOf(k, j)) found.push([i, k, j])
    }
  }
  return found
}

async function planned(instance: MatchInstance, ties: TieRule): Promise<Pairs> {
  const answer = await match(instance, { ties })
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  expect(answer.value.gap).toBe(0)
  return answer.value.pairs
}

describe('ties between people', () => {
  it.each([
    ['few places', {}],
    ['nearly as many places as people', { places: 13, candidates: 50 }],
    ['several invitations', { invitations: 3, places: 8 }],
  ])('go to the longest wait, then to the order drawn from the public seed: %s', async (_, more) => {
    let equals = 0
    for (let seed = 1; seed <= 40; seed++) {
      const { below } = seeded(seed)
      const instance = randomInstance(seed, { ...shape, ...more })
      const ties = { seed, waiting: Int32Array.from({ length: instance.candidates }, () => below(4) * 30) }
      const pairs = await planned(instance, ties)
      expect(passedOver(instance, pairs, ties), `seed ${seed}`).toEqual([])
      // In another order somebody would have been passed over: the rule decides something here.
      equals += passedOver(instance, pairs, { seed: seed + 1000 }).length
    }
    expect(equals).toBeGreaterThan(0)
  })
})
