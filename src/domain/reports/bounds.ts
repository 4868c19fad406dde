/**
 * Small dense linear programmes over `equations · x = values`, x ≥ 0: what a reader can work out about hidden counts, and what
 * must be hidden so that nothing can be worked out. A two-phase simplex in full tableau with Bland's rule (R. G. Bland 1977: no
 * cycling). Coefficients are 0 and ±1 and values whole, so doubles suffice. Phase one is done once; each objective then starts
 * from the last corner.
 */
export type Corner = {
  /** −Infinity when nothing bounds the objective; then `at` is where the search found that out. */
  readonly value: number
  readonly at: readonly number[]
}

/** Finds the least value of Σ cost · x. To find the greatest, negate the costs and the value. */
export type Minimise = (costs: readonly number[]) => Corner

const tiny = 1e-9

/** The feasible set of the equations; throws when it is empty, since true counts always satisfy their sums. */
export function feasible(
  equations: readonly (readonly number[])[],
  values: readonly number[],
  unknowns: number,
): Minimise {
  const height = equations.length
  const width = unknowns + height
  const tableau = equations.map((equation, row) => {
    const line = new Float64Array(width + 1)
    const sign = values[row]! < 0 ? -1 : 1
    for (const [column, coefficient] of equation.entries()) line[column] = sign * coefficient
    line[unknowns + row] = 1
    line[width] = sign * values[row]!
    return line
  })
  const basis = equations.map((_, row) => unknowns + row)

  // Phase one: the sum of the artificial unknowns down to nought.
  const excess = new Float64Array(width + 1)
  for (const line of tableau) subtract(excess, line, 1)
  excess.fill(0, unknowns, width)
  descend(tableau, basis, excess, unknowns, width)
  if (excess[width]! < -1e-6) throw new Error('The counts contradict their sums')
  removeArtificial(tableau, basis, unknowns, width)

  return costs => {
    const cost = new Float64Array(width + 1)
    cost.set(costs)
    for (const [row, column] of basis.entries()) if (cost[column] !== 0) subtract(cost, tableau[row]!, cost[column]!)
    const bounded = descend(tableau, basis, cost, unknowns, width)
    const at = new Array<number>(unknowns).fill(0)
    for (const [row, column] of basis.entries()) at[column] = Math.round(tableau[row]![width]! * 1e6) / 1e6
    return { value: bounded ? at.reduce((sum, x, i) => sum + x * costs[i]!, 0) : Number.NEGATIVE_INFINITY, at }
  }
}

/** Pivots until no reduced cost is negative (true) or a direction is unbounded (false). Only the first `usable` columns may enter. */
function descend(tableau: Float64Array[], basis: number[], cost: Float64Array, usable: number, width: number): boolean {
  for (;;) {
    let entering = 0
    while (entering < usable && cost[entering]! >= -tiny) entering++
    if (entering === usable) return true
    let leaving = -1
    let best = Number.POSITIVE_INFINITY
    for (let row = 0; row < tableau.length; row++) {
      const slope = tableau[row]![entering]!
      if (slope <= tiny) continue
      const ratio = tableau[row]![width]! / slope
      const tied = leaving >= 0 && Math.abs(ratio - best) <= tiny
      if (tied ? basis[row]! < basis[leaving]! : ratio < best) {
        leaving = row
        best = ratio
      }
    }
    if (leaving < 0) return false
    pivot(tableau, basis, leaving, entering)
    subtract(cost, tableau[leaving]!, cost[entering]!)
  }
}

function pivot(tableau: Float64Array[], basis: number[], leaving: number, entering: number): void {
  const pivotRow = tableau[leaving]!
  const by = pivotRow[entering]!
  for (let column = 0; column < pivotRow.length; column++) pivotRow[column]! /= by
  for (const [row, other] of tableau.entries()) {
    if (row !== leaving && other[entering] !== 0) subtract(other, pivotRow, other[entering]!)
  }
  basis[leaving] = entering
}

/** Equations that say nothing new leave an artificial unknown in the basis: pivot it out, or drop the row. */
function removeArtificial(tableau: Float64Array[], basis: number[], unknowns: number, width: number): void {
  for (let row = tableau.length - 1; row >= 0; row--) {
    if (basis[row]! < unknowns) continue
    const entering = tableau[row]!.findIndex((value, column) => column < unknowns && Math.abs(value) > 1e-7)
    if (entering >= 0) {
      tableau[row]![width] = 0
      pivot(tableau, basis, row, entering)
    } else {
      tableau.splice(row, 1)
      basis.splice(row, 1)
    }
  }
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  for (let column = 0; column < from.length; column++) from[column]! -= factor * row[column]!
}
