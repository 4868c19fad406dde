import { addDays, addMonths, addWeeks, type Day, isDay } from '#kernel'
import type { PlannedPeriod } from './notice.ts'
import { given, missing, type Proposed } from './proposed.ts'

export type ContractPeriod = {
  readonly contractStart: Proposed<Day>
  /** The last day of the contract. Reckoned from start and length when the notice gives no end. */
  readonly contractEnd: Proposed<Day>
  readonly contractLength: Proposed<{ readonly count: number; readonly unit: string }>
}

type Unit = { readonly most: number; readonly add: (start: Day, count: number) => Day }

/** The units of BT-36, each up to a century: more is a slip of the pen. Months are calendar months. */
const units: ReadonlyMap<string, Unit> = new Map([
  ['DAY', { most: 36_525, add: addDays }],
  ['WEEK', { most: 5_218, add: addWeeks }],
  ['MONTH', { most: 1_200, add: addMonths }],
  ['YEAR', { most: 100, add: (start, count) => addMonths(start, count * 12) }],
])

/** The length of the contract, never of an employment (BT-36, BT-536, BT-537, BT-538). */
export function periodOf(period: PlannedPeriod | null): ContractPeriod {
  const start = dayOf(period?.start ?? null, 'BT-536-Lot')
  const written = dayOf(period?.end ?? null, 'BT-537-Lot')
  const count = /^\d{1,5}$/.test(period?.duration ?? '') ? Number(period?.duration) : 0
  const unit = units.get(period?.unit ?? '')
  const counts = unit !== undefined && count > 0 && count <= unit.most
  const contractLength = given(counts ? { count, unit: period?.unit ?? '' } : null, 'BT-36-Lot')
  if (period?.code === 'UNLIMITED')
    return { contractStart: start, contractEnd: missing([], 'unlimited'), contractLength }

  const next = counts && start.value !== null ? unit.add(start.value, count) : undefined
  const reckoned = next !== undefined && isDay(next) ? addDays(next, -1) : null
  const noEnd = written.missing && written.because === null
  return {
    contractStart: start,
    contractEnd: noEnd ? given(reckoned, 'BT-536-Lot + BT-36-Lot') : written,
    contractLength,
  }
}

/** The date as written, without its offset: the day is what the notice shows everywhere. */
function dayOf(written: string | null, field: string): Proposed<Day> {
  if (written === null) return missing()
  const day = written.slice(0, 10)
  return isDay(day) ? given<Day>(day, field) : missing([{ field, text: written }], 'not_a_day')
}
