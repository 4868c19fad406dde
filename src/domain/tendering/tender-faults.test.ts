import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { heard } from '#test/calculation'
import { tenderCalculation } from './index.ts'
import type { Procurement } from './tendering.ts'

const example = (): Procurement =>
  JSON.parse(readFileSync(new URL('../../../docs/examples/calc/tender-two-regions.json', import.meta.url), 'utf8'))

/** The example with a value put at a pointer; undefined takes it away. */
function planted(...plants: readonly (readonly [string, unknown])[]): unknown {
  const input = example() as unknown as Record<string, unknown>
  for (const [pointer, value] of plants) {
    const path = pointer.slice(1).split('/')
    const parent = path.slice(0, -1).reduce((at, part) => at[part] as Record<string, unknown>, input)
    if (value === undefined) delete parent[path.at(-1)!]
    else parent[path.at(-1)!] = value
  }
  return input
}

function pointers(input: unknown): string[] {
  const result = tenderCalculation.calculate(input)
  return result.ok ? [] : heard(result.faults).map(({ pointer }) => pointer)
}

describe('a bad file is refused with every fault at once', () => {
  it('faults of shape in one part do not hide what other parts contradict', () => {
    const bad = planted(
      ['/on', '2026-02-30'],
      ['/contract/to', '2026-05-31'],
      ['/criteria/0/weight', 39],
      ['/lots/0/region', 'FA15-61'],
      ['/lots/1/callOff', { kind: 'key', percent: [60, 41] }],
      ['/tenders/0/capacity', 0],
      ['/surplus', true],
    )
    expect(pointers(bad).sort()).toEqual([
      '/contract/to',
      '/criteria',
      '/lots/0/course/0/day',
      '/lots/0/course/1/day',
      '/lots/0/course/2/day',
      '/lots/0/course/3/day',
      '/lots/0/region',
      '/lots/1/callOff/percent',
      '/on',
      '/surplus',
      '/tenders/0/capacity',
    ])
  })

  test.each([[null], [[]], ['text'], [{}]])('%j is no procurement', input => {
    expect(pointers(input).length).toBeGreaterThan(0)
  })
})

