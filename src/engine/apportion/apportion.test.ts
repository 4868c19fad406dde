import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Apportionment,
  type ApportionmentInput,
  apportion,
  type Key,
  type LedgerRow,
  runningOrder,
} from '../index.ts'
import { fraction, parseFraction, type Ratio } from './fraction.ts'

function deal(input: ApportionmentInput): Apportionment {
  const result = apportion(input)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.facts)}`)
  return result.value
}

const keyOf = (weights: readonly number[]): Key => ({
  rows: weights.map((weight, i) => ({ area: `a${i + 1}`, weight })),
})

const exact = (text: string): Ratio => parseFraction(text)!
const add = (a: string, b: string): string => {
  const [x, y] = [exact(a), exact(b)]
  return fraction(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator)
}
const atMost = (a: string, b: string): boolean => {
  const [x, y] = [exact(a), exact(b)]
  return x.numerator * y.denominator <= y.numerator * x.denominator
}
const size = (text: string): string => text.replace('-', '')
const claimsOf = (ledger: readonly LedgerRow[]): string[] => ledger.map(row => row.claim)
const total = (claims: readonly string[]): string => claims.reduce(add, '0')

const weights = fc
  .array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 })
  .filter(numbers => numbers.some(weight => weight > 0))
const places = fc.integer({ min: 0, max: 60 })

describe('TGT-4: the running order of a key', { timeout: 60_000 }, () => {
  it('never deviates by more than 1 − 1/(2n − 2), at any moment, for any key', () => {
    fc.assert(
      fc.property(weights, key => {
        let ledger: readonly LedgerRow[] | undefined
        for (let place = 0; place < 40; place++) {
          const now = deal({ key: keyOf(key), places: 1, ledger })
          for (const row of now.areas) expect(atMost(size(row.claim), now.bound)).toBe(true)
          expect(atMost(now.bound, '1') && now.bound !== '1').toBe(true)
          ledger = now.ledger
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is house-monotone: more places continue the order and take nothing back', () => {
    fc.assert(
      fc.property(weights, places, places, (key, fewer, more) => {
        expect(runningOrder(key, fewer + more).slice(0, fewer)).toEqual(runningOrder(key, fewer))
      }),
    )
  })

  it('gives every place to somebody, and each target is share × places, exactly', () => {
    fc.assert(
      fc.property(weights, places, (key, count) => {
        const result = deal({ key: keyOf(key), places: count })
        const sum = key.reduce((a, b) => a + b, 0)
        expect(result.areas.reduce((given, row) => given + row.given, 0)).toBe(count)
        result.areas.forEach((row, i) => {
          expect(row.target).toBe(fraction(BigInt(key[i]! * count), BigInt(sum)))
          expect(add(row.claim, `${row.given}`)).toBe(row.target)
        })
        expect(total(claimsOf(result.ledger))).toBe('0')
      }),
    )
  })

  it('deals several places at once as one at a time', () => {
    fc.assert(
      fc.property(
        weights,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('stays', 'lapses', 'capped'),
        (key, count, kind) => {
          const claims = kind === 'capped' ? { kind, cap: '3/2' } : { kind }
          // The first area cannot take anything; alone it would leave the places with nobody.
          const passes = key.slice(1).some(weight => weight > 0)
            ? [{ area: 'a1', reason: 'profile_missing' as const }]
            : []
          const input = { key: keyOf(key), passes, claims } as Omit<ApportionmentInput, 'places'>
          const atOnce = deal({ ...input, places: count })
          let ledger: readonly LedgerRow[] | undefined
          const order: unknown[] = []
          for (let i = 0; i < count; i++) {
            const one = deal({ ...input, places: 1, ledger })
            order.push(...one.order)
            ledger = one.ledger
          }
          expect(order).toEqual(atOnce.order)
          expect(ledger).toEqual(atOnce.ledger)
        },
      ),
      // An area without weight that gets a place because the first passes, and has a claim from then on.
      { examples: [[[2, 14, 4, 0], 16, 'capped']] },
    )
  })

  it('does not depend on the order of the rows when no two shares are equal', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(distinct, places, (key, count) => {
        const rows = keyOf(key).rows
        expect(deal({ key: { rows: [...rows].reverse() }, places: count }).order).toEqual(
          deal({ key: { rows }, places: count }).order,
        )
      }),
    )
  })

  it("equals Tijdeman's rule written naively: walk forward place by place until the bound is reached", () => {
    const naive = (key: number[], count: number): number[] => {
      const sum = key.reduce((a, b) => a + b, 0)
      const n = Math.max(2, key.filter(weight => weight > 0).length)
      const given = key.map(() => 0)
      return Array.from({ length: count }, (_, index) => {
        const due: { i: number; by: number; claim: number }[] = []
        for (let i = 0; i < key.length; i++) {
          // Everything × sum × (2n − 2), to stay whole.
          const claimAt = (place: number): number => (key[i]! * place - given[i]! * sum) * (2 * n - 2)
          if (claimAt(index + 1) < sum) continue
          let by = index + 1
          while (claimAt(by) < sum * (2 * n - 3)) by++
          due.push({ i, by, claim: claimAt(index + 1) })
        }
        due.sort((a, b) => a.by - b.by || b.claim - a.claim || key[b.i]! - key[a.i]! || a.i - b.i)
        given[due[0]!.i]! += 1
        return due[0]!.i + 1
      })
    }
    fc.assert(
      fc.property(weights, places, (key, count) => {
        expect(runningOrder(key, count)).toEqual(naive(key, count))
      }),
    )
  })

  it('explains each place: target, given, claim before and after, deadline, and who was next', () => {
    const step = deal({ key: keyOf([232, 217, 45, 47, 71, 74, 58, 133, 65, 58]), places: 20 }).steps[4]!
    // Fifth place: Angered's target is 5 × 0.232 = 1.16 and it has 1. It reaches 17/18 at 1 + 0.944 = 1.944…: place 9 (2.088).
    expect(step).toMatchObject({
      place: 5,
      number: 5,
      area: 'a1',
      why: 'earliest_deadline',
      given: 1,
      target: '29/25',
      claimBefore: '4/25',
      claimAfter: '-21/25',
      deadline: 9,
    })
    expect(step.runnerUp?.area).toBe('a2')
    expect(step.tie).toBe('claim')
  })

  it('counts the deadline to the very place on which the bound is reached', () => {
    // Shares 1/2, 1/4, 1/4 and n = 3: the bound is 3/4, which the second area reaches exactly at place 3.
    expect(deal({ key: keyOf([2, 1, 1]), places: 1 }).steps[0]).toMatchObject({
      area: 'a1',
      deadline: 2,
      runnerUp: { area: 'a2', deadline: 3 },
    })
  })

  it('an area that has reached the bound is due now', () => {
    const ledger = [
      { area: 'a1', given: 0, claim: '1/4' },
      { area: 'a2', given: 0, claim: '0' },
      { area: 'a3', given: 0, claim: '-1/4' },
    ]
    expect(deal({ key: keyOf([2, 1, 1]), places: 1, ledger }).steps[0]).toMatchObject({
      area: 'a1',
      claimBefore: '3/4',
      deadline: 1,
    })
  })

  it('with the same deadline and claim the larger share goes first', () => {
    // With this place counted in, both claim 6/5 and are overdue.
    const ledger = [
      { area: 'a1', given: 0, claim: '11/10' },
      { area: 'a2', given: 0, claim: '1' },
      { area: 'a3', given: 0, claim: '-21/10' },
    ]
    for (const rows of [keyOf([1, 2, 7]).rows, keyOf([1, 2, 7]).rows.toReversed()]) {
      expect(deal({ key: { rows }, places: 1, ledger }).steps[0]).toMatchObject({
        area: 'a2',
        tie: 'share',
        runnerUp: { area: 'a1' },
      })
    }
  })

  it('when passes leave nobody with a claim large enough, the greatest goes first, and says so', () => {
    const passes = [{ area: 'a1', reason: 'profile_missing' as const }]
    const steps = deal({ key: keyOf([2, 1, 1]), places: 3, passes }).steps
    expect(steps.map(({ area, why, tie }) => [area, why, tie])).toEqual([
      ['a2', 'earliest_deadline', 'order'],
      ['a3', 'earliest_deadline', undefined],
      ['a2', 'greatest_claim', 'order'],
    ])
    const uneven = deal({ key: keyOf([5, 3, 2]), places: 3, passes }).steps[2]
    expect(uneven).toMatchObject({ area: 'a2', why: 'greatest_claim', tie: undefined })
  })

  it('names the rule that settled a tie: claim, share, order', () => {
    expect(deal({ key: keyOf([1, 1]), places: 1 }).steps[0]).toMatchObject({ area: 'a1', tie: 'order' })
    expect(deal({ key: keyOf([3, 2, 1]), places: 1 }).steps[0]!.tie).toBeUndefined()
  })
})

describe('TGT-4: a key that misses its whole', { timeout: 60_000 }, () => {
  const disability = { ...keyOf([13, 9, 9, 5, 11, 13, 12, 10, 5, 12]), whole: 100 }

  it('is scaled to its own sum by default, and says so', () => {
    const result = deal({ key: disability, places: 99 })
    expect(result.key).toEqual({ sum: 99, whole: 100, treatment: 'normalise', fits: false })
    expect(result.areas.map(row => row.given)).toEqual([13, 9, 9, 5, 11, 13, 12, 10, 5, 12])
  })

  it('may leave the rest with the city: one place of a hundred is nobody’s', () => {
    const result = deal({ key: { ...disability, treatment: 'leave_unassigned' }, places: 100 })
    expect(result.order.filter(area => area === null)).toHaveLength(1)
    expect(result.areas.at(-1)).toMatchObject({ area: null, weight: 1, given: 1, claim: '0' })
  })

  it('may be refused until it is corrected, and a key above its whole has no rest to leave', () => {
    expect(apportion({ key: { ...disability, treatment: 'refuse' }, places: 1 })).toEqual({
      ok: false,
      code: 'apportion.key_not_whole',
      facts: { pointer: '/key', sum: 99, whole: 100 },
    })
    const above = apportion({ key: { ...disability, whole: 98, treatment: 'leave_unassigned' }, places: 1 })
    expect(above).toMatchObject({ ok: false, code: 'apportion.key_above_whole' })
  })

  it('takes raw counts of any size as a key', () => {
    const result = deal({ key: keyOf([850_123_456, 790_000_001, 3]), places: 50 })
    expect(total(claimsOf(result.ledger))).toBe('0')
  })
})

describe('TGT-4: passes', { timeout: 60_000 }, () => {
  const key = keyOf([50, 30, 20])
  const pass = { area: 'a1', reason: 'not_ready_in_time' as const }

  it('an area that passes keeps its claim and catches up', () => {
    const passed = deal({ key, places: 4, passes: [pass] })
    expect(passed.order).not.toContain('a1')
    expect(passed.areas[0]).toMatchObject({ area: 'a1', claim: '2', turnsPassed: 4, lapsed: '0' })
    expect(passed.steps[0]!.passed).toEqual([{ area: 'a1', reason: 'not_ready_in_time', claim: '1/2', lapsed: '0' }])
    const later = deal({ key, places: 6, ledger: passed.ledger })
    // Ten places in all: five belong to the area, and it has them all from the last six.
    expect(later.areas[0]).toMatchObject({ given: 5, claim: '0' })
  })

  it('a capped claim stops growing at the cap, and the excess goes to the others by the key', () => {
    const passed = deal({ key, places: 8, passes: [pass], claims: { kind: 'capped', cap: '1' } })
    expect(passed.areas[0]).toMatchObject({ claim: '1', lapsed: '3' })
    expect(total(claimsOf(passed.ledger))).toBe('0')
    expect(passed.areas.slice(1).map(row => row.given)).toEqual([5, 3])
  })

  it('a lapsed claim leaves nothing to claim', () => {
    const passed = deal({ key, places: 3, passes: [pass], claims: { kind: 'lapses' } })
    expect(passed.areas[0]).toMatchObject({ claim: '0', lapsed: '3/2' })
  })

  it('an area whose turn it is not passes nothing, whatever the policy', () => {
    const result = deal({
      key,
      places: 1,
      passes: [{ area: 'a3', reason: 'profile_missing' }],
      claims: { kind: 'lapses' },
    })
    expect(result.areas[2]).toMatchObject({ turnsPassed: 0, claim: '1/5', lapsed: '0' })
    expect(result.steps[0]!.passed).toEqual([])
  })

  it('a pass may concern some of the places only', () => {
    const result = deal({ key, places: 2, passes: [{ ...pass, places: [1] }] })
    expect(result.order).toEqual(['a2', 'a1'])
  })

  it('claims always sum to nought, and no cap is exceeded by whoever passed last', () => {
    const policy = fc.constantFrom<ApportionmentInput['claims'][]>(
      { kind: 'stays' },
      { kind: 'lapses' },
      { kind: 'capped', cap: '5/4' },
    )
    fc.assert(
      fc.property(weights, fc.nat(11), places, policy, (key, who, count, claims) => {
        fc.pre(who < key.length && key.some((weight, i) => weight > 0 && i !== who))
        const result = deal({ key: keyOf(key), places: count, passes: [{ ...pass, area: `a${who + 1}` }], claims })
        expect(total(claimsOf(result.ledger))).toBe('0')
        const row = result.areas[who]!
        expect(row.received).toBe(0)
        if (claims?.kind === 'capped') expect(atMost(row.claim, add('5/4', result.bound))).toBe(true)
        if (claims?.kind === 'stays') expect(row.claim).toBe(row.target)
      }),
    )
  })

  it('places that nobody can take are refused, not forced upon anyone', () => {
    const passes = ['a1', 'a2', 'a3'].map(area => ({ area, reason: 'profile_missing' as const, places: [2] }))
    expect(apportion({ key, places: 3, passes })).toEqual({
      ok: false,
      code: 'apportion.everyone_passes',
      facts: { pointer: '/passes', place: 2 },
    })
  })
})

describe('TGT-4, GEN-4: overrides', { timeout: 60_000 }, () => {
  it('a place given outside the order is taken from the claim of the named area and names who was in turn', () => {
    const result = deal({ key: keyOf([50, 30, 20]), places: 1, overrides: [{ place: 1, area: 'a3' }] })
    expect(result.steps[0]).toMatchObject({
      area: 'a3',
      why: 'override',
      claimBefore: '1/5',
      claimAfter: '-4/5',
      runnerUp: { area: 'a1', claim: '1/2' },
    })
  })

  it('the order heals itself: within the bound again when the key has had time to catch up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 2, maxLength: 8 }), key => {
        const overrides = [1, 2, 3].map(place => ({ place, area: 'a1' }))
        const result = deal({ key: keyOf(key), places: 400, overrides })
        for (const row of result.areas) expect(atMost(size(row.claim), result.bound)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
