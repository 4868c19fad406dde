import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { expectExamples, faultsIn, told } from '#test/calculation'
import { expectRegister } from '#test/wording'
import { placesCalculation, placesRegister } from '../index.ts'

type Example = { key: unknown; events: Record<string, unknown>[] } & Record<string, unknown>
const example = (): Example =>
  JSON.parse(readFileSync(new URL('../../../../docs/examples/calc/places-ten-to-four.json', import.meta.url), 'utf8'))

const calculated = (input: unknown) => told(placesCalculation, input)
const pointers = (input: unknown) => faultsIn(placesCalculation, input).map(({ pointer }) => pointer)
const withEvent = (at: number, over: Record<string, unknown>): Example => {
  const input = example()
  return { ...input, events: input.events.map((event, i) => (i === at ? { ...event, ...over } : event)) }
}

describe('TGT-4: the example, from the command line', () => {
  it('is told whole, as every other, in both languages', () => {
    expectExamples(placesCalculation)
  })

  const { value, summary, lines } = calculated(example())

  it('deals 6, 4, 5 and 3 places, and ends in the new year', () => {
    const { orders } = value as { orders: string[][] }
    expect(orders.map(order => order.length)).toEqual([6, 4, 5, 3])
    expect(orders[0]).not.toContain('Angered')
    expect(orders[1]?.[1]).toBe('Lundby')
    expect(summary).toEqual({
      sv: 'Unga och utrikes födda: 18 platser. Året står på Nordost 1, Centrum 1, Sydväst 0, Hisingen 1.',
      en: 'Unga och utrikes födda: 18 places. The year stands at Nordost 1, Centrum 1, Sydväst 0, Hisingen 1.',
    })
  })

  it('tells each pass, each place and each change with its numbers', () => {
    const said = lines.map(({ says }) => says.sv)
    expect(said.slice(0, 2)).toEqual([
      'Angered passar (hinner inte rusta); fordran 0,232 står kvar.',
      'Årets plats 1 (Städtjänster): Östra Göteborg. Nyckeln ger 0,217, hade 0, fordran 0,217 och sedan −0,783. Närmast var Västra Hisingen.',
    ])
    expect(lines[1]?.says.en).toMatch(/and then -0\.783\. Next was Västra Hisingen\.$/)
    expect(said).toContain(
      '2026-07-01: nya områden. Fordringar: Nordost −0,51, Centrum 0,63, Sydväst 0,32, Hisingen −0,44.',
    )
    // Five places by the four areas' key, two of them to Nordost and one to each other: -0.51 + 5 × 0.449 - 2 = -0.265; 0.63 + 0.815 - 1; …
    expect(said.find(one => one.startsWith('2027-01-01'))).toBe(
      '2027-01-01: nytt år. Av varje fordran följer högst 1 med. Fordringar: Nordost −0,265, Centrum 0,445, Sydväst −0,02, Hisingen −0,16.',
    )
    expect(lines.find(({ says }) => says.en.includes('Outside the order.'))?.inputs).toMatchObject({
      number: 8,
      area: 'Lundby',
    })
    for (const { source } of lines) expect(source).not.toBe('')
  })

  it('says when a key misses 100, and what a cap cuts', () => {
    const short = {
      ...example(),
      key: {
        rows: [
          { area: 'a', percent: 60 },
          { area: 'b', percent: 39 },
        ],
      },
      events: [example().events[1]],
    }
    const [first] = calculated({ ...short, events: [{ ...example().events[1], overrides: [] }] }).lines
    expect(first?.says.sv).toBe('Nyckeln summerar till 99, inte 100.')
    const cut = calculated({
      ...example(),
      claims: { kind: 'lapses' },
      events: [example().events[0]],
    }).lines.map(({ says }) => says.sv)
    expect(cut[0]).toBe('Angered passar (hinner inte rusta); fordran 0,232 minskas med 0,232.')
  })

  it('a cap on carried claims cuts what passing would add, and what a new year takes along (docs/examples)', () => {
    const capped = JSON.parse(
      readFileSync(new URL('../../../../docs/examples/calc/places-capped-claims.json', import.meta.url), 'utf8'),
    )
    const said = (input: unknown) => calculated(input).lines.map(({ says }) => says.en)
    // 40 % of each of four places: 0.4, 0.8, 1.2 cut to 1, then 1 + 0.4 cut to 1.
    expect(said(capped).filter(one => one.startsWith('Nordost passes'))).toEqual([
      'Nordost passes (the profile is missing); its claim of 0.4 stays.',
      'Nordost passes (the profile is missing); its claim of 0.8 stays.',
      'Nordost passes (the profile is missing); its claim of 1.2 is cut by 0.2.',
      'Nordost passes (the profile is missing); its claim of 1.4 is cut by 0.4.',
    ])
    expect(said(capped).find(one => one.startsWith('2027'))).toMatch(
      /at most 1 is carried over\. Claims: .*Hisingen 1[,.]/,
    )
    const afresh = { ...capped, events: [...capped.events.slice(0, 3), { on: '2027-01-01', kind: 'new_year' }] }
    expect(said(afresh).at(-1)).toBe('2027-01-01: a new year, from nought. Claims: none.')
  })

  it('a key left under 100 gives places to nobody, and says so', () => {
    const left = { rows: [{ area: 'a', percent: 50 }], treatment: 'leave_rest' }
    const event = { on: '2026-01-01', kind: 'dealt', what: 'x', places: 2 }
    const { value: kept, lines: said } = calculated({ ...example(), key: left, events: [event] })
    expect((kept as { orders: unknown }).orders).toEqual([['a', null]])
    expect(said.at(-1)?.says.sv).toContain('Resten hos staden')
  })
})

