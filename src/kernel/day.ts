import { Temporal } from 'temporal-polyfill'

/** A calendar day in Sweden, `YYYY-MM-DD`. Compares with `<` and `===`; has no time and no time zone. */
export type Day = string & { readonly __day?: true }

export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** A day from trusted text. Throws on a day that does not exist (31 February): that is a bug, outside input goes through `isDay`. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a calendar day: ${text}`)
  return text
}

/** The day it is in Stockholm at an instant. The only place where an instant becomes a day. */
export function dayOf(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainDate()
    .toString()
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

export function addWeeks(day: Day, weeks: number): Day {
  return addDays(day, weeks * 7)
}

/** Calendar months, never 30 days: 31 August + 6 months is the last day of February (house.md §6). */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString()
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** Whole calendar years from one day to another: age. Born on 29 February, one turns a year older on 28 February of other years (our reading). */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return addMonths(from, years * 12) <= to ? years : years - 1
}

/** ISO week number with its year: 2026-12-31 is week 53 of 2026. */
export function isoWeek(day: Day): { week: number; year: number } {
  const date = Temporal.PlainDate.from(day)
  return { week: date.weekOfYear!, year: date.yearOfWeek! }
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** The calendar months that a span of days touches, first to last, as `YYYY-MM`. */
export function monthsOf(from: Day, to: Day): string[] {
  const months: string[] = []
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7))
  const end = Temporal.PlainYearMonth.from(to.slice(0, 7))
  while (Temporal.PlainYearMonth.compare(month, end) <= 0) {
    months.push(month.toString())
    month = month.add({ months: 1 })
  }
  return months
}
