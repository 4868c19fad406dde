import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleOf, type RawPeople } from './people.ts'
import { stages } from './reports.ts'
import { crossTable, funnel as funnelTable, suppress } from './suppress.ts'
import { givenAway, setReader } from './test-attack.ts'
import { countsOf, type Month, readTables } from './test-published.ts'

function raw(over: Partial<RawPeople> = {}): RawPeople {
  return {
    funnel: { called: 120, came: 94, listed: 61, interviewed: 49, hired: 38 },
    stayed: { hadTime: 23, kept: 17 },
    hires: [
      { area: 'angered', group: 'youth_foreign_born', hired: 20 },
      { area: 'lundby', group: 'youth_foreign_born', hired: 6 },
      { area: 'angered', group: 'disability', hired: 10 },
      { area: 'lundby', group: 'disability', hired: 2 },
    ],
    places: { all: 52, filled: 38 },
    keys: [],
    ...over,
  }
}

describe('what is shown of the people of a year (GEN-2)', () => {
  it('the funnel of ux.md §8.9 whole, with those who stayed and those who had time', () => {
    const tables = peopleOf(raw(), 2025)
    expect(tables).toMatchObject({
      year: 2025,
      threshold: 5,
      funnel: { called: 120, came: 94, listed: 61, interviewed: 49, hired: 38 },
      stayed: { hadTime: 23, kept: 17 },
      places: { all: 52, filled: 38 },
    })
  })

  it('P-A1, P-A2: hides the two of Lundby and what would give them away, and keeps the totals', () => {
    const { hires } = peopleOf(raw(), 2025)
    expect(hires.lundby).toEqual({ youth_foreign_born: null, disability: null, '*': 8 })
    expect(hires.angered).toMatchObject({ youth_foreign_born: null, disability: null })
    expect(hires['*']?.['*']).toBe(38)
  })

  it('a stage that loses fewer than five is hidden with the stage it came from or goes to', () => {
    const { funnel } = peopleOf(
      raw({ funnel: { called: 120, came: 94, listed: 61, interviewed: 41, hired: 38 } }),
      2025,
    )
    // 41 − 38 = 3 people were interviewed and not hired: 41 may not stand beside 38.
    expect([funnel.interviewed, funnel.hired]).toContain(null)
  })

  it('hides those who stayed when fewer than five did not', () => {
    expect(peopleOf(raw({ stayed: { hadTime: 20, kept: 17 } }), 2025).stayed.kept).toBeNull()
    expect(peopleOf(raw({ stayed: { hadTime: 4, kept: 4 } }), 2025).stayed).toEqual({ hadTime: null, kept: null })
  })

  it('a count that is hidden in one table is hidden in all: hired, filled places and the sum of the districts are one', () => {
    // Nobody but four of the 42 interviewed was left: hired goes with its complement, or interviewed does.
    const tight = raw({ funnel: { called: 43, came: 42, listed: 42, interviewed: 42, hired: 38 } })
    const { funnel, places, hires } = peopleOf(tight, 2025)
    const three = [funnel.hired, places.filled, hires['*']?.['*']]
    expect(new Set(three).size).toBe(1)
  })

  it('a place that was filled twice is a count of people: 38 hired and 36 places are not shown beside each other', () => {
    const { funnel, places } = peopleOf(raw({ places: { all: 52, filled: 36 } }), 2025)
    expect([funnel.hired, places.filled]).toContain(null)
    const many = peopleOf(raw({ places: { all: 52, filled: 33 } }), 2025)
    expect([many.funnel.hired, many.places.filled]).toEqual([38, 33])
  })

  it('more filled places than hired cannot be, and nothing is said of them', () => {
    expect(peopleOf(raw({ places: { all: 52, filled: 39 } }), 2025).places).toEqual({ all: 52, filled: null })
  })

  it('an empty city shows no person and fails on nothing', () => {
    const none = { called: 0, came: 0, listed: 0, interviewed: 0, hired: 0 }
    const empty = raw({ funnel: none, stayed: { hadTime: 0, kept: 0 }, hires: [], places: { all: 0, filled: 0 } })
    const tables = peopleOf(empty, 2025)
    expect(Object.values(tables.funnel)).toEqual([null, null, null, null, null])
    expect(tables.places).toEqual({ all: 0, filled: null })
  })

  it('counts who came from no district and by no key among the others', () => {
    const hires = [
      { area: null, group: 'other', hired: 18 },
      { area: 'angered', group: 'youth_foreign_born', hired: 20 },
    ]
    const tables = peopleOf(raw({ hires }), 2025)
    expect(tables.hires['*']?.['*']).toBe(38)
    expect(Object.keys(tables.hires)).toEqual(['other', 'angered', '*'])
  })

  it('counts that do not add up are a bug, not a table', () => {
    expect(() => peopleOf(raw({ hires: [] }), 2025)).toThrow(/sum_broken/)
  })
})

