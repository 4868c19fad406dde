import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Calculated } from '#kernel'
import { expectExamples, faultsIn, told } from '#test/calculation'
import { faRegions } from './fa-regions.ts'
import { marketCalculation, tenderCalculation, tenderingRegister } from './index.ts'
import type { MarketValue } from './measure.ts'

const example = (name: string): Record<string, Record<string, unknown>> =>
  JSON.parse(readFileSync(new URL(`../../../docs/examples/calc/${name}.json`, import.meta.url), 'utf8'))

function calculated(input: unknown): Calculated & { value: MarketValue } {
  const result = told(marketCalculation, input)
  return { ...result, value: result.value as MarketValue }
}
const pointers = (input: unknown) => faultsIn(marketCalculation, input).map(({ pointer }) => pointer)

describe('UPH-6: the seed’s market of March 2020', () => {
  it('is told whole, as every other, in both languages', () => {
    expectExamples(marketCalculation)
  })

  const { value, summary, lines } = calculated(example('market-stom-2020'))

  it('164 suppliers, 37 and 52 per cent, 61 of 72 regions', () => {
    expect(value).toEqual({
      published: {
        suppliers: 164,
        largest: [
          { suppliers: 10, percent: 37 },
          { suppliers: 20, percent: 52 },
        ],
        hhi: { least: 175.4, most: 689.9 },
        regionsWithout: 11,
      },
    })
  })

  it('is low by any spread: even the most the index can be is under 1 000', () => {
    expect(summary.sv).toBe('Stöd och matchning, mars 2020: koncentrationsindex mellan 175,4 och 689,9.')
    expect(lines.map(({ says }) => says.en)).toEqual([
      'The 10 largest of 164 suppliers have 37 per cent: 3.7 per cent each on average.',
      'The 20 largest of 164 suppliers have 52 per cent: 2.6 per cent each on average.',
      'The concentration index lies between 175.4 (low) and 689.9 (low), however the shares are spread within the groups.',
      '61 of 72 regions had participants; 11 had none. The figures do not tell whether suppliers or participants were lacking.',
    ])
  })
})

describe('UPH-6: a counted market', () => {
  const { value, summary, lines } = calculated(example('market-counted'))

  it('120, 60, 40 and 20 of 240: 20 000 / 57 600; with 160 in one group 29 600 / 57 600', () => {
    // (14 400 + 3 600 + 1 600 + 400) / 57 600 × 10 000 = 3 472.2; (25 600 + 3 600 + 400) / 57 600 × 10 000 = 5 138.9.
    expect(value.counted?.suppliers).toMatchObject({ suppliers: 4, participants: 240, hhi: 3472.2 })
    expect(value.counted?.groups).toMatchObject({ suppliers: 3, participants: 240, hhi: 5138.9 })
    expect(summary.sv).toBe(
      'Koordinatorer i fem regioner, februari 2026: 4 aktörer, koncentrationsindex 5\u00a0138,9 räknat på koncerner (hög).',
    )
  })

  it('two companies of one group are one supplier in a region and one bidder', () => {
    expect(value.counted?.coverage).toMatchObject({ withDelivery: 2, oneSupplier: ['FA15-16'] })
    expect(value.counted?.bidders).toEqual([
      { region: 'FA15-15', bidders: 3 },
      { region: 'FA15-16', bidders: 1 },
      { region: 'FA15-28', bidders: 0 },
      { region: 'FA15-29', bidders: 2 },
      { region: 'FA15-30', bidders: 2 },
    ])
  })

  it('tells which regions lack delivery and why, and which got one tender or none', () => {
    expect(lines.slice(3).map(({ says }) => says.sv)).toEqual([
      'FA15-28 hade inga deltagare: ingen aktör har avtal.',
      'FA15-29 hade inga deltagare: aktörer finns men inga deltagare.',
      'FA15-30 hade inga deltagare: orsaken är inte känd.',
      'FA15-16 fick anbud från en enda koncern.',
      'FA15-28 fick inget anbud.',
    ])
  })

  const levelOf = (participants: readonly number[]): string =>
    calculated({
      on: '2026-03-02',
      market: 'm',
      counted: {
        suppliers: participants.map((_, i) => ({ id: `s${i}`, name: 's' })),
        regions: [{ code: 'r' }],
        participants: participants.map((count, i) => ({ supplier: `s${i}`, region: 'r', participants: count })),
      },
    }).summary.en
  const alike = (many: number): number[] => Array.from({ length: many }, () => 5)

  test.each([
    ['eleven alike: 909.1', alike(11), 'low'],
    ['ten alike: 1 000', alike(10), 'moderate'],
    ['five alike: 2 000', alike(5), 'moderate'],
    ['four of 10 and one of 13: 569 / 2 809, that is 2 025.6', [10, 10, 10, 10, 13], 'high'],
  ])('%s', (_, participants, level) => {
    expect(levelOf(participants)).toContain(`(${level})`)
  })
})

