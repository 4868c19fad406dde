import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  inOrder,
  type Listed,
  listOrders,
  type MatchCell,
  type MatchPerson,
  type MatchState,
  matchPerson,
  matchRequirement,
  type Requirement,
  readyFor,
} from './match.ts'

const neededBy = '2026-03-16'
const truck: Requirement = { id: 'r1', kind: 'must', concept: 'truck', level: 2 }
const anyTruck: Requirement = { id: 'r2', kind: 'must', concept: 'truck' }
const person = (
  competences: MatchPerson['competences'],
  opportunities: MatchPerson['opportunities'] = [],
): MatchPerson => ({ competences, opportunities })
const course = (readyOn: string, level?: number, interventionId = 'course') => ({
  concept: 'truck',
  readyOn,
  interventionId,
  level,
})

describe('GEN-4, JSP-3: one requirement against one person', () => {
  it.each<[string, Requirement, MatchPerson, MatchState]>([
    ['held at the level', truck, person([{ concept: 'truck', state: 'held', level: 2 }]), { state: 'met' }],
    ['held above the level', truck, person([{ concept: 'truck', state: 'held', level: 3 }]), { state: 'met' }],
    ['held, and no level asked for', anyTruck, person([{ concept: 'truck', state: 'held' }]), { state: 'met' }],
    ['held at an unknown level', truck, person([{ concept: 'truck', state: 'held' }]), { state: 'unknown' }],
    ['not known', truck, person([{ concept: 'crane', state: 'held', level: 5 }]), { state: 'unknown' }],
    [
      'not known, though a course exists: a question first',
      truck,
      person([], [course('2026-02-01')]),
      { state: 'unknown' },
    ],
    ['held below the level', truck, person([{ concept: 'truck', state: 'held', level: 1 }]), { state: 'not_met' }],
    ['lacking', anyTruck, person([{ concept: 'truck', state: 'lacking' }]), { state: 'not_met' }],
    [
      'lacking, a course ready on the day itself',
      truck,
      person([{ concept: 'truck', state: 'lacking' }], [course('2026-03-16')]),
      { state: 'by_date', byDate: '2026-03-16', through: 'course' },
    ],
    [
      'lacking, a course ready the day after',
      truck,
      person([{ concept: 'truck', state: 'lacking' }], [course('2026-03-17')]),
      { state: 'not_met', tooLate: { byDate: '2026-03-17', through: 'course' } },
    ],
    [
      'lacking, the course gives too low a level',
      truck,
      person([{ concept: 'truck', state: 'lacking' }], [course('2026-03-01', 1)]),
      { state: 'not_met' },
    ],
    [
      'held low, the course lifts',
      truck,
      person([{ concept: 'truck', state: 'held', level: 1 }], [course('2026-03-01', 2)]),
      { state: 'by_date', byDate: '2026-03-01', through: 'course' },
    ],
    [
      'the earliest of several, and by name on the same day',
      truck,
      person(
        [{ concept: 'truck', state: 'lacking' }],
        [course('2026-03-09'), course('2026-03-02', 2, 'b'), course('2026-03-02', 2, 'a')],
      ),
      { state: 'by_date', byDate: '2026-03-02', through: 'a' },
    ],
    [
      'two pieces of knowledge: the better one counts',
      truck,
      person([
        { concept: 'truck', state: 'lacking' },
        { concept: 'truck', state: 'held', level: 2 },
      ]),
      { state: 'met' },
    ],
  ])('%s', (_, requirement, who, expected) => {
    expect(matchRequirement(requirement, who, neededBy)).toEqual(expected)
  })

  it('gives one cell per requirement, in the order of the profile', () => {
    const cells = matchPerson(
      [truck, { ...anyTruck, kind: 'merit' }],
      person([{ concept: 'truck', state: 'held' }]),
      neededBy,
    )
    expect(cells).toEqual([
      { requirement: 'r1', kind: 'must', state: 'unknown' },
      { requirement: 'r2', kind: 'merit', state: 'met' },
    ])
  })
})

/** Every value that could be reached inside a type, as a union. */
type Inside<T> = T extends string | number | boolean | undefined | null | bigint
  ? T
  : T extends object
    ? { [K in keyof T]-?: Inside<T[K]> }[keyof T]
    : never
type Numbers<T> = Extract<Inside<T>, number | bigint>

describe('GEN-4: nothing that can be summed leaves the match', () => {
  it('the result types hold no number, at any depth', () => {
    expectTypeOf<Numbers<MatchCell>>().toEqualTypeOf<never>()
    expectTypeOf<Numbers<ReturnType<typeof readyFor>>>().toEqualTypeOf<never>()
    // The probe itself finds a number where there is one.
    expectTypeOf<Numbers<{ a: { b: 1 } }>>().toEqualTypeOf<1>()
  })

  it('nor does any value at run time', () => {
    const numbersIn = (value: unknown): unknown[] =>
      typeof value === 'number' || typeof value === 'bigint'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(numbersIn)
          : []
    expect(numbersIn({ a: [{ b: 1 }] })).toEqual([1])
    fc.assert(
      fc.property(requirements, people, (asked, who) => {
        const cells = matchPerson(asked, who, neededBy)
        expect(numbersIn(cells)).toEqual([])
        expect(numbersIn(readyFor(cells))).toEqual([])
      }),
    )
  })
})

const concept = fc.constantFrom('truck', 'swedish', 'hygiene')
const level = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined })
const dayInSpring = fc
  .integer({ min: 1, max: 60 })
  .map(n => `2026-0${2 + Math.floor(n / 28)}-${`${(n % 28) + 1}`.padStart(2, '0')}`)
