import { addDays, addMonths, type Day, daysBetween, weekday } from '#kernel'

/** An instant as PostgreSQL reads it: wall clock in Stockholm, so that no library is needed a million times over. */
export type Instant = string

/** The days of a world, counted from its day: 0 is the day itself, −1 the day before. */
export type Calendar = {
  readonly today: Day
  readonly day: (offset: number) => Day
  /** The same, moved back to Friday from a weekend: offices write on working days. */
  readonly workday: (offset: number) => Day
  /** Forward to Monday from a weekend: contracts and employments begin on working days. */
  readonly monday: (offset: number) => Day
  readonly offset: (day: Day) => number
}

export function calendarFrom(today: Day): Calendar {
  const known = new Map<number, Day>()
  const day = (offset: number): Day => {
    const had = known.get(offset)
    if (had !== undefined) return had
    const found = addDays(today, offset)
    known.set(offset, found)
    return found
  }
  const from = weekday(today)
  const weekdayAt = (offset: number): number => ((((from - 1 + offset) % 7) + 7) % 7) + 1
  return {
    today,
    day,
    workday: offset => day(offset - Math.max(0, weekdayAt(offset) - 5)),
    monday: offset => day(offset + (weekdayAt(offset) > 5 ? 8 - weekdayAt(offset) : 0)),
    offset: other => daysBetween(today, other),
  }
}

/** A time of day in Stockholm: minutes after midnight. */
export function instant(day: Day, minutes: number): Instant {
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return `${day} ${clock}:00 Europe/Stockholm`
}

/** The last day of a span of whole calendar months that begins on `first`. */
export function lastDayOfMonths(first: Day, months: number): Day {
  return addDays(addMonths(first, months), -1)
}
