import type { Highs, ModelData } from 'highs'
import type { MatchInstance, Pairs, Prices } from './instance.ts'

/** The few pairs that can still matter, by number of the pair and by its candidate. */
export type Core = { readonly pair: Int32Array; readonly candidate: Int32Array }

/** What HiGHS made of a core: the objective, the pairs it would use, and the charge per family and label. */
export type CoreAnswer = {
  readonly solved: boolean
  readonly value: number
  readonly pairs: Pairs
  readonly charges: readonly Float64Array[]
}

/** Adds to the core the pairs that at these prices come within `reach` of being worth it to their candidate. O(arcs). */
export function widenCore(instance: MatchInstance, inCore: Uint8Array, prices: Prices, reach: number): void {
  const { candidates, first, head, score, invitations, families, reserves, fill } = instance
  const bonus = new Map<number, number[]>()
  for (const [k, { opening }] of reserves.entries()) bonus.set(opening, [...(bonus.get(opening) ?? []), k])
  const gains: number[] = []
  for (let i = 0; i < candidates; i++) {
    let own = fill
    for (const [f, family] of families.entries()) if (family.label[i]! >= 0) own -= prices.label[f]![family.label[i]!]!
    gains.length = 0
    for (let a = first[i]!; a < first[i + 1]!; a++) {
      const j = head[a]!
      let gain = own + score[a]! - prices.opening[j]!
      for (const k of bonus.get(j) ?? []) {
        if (families[reserves[k]!.family]!.label[i] === reserves[k]!.label) gain += prices.reserve[k]!
      }
      gains.push(gain)
    }
    const last = gains.toSorted((a, b) => b - a)[invitations[i]! - 1] ?? 0
    const least = Math.max(0, last) - reach
    for (const [n, gain] of gains.entries()) if (gain >= least) inCore[first[i]! + n] = 1
  }
}

/** The marked pairs, listed. */
export function coreOf({ candidates, first }: MatchInstance, inCore: Uint8Array): Core {
  const [pair, candidate]: [number[], number[]] = [[], []]
  for (let i = 0; i < candidates; i++) {
    for (let a = first[i]!; a < first[i + 1]!; a++) {
      if (inCore[a] !== 1) continue
      pair.push(a)
      candidate.push(i)
    }
  }
  return { pair: Int32Array.from(pair), candidate: Int32Array.from(candidate) }
}

/** The core as a linear or whole-numbered programme, solved by HiGHS; `seconds` bounds the latter. The checker judges the answer. */
export function solveCore(
  highs: Highs,
  instance: MatchInstance,
  core: Core,
  whole: boolean,
  seconds: number,
): CoreAnswer {
  const { data, labelRow } = programme(instance, core, whole)
  const model = highs.createModel(data)
  try {
    // Presolve finds nothing in a transportation problem and doubles the time; a whole-numbered one gains by it.
    model.options.set({
      output_flag: false,
      presolve: whole ? 'on' : 'off',
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      time_limit: seconds,
    })
    model.run()
    const status = model.getModelStatus()
    const { optimal, timeLimit } = highs.constants.modelStatus
    const { colValue, rowDual } = model.getSolution()
    const used = [...core.pair.keys()].filter(n => colValue[n]! > 0.5)
    return {
      solved: status === optimal || (status === timeLimit && used.length > 0),
      value: -model.getObjectiveValue(),
      pairs: {
        candidate: Int32Array.from(used, n => core.candidate[n]!),
        opening: Int32Array.from(used, n => instance.head[core.pair[n]!]!),
      },
      charges: instance.families.map((family, f) =>
        Float64Array.from(family.low, (_, l) => (labelRow[f]![l]! === -1 ? 0 : -(rowDual[labelRow[f]![l]!] ?? 0))),
      ),
    }
  } finally {
    model.dispose()
  }
}

/** Minimise −Σ (fill + score) x + penalties: a column per pair, two per band, one per reserve; a row per candidate, opening, band, reserve. */
function programme(instance: MatchInstance, core: Core, whole: boolean): { data: ModelData; labelRow: number[][] } {
  const { capacity, invitations, families, reserves, fill, head, score } = instance
  const rows = { lower: [] as number[], upper: [] as number[] }
  const addRow = (lower: number, upper: number): number => {
    rows.upper.push(upper)
    return rows.lower.push(lower) - 1
  }
  const candidateRow = new Map<number, number>()
  const openingRow = new Map<number, number>()
  const labelRow = families.map(({ low, high, penalty }) =>
    Array.from(low, (least, l) => (penalty[l]! > 0 ? addRow(least, high[l]!) : -1)),
  )
  const reserveRow = reserves.map(({ count, penalty }) =>
    penalty > 0 && count > 0 ? addRow(count, Number.POSITIVE_INFINITY) : -1,
  )
  const atOpening = new Map<number, number[]>()
  for (const [k, { opening }] of reserves.entries()) atOpening.set(opening, [...(atOpening.get(opening) ?? []), k])

  const columns = {
    cost: [] as number[],
    upper: [] as number[],
    starts: [0],
    indices: [] as number[],
    values: [] as number[],
  }
  const addColumn = (
    cost: number,
    upper: number,
    entries: readonly (readonly [row: number, value: number])[],
  ): void => {
    columns.cost.push(cost)
    columns.upper.push(upper)
    for (const [row, value] of entries) {
      columns.indices.push(row)
      columns.values.push(value)
    }
    columns.starts.push(columns.indices.length)
  }
  for (const [n, a] of core.pair.entries()) {
    const [i, j] = [core.candidate[n]!, head[a]!]
    if (!candidateRow.has(i)) candidateRow.set(i, addRow(Number.NEGATIVE_INFINITY, invitations[i]!))
    if (!openingRow.has(j)) openingRow.set(j, addRow(Number.NEGATIVE_INFINITY, capacity[j]!))
    const entries: [number, number][] = [
      [candidateRow.get(i)!, 1],
      [openingRow.get(j)!, 1],
    ]
    for (const [f, family] of families.entries()) {
      const row = family.label[i]! >= 0 ? labelRow[f]![family.label[i]!]! : -1
      if (row !== -1) entries.push([row, 1])
    }
    for (const k of atOpening.get(j) ?? []) {
      const { family, label } = reserves[k]!
      if (reserveRow[k] !== -1 && families[family]!.label[i] === label) entries.push([reserveRow[k]!, 1])
    }
    addColumn(-fill - score[a]!, 1, entries)
  }
  for (const [f, { penalty }] of families.entries()) {
    for (const [l, row] of labelRow[f]!.entries()) {
      if (row === -1) continue
      addColumn(penalty[l]!, Number.POSITIVE_INFINITY, [[row, 1]])
      addColumn(penalty[l]!, Number.POSITIVE_INFINITY, [[row, -1]])
    }
  }
  for (const [k, { penalty }] of reserves.entries()) {
    if (reserveRow[k] !== -1) addColumn(penalty, Number.POSITIVE_INFINITY, [[reserveRow[k]!, 1]])
  }
  const [numCols, numRows] = [columns.cost.length, rows.lower.length]
  const { starts, indices, values } = columns
  const data: ModelData = {
    numCols,
    numRows,
    colCost: columns.cost,
    colLower: new Float64Array(numCols),
    colUpper: columns.upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
    ...(whole ? { integrality: Int32Array.from(columns.cost, (_, n) => (n < core.pair.length ? 1 : 0)) } : {}),
  }
  return { data, labelRow }
}
