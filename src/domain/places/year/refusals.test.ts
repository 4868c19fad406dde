import { describe, expect, it } from 'vitest'
import { faultsIn, told } from '#test/calculation'
import { placesCalculation } from './calculation.ts'

const rows = [
  { area: 'a', percent: 50 },
  { area: 'b', percent: 30 },
  { area: 'c', percent: 20 },
]
const dealt = (over: object = {}) => ({ on: '2026-02-01', kind: 'dealt', what: 'Tvätt', places: 2, ...over })
const year = (over: object = {}, ...events: object[]) => ({
  group: 'Unga',
  key: { rows },
  events: events.length > 0 ? events : [dealt()],
  ...over,
})
const said = (input: unknown) => faultsIn(placesCalculation, input).map(({ pointer, says }) => `${pointer} ${says.en}`)
const pass = (area: string, over: object = {}) => ({ area, reason: 'other', ...over })
const newKey = (kept: typeof rows) => ({ on: '2026-03-01', kind: 'key_changed', key: { rows: kept } })

describe('TGT-4: what cannot be dealt is refused at its event, in words', () => {
  it.each([
    [year({}, dealt({ passes: rows.map(({ area }) => pass(area)) })), '/events/0/passes Every area passes.'],
    [year({ key: { rows: [...rows, rows[0]] } }), '/events/0 An area is there twice.'],
    [year({ key: { rows: [{ area: 'a', percent: 0 }] } }), '/events/0 Every share is nought.'],
    [year({ key: { rows: rows.slice(1), treatment: 'refuse' } }), '/events/0 The key does not sum to 100.'],
    [
      year({ key: { rows: [...rows, { area: 'd', percent: 1 }], treatment: 'leave_rest' } }),
      '/events/0 The key sums to more than 100.',
    ],
    [
      year({}, dealt(), newKey(rows.slice(1)), dealt({ on: '2026-04-01' })),
      '/events/2 The key lacks an area that has a claim.',
    ],
    [year({}, dealt({ passes: [pass('x')] })), '/events/0/passes/0/area The area is not in the key.'],
    [
      year({}, dealt({ overrides: [{ place: 1, area: 'x' }] })),
      '/events/0/overrides/0/area The area is not in the key.',
    ],
    [year({}, dealt({ passes: [pass('a', { places: [1, 3] })] })), '/events/0/passes/0/places There is no such place.'],
    [year({}, dealt({ overrides: [{ place: 3, area: 'a' }] })), '/events/0/overrides/0/place There is no such place.'],
    [
      year(
        {},
        dealt({
          overrides: [
            { place: 1, area: 'a' },
            { place: 1, area: 'b' },
          ],
        }),
      ),
      '/events/0/overrides/1/place The place is already given.',
    ],
    [
      year({}, dealt({ passes: [pass('a')], overrides: [{ place: 1, area: 'a' }] })),
      '/events/0/overrides/0 The area passes.',
    ],
    [
      year({}, dealt(), { on: '2026-03-01', kind: 'areas_changed', successors: {}, key: { rows: rows.slice(1) } }),
      '/events/1 An area with a claim or with places has no successor among the new ones.',
    ],
  ])('%#: %s', (input, expected) => {
    expect(said(input)).toEqual([expected])
  })
})

describe('TGT-4: each event is told with what it rests on', () => {
  const lines = (...events: object[]) => told(placesCalculation, year({}, ...events)).lines

  it('a new key goes on from the same claims, or from none', () => {
    const changed = lines(dealt({ places: 1 }), newKey(rows)).at(-1)
    expect(changed?.rule).toBe('places.running_order')
    expect(changed?.says.en).toBe('2026-03-01: a new key. Claims: a -0.5, b 0.3, c 0.2.')
    expect(changed?.inputs).toEqual({ areas: 3 })
    const nothing = told(placesCalculation, year({}, newKey(rows)))
    expect(nothing.lines[0]?.says.sv).toBe('2026-03-01: ny nyckel. Fordringar: inga.')
    expect(nothing.summary.en).toBe('Unga: no places are dealt.')
  })

  it('a changed area and a new year by how many areas there are, and by their cap', () => {
    const moved = { on: '2026-05-01', kind: 'areas_changed', successors: { c: 'b' }, key: { rows: rows.slice(0, 2) } }
    expect(lines(dealt(), moved).at(-1)?.inputs).toEqual({ areas: 2 })
    expect(lines(dealt(), { on: '2027-01-01', kind: 'new_year', cap: 2 }).at(-1)?.inputs).toEqual({ cap: 2 })
  })

  it('a pass by its area and claim, a key that misses 100 by its sum, a place in both languages', () => {
    const [passed, place] = lines(dealt({ places: 1, passes: [pass('a')] }))
    expect(passed?.inputs).toEqual({ area: 'a', claim: '1/2', lapsed: '0' })
    expect(place?.says).toEqual({
      sv: 'Årets plats 1 (Tvätt): b. Nyckeln ger 0,3, hade 0, fordran 0,3 och sedan −0,7.',
      en: 'Place 1 of the year (Tvätt): b. The key gives 0.3, it had 0, claim 0.3 and then -0.7.',
    })
    const given = lines(dealt({ places: 1, overrides: [{ place: 1, area: 'c' }] }))[0]
    expect(given?.says.sv).toContain('Utanför turordningen.')
    expect(given?.says.en).toContain('Outside the order.')
    const short = told(placesCalculation, year({ key: { rows: rows.slice(0, 2) } }))
    expect(short.lines[0]?.inputs).toEqual({ sum: 80 })
    const left = told(placesCalculation, year({ key: { rows: rows.slice(0, 1), treatment: 'leave_rest' } }))
    expect(left.lines.slice(1).map(({ inputs }) => inputs.area)).toEqual(['a', ''])
    expect(left.lines.map(({ says }) => says.en).join(' ')).toMatch(/Next was the rest\./)
  })

  it('sums up one place as one, and says which claims stay when nothing is told of them', () => {
    const one = told(placesCalculation, year({}, dealt({ places: 1, passes: [pass('a')] })))
    expect(one.summary).toEqual({
      sv: 'Unga: 1 plats. Året står på a 0, b 1, c 0.',
      en: 'Unga: 1 place. The year stands at a 0, b 1, c 0.',
    })
    for (const claims of [undefined, { kind: 'stays' }])
      expect(told(placesCalculation, year({ claims }, dealt({ places: 1, passes: [pass('a')] }))).lines).toEqual(
        one.lines,
      )
  })
})
