import { describe, expect, it } from 'vitest'
import type { MatchInstance } from './instance.ts'
import { type Matching, matchNow } from './match.ts'
import { answerOf, difference, type MatchChange, openPlan, replan } from './replan.ts'
import { proveAgain } from './standing-proof.ts'
import { randomInstance, type Shape } from './test-instances.ts'
import { seeded } from './ties.ts'

const shape: Shape = {
  candidates: 60,
  openings: 18,
  density: 30,
  scores: 100,
  places: 3,
  invitations: 2,
  families: [6, 2],
  nested: true,
  reserves: 6,
}

function solved(instance: MatchInstance): Matching {
  const answer = matchNow(instance)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.value
}

/** The instance as it is after a change, made anew. */
function changed(instance: MatchInstance, change: MatchChange): MatchInstance {
  if (change.kind === 'places')
    return { ...instance, capacity: instance.capacity.with(change.opening, change.capacity) }
  if (change.kind === 'invitations') {
    return { ...instance, invitations: instance.invitations.with(change.candidate, change.invitations) }
  }
  const families = instance.families.map((family, f) =>
    f !== change.family
      ? family
      : {
          ...family,
          low: Array.from(family.low).with(change.label, change.low),
          high: Array.from(family.high).with(change.label, change.high),
        },
  )
  return { ...instance, families }
}

describe('re-planning after a change', { timeout: 60_000 }, () => {
  it.each([1, 2])('is as good as planning anew, change after change, with up to %i invitations', invitations => {
    for (let seed = 1; seed <= 25; seed++) {
      const { below } = seeded(seed)
      let instance = randomInstance(seed, { ...shape, invitations })
      const standing = openPlan(instance, solved(instance))
      for (let n = 0; n < 20; n++) {
        const label = below(6)
        const low = below(4)
        const changes: MatchChange[] = [
          { kind: 'invitations', candidate: below(60), invitations: below(invitations + 1) },
          { kind: 'places', opening: below(18), capacity: below(5) },
          { kind: 'band', family: 0, label, low, high: low + below(3) },
        ]
        const change = changes[below(3)]!
        instance = changed(instance, change)
        const proven = replan(standing, change)
        const now = answerOf(standing)
        const told = `seed ${seed}, change ${n}: ${JSON.stringify(change)}`
        expect(now.worth.value, told).toBe(solved(instance).worth.value)
        expect(proven, told).toEqual({ value: now.worth.value, bound: now.bound })
      }
    }
  })

  it('proposes few otherwise: only those on the chain of the one who withdrew', () => {
    const instance = randomInstance(5, { ...shape, candidates: 400, openings: 60, invitations: 1 })
    const before = solved(instance)
    const standing = openPlan(instance, before)
    replan(standing, { kind: 'invitations', candidate: before.pairs.candidate[10]!, invitations: 0 })
    const { gone, come } = difference(before.pairs, answerOf(standing).pairs)
    expect(Array.from(gone.candidate)).toContain(before.pairs.candidate[10])
    expect(gone.candidate.length + come.candidate.length).toBeLessThan(before.pairs.candidate.length / 5)
  })

  it('proves nothing with a price that is wrong', () => {
    const instance = randomInstance(9, { ...shape, invitations: 1, reserves: 0 })
    const standing = openPlan(instance, solved(instance))
    const { plan } = standing.search
    const sound = proveAgain(plan, standing.proof!)
    expect(sound.bound).toBe(sound.value)
    for (let j = 0; j < instance.openings; j++) {
      if (instance.capacity[j] === 0 || plan.price[j] === 0) continue
      for (const wrong of [1000, -1000]) {
        plan.price[j]! += wrong
        expect(proveAgain(plan, standing.proof!).bound, `opening ${j}, ${wrong} points`).toBeGreaterThan(sound.value)
        plan.price[j]! -= wrong
      }
    }
    expect(proveAgain(plan, standing.proof!)).toEqual(sound)
  })

  it('starts right from any prices and any pairs', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { below } = seeded(seed)
      const instance = randomInstance(seed, shape)
      const draws = (length: number, most: number, least = 0): Float64Array =>
        Float64Array.from({ length }, () => least + below(most - least + 1))
      const prices = {
        opening: draws(instance.openings, 200),
        label: instance.families.map(family => draws(family.low.length, 60, -60)),
        reserve: draws(instance.reserves.length, 60),
      }
      const { pairs } = solved(randomInstance(seed, { ...shape, families: [], reserves: 0 }))
      expect(answerOf(openPlan(instance, { pairs, prices })).worth.value, `seed ${seed}`).toBe(
        solved(instance).worth.value,
      )
    }
  })

  it('opens an answer of another day at the instance of today', () => {
    const instance = randomInstance(11, shape)
    const old = solved(instance)
    const today = { ...instance, capacity: instance.capacity.map(places => places + 1) }
    expect(answerOf(openPlan(today, old)).worth.value).toBe(solved(today).worth.value)
  })
})