const requirements = fc.array(
  fc.record({ id: fc.uuid(), kind: fc.constantFrom('must', 'merit', 'teachable'), concept, level }),
  { maxLength: 5 },
)
const people = fc.record({
  competences: fc.array(fc.record({ concept, level, state: fc.constantFrom('held', 'lacking') }), { maxLength: 6 }),
  opportunities: fc.array(fc.record({ concept, level, readyOn: dayInSpring, interventionId: fc.uuid() }), {
    maxLength: 6,
  }),
})
const group = fc.record({
  name: fc.string(),
  sex: fc.constantFrom('woman', 'man', 'other'),
  born: fc.string(),
  group: fc.string(),
  district: fc.string(),
  age: fc.nat(99),
})

describe('GEN-4: metamorphic', () => {
  it('exchanging name, sex, origin, age or group between two people changes nothing for either', () => {
    fc.assert(
      fc.property(requirements, people, people, group, group, (asked, one, other, a, b) => {
        const cells = (who: object): MatchCell[] => matchPerson(asked, who as MatchPerson, neededBy)
        expect(cells({ ...one, ...a })).toEqual(cells({ ...one, ...b }))
        expect(cells({ ...other, ...b })).toEqual(cells({ ...other, ...a }))
      }),
    )
  })

  it('nor does the order in which competences and opportunities were written down', () => {
    fc.assert(
      fc.property(requirements, people, (asked, who) => {
        const turned = { competences: who.competences.toReversed(), opportunities: who.opportunities.toReversed() }
        expect(matchPerson(asked, turned, neededBy)).toEqual(matchPerson(asked, who, neededBy))
      }),
    )
  })

  it('one more opportunity, or a later day of need, never makes a cell worse', () => {
    const rank = { met: 0, by_date: 1, not_met: 2, unknown: 3 }
    fc.assert(
      fc.property(requirements, people, dayInSpring, (asked, who, readyOn) => {
        const before = matchPerson(asked, who, neededBy)
        const offered = {
          ...who,
          opportunities: [...who.opportunities, { concept: 'truck', readyOn, interventionId: 'new' }],
        }
        for (const after of [matchPerson(asked, offered, neededBy), matchPerson(asked, who, '2026-12-31')]) {
          after.forEach((cell, i) => {
            expect(rank[cell.state]).toBeLessThanOrEqual(rank[before[i]!.state])
          })
        }
      }),
    )
  })
})

describe('GEN-4: the order of a list is the user’s own choice', () => {
  const cell = (state: MatchState, kind: Requirement['kind'] = 'must'): MatchCell => ({
    requirement: 'r',
    kind,
    ...state,
  })
  const line = (id: string, number: string, waitingSince: string, ...cells: MatchCell[]): Listed => ({
    id,
    number,
    waitingSince,
    cells,
  })
  const by = (byDate: string): MatchState => ({ state: 'by_date', byDate, through: 'course' })
  const lines = [
    line('a', '4502', '2026-01-10', cell(by('2026-03-10'))),
    line('b', '99', '2026-01-12', cell({ state: 'met' }), cell({ state: 'not_met' }, 'merit')),
    line('c', '4471', '2026-01-10', cell({ state: 'unknown' })),
    line(
      'd',
      '5390',
      '2025-12-01',
      cell(by('2026-03-02')),
      cell({ state: 'met' }),
      cell({ state: 'unknown' }, 'teachable'),
    ),
  ]
  const ids = (order: (typeof listOrders)[number]): string =>
    inOrder(lines, order)
      .map(({ id }) => id)
      .join('')

  it('waiting longest, ready first, or by number; ties by number', () => {
    expect(ids('waiting_longest')).toBe('dcab')
    expect(ids('ready_first')).toBe('bdac')
    expect(ids('number')).toBe('bcad')
  })

  it('numbers that are not only digits are ordered as text', () => {
    const two = [line('a', 'A9', '2026-01-01'), line('b', '100', '2026-01-01'), line('c', '99', '2026-01-01')]
    expect(inOrder(two.slice(0, 2), 'number').map(({ number }) => number)).toEqual(['100', 'A9'])
    expect(inOrder(two.slice(1), 'number').map(({ number }) => number)).toEqual(['99', '100'])
  })

  it('readiness looks at the musts only', () => {
    expect(readyFor([])).toEqual({ ready: 'now' })
    expect(readyFor([cell({ state: 'not_met' }, 'merit'), cell({ state: 'unknown' }, 'teachable')])).toEqual({
      ready: 'now',
    })
    expect(readyFor([cell(by('2026-03-02')), cell(by('2026-03-10'))])).toEqual({ ready: 'on', day: '2026-03-10' })
    expect(readyFor([cell(by('2026-03-02')), cell({ state: 'unknown' })])).toEqual({ ready: 'not_known' })
  })

  it('is a permutation that does not depend on the order it came in', () => {
    const anyLine = fc.record({
      id: fc.uuid(),
      number: fc.nat(30).map(String),
      waitingSince: dayInSpring,
      cells: fc.array(
        fc.constantFrom(
          cell({ state: 'met' }),
          cell({ state: 'unknown' }),
          cell(by('2026-03-02')),
          cell(by('2026-03-09')),
        ),
        { maxLength: 3 },
      ),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(anyLine, { selector: ({ id }) => id, maxLength: 12 }),
        fc.constantFrom(...listOrders),
        fc.nat(),
        (all, order, turn) => {
          const at = all.length === 0 ? 0 : turn % all.length
          const turned = [...all.slice(at), ...all.slice(0, at)]
          const sorted = inOrder(all, order)
          expect(inOrder(turned, order)).toEqual(sorted)
          expect(sorted.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        },
      ),
    )
  })
})
