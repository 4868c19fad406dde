import { addDays, addMonths, type Day } from '#kernel'
import type { SnapshotPeriod } from './reports.ts'

/** How many months back a missing history is taken, so that the bars of Läget have something to show. */
const monthsOfHistory = 12

/** The twelve months that end with a month, `YYYY-MM`. */
export function periodOf(month: string): SnapshotPeriod {
  const next = addMonths(`${month}-01`, 1)
  return { month, from: addMonths(next, -12), to: addDays(next, -1) }
}

/**
 * The last whole calendar year of a period. Counts of people are of whole years, which share no month: counts of overlapping twelve months can be
 * solved for the months between them (trust.md P-A5; over-time.test.ts shows it).
 */
export function yearOf({ to }: SnapshotPeriod): SnapshotPeriod {
  const year = to.endsWith('-12-31') ? Number(to.slice(0, 4)) : Number(to.slice(0, 4)) - 1
  return periodOf(`${year}-12`)
}

/** The last month that is over. */
export function lastMonth(today: Day): string {
  return addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
}

/** The months that should have a snapshot and have none, oldest first. */
export function missingMonths(today: Day, taken: readonly string[]): string[] {
  const last = lastMonth(today)
  return Array.from({ length: monthsOfHistory }, (_, back) =>
    addMonths(`${last}-01`, back - monthsOfHistory + 1).slice(0, 7),
  ).filter(month => !taken.includes(month))
}

export function isMonth(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}