describe('a bad file is refused with every fault at once', () => {
  it('of shape, each with its pointer', () => {
    const bad = {
      ...example(),
      group: '',
      claims: { kind: 'capped' },
      events: [
        { on: '2026-02-30', kind: 'dealt', what: 'x', places: 0 },
        { on: '2026-02-01', kind: 'moved' },
      ],
      extra: 1,
    }
    expect(pointers(bad).sort()).toEqual([
      '/claims/places',
      '/events/0/on',
      '/events/0/places',
      '/events/1/kind',
      '/extra',
      '/group',
    ])
  })

  test.each<[string, Example, string[]]>([
    ['a day before the previous one', withEvent(1, { on: '2026-02-09' }), ['/events/1/on']],
    ['two decimals', { ...example(), key: { rows: [{ area: 'a', percent: 23.25 }] } }, ['/key/rows/0/percent']],
    [
      'a pass by a stranger',
      withEvent(0, { passes: [{ area: 'Mölndal', reason: 'other' }] }),
      ['/events/0/passes/0/area'],
    ],
    [
      'a place outside the case',
      withEvent(1, { overrides: [{ place: 5, area: 'Lundby' }] }),
      ['/events/1/overrides/0/place'],
    ],
    ['an area without a successor', withEvent(2, { successors: {} }), ['/events/2']],
    [
      'a key that must be whole and is not',
      { ...example(), key: { rows: [{ area: 'a', percent: 99 }], treatment: 'refuse' } },
      ['/events/0'],
    ],
  ])('%s', (_, input, expected) => {
    expect(pointers(input)).toEqual(expected)
  })
})

it('the register has each rule and each published key once, with its source, the keys until the districts ended', () => {
  expect(new Set(placesRegister.map(({ id }) => id)).size).toBe(placesRegister.length)
  expectRegister(placesRegister)
  expect(placesRegister.filter(({ kind }) => kind === 'parameter').map(({ id }) => id)).toEqual([
    'places.key_youth_foreign_born',
    'places.key_disability',
  ])
  const key = placesRegister.find(({ id }) => id === 'places.key_youth_foreign_born')
  expect(key).toMatchObject({ kind: 'parameter', validFrom: '2014-01-01', validTo: '2021-01-01' })
  expect(key?.shown.sv).toContain('Angered 23,2 %, Östra Göteborg 21,7 %')
})
