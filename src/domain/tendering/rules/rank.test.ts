import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criterion, Tender } from '../tendering.ts'
import { rank } from './rank.ts'

const criteria: Criterion[] = [
  { id: 'a', says: 'a', weight: 50 },
  { id: 'b', says: 'b', weight: 30 },
  { id: 'c', says: 'c', weight: 20 },
]

const tender = (id: string, a: number, b: number, c: number): Tender => ({
  id,
  region: 'FA15-15',
  supplier: id,
  capacity: 10,
  requirements: {},
  scores: { a: { points: a, why: '-' }, b: { points: b, why: '-' }, c: { points: c, why: '-' } },
})

describe('UPH-4: ranking', () => {
  it('goes by the weighted total: 50 × 3 + 30 × 5 + 20 × 2 = 340 before 50 × 4 + 30 × 3 + 20 × 2 = 330', () => {
    expect(rank([tender('x', 4, 3, 2), tender('y', 3, 5, 2)], criteria, [])).toEqual([
      { tender: 'y', total: 34_000, rank: 1 },
      { tender: 'x', total: 33_000, rank: 2, partedBy: 'total' },
    ])
  })

  // 50 × 3 + 30 × 3 + 20 × 3 = 300; 50 × 3 + 30 × 1 + 20 × 6 is no score; 50 × 4 + 30 × 2 + 20 × 2 = 300; 50 × 1 + 30 × 5 + 20 × 5 = 300.
  const [even, leansA, leansB] = [tender('even', 3, 3, 3), tender('leansA', 4, 2, 2), tender('leansB', 1, 5, 5)]

  it('of equals the first criterion for ties decides', () => {
    expect(rank([even, leansA, leansB], criteria, ['a']).map(({ tender: id }) => id)).toEqual([
      'leansA',
      'even',
      'leansB',
    ])
    expect(rank([even, leansA, leansB], criteria, ['b', 'a']).map(({ tender: id }) => id)).toEqual([
      'leansB',
      'even',
      'leansA',
    ])
    expect(rank([even, leansA], criteria, ['a'])[1]).toEqual({
      tender: 'even',
      total: 30_000,
      rank: 2,
      partedBy: 'criterion:a',
    })
  })

  it('the order of the criteria for ties is the published one, not that of the criteria', () => {
    // Equal in all but b and c: 30 × 4 + 20 × 2 = 160 = 30 × 2 + 20 × 5.
    const [b, c] = [tender('b', 3, 4, 2), tender('c', 3, 2, 5)]
    expect(rank([b, c], criteria, ['c', 'b'])[0]?.tender).toBe('c')
    expect(rank([c, b], criteria, ['b', 'c'])[0]?.tender).toBe('b')
    expect(rank([c, b], criteria, ['a', 'b'])[0]?.tender).toBe('b')
  })

  it('when nothing parts them the lot decides, and before it is drawn they share a rank', () => {
    const twins = [tender('x', 3, 3, 3), tender('y', 3, 3, 3), tender('z', 2, 2, 2)]
    expect(rank(twins, criteria, ['a'])).toEqual([
      { tender: 'x', total: 30_000, rank: 1 },
      { tender: 'y', total: 30_000, rank: 1, partedBy: 'nothing' },
      { tender: 'z', total: 20_000, rank: 3, partedBy: 'total' },
    ])
    expect(rank(twins, criteria, ['a'], ['y', 'x'])).toEqual([
      { tender: 'y', total: 30_000, rank: 1 },
      { tender: 'x', total: 30_000, rank: 2, partedBy: 'drawn' },
      { tender: 'z', total: 20_000, rank: 3, partedBy: 'total' },
    ])
  })

  it('whoever is in the lot that was drawn goes before an equal who is not', () => {
    const twins = [tender('x', 3, 3, 3), tender('y', 3, 3, 3)]
    expect(rank(twins, criteria, [], ['y']).map(({ tender: id }) => id)).toEqual(['y', 'x'])
  })

  it('the lot never moves anybody past more points', () => {
    expect(rank([tender('x', 3, 3, 3), tender('y', 3, 3, 2)], criteria, [], ['y', 'x'])[0]?.tender).toBe('x')
  })

  const points = fc.integer({ min: 1, max: 5 })
  const field = fc
    .array(fc.tuple(points, points, points), { minLength: 1, maxLength: 6 })
    .map(all => all.map(([a, b, c], i) => tender(`t${i}`, a, b, c)))

  it('nobody’s place relative to another changes because a third takes part or withdraws', () => {
    fc.assert(
      fc.property(field, fc.nat(5), (tenders, out) => {
        const rest = tenders.filter((_, i) => i !== out % tenders.length)
        const places = (of: Tender[]): string[] =>
          rank(
            of,
            criteria,
            ['a', 'c'],
            tenders.map(({ id }) => id),
          ).map(({ tender: id }) => id)
        expect(places(tenders).filter(id => rest.some(one => one.id === id))).toEqual(places(rest))
      }),
    )
  })

  it('the order in which tenders came in decides nothing', () => {
    fc.assert(
      fc.property(field, tenders => {
        const ranks = (of: Tender[]): Map<string, number> =>
          new Map(rank(of, criteria, ['b']).map(one => [one.tender, one.rank]))
        expect(ranks(tenders.toReversed())).toEqual(ranks(tenders))
      }),
    )
  })

  it('whoever is better in one criterion and worse in none is never after', () => {
    fc.assert(
      fc.property(field, tenders => {
        const ranked = rank(tenders, criteria, ['a'])
        const rankOf = (id: string): number => ranked.find(one => one.tender === id)!.rank
        for (const x of tenders)
          for (const y of tenders) {
            const pairs = ['a', 'b', 'c'].map(id => [x.scores[id]!.points, y.scores[id]!.points] as const)
            if (pairs.every(([mine, theirs]) => mine >= theirs) && pairs.some(([mine, theirs]) => mine > theirs))
              expect(rankOf(x.id)).toBeLessThan(rankOf(y.id))
          }
      }),
    )
  })
})
