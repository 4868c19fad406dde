import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { crossTable, funnel, type LinkedTable, linkTables, type ShownCell, suppress } from './suppress.ts'

const highs = await loadHighs()

/**
 * The attack (P-A5), in another solver: what can be worked out about each hidden cell from the shown ones and the sums?
 * Returns the cells that are pinned to a span narrower than `span`, and small ones known not to be nought.
 */
function attack(table: LinkedTable, shown: readonly ShownCell[], span = 5, whole = false): string[] {
  const names = new Map(table.cells.map(({ id }, i) => [id, `x${i}`]))
  const fixed = new Map(shown.flatMap(({ id, count }) => (count === undefined ? [] : [[id, count] as const])))
  const rows = table.sums.map(
    ({ total, parts }, i) => ` s${i}: ${names.get(total)} ${parts.map(id => `- ${names.get(id)}`).join(' ')} = 0`,
  )
  const bounds = table.cells.map(({ id }) =>
    fixed.has(id) ? ` ${names.get(id)} = ${fixed.get(id)}` : ` 0 <= ${names.get(id)} <= 100000`,
  )
  const solve = (sense: 'Minimize' | 'Maximize', name: string): number => {
    const integers = whole ? `General\n ${[...names.values()].join(' ')}\n` : ''
    const result = highs.solve(
      `${sense}\n obj: ${name}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\n${integers}End`,
      { output_flag: false },
    )
    if (result.Status !== 'Optimal') throw new Error(result.Status)
    return result.ObjectiveValue
  }
  return table.cells.flatMap(({ id, count }) => {
    if (fixed.has(id)) return []
    const least = solve('Minimize', names.get(id)!)
    const greatest = solve('Maximize', names.get(id)!)
    return greatest - least < span - 1e-6 || (count < span && least > 1e-6) ? [id] : []
  })
}

function shownOf(table: LinkedTable, threshold = 5): readonly ShownCell[] {
  const result = suppress(table, threshold)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.facts)}`)
  return result.value.cells
}
const count = (cells: readonly ShownCell[], id: string): number | undefined => cells.find(cell => cell.id === id)?.count

const small = fc.oneof({ weight: 2, arbitrary: fc.nat(6) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) })
const grid = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
const named = (prefix: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${prefix}${i}`)
const tableOf = (counts: number[][]): LinkedTable =>
  crossTable('t', named('r', counts.length), named('c', counts[0]!.length), counts)

/** Stage × district with totals, and for each district and the total what each stage lost: hierarchy and table at once. */
const funnels = fc
  .array(fc.array(fc.nat(15), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 3 })
  .map(lost => {
    const stages = ['proposed', 'met', 'offered', 'started']
    // What is left after each stage, counted from the end.
    const reached = lost.map(one => one.map((_, k) => one.slice(k).reduce((a, b) => a + b, 0)))
    const all = stages.map((_, k) => reached.reduce((sum, one) => sum + one[k]!, 0))
    const lines = [...reached, all].map((one, d) =>
      funnel(
        d === reached.length ? '*' : `d${d}`,
        stages.map((stage, k) => ({ stage, count: one[k]! })),
      ),
    )
    const kinds = lines[0]!.cells.map(({ id }) => id.slice(id.indexOf(':')))
    return linkTables(
      lines,
      kinds.map(kind => ({ total: `*${kind}`, parts: reached.map((_, d) => `d${d}${kind}`) })),
    )
  })

describe('GEN-2, P-A1: cells under five', () => {
  it('are never shown, nought included, and five is', () => {
    const cells = shownOf({ cells: [0, 1, 4, 5].map(n => ({ id: `n${n}`, count: n })), sums: [] })
    expect(cells).toEqual([{ id: 'n0' }, { id: 'n1' }, { id: 'n4' }, { id: 'n5', count: 5 }])
  })

  it('what is shown is the true count, and each cell comes back in its place', () => {
    fc.assert(
      fc.property(grid, counts => {
        const table = tableOf(counts)
        shownOf(table).forEach((cell, i) => {
          expect(cell.id).toBe(table.cells[i]!.id)
          if (cell.count !== undefined) expect(cell.count).toBe(table.cells[i]!.count)
          if (table.cells[i]!.count < 5) expect(cell.count).toBeUndefined()
        })
      }),
      { numRuns: 50 },
    )
  })

  it('a hidden cell does not tell whether it is small or hides another', () => {
    const cells = shownOf(tableOf([[3, 20, 30]]))
    for (const cell of cells.filter(one => one.count === undefined)) expect(Object.keys(cell)).toEqual(['id'])
  })
})

