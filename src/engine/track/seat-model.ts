import type { Highs, HighsCallbackMap, Model } from 'highs'
import { loadSolver } from '../solver.ts'
import type { Chain } from './chain.ts'

/** A chain for one of the participants (by position). No chain stands for: without a plan. `cost` has no prices in it. */
export type Column = { readonly who: number; readonly chain?: Chain; readonly cost: number }

/** The best mix of columns, the greatest shares first; its value, and the whole prices of starts with a queue in it. */
export type Relaxed = {
  readonly prices: ReadonlyMap<number, number>
  readonly value: number
  readonly mix: readonly { readonly column: Column; readonly share: number }[]
}

/** One column for each participant, if any such choice was found. `bound`: none costs less; Infinity when there is none. */
export type Chosen = { readonly columns?: readonly Column[]; readonly bound: number }

/** The joint model: one column for each participant, at no start more than its seats. Solved by HiGHS. */
export type SeatModel = {
  /** Everybody who has a column takes one altogether. `left`: seats, if fewer than there are. */
  readonly relax: (columns: readonly Column[], left?: Int32Array) => Relaxed
  /** Whole columns, the best choice within `near`. Seats count at the `rows` given, otherwise wherever they could run out. */
  readonly choose: (
    columns: readonly Column[],
    near: number,
    enough: () => boolean,
    rows?: ReadonlySet<number>,
  ) => Chosen
}

/** `seats` of every start by number. */
export async function openSeatModel(people: number, seats: Int32Array): Promise<SeatModel> {
  const highs = await loadSolver()
  return {
    relax: (columns, left = seats) => {
      const rows = [...scarce(columns, left)]
      return withModel(highs, people, left, columns, rows, false, model => {
        model.run()
        const { colValue, rowDual } = model.getSolution()
        const prices = new Map<number, number>()
        for (const [index, offer] of rows.entries()) {
          const price = Math.round(-rowDual[people + index]!)
          if (price > 0) prices.set(offer, price)
        }
        const mix = columns
          .map((column, index) => ({ column, share: colValue[index]! }))
          .filter(({ share }) => share > 1e-6)
          .sort((a, b) => b.share - a.share || a.column.cost - b.column.cost)
        return { prices, value: mix.reduce((sum, { column, share }) => sum + column.cost * share, 0), mix }
      })
    },
    choose: (columns, near, enough, only) => {
      const rows = [...(only ?? scarce(columns, seats))]
      return withModel(highs, people, seats, columns, rows, true, model => {
        runWhole(highs, model, near, enough)
        const taken = wholeChoice(columns, people, model.getSolution().colValue)
        const { optimal, infeasible } = highs.constants.modelStatus
        const status = model.getModelStatus()
        if (status === infeasible) return { bound: Number.POSITIVE_INFINITY }
        if (near === 0 && taken && status === optimal) return { columns: taken, bound: costOf(taken) }
        // Costs are whole, so what lies above half a step below the next whole number is not below it.
        const bound = offset(columns, people) + Number(model.info.get('mip_dual_bound'))
        return { columns: taken, bound: Math.ceil(bound - 0.5) }
      })
    },
  }
}

/** HiGHS 1.15.3 ends in an error of its own on some small whole programmes when it simplifies them first; then it does not. */
function runWhole(highs: Highs, model: Model, near: number, enough: () => boolean): void {
  const callbacks: HighsCallbackMap = {
    [highs.constants.callbackType.mipInterrupt](event) {
      const { mip_primal_bound: value = Number.POSITIVE_INFINITY, mip_dual_bound: bound = 0 } = event.data
      if (enough() || value - bound <= near) event.interrupt()
    },
  }
  try {
    model.run(callbacks)
  } catch {
    model.options.set({ presolve: 'off' })
    model.run(callbacks)
  }
}

export function costOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.cost, 0)
}

/** Starts that more participants have a column for than there are seats: only there can seats run out. */
export function scarce(columns: readonly Column[], seats: Int32Array): Set<number> {
  const wanted = new Map<number, Set<number>>()
  for (const { who, chain } of columns) {
    for (const offer of chain?.offers ?? []) wanted.set(offer, (wanted.get(offer) ?? new Set()).add(who))
  }
  return new Set([...wanted].filter(([offer, people]) => people.size > seats[offer]!).map(([offer]) => offer))
}

/** Costs are counted from each participant's cheapest column, so that the solver meets small numbers. */
function cheapest(columns: readonly Column[], people: number): Float64Array {
  const least = new Float64Array(people).fill(Number.POSITIVE_INFINITY)
  for (const { who, cost } of columns) least[who] = Math.min(least[who]!, cost)
  return least
}

function offset(columns: readonly Column[], people: number): number {
  return cheapest(columns, people).reduce((sum, one) => sum + one, 0)
}

function withModel<Answer>(
  highs: Highs,
  people: number,
  seats: Int32Array,
  columns: readonly Column[],
  rows: readonly number[],
  whole: boolean,
  use: (model: Model) => Answer,
): Answer {
  const rowOf = new Map(rows.map((offer, index) => [offer, people + index]))
  const least = cheapest(columns, people)
  const starts = [0]
  const indices: number[] = []
  for (const { who, chain } of columns) {
    indices.push(who, ...(chain?.offers ?? []).flatMap(offer => rowOf.get(offer) ?? []))
    starts.push(indices.length)
  }
  const [numCols, numRows] = [columns.length, people + rows.length]
  const source = {
    numCols,
    numRows,
    colCost: Float64Array.from(columns, ({ who, cost }) => cost - least[who]!),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(whole ? 1 : highs.infinity),
    rowLower: Float64Array.from({ length: numRows }, (_, row) =>
      row >= people ? -highs.infinity : least[row] === Number.POSITIVE_INFINITY ? 0 : 1,
    ),
    rowUpper: Float64Array.from({ length: numRows }, (_, row) => (row < people ? 1 : seats[rows[row - people]!]!)),
    matrix: {
      format: 'csc' as const,
      numCols,
      numRows,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
    ...(whole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
  }
  return highs.withModel(source, model => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    return use(model)
  })
}

/** The columns that a solution takes, if it takes whole ones. */
function wholeChoice(
  columns: readonly Column[],
  people: number,
  values: ArrayLike<number>,
): readonly Column[] | undefined {
  const taken = columns.filter((_, index) => values[index]! > 1 - 1e-6)
  return taken.length === people ? taken : undefined
}
