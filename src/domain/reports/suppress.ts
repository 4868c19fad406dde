import { accept, type Outcome, refuse } from '#kernel'
import { feasible } from './bounds.ts'

/** One published count of people. `id` is the same wherever the same count appears, so tables are linked by it. */
export type CountCell = { readonly id: string; readonly count: number }

/** A relation that any reader knows: the total is the sum of its parts. */
export type CountSum = { readonly total: string; readonly parts: readonly string[] }

/** Tables that are published together, as cells and the sums between them. */
export type LinkedTable = { readonly cells: readonly CountCell[]; readonly sums: readonly CountSum[] }

/** A cell as it may be shown; without `count` it is hidden. Nothing tells a small count from one hidden to protect another. */
export type ShownCell = { readonly id: string; readonly count?: number }

export type Suppressed = { readonly threshold: number; readonly cells: readonly ShownCell[]; readonly hidden: number }

export type SuppressRefusal =
  | 'suppress.bad_threshold'
  | 'suppress.bad_count'
  | 'suppress.cell_twice'
  | 'suppress.cell_unknown'
  | 'suppress.sum_broken'

/**
 * Hides counts of people under the threshold, nought included, and as many others as it takes so that sums do not give them
 * away (GEN-2, P-A1, P-A2): whatever a reader works out from the shown counts, every hidden count could lie anywhere in a span
 * of at least `threshold`, and a small one could be nought. That is checked with linear programmes, not assumed.
 * Counts of commitments or contracts are exact and do not belong here.
 */
export function suppress(table: LinkedTable, threshold: number): Outcome<Suppressed, SuppressRefusal> {
  const fault = findFault(table, threshold)
  if (fault) return fault
  const counts = new Map(table.cells.map(({ id, count }) => [id, count]))
  const hidden = new Set(table.cells.filter(({ count }) => count < threshold).map(({ id }) => id))
  const worth = worthOf(table)

  for (
    let weak = firstWeak(table, counts, hidden, threshold);
    weak !== undefined;
    weak = firstWeak(table, counts, hidden, threshold)
  ) {
    const before = hidden.size
    for (const id of cover(table, hidden, worth, weak, threshold)) hidden.add(id)
    if (hidden.size === before) throw new Error(`Nothing is left to hide that would protect ${weak}`)
  }
  // One cell at a time may hide too much taken together: bring back what is not needed, what is worth most first.
  const extra = [...hidden]
    .filter(id => counts.get(id)! >= threshold)
    .sort((a, b) => worth.get(b)! - worth.get(a)! || (a < b ? -1 : 1))
  for (const id of extra) {
    hidden.delete(id)
    if (firstWeak(table, counts, hidden, threshold) !== undefined) hidden.add(id)
  }
  const cells = table.cells.map(({ id, count }) => (hidden.has(id) ? { id } : { id, count }))
  return accept({ threshold, cells, hidden: hidden.size })
}

/** A table of rows × columns with totals: ids `row|column`, `row|*`, `*|column` and `*|*`, after the table's name. */
export function crossTable(
  name: string,
  rows: readonly string[],
  columns: readonly string[],
  counts: readonly (readonly number[])[],
): LinkedTable {
  const id = (row: string, column: string): string => `${name}:${row}|${column}`
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
  const cells: CountCell[] = rows.flatMap((row, i) => [
    ...columns.map((column, j) => ({ id: id(row, column), count: counts[i]?.[j] ?? 0 })),
    { id: id(row, '*'), count: sum(counts[i] ?? []) },
  ])
  columns.forEach((column, j) => {
    cells.push({ id: id('*', column), count: sum(rows.map((_, i) => counts[i]?.[j] ?? 0)) })
  })
  cells.push({ id: id('*', '*'), count: sum(counts.flat()) })
  return {
    cells,
    sums: [
      ...[...rows, '*'].map(row => ({ total: id(row, '*'), parts: columns.map(column => id(row, column)) })),
      ...[...columns, '*'].map(column => ({ total: id('*', column), parts: rows.map(row => id(row, column)) })),
    ],
  }
}

/** A funnel: those who reached a stage are those who reached the next one and those who did not (`stage>left`), whom anybody can subtract. */
export function funnel(
  name: string,
  stages: readonly { readonly stage: string; readonly count: number }[],
): LinkedTable {
  const id = (stage: string): string => `${name}:${stage}`
  const steps = stages.slice(0, -1).map((one, i) => ({ ...one, next: stages[i + 1] ?? one }))
  return {
    cells: [
      ...stages.map(({ stage, count }) => ({ id: id(stage), count })),
      ...steps.map(({ stage, count, next }) => ({ id: id(`${stage}>left`), count: count - next.count })),
    ],
    sums: steps.map(({ stage, next }) => ({ total: id(stage), parts: [id(next.stage), id(`${stage}>left`)] })),
  }
}

/** Tables published together; a count with the same id in several of them is one count. */
export function linkTables(tables: readonly LinkedTable[], sums: readonly CountSum[] = []): LinkedTable {
  const cells = new Map<string, CountCell>()
  for (const cell of tables.flatMap(table => table.cells)) {
    const known = cells.get(cell.id)
    if (known && known.count !== cell.count) throw new RangeError(`Two counts for ${cell.id}`)
    cells.set(cell.id, cell)
  }
  return { cells: [...cells.values()], sums: [...tables.flatMap(table => table.sums), ...sums] }
}

