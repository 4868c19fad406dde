import { describe, expect, it } from 'vitest'
import { type ApportionmentInput, apportion, type Key, runningOrder } from '../index.ts'

const keyOf = (weights: readonly number[]): Key => ({
  rows: weights.map((weight, i) => ({ area: `a${i + 1}`, weight })),
})

describe('TGT-4: malformed input is refused with a pointer', { timeout: 60_000 }, () => {
  const key = keyOf([3, 2])
  it.each([
    [{ key: { rows: [] }, places: 1 }, 'apportion.no_areas', '/key/rows'],
    [{ key: keyOf([0, 0]), places: 1 }, 'apportion.key_is_zero', '/key/rows'],
    [{ key: keyOf([1, 1.5]), places: 1 }, 'apportion.bad_weight', '/key/rows/1/weight'],
    [{ key: keyOf([1, -1]), places: 1 }, 'apportion.bad_weight', '/key/rows/1/weight'],
    [{ key: { rows: [...key.rows, key.rows[0]!] }, places: 1 }, 'apportion.area_twice', '/key/rows/2/area'],
    [{ key: { ...key, whole: 0 }, places: 1 }, 'apportion.bad_whole', '/key/whole'],
    [{ key, places: -1 }, 'apportion.bad_places', '/places'],
    [{ key, places: 100_001 }, 'apportion.bad_places', '/places'],
    [{ key: { rows: [{ area: '', weight: 1 }] }, places: 1 }, 'apportion.bad_area', '/key/rows/0/area'],
    [
      { key, places: 1, ledger: [{ area: null, given: 0, claim: '1/2' }] },
      'apportion.ledger_area_unknown',
      '/ledger/0',
    ],
    [{ key, places: 1, claims: { kind: 'capped', cap: 'two' } }, 'apportion.bad_cap', '/claims/cap'],
    [{ key, places: 1, claims: { kind: 'capped', cap: '-1' } }, 'apportion.bad_cap', '/claims/cap'],
    [
      { key, places: 1, ledger: [{ area: 'gone', given: 1, claim: '0' }] },
      'apportion.ledger_area_unknown',
      '/ledger/0',
    ],
    [{ key, places: 1, ledger: [{ area: 'a1', given: 1, claim: '1/3' }] }, 'apportion.ledger_unbalanced', '/ledger'],
    [{ key, places: 1, ledger: [{ area: 'a1', given: 1, claim: '1/0' }] }, 'apportion.ledger_malformed', '/ledger/0'],
    [{ key, places: 1, passes: [{ area: 'x', reason: 'other' }] }, 'apportion.pass_area_unknown', '/passes/0/area'],
    [
      { key, places: 1, passes: [{ area: 'a1', reason: 'other', places: [2] }] },
      'apportion.pass_place_unknown',
      '/passes/0/places',
    ],
    [
      { key, places: 1, overrides: [{ place: 2, area: 'a1' }] },
      'apportion.override_place_unknown',
      '/overrides/0/place',
    ],
    [{ key, places: 1, overrides: [{ place: 1, area: 'x' }] }, 'apportion.override_area_unknown', '/overrides/0/area'],
    [
      { key, places: 1, overrides: [1, 1].map(place => ({ place, area: 'a1' })) },
      'apportion.override_place_twice',
      '/overrides/1/place',
    ],
  ] as [ApportionmentInput, string, string][])('%j', (input, code, pointer) => {
    const result = apportion(input)
    expect(result).toMatchObject({ ok: false, code, facts: { pointer } })
  })

  it('a city row without claim may stay in the ledger when the key leaves nothing with the city', () => {
    expect(apportion({ key, places: 1, ledger: [{ area: null, given: 2, claim: '0' }] })).toMatchObject({ ok: true })
    expect(apportion({ key: keyOf([1]), places: 100_000 })).toMatchObject({ ok: true })
  })

  it('an area that both passes a place and is given it is a contradiction', () => {
    const result = apportion({
      key,
      places: 1,
      passes: [{ area: 'a1', reason: 'other' }],
      overrides: [{ place: 1, area: 'a1' }],
    })
    expect(result).toMatchObject({ ok: false, code: 'apportion.override_to_passing_area' })
  })

  it('the running order of a bad key is a programming error', () => {
    expect(() => runningOrder([], 1)).toThrow(RangeError)
  })
})