describe('GEN-2, P-A2: complements', () => {
  it('a small cell in a row with a total takes the smallest neighbour with it', () => {
    // 3 + 20 + 30 = 53 in one row: every column total equals its cell, so that pair is hidden together.
    const cells = shownOf({
      cells: [
        ['a', 3],
        ['b', 20],
        ['c', 30],
        ['all', 53],
      ].map(([id, n]) => ({ id: `${id}`, count: Number(n) })),
      sums: [{ total: 'all', parts: ['a', 'b', 'c'] }],
    })
    expect(cells).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c', count: 30 }, { id: 'all', count: 53 }])
  })

  it('in a cross table the small cell needs a rectangle', () => {
    const cells = shownOf(
      tableOf([
        [2, 20, 30],
        [15, 25, 35],
        [40, 45, 50],
      ]),
    )
    const hidden = cells.filter(cell => cell.count === undefined).map(({ id }) => id)
    expect(hidden).toEqual(['t:r0|c0', 't:r0|c1', 't:r1|c0', 't:r1|c1'])
  })

  it('two small cells that cover each other too tightly take a third', () => {
    // 1 + 2 of 3 hidden together lie in 0…3: narrower than five.
    const cells = shownOf({
      cells: [
        ['a', 1],
        ['b', 2],
        ['c', 9],
        ['all', 12],
      ].map(([id, n]) => ({ id: `${id}`, count: Number(n) })),
      sums: [{ total: 'all', parts: ['a', 'b', 'c'] }],
    })
    expect(count(cells, 'c')).toBeUndefined()
    expect(count(cells, 'all')).toBe(12)
  })

  it('the stages of a funnel give away those who left between them', () => {
    const cells = shownOf(
      funnel('f', [
        { stage: 'met', count: 20 },
        { stage: 'offered', count: 18 },
        { stage: 'started', count: 9 },
      ]),
    )
    expect(count(cells, 'f:met>left')).toBeUndefined()
    // 20 − 18 would tell: one of the two stages is hidden.
    expect([count(cells, 'f:met'), count(cells, 'f:offered')]).toContain(undefined)
  })

  it('a table without small cells is shown whole', () => {
    expect(
      shownOf(
        tableOf([
          [5, 6],
          [7, 8],
        ]),
      ).every(cell => cell.count !== undefined),
    ).toBe(true)
  })
})