describe('a bad file is refused with every fault at once', () => {
  it('neither published nor counted is nothing to go by', () => {
    expect(pointers({ on: '2026-03-02', market: 'm' })).toEqual([''])
    expect(pointers({ on: 'x', market: 'm' })).toEqual(['/on', ''])
  })

  it('published shares that contradict each other, and more regions than there are', () => {
    const bad = example('market-stom-2020')
    bad.published = {
      suppliers: 164,
      largest: [
        { suppliers: 20, percent: 37 },
        { suppliers: 10, percent: 52 },
      ],
      regions: { all: 61, withDelivery: 72 },
    }
    expect(pointers(bad)).toEqual(['/published/largest', '/published/regions/withDelivery'])
  })

  it('a counted market with strangers and doubles, each pointed at', () => {
    const bad = example('market-counted') as { counted: Record<string, Record<string, unknown>[]> }
    bad.counted.suppliers![3]!.parent = 'birka'
    bad.counted.regions![4]!.code = 'FA15-29'
    bad.counted.participants![1] = { ...bad.counted.participants![0] }
    bad.counted.participants![2]!.supplier = 'unheard'
    bad.counted.participants![3]!.region = 'nowhere'
    bad.counted.bids![1] = { ...bad.counted.bids![0] }
    bad.counted.bids![5]!.supplier = 'unheard'
    expect(pointers(bad).sort()).toEqual([
      '/counted/bids/1',
      '/counted/bids/5/supplier',
      '/counted/bids/7/region',
      '/counted/bids/8/region',
      '/counted/participants/1',
      '/counted/participants/2/supplier',
      '/counted/participants/3/region',
      '/counted/regions/4/code',
      '/counted/suppliers/3/parent',
    ])
  })

  test.each([
    ['2020-02-29', ['/on']],
    ['2020-03-01', []],
  ])('the rules on %s', (on, faults) => {
    expect(pointers({ ...example('market-stom-2020'), on })).toEqual(faults)
  })
})

describe('the register', () => {
  it('has each rule once, in both languages, with its source, and nothing unverified is on', () => {
    const ids = tenderingRegister.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, name, shown, source, active, confidence } of tenderingRegister) {
      expect(id).toMatch(/^tendering\.[a-z_]+$/)
      for (const text of [name.sv, name.en, shown.sv, shown.en, source]) expect(text.trim()).not.toBe('')
      expect(active).toBe(confidence !== 'unverified')
    }
  })

  it('both calculations say what they are about and what they leave out', () => {
    for (const { about } of [tenderCalculation, marketCalculation]) expect(about.sv).not.toBe(about.en)
    expect(calculated(example('market-counted')).notCounted?.length).toBe(2)
  })

  it('UPH-1: there are sixty FA regions, Göteborg the fifteenth and Kiruna the last', () => {
    expect(faRegions.size).toBe(60)
    expect([faRegions.get('FA15-01'), faRegions.get('FA15-15'), faRegions.get('FA15-60')]).toEqual([
      'Malmö-Lund',
      'Göteborg',
      'Kiruna',
    ])
    expect(new Set(faRegions.values()).size).toBe(60)
  })
})
