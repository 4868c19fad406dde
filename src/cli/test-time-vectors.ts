import { readdirSync, readFileSync } from 'node:fs'
import {
  addDays,
  addMonths,
  addWorkdays,
  dayOf,
  daysBetween,
  isoWeek,
  isWorkday,
  nextWorkday,
  yearsBetween,
} from '#kernel'
import { calculations } from './rulebook.ts'

const folder = new URL('../../docs/examples/calc/', import.meta.url)
const starts = ['2024-02-29', '2026-03-28', '2026-10-24', '2026-12-31', '2027-01-03', '2028-08-31']
const instants = [
  '2026-03-28T23:30:00Z',
  '2026-06-30T21:59:59.999Z',
  '2026-06-30T22:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-12-31T23:00:00Z',
]

/** The calendar at its edges, and every example through its calculation: what must be the same in every time zone. */
export function timeVectors(): unknown {
  const calendar = starts.map(day => ({
    day,
    week: isoWeek(day),
    months: [1, 6, 12, 48].map(months => addMonths(day, months)),
    days: [1, 2, 365].map(days => addDays(day, days)),
    between: daysBetween(day, '2030-01-01'),
    age: yearsBetween('2004-02-29', day),
    workday: [isWorkday(day), nextWorkday(day), addWorkdays(day, 7)],
  }))
  const results = readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .toSorted()
    .map(file => [
      file,
      calculations
        .find(({ name }) => file.startsWith(`${name}-`))
        ?.calculate(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
    ])
  return { calendar, days: instants.map(instant => dayOf(new Date(instant))), results }
}

// Run on its own (by the test, in another time zone) it prints them.
if (import.meta.main) process.stdout.write(JSON.stringify(timeVectors()))