describe('each fault is pointed at', () => {
  test.each<[string, readonly (readonly [string, unknown])[], string[]]>([
    ['weights that sum to 101', [['/criteria/2/weight', 26]], ['/criteria']],
    [
      'a criterion twice',
      [['/criteria/1/id', 'experience']],
      [
        '/criteria/1/id',
        '/tenders/0/scores/employers',
        '/tenders/1/scores/employers',
        '/tenders/2/scores/employers',
        '/tenders/3/scores/employers',
        '/tenders/4/scores/employers',
      ],
    ],
    ['a price scale of no width', [['/criteria/2/price/worst', 200]], ['/criteria/2/price/worst']],
    ['a tie by an unknown criterion', [['/ties/1', 'beauty']], ['/ties/1']],
    ['a tie named twice', [['/ties/1', 'experience']], ['/ties/1']],
    [
      'a requirement twice',
      [['/requirements/1/id', 'exclusion']],
      [
        '/requirements/1/id',
        '/tenders/0/requirements/finance',
        '/tenders/1/requirements/finance',
        '/tenders/2/requirements/finance',
        '/tenders/3/requirements/finance',
        '/tenders/4/requirements/finance',
      ],
    ],
    ['a company twice', [['/suppliers/4/id', 'birka']], ['/suppliers/4/id', '/tenders/2/supplier']],
    ['an owner nobody has described', [['/suppliers/3/parent', 'unheard']], ['/suppliers/3/parent']],
    ['a company that owns itself', [['/suppliers/3/parent', 'birka']], ['/suppliers/3/parent']],
    ['owners in a circle', [['/suppliers/2/parent', 'alfa']], ['/suppliers/0/parent', '/suppliers/2/parent']],
    ['a delivery by a stranger', [['/deliveries/0/supplier', 'unheard']], ['/deliveries/0/supplier']],
    ['a delivery in no region', [['/deliveries/0/region', 'FA15-00']], ['/deliveries/0/region']],
    ['a delivery that ends before it begins', [['/deliveries/1/to', '2024-12-31']], ['/deliveries/1/to']],
    ['a lot twice', [['/lots/2/region', 'FA15-16']], ['/lots/2/region']],
    ['a lot drawn for a stranger', [['/lots/0/drawn', ['g-alfa', 't-alfa']]], ['/lots/0/drawn/1']],
    ['a lot drawn twice for one', [['/lots/0/drawn', ['g-alfa', 'g-alfa']]], ['/lots/0/drawn/1']],
    ['more hired than began', [['/lots/2/exemption/result/hired', 41]], ['/lots/2/exemption/result/hired']],
    ['an event by a tender of another lot', [['/lots/0/course/2/tender', 't-alfa']], ['/lots/0/course/2/tender']],
    ['an event after the contract', [['/lots/0/course/3/day', '2028-06-01']], ['/lots/0/course/3/day']],
    ['an event before the previous one', [['/lots/0/course/2/day', '2026-06-30']], ['/lots/0/course/2/day']],
    ['a tender twice', [['/tenders/4/id', 't-alfa']], ['/tenders/4/id']],
    ['two tenders by one company in a lot', [['/tenders/2/supplier', 'alfa']], ['/tenders/2/supplier']],
    ['a tender in a lot that is not there', [['/tenders/4/region', 'FA15-17']], ['/tenders/4/region']],
    ['a tender by a stranger', [['/tenders/2/supplier', 'unheard']], ['/tenders/2/supplier']],
    ['an answer to no requirement', [['/tenders/0/requirements/a~b', 'met']], ['/tenders/0/requirements/a~0b']],
    ['points in no criterion', [['/tenders/0/scores/beauty', { points: 3, why: '-' }]], ['/tenders/0/scores/beauty']],
    [
      'points in a criterion by price',
      [['/tenders/0/scores/price', { points: 3, why: '-' }]],
      ['/tenders/0/scores/price'],
    ],
    ['no points in a criterion', [['/tenders/0/scores/experience', undefined]], ['/tenders/0/scores/experience']],
    ['points without a reason', [['/tenders/0/scores/experience/why', ' ']], ['/tenders/0/scores/experience/why']],
    ['six points', [['/tenders/0/scores/experience/points', 6]], ['/tenders/0/scores/experience/points']],
    ['half a point', [['/tenders/0/scores/experience/points', 2.5]], ['/tenders/0/scores/experience/points']],
    ['no price', [['/tenders/0/price', undefined]], ['/tenders/0/price']],
  ])('%s', (_, plants, expected) => {
    expect(pointers(planted(...plants))).toEqual(expected)
  })

  it('a call-off on the contract’s first and last day is in it', () => {
    expect(pointers(planted(['/lots/0/course/3/day', '2028-05-31']))).toEqual([])
  })

  it('a price is not asked for when nothing is scored by price', () => {
    const input = example()
    const criteria = [
      { id: 'experience', says: 'erfarenhet', weight: 60 },
      { id: 'employers', says: 'arbetsgivare', weight: 40 },
    ]
    const tenders = input.tenders.map(({ price: _, ...one }) => one)
    expect(pointers({ ...input, criteria, ties: [], tenders })).toEqual([])
  })

  it('says it in both languages', () => {
    const result = tenderCalculation.calculate(planted(['/criteria/2/weight', 26]))
    expect(result.ok ? [] : result.faults).toEqual([
      {
        pointer: '/criteria',
        says: {
          sv: 'Vikterna är 101 tillsammans och ska vara 100.',
          en: 'The weights sum to 101 and must sum to 100.',
        },
      },
    ])
  })
})
