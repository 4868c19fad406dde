import { addDays, type Day } from './day.ts'

/** A span of days. `to` is the first day that is NOT in the period; undefined means open-ended. */
export type Period = { readonly from: Day; readonly to?: Day }

/** A period given by its first and last day, both counted. */
export function period(from: Day, last?: Day): Period {
  return last === undefined ? { from } : { from, to: addDays(last, 1) }
}

export function contains(p: Period, day: Day): boolean {
  return p.from <= day && (p.to === undefined || day < p.to)
}

export function overlaps(a: Period, b: Period): boolean {
  return (b.to === undefined || a.from < b.to) && (a.to === undefined || b.from < a.to)
}

/** The days two periods share, or undefined when they share none. */
export function intersect(a: Period, b: Period): Period | undefined {
  if (!overlaps(a, b)) return undefined
  const from = [a.from, b.from].sort()[1]!
  const to = [a.to, b.to].filter(day => day !== undefined).sort()[0]
  return to === undefined ? { from } : { from, to }
}

/** The last day that is in the period; undefined when it is open-ended. */
export function lastDay(p: Period): Day | undefined {
  return p.to === undefined ? undefined : addDays(p.to, -1)
}
