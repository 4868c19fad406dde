import { addDays, addMonths, type Day, daysBetween } from '#kernel'
import type { Absence } from './facts.ts'

/**
 * Days without work from one day until the day before another, spans merged so that no day counts twice. Care of one's own child
 * under two lies outside. An absence without a last day goes on until the day asked about.
 */
export function absentDays(absences: readonly Absence[], from: Day, until: Day): number {
  return countDays(
    absences.filter(({ kind }) => kind !== 'own_small_child'),
    from,
    until,
  )
}

/**
 * Whether so many of the last months before a day were without work: as many days as the last `months` calendar months hold
 * (our reading), within a window that is longer by the days spent caring for one's own child under two, which are skipped.
 */
export function absentEnough(absences: readonly Absence[], starts: Day, months: number, ofMonths: number): boolean {
  const children = absences.filter(({ kind }) => kind === 'own_small_child')
  const window = addMonths(starts, -ofMonths)
  const from = addDays(window, -countDays(children, window, starts))
  return absentDays(absences, from, starts) >= daysBetween(addMonths(starts, -months), starts)
}

/** The first start, at or after a day, for which the absence is enough if it goes on as it is; undefined within three years. */
export function enoughOn(absences: readonly Absence[], day: Day, months: number, ofMonths: number): Day | undefined {
  if (absentEnough(absences, day, months, ofMonths)) return day
  // An absence that goes on is not undone by time, so the month is found first and then its day.
  for (let month = 1; month <= 36; month += 1) {
    if (!absentEnough(absences, addMonths(day, month), months, ofMonths)) continue
    let tried = addDays(addMonths(day, month - 1), 1)
    while (!absentEnough(absences, tried, months, ofMonths)) tried = addDays(tried, 1)
    return tried
  }
  return undefined
}

/** Whole calendar months of absence before a day, all spans together. */
export function absentMonths(absences: readonly Absence[], starts: Day): number {
  const days = absentDays(absences, '1900-01-01', starts)
  let months = 0
  while (daysBetween(addMonths(starts, -(months + 1)), starts) <= days) months += 1
  return months
}

/** Whether the absence is longer than so many calendar months, by a day at least. */
export function absentLonger(absences: readonly Absence[], starts: Day, months: number): boolean {
  return absentDays(absences, '1900-01-01', starts) > daysBetween(addMonths(starts, -months), starts)
}

function countDays(spans: readonly Absence[], from: Day, until: Day): number {
  let [days, reached] = [0, from]
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const ends = endOf(span, until)
    days += Math.max(0, daysBetween(later(span.from, reached), ends))
    reached = later(reached, ends)
  }
  return days
}

/** The first day after a span, no later than `until`. */
function endOf({ lastDay }: Absence, until: Day): Day {
  if (lastDay === undefined) return until
  const after = addDays(lastDay, 1)
  return after < until ? after : until
}

function later(one: Day, other: Day): Day {
  return one < other ? other : one
}