/** The first hidden cell that a reader could pin, or a small one that could be told from nought; undefined when all are safe. */
function firstWeak(
  table: LinkedTable,
  counts: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
  threshold: number,
): string | undefined {
  const ids = [...hidden]
  const position = new Map(ids.map((id, index) => [id, index]))
  const equations: number[][] = []
  const values: number[] = []
  for (const { total, parts } of table.sums) {
    if (![total, ...parts].some(id => hidden.has(id))) continue
    const equation = ids.map(() => 0)
    let value = 0
    const put = (id: string, sign: 1 | -1): void => {
      const at = position.get(id)
      if (at === undefined) value -= sign * counts.get(id)!
      else equation[at]! += sign
    }
    put(total, 1)
    for (const part of parts) put(part, -1)
    equations.push(equation)
    values.push(value)
  }
  const minimise = feasible(equations, values, ids.length)
  // Every corner seen, and the truth itself, is a table the reader cannot rule out: most cells need no programme of their own.
  const least = ids.map(id => counts.get(id)!)
  const greatest = [...least]
  const look = (at: number, sign: 1 | -1): void => {
    const corner = minimise(ids.map((_, i) => (i === at ? sign : 0)))
    for (const [i, x] of corner.at.entries()) {
      least[i] = Math.min(least[i]!, x)
      greatest[i] = Math.max(greatest[i]!, x)
    }
    if (corner.value === Number.NEGATIVE_INFINITY) greatest[at] = Number.POSITIVE_INFINITY
  }
  const isSafe = (i: number): boolean =>
    greatest[i]! - least[i]! >= threshold && (counts.get(ids[i]!)! >= threshold || least[i] === 0)
  for (const [index, id] of ids.entries()) {
    if (!isSafe(index)) look(index, -1)
    if (!isSafe(index)) look(index, 1)
    if (!isSafe(index)) return id
  }
  return undefined
}

/**
 * What to hide so that a weak cell is safe: another table that agrees with all sums, in which the cell is nought (if small), and
 * one in which it is `threshold` or more above that, changing cells that are worth little to the reader. Cells that differ from
 * the truth are hidden. A linear programme per table, with the worth of a cell as its price per person moved: after J. P. Kelly,
 * B. L. Golden and A. A. Assad, "Cell suppression: disclosure protection for sensitive tabular data", Networks 22 (1992).
 */
function cover(
  table: LinkedTable,
  hidden: ReadonlySet<string>,
  worth: ReadonlyMap<string, number>,
  weak: string,
  threshold: number,
): Set<string> {
  const { cells, sums } = table
  const position = new Map(cells.map(({ id }, index) => [id, index]))
  const n = cells.length
  const at = position.get(weak)!
  const { count } = cells[at]!
  const opened = new Set<string>()
  for (const change of count < threshold ? [-count, threshold - count] : [threshold]) {
    if (change === 0) continue
    // Unknowns: up, down and what is left of each count (down + left = count).
    const line = (entries: readonly (readonly [number, number])[]): number[] => {
      const equation = new Array<number>(3 * n).fill(0)
      for (const [column, coefficient] of entries) equation[column]! += coefficient
      return equation
    }
    const moved = (id: string, sign: number) =>
      [
        [position.get(id)!, sign],
        [n + position.get(id)!, -sign],
      ] as const
    const equations = [
      line([
        [at, 1],
        [n + at, -1],
      ]),
      ...cells.map((_, i) =>
        line([
          [n + i, 1],
          [2 * n + i, 1],
        ]),
      ),
      ...sums.map(({ total, parts }) => line([...moved(total, 1), ...parts.flatMap(part => moved(part, -1))])),
    ]
    const values = [change, ...cells.map(cell => cell.count), ...sums.map(() => 0)]
    const price = cells.map(({ id }) => (hidden.has(id) || opened.has(id) ? 0.001 : worth.get(id)!))
    const { at: found } = feasible(equations, values, 3 * n)([...price, ...price, ...cells.map(() => 0)])
    for (const [i, { id }] of cells.entries()) if (Math.abs(found[i]! - found[n + i]!) > 1e-6) opened.add(id)
  }
  return opened
}

/** Large counts are worth a little more than small ones, and totals much more than parts. */
function worthOf({ cells, sums }: LinkedTable): Map<string, number> {
  const largest = Math.max(1, ...cells.map(({ count }) => count))
  return new Map(
    cells.map(({ id, count }) => [id, (1 + count / largest) * 4 ** sums.filter(({ total }) => total === id).length]),
  )
}

function findFault({ cells, sums }: LinkedTable, threshold: number): Outcome<never, SuppressRefusal> | undefined {
  if (!Number.isInteger(threshold) || threshold < 1) return refuse('suppress.bad_threshold', { pointer: '/threshold' })
  const counts = new Map<string, number>()
  for (const [index, { id, count }] of cells.entries()) {
    if (!Number.isSafeInteger(count) || count < 0)
      return refuse('suppress.bad_count', { pointer: `/cells/${index}/count`, cell: id })
    if (counts.has(id)) return refuse('suppress.cell_twice', { pointer: `/cells/${index}/id`, cell: id })
    counts.set(id, count)
  }
  for (const [index, { total, parts }] of sums.entries()) {
    const unknown = [total, ...parts].find(id => !counts.has(id))
    if (unknown !== undefined) return refuse('suppress.cell_unknown', { pointer: `/sums/${index}`, cell: unknown })
    const sum = parts.reduce((all, id) => all + counts.get(id)!, 0)
    if (sum !== counts.get(total))
      return refuse('suppress.sum_broken', { pointer: `/sums/${index}`, sum, total: counts.get(total)! })
  }
  return undefined
}
