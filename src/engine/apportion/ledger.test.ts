import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Apportionment,
  type ApportionmentInput,
  apportion,
  carryLedger,
  type Key,
  nextYear,
  openLedger,
  subApportion,
} from '../index.ts'
import { fraction, fractionValue, parseFraction } from './fraction.ts'

function deal(input: ApportionmentInput): Apportionment {
  const result = apportion(input)
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const districts = [
  'angered',
  'ostra',
  'orgryte',
  'centrum',
  'majorna',
  'askim',
  'vastra',
  'vastra_hisingen',
  'norra_hisingen',
  'lundby',
]
const young: Key = {
  rows: [232, 217, 45, 47, 71, 74, 58, 133, 65, 58].map((weight, i) => ({ area: districts[i]!, weight })),
  whole: 1000,
}

describe('TGT-4: opening a ledger', () => {
  it('claims are what the key gives of all places so far, less what has been given', () => {
    const opened = openLedger(young, { angered: 9, ostra: 10, vastra_hisingen: 5, lundby: 3 })
    // 27 places: Angered 27 × 0.232 = 6.264, less 9.
    expect(opened).toMatchObject({ ok: true })
    if (!opened.ok) return
    expect(opened.value[0]).toEqual({ area: 'angered', given: 9, claim: '-342/125' })
    expect(deal({ key: young, places: 3, ledger: opened.value }).steps[0]!.number).toBe(28)
  })

  it('equals the ledger that dealing itself left behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), places => {
        const dealt = deal({ key: young, places })
        const given = Object.fromEntries(dealt.ledger.map(row => [row.area, row.given]))
        expect(openLedger(young, given)).toEqual({ ok: true, value: dealt.ledger })
      }),
    )
  })

  it('refuses areas outside the key and counts that are not whole', () => {
    expect(openLedger(young, { elsewhere: 1 })).toMatchObject({ ok: false, code: 'apportion.ledger_area_unknown' })
    expect(openLedger(young, { angered: 0.5 })).toMatchObject({ ok: false, code: 'apportion.ledger_malformed' })
  })
})

describe('TGT-4: a key that changes within the year', () => {
  it('targets are the sum over both keys of share × places, exactly', () => {
    const key = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 })
    const few = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(key, key, few, few, (before, after, first, then) => {
        const rows = (weights: number[]): Key => ({ rows: weights.map((weight, i) => ({ area: `${i}`, weight })) })
        const opened = deal({ key: rows(before), places: first })
        const closed = deal({ key: rows(after), places: then, ledger: opened.ledger })
        const [s, t] = [before, after].map(weights => weights.reduce((a, b) => a + b, 0)) as [number, number]
        closed.areas.forEach((row, i) => {
          expect(row.target).toBe(fraction(BigInt(before[i]! * first * t + after[i]! * then * s), BigInt(s * t)))
        })
      }),
    )
  })
})

describe('TGT-4: ten districts become four city areas in mid-year', () => {
  const moves = [
    { from: 'angered', to: [{ area: 'nordost', part: '1' }] },
    { from: 'ostra', to: [{ area: 'nordost', part: '1' }] },
    { from: 'orgryte', to: [{ area: 'centrum_ny', part: '1' }] },
    { from: 'centrum', to: [{ area: 'centrum_ny', part: '1' }] },
    {
      from: 'majorna',
      to: [
        { area: 'centrum_ny', part: '2/3' },
        { area: 'sydvast', part: '1/3' },
      ],
    },
    { from: 'askim', to: [{ area: 'sydvast', part: '1' }] },
    { from: 'vastra', to: [{ area: 'sydvast', part: '1' }] },
    { from: 'vastra_hisingen', to: [{ area: 'hisingen', part: '1' }] },
    { from: 'norra_hisingen', to: [{ area: 'hisingen', part: '1' }] },
    { from: 'lundby', to: [{ area: 'hisingen', part: '1' }] },
  ]
  const areas: Key = {
    rows: [
      { area: 'nordost', weight: 449 },
      { area: 'centrum_ny', weight: 139 },
      { area: 'sydvast', weight: 156 },
      { area: 'hisingen', weight: 256 },
    ],
  }

  it('claims and places follow, nothing is lost, and the order goes on', () => {
    const half = deal({ key: young, places: 37, passes: [{ area: 'centrum', reason: 'profile_missing' }] })
    const carried = carryLedger(half.ledger, moves)
    if (!carried.ok) throw new Error(carried.code)
    const claim = (name: string): number => fractionValue(half.ledger.find(row => row.area === name)!.claim)
    const northeast = carried.value.find(row => row.area === 'nordost')!
    expect(fractionValue(northeast.claim)).toBeCloseTo(claim('angered') + claim('ostra'), 12)
    expect(carried.value.reduce((sum, row) => sum + row.given, 0)).toBe(37)
    const rest = deal({ key: areas, places: 20, ledger: carried.value })
    expect(rest.areas.reduce((sum, row) => sum + row.given, 0)).toBe(57)
    // Centrum passed all spring; the area it became part of gets it back.
    expect(rest.areas.find(row => row.area === 'centrum_ny')!.received).toBeGreaterThan(20 * 0.139 + 1)
  })

  it('places already given are split in whole places, the largest fraction first, then in order', () => {
    const ledger = [
      { area: 'old', given: 5, claim: '1/2' },
      { area: 'other', given: 1, claim: '-1/2' },
    ]
    const split = (...parts: string[]) => {
      const carried = carryLedger(ledger, [{ from: 'old', to: parts.map((part, i) => ({ area: `n${i}`, part })) }])
      return carried.ok ? carried.value.map(({ given, claim }) => [given, claim]) : carried.code
    }
    // 5 × 1/4 = 1.25 and 5 × 3/4 = 3.75: the left-over place goes to the second.
    expect(split('1/4', '3/4')).toEqual([
      [1, '1/8'],
      [4, '3/8'],
      [1, '-1/2'],
    ])
    expect(split('1/2', '1/2')).toEqual([
      [3, '1/4'],
      [2, '1/4'],
      [1, '-1/2'],
    ])
    expect(split('0', '2/3', '1/3')).toEqual([
      [0, '0'],
      [3, '1/3'],
      [2, '1/6'],
      [1, '-1/2'],
    ])
  })

  it('is refused with a pointer when parts do not make a whole, or the area is unknown or moved twice', () => {
    const ledger = deal({ key: young, places: 3 }).ledger
    const move = (from: string, ...parts: string[]) => ({ from, to: parts.map((part, i) => ({ area: `n${i}`, part })) })
    expect(carryLedger(ledger, [move('angered', '1/2', '1/3')])).toMatchObject({
      code: 'apportion.parts_not_whole',
      facts: { pointer: '/moves/0' },
    })
    expect(carryLedger(ledger, [move('angered', '3/2', '-1/2')])).toMatchObject({ code: 'apportion.parts_not_whole' })
    expect(carryLedger(ledger, [move('nowhere', '1')])).toMatchObject({ code: 'apportion.ledger_area_unknown' })
    expect(carryLedger(ledger, [move('angered', '1'), move('angered', '1')])).toMatchObject({
      code: 'apportion.area_twice',
      facts: { pointer: '/moves/1' },
    })
    // Without a move, the old area's claim cannot be dropped in silence.
    expect(apportion({ key: areas, places: 1, ledger })).toMatchObject({ code: 'apportion.ledger_area_unknown' })
  })
})

