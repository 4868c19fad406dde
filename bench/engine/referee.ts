import type { Highs } from 'highs'
import type { MatchInstance } from '#engine'

/**
 * The whole matching as one linear programme, or with whole persons, solved by HiGHS from sparse arrays; milliseconds of processor time and
 * objective. No presolve for the linear one: it only costs there. Whole persons get a minute; `finished` says whether that was enough.
 */
export function solveByHighs(
  highs: Highs,
  instance: MatchInstance,
  whole = false,
): { ms: number; value: number; finished: boolean } {
  const { candidates, openings, first, head, score, capacity, invitations, families, reserves, fill } = instance
  const used = process.cpuUsage()
  const labelAt = families.map(() => 0)
  let rows = candidates + openings
  for (const [f, family] of families.entries()) {
    labelAt[f] = rows
    rows += family.low.length
  }
  const reserveAt = rows
  rows += reserves.length
  const lower = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY)
  const upper = new Float64Array(rows).fill(Number.POSITIVE_INFINITY)
  upper.set(invitations, 0)
  upper.set(capacity, candidates)
  const reserved = new Map<number, number[]>()
  for (const [k, { opening, count }] of reserves.entries()) {
    lower[reserveAt + k] = count
    reserved.set(opening, [...(reserved.get(opening) ?? []), k])
  }
  const [cost, limit, starts, indices, values]: number[][] = [[], [], [0], [], []]
  const column = (price: number, most: number, entries: readonly (readonly [number, number])[]): void => {
    cost!.push(price)
    limit!.push(most)
    for (const [row, value] of entries) {
      indices!.push(row)
      values!.push(value)
    }
    starts!.push(indices!.length)
  }
  for (let i = 0; i < candidates; i++) {
    for (let a = first[i]!; a < first[i + 1]!; a++) {
      const j = head[a]!
      const entries: [number, number][] = [
        [i, 1],
        [candidates + j, 1],
      ]
      for (const [f, { label }] of families.entries()) if (label[i]! >= 0) entries.push([labelAt[f]! + label[i]!, 1])
      for (const k of reserved.get(j) ?? []) {
        const { family, label } = reserves[k]!
        if (families[family]!.label[i] === label) entries.push([reserveAt + k, 1])
      }
      column(-fill - score[a]!, 1, entries)
    }
  }
  for (const [f, { low, high, penalty }] of families.entries()) {
    for (let label = 0; label < low.length; label++) {
      const row = labelAt[f]! + label
      lower[row] = low[label]!
      upper[row] = high[label]!
      for (const sign of [1, -1]) column(penalty[label]!, Number.POSITIVE_INFINITY, [[row, sign]])
    }
  }
  for (const [k, { penalty }] of reserves.entries()) column(penalty, Number.POSITIVE_INFINITY, [[reserveAt + k, 1]])
  const [numRows, numCols] = [rows, cost!.length]
  const model = highs.createModel({
    numRows,
    numCols,
    colCost: cost!,
    colLower: new Float64Array(numCols),
    colUpper: limit!,
    rowLower: lower,
    rowUpper: upper,
    matrix: { format: 'csc', numRows, numCols, starts: starts!, indices: indices!, values: values! },
    ...(whole ? { integrality: Int32Array.from(cost!, (_, n) => (n < head.length ? 1 : 0)) } : {}),
  })
  try {
    model.options.set({ output_flag: false, ...(whole ? { mip_rel_gap: 0, time_limit: 60 } : { presolve: 'off' }) })
    model.run()
    const { user, system } = process.cpuUsage(used)
    const finished = model.getModelStatus() === highs.constants.modelStatus.optimal
    return { ms: (user + system) / 1000, value: -model.getObjectiveValue(), finished }
  } finally {
    model.dispose()
  }
}
