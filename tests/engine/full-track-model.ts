import loadHighs, { type Highs } from 'highs'
import type { TrackInstance, TrackParticipant } from '#engine'

export type FullModelAnswer = {
  /** Undefined when no plan for all was found. */
  readonly value?: number
  readonly bound: number
  readonly proven: boolean
}

type Row = {
  readonly least?: number
  readonly most?: number
  readonly terms: readonly (readonly [column: number, factor: number])[]
}

type Draft = {
  readonly columns: { readonly cost: number; readonly most: number; readonly whole: boolean }[]
  readonly rows: Row[]
  /** Columns that take a seat, by start. */
  readonly seats: Map<string, number[]>
}

/**
 * The whole problem as one integer programme for HiGHS, written from the rules and not from the product's search: a variable for
 * each participant and start within reach, and one for each participant's last week. Minimises `week` × last weeks + hours.
 * Rows are as tight as they can be said: starts of the same module are added up, since only one of them is taken.
 */
export async function loadFullModel(): Promise<
  (instance: TrackInstance, week: number, seconds?: number) => FullModelAnswer
> {
  const highs = await loadHighs()
  return (instance, week, seconds = 1e9) => {
    const draft: Draft = { columns: [], rows: [], seats: new Map() }
    for (const participant of instance.participants) draftParticipant(draft, instance, participant, week)
    for (const module of instance.modules) {
      for (const start of module.starts) {
        const wanting = draft.seats.get(`${module.id}@${start.week}`) ?? []
        if (wanting.length > start.seats) draft.rows.push({ most: start.seats, terms: wanting.map(one => [one, 1]) })
      }
    }
    return highs.withModel(modelOf(highs, draft), model => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds })
      model.run()
      const found = model.info.get('primal_solution_status') === 2
      return {
        ...(found ? { value: Math.round(model.getObjectiveValue()) } : {}),
        bound: Number(model.info.get('mip_dual_bound')),
        proven: model.getModelStatus() === highs.constants.modelStatus.optimal,
      }
    })
  }
}

function draftParticipant(
  { columns, rows, seats }: Draft,
  instance: TrackInstance,
  { town, reach, hours, ready, has }: TrackParticipant,
  week: number,
): void {
  const lastWeek = columns.push({ cost: week, most: instance.weeks, whole: false }) - 1
  rows.push({ least: ready, terms: [[lastWeek, 1]] })
  const near = instance.modules.filter(module => module.town < 0 || instance.travel[town]![module.town]! <= reach)
  const taken = near.map(module => ({
    module,
    starts: module.starts
      .filter(start => start.week >= ready && start.week + module.weeks <= instance.weeks)
      .map(start => {
        const column = columns.push({ cost: module.weeks * module.hours, most: 1, whole: true }) - 1
        const place = `${module.id}@${start.week}`
        seats.set(place, [...(seats.get(place) ?? []), column])
        return { column, start: start.week, end: start.week + module.weeks }
      }),
  }))
  const covering = (competence: number, by: number): [number, number][] =>
    taken
      .filter(({ module }) => module.covers.includes(competence))
      .flatMap(({ starts }) => starts.filter(({ end }) => end <= by).map(({ column }): [number, number] => [column, 1]))

  for (const competence of instance.profile) {
    if (!has.includes(competence)) rows.push({ least: 1, terms: covering(competence, instance.weeks) })
  }
  for (const { module, starts } of taken) {
    rows.push({ most: 1, terms: starts.map(({ column }) => [column, 1]) })
    rows.push({
      least: 0,
      terms: [[lastWeek, 1], ...starts.map(({ column, end }): [number, number] => [column, -end])],
    })
    for (const need of module.needs.filter(one => !has.includes(one))) {
      for (const { start } of starts) {
        const begun = starts.filter(other => other.start <= start).map(({ column }): [number, number] => [column, -1])
        rows.push({ least: 0, terms: [...covering(need, start), ...begun] })
      }
    }
  }
  for (const now of new Set(taken.flatMap(({ starts }) => starts.map(({ start }) => start)))) {
    const during = taken.flatMap(({ module, starts }) =>
      starts
        .filter(({ start, end }) => start <= now && now < end)
        .map(({ column }): [number, number] => [column, module.hours]),
    )
    rows.push({ most: hours, terms: during })
  }
}

function modelOf(highs: Highs, { columns, rows }: Draft): Parameters<Highs['withModel']>[0] {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    const sums = new Map<number, number>()
    for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor)
    indices.push(...sums.keys())
    values.push(...sums.values())
    starts.push(indices.length)
  }
  const { continuous, integer } = highs.constants.variableType
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ most }) => most),
    rowLower: rows.map(({ least }) => least ?? -highs.infinity),
    rowUpper: rows.map(({ most }) => most ?? highs.infinity),
    matrix: { format: 'csr', numCols: columns.length, numRows: rows.length, starts, indices, values },
    integrality: columns.map(({ whole }) => (whole ? integer : continuous)),
  }
}
