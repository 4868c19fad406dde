import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Apportionment,
  type ApportionmentInput,
  apportion,
  carryLedger,
  type Key,
  type LedgerRow,
  subApportion,
} from '../index.ts'
import { fraction, parseFraction } from './fraction.ts'

function deal(input: ApportionmentInput): Apportionment {
  const result = apportion(input)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.facts)}`)
  return result.value
}

const keyOf = (weights: readonly number[]): Key => ({
  rows: weights.map((weight, i) => ({ area: `a${i + 1}`, weight })),
})

/** The sum of claims, exactly, as a fraction. */
function totalClaim(ledger: readonly LedgerRow[]): string {
  let [numerator, denominator] = [0n, 1n]
  for (const { claim } of ledger) {
    const read = parseFraction(claim)!
    numerator = numerator * read.denominator + read.numerator * denominator
    denominator *= read.denominator
  }
  return fraction(numerator, denominator)
}

const belowOnePlace = (claim: string): boolean => {
  const { numerator, denominator } = parseFraction(claim)!
  return (numerator < 0n ? -numerator : numerator) < denominator
}
const given = (ledger: readonly LedgerRow[]): number => ledger.reduce((sum, row) => sum + row.given, 0)

const weights = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 10 })
const places = fc.integer({ min: 1, max: 60 })

describe('TGT-4: a key that misses its whole, whatever the key', { timeout: 60_000 }, () => {
  it('left with the city, the rest is dealt as an area: nobody, the city included, is a place off its target', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 200 }), places, (key, missing, count) => {
        const sum = key.reduce((a, b) => a + b, 0)
        const dealt = deal({
          key: { ...keyOf(key), whole: sum + missing, treatment: 'leave_unassigned' },
          places: count,
        })
        for (const row of dealt.areas) expect(belowOnePlace(row.claim)).toBe(true)
        expect(dealt.areas.at(-1)).toMatchObject({ area: null, weight: missing })
        expect(dealt.areas[0]!.target).toBe(fraction(BigInt(key[0]! * count), BigInt(sum + missing)))
      }),
    )
  })

  it('scaled to its own sum, it deals as the same weights without a whole', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 3000 }), places, (key, whole, count) => {
        expect(deal({ key: { ...keyOf(key), whole }, places: count }).order).toEqual(
          deal({ key: keyOf(key), places: count }).order,
        )
      }),
    )
  })

  it('refused until it is corrected, it deals nothing', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 3000 }), places, (key, whole, count) => {
        const fits = key.reduce((a, b) => a + b, 0) === whole
        expect(apportion({ key: { ...keyOf(key), whole, treatment: 'refuse' }, places: count }).ok).toBe(fits)
      }),
    )
  })
})

describe('TGT-4: a key for each group', { timeout: 60_000 }, () => {
  it('each group has its own order: what one is dealt in between moves nothing in the other', () => {
    fc.assert(
      fc.property(weights, weights, fc.array(fc.boolean(), { maxLength: 40 }), (young, disability, turns) => {
        const ledgers: Record<string, readonly LedgerRow[] | undefined> = {}
        const orders: Record<string, unknown[]> = { young: [], disability: [] }
        for (const turn of turns) {
          const group = turn ? 'young' : 'disability'
          const one = deal({ key: keyOf(turn ? young : disability), places: 1, ledger: ledgers[group] })
          ledgers[group] = one.ledger
          orders[group]!.push(...one.order)
        }
        expect(orders.young).toEqual(deal({ key: keyOf(young), places: orders.young!.length }).order)
        expect(orders.disability).toEqual(deal({ key: keyOf(disability), places: orders.disability!.length }).order)
      }),
    )
  })
})

describe('TGT-4: areas that change within the year, whatever the areas', { timeout: 60_000 }, () => {
  it('no claim and no place is lost when areas are split and merged, and dealing goes on from there', () => {
    const cut = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(weights, places, cut, fc.nat(9), (key, count, twelfths, which) => {
        const before = deal({ key: keyOf(key), places: count }).ledger
        const split = `a${(which % key.length) + 1}`
        const parts = [
          { area: 'north', part: fraction(BigInt(twelfths), 12n) },
          { area: 'south', part: fraction(BigInt(12 - twelfths), 12n) },
        ]
        const moves = before.map(({ area }) =>
          area === split ? { from: split, to: parts } : { from: area!, to: [{ area: 'north', part: '1' }] },
        )
        const carried = carryLedger(before, moves)
        if (!carried.ok) throw new Error(carried.code)
        expect(totalClaim(carried.value)).toBe('0')
        expect(given(carried.value)).toBe(count)
        const rows = [
          { area: 'north', weight: 3 },
          { area: 'south', weight: 2 },
        ]
        const after = deal({ key: { rows }, places: 30, ledger: carried.value })
        for (const row of after.areas) expect(belowOnePlace(row.claim)).toBe(true)
      }),
    )
  })
})

describe('TGT-4: sub-apportionment, whatever the keys', { timeout: 60_000 }, () => {
  it("each place of the district goes to one of its parts, below one place from the district's own key", () => {
    fc.assert(
      fc.property(weights, weights, places, (city, inside, count) => {
        const whole = deal({ key: keyOf(city), places: count })
        const result = subApportion(whole, 'a1', { key: keyOf(inside) })
        if (!result.ok) throw new Error(result.code)
        expect(result.value.places).toEqual(whole.steps.filter(({ area }) => area === 'a1').map(({ place }) => place))
        expect(result.value.order).toHaveLength(result.value.places.length)
        for (const row of result.value.areas) expect(belowOnePlace(row.claim)).toBe(true)
      }),
    )
  })
})

describe('TGT-4: passes and overrides, whatever the key', { timeout: 60_000 }, () => {
  const reason = 'profile_missing' as const

  it('what lapses is what the others gain: claims are moved, never made', () => {
    fc.assert(
      fc.property(weights, places, (key, count) => {
        const dealt = deal({
          key: keyOf(key),
          places: count,
          passes: [{ area: 'a1', reason }],
          claims: { kind: 'lapses' },
        })
        expect(totalClaim(dealt.ledger)).toBe('0')
        const turns = dealt.steps.flatMap(({ passed }) => passed)
        expect(turns).toHaveLength(dealt.areas[0]!.turnsPassed)
        for (const turn of turns) expect(turn).toMatchObject({ area: 'a1', reason, claim: turn.lapsed })
      }),
    )
  })

  it('who passed and kept the claim has it met once back: the order heals within the bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 40 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 8 }),
        (key, away) => {
          const passed = deal({ key: keyOf(key), places: away, passes: [{ area: 'a1', reason }] })
          const healed = deal({ key: keyOf(key), places: 200, ledger: passed.ledger })
          for (const row of healed.areas) expect(belowOnePlace(row.claim)).toBe(true)
        },
      ),
    )
  })

  it('an override is the only place that does not follow the order, and every step explains itself', () => {
    fc.assert(
      fc.property(weights, places, fc.nat(9), (key, count, which) => {
        const area = `a${(which % key.length) + 1}`
        const { steps } = deal({ key: keyOf(key), places: count, overrides: [{ place: count, area }] })
        expect(steps.map(({ why }) => why)).toEqual([...steps.slice(1).map(() => 'earliest_deadline'), 'override'])
        for (const step of steps) {
          const before = parseFraction(step.claimBefore)!
          const target = parseFraction(step.target)!
          // Claim before = target − given; claim after = one place less.
          expect(fraction(target.numerator - BigInt(step.given) * target.denominator, target.denominator)).toBe(
            step.claimBefore,
          )
          expect(fraction(before.numerator - before.denominator, before.denominator)).toBe(step.claimAfter)
        }
      }),
    )
  })
})