const reader = await setReader()
const cells = [
  'a|youth',
  'a|disability',
  'b|youth',
  'b|disability',
  'c|youth',
  'c|disability',
  'd|youth',
  'd|disability',
]
const month: fc.Arbitrary<Month> = fc.record({
  lost: fc.record({ called: fc.nat(12), came: fc.nat(12), listed: fc.nat(12), interviewed: fc.nat(12) }),
  hired: fc
    .tuple(...cells.map(() => fc.oneof(fc.nat(6), fc.integer({ min: 5, max: 25 }))))
    .map(counts => Object.fromEntries(cells.map((cell, i) => [cell, counts[i]!]))),
})
const attack = (tables: ReturnType<typeof peopleOf>, year: Month): string[] => {
  const { known, asked } = readTables(tables, [year], cells, [0, 1])
  return givenAway(reader(known, asked))
}

describe('GEN-2, P-A5: a reader of all tables of a year, with another solver', () => {
  it('pins nothing that is hidden and tells no small number from nought, across the linked tables', () => {
    fc.assert(
      fc.property(month, year => {
        expect(attack(peopleOf(countsOf([year], cells), 2025), year)).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  const years = fc.sample(month, { seed: 5, numRuns: 40 })

  it('is able: the same tables suppressed one by one give hidden numbers away', () => {
    const apart = (year: Month): ReturnType<typeof peopleOf> => {
      const counts = countsOf([year], cells)
      const areas = [...new Set(counts.hires.map(({ area }) => area))]
      const groups = ['youth', 'disability']
      const many = (area: string, group: string): number =>
        counts.hires.find(one => one.area === area && one.group === group)?.hired ?? 0
      const shown = new Map(
        [
          funnelTable(
            'f',
            stages.map(stage => ({ stage, count: counts.funnel[stage] })),
          ),
          crossTable(
            'h',
            areas,
            groups,
            areas.map(area => groups.map(group => many(area, group))),
          ),
        ].flatMap(table => {
          const result = suppress(table, 5)
          return result.ok ? result.value.cells.map(({ id, count }) => [id, count ?? null] as const) : []
        }),
      )
      return {
        year: 2025,
        threshold: 5,
        funnel: Object.fromEntries(stages.map(stage => [stage, shown.get(`f:${stage}`) ?? null])) as never,
        stayed: { hadTime: null, kept: null },
        places: { all: 99, filled: counts.places.filled < 5 ? null : counts.places.filled },
        hires: Object.fromEntries(
          [...areas, '*'].map(area => [
            area,
            Object.fromEntries([...groups, '*'].map(group => [group, shown.get(`h:${area}|${group}`) ?? null])),
          ]),
        ),
      }
    }
    expect(years.filter(year => attack(apart(year), year).length > 0).length).toBeGreaterThan(5)
  }, 60_000)

  it('is able: a threshold of four is caught', () => {
    const found = years.filter(year => attack(peopleOf(countsOf([year], cells), 2025, 4), year).length > 0)
    expect(found.length).toBeGreaterThan(5)
  }, 60_000)
})
