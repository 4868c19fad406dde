import type { PeopleTables, Stage } from './reports.ts'
import { stages } from './reports.ts'
import type { Asked, Known } from './test-attack.ts'

/** People of one month by how far they came: `lost` after each stage but the last, and hired by district and group. */
export type Month = {
  readonly lost: Readonly<Record<Exclude<Stage, 'hired'>, number>>
  readonly hired: Readonly<Record<string, number>>
}

const lossStages = stages.slice(0, -1) as readonly Exclude<Stage, 'hired'>[]
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/** What the product counts over some months, as `reports.raw_counts` would. Cells are named `area|group`. */
export function countsOf(months: readonly Month[], cells: readonly string[]) {
  const hires = cells.map(cell => {
    const [area, group] = cell.split('|') as [string, string]
    return { area, group, hired: sum(months.map(({ hired }) => hired[cell] ?? 0)) }
  })
  const hired = sum(hires.map(one => one.hired))
  const reached = (stage: Stage): number =>
    hired + sum(lossStages.slice(stages.indexOf(stage)).flatMap(lost => months.map(month => month.lost[lost])))
  return {
    funnel: Object.fromEntries(stages.map(stage => [stage, reached(stage)])) as Record<Stage, number>,
    stayed: { hadTime: 0, kept: 0 },
    hires,
    places: { all: hired + 3, filled: hired },
    keys: [],
  }
}

/** The unknown people that the published tables are sums of, over the months from `from` up to `to`. */
function unknowns(cells: readonly string[], from: number, to: number) {
  const months = Array.from({ length: to - from }, (_, index) => from + index)
  const hired = (area: string, group: string): string[] =>
    cells
      .filter(cell => (area === '*' || cell.startsWith(`${area}|`)) && (group === '*' || cell.endsWith(`|${group}`)))
      .flatMap(cell => months.map(month => `hired ${cell} ${month}`))
  const lost = (stage: Exclude<Stage, 'hired'>): string[] => months.map(month => `lost ${stage} ${month}`)
  const reached = (stage: Stage): string[] => [
    ...lossStages.slice(stages.indexOf(stage)).flatMap(lost),
    ...hired('*', '*'),
  ]
  return { hired, lost, reached }
}

/**
 * The people tables of some months as a reader has them: what is shown is known, what is hidden is asked for, and so is every number that anybody
 * gets by subtracting one stage from the next. The reader is told that each filled place holds one of the hired.
 */
export function readTables(
  tables: PeopleTables,
  months: readonly Month[],
  cells: readonly string[],
  [from, to]: readonly [number, number],
): { known: Known[]; asked: Asked[] } {
  const { hired, lost, reached } = unknowns(cells, from, to)
  const truth = countsOf(months.slice(from, to), cells)
  const printed = [
    ...stages.map(stage => ({
      name: stage,
      of: reached(stage),
      truth: truth.funnel[stage],
      shown: tables.funnel[stage],
    })),
    { name: 'filled', of: hired('*', '*'), truth: truth.places.filled, shown: tables.places.filled },
    ...Object.entries(tables.hires).flatMap(([area, row]) =>
      Object.entries(row).map(([group, shown]) => ({
        name: `${area}|${group}`,
        of: hired(area, group),
        truth: sum(
          truth.hires
            .filter(one => (area === '*' || one.area === area) && (group === '*' || one.group === group))
            .map(one => one.hired),
        ),
        shown,
      })),
    ),
  ].map(one => ({ ...one, name: `${one.name} ${from}–${to}` }))
  const subtracted = lossStages.map(stage => ({
    name: `lost ${stage} ${from}–${to}`,
    of: lost(stage),
    truth: sum(months.slice(from, to).map(month => month.lost[stage])),
  }))
  return {
    known: printed.flatMap(({ of, shown }) => (shown === null ? [] : [{ of, is: shown }])),
    asked: [
      ...printed.filter(({ shown }) => shown === null),
      // Those who left between two stages are a count of people, however many they are told as.
      ...subtracted.filter(one => one.truth < tables.threshold),
    ],
  }
}

/** The hired of each month with fewer than five in the whole city: what figures of overlapping months would give away. */
export function smallMonths(months: readonly Month[], cells: readonly string[]): Asked[] {
  return months.flatMap((month, at) => {
    const truth = sum(Object.values(month.hired))
    return truth < 5 ? [{ name: `hired in month ${at}`, of: unknowns(cells, at, at + 1).hired('*', '*'), truth }] : []
  })
}
