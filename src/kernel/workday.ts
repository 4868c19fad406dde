import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, weekday } from './day.ts'

/**
 * Whether a day is an ordinary working day in Sweden: not a Saturday or Sunday, not a public holiday (lag 1989:253), and not
 * Midsummer Eve, Christmas Eve or New Year's Eve, which lag 1930:173 2 § equates with public holidays. From 2005 (6 June).
 */
export function isWorkday(day: Day): boolean {
  return weekday(day) < 6 && !holidaysOf(Number(day.slice(0, 4))).has(day)
}

/** A time limit that would end on a day off ends on the next working day (lag 1930:173 2 §). A working day stays. */
export function nextWorkday(day: Day): Day {
  let moved = day
  while (!isWorkday(moved)) moved = addDays(moved, 1)
  return moved
}

/** The working day that is `count` working days after a day; the day itself is not counted. */
export function addWorkdays(day: Day, count: number): Day {
  let reached = day
  for (let left = count; left > 0; left -= 1) reached = nextWorkday(addDays(reached, 1))
  return reached
}

/** Public holidays of a year and the three eves, Sundays among them. Source: lag (1989:253) om allmänna helgdagar. */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const on = (monthAndDay: string): Day => `${year}-${monthAndDay}`
  const easter = easterSunday(year)
  // Midsummer Day is the Saturday of 20–26 June, All Saints' Day that of 31 October–6 November.
  const midsummer = saturdayFrom(on('06-20'))
  return new Set([
    ...['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map(on),
    ...[-2, 0, 1, 39, 49].map(days => addDays(easter, days)),
    addDays(midsummer, -1),
    midsummer,
    saturdayFrom(on('10-31')),
  ])
}

function saturdayFrom(day: Day): Day {
  return addDays(day, (13 - weekday(day)) % 7)
}

/** Easter Sunday by the Gregorian computus (the anonymous algorithm in Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const golden = year % 19
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const day = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * day) / 451)
  const count = epact + day - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(count / 31), day: (count % 31) + 1 }).toString()
}
