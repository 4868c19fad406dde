import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feasible } from './bounds.ts'

const greatest = (minimise: ReturnType<typeof feasible>, costs: readonly number[]): number =>
  0 - minimise(costs.map(cost => 0 - cost)).value

describe('what a reader can work out (GEN-2, P-A5)', () => {
  // x + y = 10, y + z = 4: y lies in 0 … 4, x in 6 … 10.
  const sums = [
    [1, 1, 0],
    [0, 1, 1],
  ]

  it('gives both ends of what each unknown can be, one question after another', () => {
    const minimise = feasible(sums, [10, 4], 3)
    const ends = [0, 1, 2].map(k => {
      const costs = [0, 1, 2].map(i => (i === k ? 1 : 0))
      return [minimise(costs).value, greatest(minimise, costs)]
    })
    expect(ends).toEqual([
      [6, 10],
      [0, 4],
      [0, 4],
    ])
  })

  it('says where: a corner that keeps every sum', () => {
    expect(feasible(sums, [10, 4], 3)([1, 0, 0])).toEqual({ value: 6, at: [6, 4, 0] })
    expect(feasible(sums, [10, 4], 3)([-1, 0, 0])).toEqual({ value: -10, at: [10, 0, 4] })
    expect(feasible(sums, [10, 4], 3)([2, 5, 0])).toEqual({ value: 20, at: [10, 0, 4] })
  })

  it('an equation the other way round says the same', () => {
    // −x − y = −10.
    expect(feasible([[-1, -1]], [-10], 2)([1, 3])).toEqual({ value: 10, at: [10, 0] })
  })

  it('an equation that says nothing new changes nothing', () => {
    const twice = [...sums, sums[0]!, [1, 2, 1]]
    const minimise = feasible(twice, [10, 4, 10, 14], 3)
    expect(minimise([1, 0, 0])).toEqual({ value: 6, at: [6, 4, 0] })
    expect(greatest(minimise, [0, 1, 0])).toBe(4)
  })

  it('coefficients other than one are divided by', () => {
    // 2x + 4y = 12.
    const minimise = feasible([[2, 4]], [12], 2)
    expect(minimise([-1, 0])).toEqual({ value: -6, at: [6, 0] })
    expect(minimise([0, -1])).toEqual({ value: -3, at: [0, 3] })
  })

  it('does not go round in circles where corners coincide (the example of E. M. L. Beale, 1955)', () => {
    const equations = [
      [1, 0, 0, 0.25, -8, -1, 9],
      [0, 1, 0, 0.5, -12, -0.5, 3],
      [0, 0, 1, 0, 0, 1, 0],
    ]
    const { value } = feasible(equations, [0, 0, 1], 7)([0, 0, 0, -0.75, 20, -0.5, 6])
    expect(value).toBeCloseTo(-1.25, 9)
  })

  it('sums of nought leave nothing open', () => {
    const minimise = feasible(
      [
        [1, 1, 0],
        [1, 0, -1],
        [0, 1, 1],
      ],
      [0, 0, 0],
      3,
    )
    expect(
      [0, 1, 2].map(k =>
        greatest(
          minimise,
          [0, 1, 2].map(i => (i === k ? 1 : 0)),
        ),
      ),
    ).toEqual([0, 0, 0])
  })

  it('what nothing bounds has no greatest: x − y = 2', () => {
    const minimise = feasible([[1, -1]], [2], 2)
    expect(minimise([-1, 0]).value).toBe(Number.NEGATIVE_INFINITY)
    expect(minimise([1, 0])).toEqual({ value: 2, at: [2, 0] })
    expect(minimise([0, 1]).value).toBe(0)
  })

  it('without equations everything may be nought, and nothing is bounded', () => {
    expect(feasible([], [], 2)([1, 1])).toEqual({ value: 0, at: [0, 0] })
    expect(feasible([], [], 2)([1, -1]).value).toBe(Number.NEGATIVE_INFINITY)
  })

  it('counts that contradict their sums are an error', () => {
    expect(() => feasible([[1, 1]], [-1], 2)).toThrow('contradict')
    expect(() =>
      feasible(
        [
          [1, 0],
          [1, 1],
        ],
        [5, 4],
        2,
      ),
    ).toThrow('contradict')
  })

  it('agrees with trying every table of small whole numbers', () => {
    // Sums over stretches of a row of unknowns: their corners are whole, so that trying whole numbers finds them.
    const stretch = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => [0, 1, 2, 3].map(i => (i >= a && i <= b ? 1 : 0)))
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
        fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 4, maxLength: 4 }),
        (rows, truth, costs) => {
          const all = [1, 1, 1, 1]
          const equations = [...rows, all]
          const dot = (row: readonly number[], x: readonly number[]): number =>
            row.reduce((sum, one, i) => sum + one * x[i]!, 0)
          const values = equations.map(row => dot(row, truth))
          const total = dot(all, truth)
          let best = Number.POSITIVE_INFINITY
          const tried = (x: number[]): void => {
            if (x.length < 4) for (let n = 0; n <= total; n++) tried([...x, n])
            else if (equations.every((row, r) => dot(row, x) === values[r])) best = Math.min(best, dot(costs, x))
          }
          fc.pre(total < 9)
          tried([])
          const corner = feasible(equations, values, 4)(costs)
          expect(corner.value).toBeCloseTo(best, 9)
          expect(dot(costs, corner.at)).toBeCloseTo(best, 9)
          expect(corner.at.every(x => x >= 0)).toBe(true)
          for (const [r, row] of equations.entries()) expect(dot(row, corner.at)).toBeCloseTo(values[r]!, 9)
        },
      ),
      { numRuns: 60 },
    )
  })
})