describe('GEN-2, P-A5: the attack with an independent solver', () => {
  it('pins no hidden cell of random cross tables to fewer than five, nor tells a small one from nought', () => {
    fc.assert(
      fc.property(grid, counts => {
        const table = tableOf(counts)
        expect(attack(table, shownOf(table))).toEqual([])
      }),
      { numRuns: 50 },
    )
  }, 120_000)

  it('nor of linked funnels with totals over districts', () => {
    fc.assert(
      fc.property(funnels, table => {
        expect(attack(table, shownOf(table))).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('nor for a reader who uses that people are whole', () => {
    fc.assert(
      fc.property(fc.oneof(grid.map(tableOf), funnels), table => {
        expect(attack(table, shownOf(table), 5, true)).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  const tables = fc.sample(grid, { seed: 20_261_121, numRuns: 30 }).map(tableOf)

  it('catches a planted weakness: small cells hidden without complements', () => {
    const naive = (table: LinkedTable): ShownCell[] =>
      table.cells.map(cell => (cell.count < 5 ? { id: cell.id } : cell))
    expect(tables.filter(table => attack(table, naive(table)).length > 0).length).toBeGreaterThan(10)
  })

  it('catches a planted weakness: a threshold of four', () => {
    const fours: LinkedTable = {
      cells: [
        ['a', 2],
        ['b', 2],
        ['c', 30],
        ['all', 34],
      ].map(([id, n]) => ({ id: `${id}`, count: Number(n) })),
      sums: [{ total: 'all', parts: ['a', 'b', 'c'] }],
    }
    expect(attack(fours, shownOf(fours, 4))).toEqual(['a', 'b'])
    expect(attack(fours, shownOf(fours))).toEqual([])
  })
})

describe('GEN-2: no more is hidden than it takes', () => {
  const hiddenIn = (table: LinkedTable): string[] =>
    shownOf(table)
      .filter(cell => cell.count === undefined)
      .map(({ id }) => id.slice(id.indexOf(':') + 1))
  const stages = (...counts: number[]): LinkedTable =>
    funnel(
      'f',
      counts.map((count, i) => ({ stage: `s${i}`, count })),
    )

  it.each([
    // 14 − 6 − 0: the stage that nobody reached and those who left before it. A stage is worth more than those who left.
    [stages(14, 6, 0), 's2,s1>left'],
    // 20 − 18 = 2: one stage is enough, the one no other number hangs on.
    [stages(20, 18, 11), 's0,s0>left'],
    // 13 − 11 − 10: both losses are small, and the cells that hide the one hide the other too.
    [stages(13, 11, 10), 's1,s2,s0>left,s1>left'],
    // 13 − 9 − 2: those who left at last are seven, and may be shown when the stage between is hidden; so may exactly five.
    [stages(13, 9, 2), 's1,s2,s0>left'],
    [stages(10, 8, 3), 's1,s2,s0>left'],
  ])('a funnel: %j hides %s', (table, expected) => {
    expect(hiddenIn(table).join()).toBe(expected)
  })

  it.each([
    // Of what is not needed the total of seven comes back before the five within: totals are worth most.
    [
      [
        [1, 2, 22],
        [3, 5, 4],
      ],
      'r0|c0,r0|c1,r0|c2,r1|c0,r1|c1,r1|c2,*|c0,*|c2',
    ],
    // Seventeen comes back before thirteen.
    [
      [
        [13, 17, 0],
        [5, 3, 3],
        [4, 20, 0],
      ],
      'r0|c0,r0|c2,r1|c1,r1|c2,r2|c0,r2|c1,r2|c2,*|c0,*|c2',
    ],
    // Of two worth the same, the first by name.
    [
      [
        [10, 7, 3],
        [7, 21, 4],
        [23, 4, 23],
      ],
      'r0|c0,r0|c1,r0|c2,r1|c0,r1|c2,r2|c1,r2|c2',
    ],
  ])('a cross table: %j hides %s', (counts, expected) => {
    expect(hiddenIn(tableOf(counts)).join()).toBe(expected)
  })

  it('any one more that were shown would give something away', () => {
    fc.assert(
      fc.property(grid, counts => {
        const table = tableOf(counts)
        const shown = shownOf(table)
        for (const { id, count } of table.cells) {
          if (count < 5 || shown.some(cell => cell.id === id && cell.count !== undefined)) continue
          const more = shown.map(cell => (cell.id === id ? { id, count } : cell))
          expect(attack(table, more), `showing ${id}`).not.toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  it('a threshold of one hides nought only', () => {
    const cells = shownOf({ cells: [0, 1].map(n => ({ id: `n${n}`, count: n })), sums: [] }, 1)
    expect(cells).toEqual([{ id: 'n0' }, { id: 'n1', count: 1 }])
  })
})

describe('GEN-2: tables and their links', () => {
  it('a row or a cell that nobody is counted in is nought', () => {
    const { cells } = crossTable('t', ['a', 'b'], ['x', 'y'], [[5]])
    expect(cells.map(({ id, count }) => `${id}=${count}`).join()).toBe(
      't:a|x=5,t:a|y=0,t:a|*=5,t:b|x=0,t:b|y=0,t:b|*=0,t:*|x=5,t:*|y=0,t:*|*=5',
    )
  })

  it('a count that stands in two tables is one', () => {
    const one = { cells: [{ id: 'a', count: 5 }], sums: [] }
    expect(linkTables([one, one])).toEqual(one)
    expect(() => linkTables([one, { cells: [{ id: 'a', count: 6 }], sums: [] }])).toThrow('Two counts for a')
  })
})

describe('GEN-2: malformed tables are refused with a pointer', () => {
  const cells = [
    { id: 'a', count: 5 },
    { id: 'b', count: 6 },
    { id: 'all', count: 11 },
  ]
  it.each([
    [{ cells: [{ id: 'a', count: -1 }], sums: [] }, 5, 'suppress.bad_count', '/cells/0/count'],
    [{ cells: [{ id: 'a', count: 1.5 }], sums: [] }, 5, 'suppress.bad_count', '/cells/0/count'],
    [{ cells: [...cells, cells[0]!], sums: [] }, 5, 'suppress.cell_twice', '/cells/3/id'],
    [{ cells, sums: [{ total: 'all', parts: ['a', 'x'] }] }, 5, 'suppress.cell_unknown', '/sums/0'],
    [{ cells, sums: [{ total: 'all', parts: ['a'] }] }, 5, 'suppress.sum_broken', '/sums/0'],
    [{ cells, sums: [] }, 0, 'suppress.bad_threshold', '/threshold'],
  ] as const)('%j with threshold %i', (table, threshold, code, pointer) => {
    expect(suppress(table, threshold)).toMatchObject({ ok: false, code, facts: { pointer } })
  })
})