describe('TGT-4: a new year', () => {
  const ledger = [
    { area: 'a', given: 3, claim: '5/2' },
    { area: 'b', given: 4, claim: '1/2' },
    { area: 'c', given: 9, claim: '-2' },
    { area: 'd', given: 6, claim: '-1' },
  ]
  const carried = (cap: string) => {
    const next = nextYear(ledger, cap)
    if (!next.ok) throw new Error(next.code)
    return next.value
  }

  it('with cap nought begins with nothing given and nothing to claim', () => {
    expect(carried('0')).toEqual(['a', 'b', 'c', 'd'].map(area => ({ area, given: 0, claim: '0' })))
  })

  it('carries at most the cap, and what was cut is taken off what the others are ahead, in proportion', () => {
    // 5/2 is cut to 1: 3/2 of 3 are owed still, so each of those ahead keeps half.
    expect(carried('1').map(({ claim }) => claim)).toEqual(['1', '1/2', '-1', '-1/2'])
    // Just at the largest claim nothing is cut; just under it something is.
    expect(carried('5/2').map(({ claim }) => claim)).toEqual(ledger.map(({ claim }) => claim))
    expect(carried('2').map(({ claim }) => claim)).toEqual(['2', '1/2', '-5/3', '-5/6'])
  })

  it('claims sum to nought, none exceeds the cap, and the year goes on from them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4 }), (places, cap) => {
        const closed = deal({ key: young, places, passes: [{ area: 'angered', reason: 'profile_missing' }] })
        const next = nextYear(closed.ledger, String(cap))
        if (!next.ok) throw new Error(next.code)
        for (const { claim } of next.value) expect(fractionValue(claim)).toBeLessThanOrEqual(cap)
        // Unbalanced claims would be refused here.
        expect(deal({ key: young, places: 5, ledger: next.value }).order).toHaveLength(5)
      }),
    )
  })

  it('is refused for a cap below nought or a claim that is no number', () => {
    expect(nextYear(ledger, '-1')).toMatchObject({ code: 'apportion.bad_cap' })
    expect(nextYear(ledger, 'x')).toMatchObject({ code: 'apportion.bad_cap' })
    expect(nextYear([{ area: 'a', given: 0, claim: 'x' }], '1')).toMatchObject({
      code: 'apportion.ledger_malformed',
      facts: { pointer: '/ledger/0' },
    })
    expect(nextYear([], '1')).toEqual({ ok: true, value: [] })
  })
})

describe('TGT-4: districts may sub-apportion', () => {
  it("deals the district's own places by its own key and says which of the city's places they are", () => {
    const city = deal({ key: young, places: 20 })
    const inside = subApportion(city, 'angered', {
      key: {
        rows: [
          { area: 'hjallbo', weight: 2 },
          { area: 'gardsten', weight: 1 },
        ],
      },
    })
    if (!inside.ok) throw new Error(inside.code)
    expect(inside.value.places).toEqual([1, 5, 9, 14, 18])
    expect(inside.value.order).toEqual(['hjallbo', 'gardsten', 'hjallbo', 'hjallbo', 'gardsten'])
  })
})

describe('fractions', () => {
  it('are reduced, read back exactly, and refuse what is not a fraction', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (a, b) => {
          const read = parseFraction(fraction(a, b))!
          expect(read.numerator * b).toBe(a * read.denominator)
        },
      ),
    )
    for (const bad of ['', '1/', '1/0', '1.5', '1/-2', ' 1', 1, null]) expect(parseFraction(bad)).toBeUndefined()
    expect(fractionValue('-13/250')).toBe(-0.052)
    expect(() => fractionValue('x')).toThrow(RangeError)
    expect(() => fraction(1n, 0n)).toThrow(RangeError)
  })
})
