import { addWeeks, type Day } from '#kernel'
import type { Calendar } from './calendar.ts'
import { type Course, courses } from './courses.ts'
import { dice } from './dice.ts'
import { idOf } from './identities.ts'
import { organisationId } from './organisations.ts'
import type { Sheet } from './rows.ts'

type Start = {
  readonly id: string
  readonly course: Course
  readonly from: Day
  readonly to: Day
  readonly seats: number
  taken: number
}

export type Courses = {
  /** Takes a seat on the last start that teaches the concept and is over before the day; undefined when none has room. */
  readonly book: (concept: string, before: Day, after: Day) => Start | undefined
  /** Writes the starts with the seats that were taken in the end. */
  readonly close: () => void
}

/** The catalogue (JSP-4), with starts from a year and a half back to half a year ahead. */
export function layOutCatalogue(sheet: Sheet, calendar: Calendar, seed: number): Courses {
  const starts: Start[] = []
  for (const one of courses) {
    sheet.add('catalogue.intervention', {
      id: idOf('intervention', one.key),
      provider_id: organisationId(one.provider),
      name_sv: one.sv,
      name_en: one.en,
      concepts: [...one.concepts],
      weeks: one.weeks,
      area_id: null,
      payer: one.payer,
      cost_ore: one.cost * 100,
      confirmed_on: calendar.day(-one.confirmed),
    })
    const throws = dice(seed, 'course', one.key)
    for (let offset = -560 + throws.between(0, one.every); offset < 200; offset += one.every) {
      const from = calendar.monday(offset)
      const id = idOf('start', `${one.key} ${starts.length}`)
      starts.push({
        id,
        course: one,
        from,
        to: calendar.workday(calendar.offset(addWeeks(from, one.weeks)) - 2),
        seats: one.seats,
        taken: 0,
      })
    }
  }
  return {
    book(concept, before, after) {
      const fitting = starts.filter(one => one.course.concepts.includes(concept) && one.from > after && one.to < before)
      const found = fitting.findLast(({ taken, seats }) => taken < seats)
      if (found) found.taken += 1
      return found
    },
    close() {
      for (const one of starts) {
        const throws = dice(seed, 'seats', one.id)
        // Others send people too: past starts went nearly full, and some coming ones are.
        const others =
          one.from < calendar.today
            ? throws.between(0, one.seats)
            : throws.chance(0.25)
              ? one.seats
              : throws.between(0, one.seats - 3)
        sheet.add('catalogue.start', {
          id: one.id,
          intervention_id: idOf('intervention', one.course.key),
          starts_on: one.from,
          ends_on: one.to,
          seats: one.seats,
          taken: Math.min(one.seats, Math.max(one.taken, others)),
        })
      }
    },
  }
}
