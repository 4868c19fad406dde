import type { Day } from '#kernel'
import { layOutAreas } from './areas.ts'
import { type Calendar, calendarFrom, lastDayOfMonths } from './calendar.ts'
import { markSheet } from './canaries.ts'
import { type CastMember, cast, layOutCast } from './cast.ts'
import { layOutCatalogue } from './catalogue.ts'
import { layOutGoals } from './goals.ts'
import { newJournal, type WorldEvent } from './journal.ts'
import { knownPeople } from './known-people.ts'
import { layOutOrganisations } from './organisations.ts'
import { firstNumber, people } from './people.ts'
import type { Person } from './person.ts'
import { newSheet, type Rows } from './rows.ts'
import { layOutStaff } from './staff.ts'
import { tellApportionments } from './stories/apportioning.ts'
import { tellCandidates } from './stories/candidates.ts'
import { tellCase } from './stories/case.ts'
import { choicesToday } from './stories/choices-today.ts'
import { tellNotices } from './stories/notices.ts'
import { contractsOfThePast } from './stories/past.ts'
import { tellPlacements } from './stories/placements.ts'
import { tellProfile } from './stories/profile.ts'
import { purchasesToday } from './stories/purchases-today.ts'
import { tellReports } from './stories/reports.ts'
import { reportsToday } from './stories/reports-today.ts'
import { contractsRunning } from './stories/running.ts'
import { diceOf, newPool, type Stage } from './stories/stage.ts'
import { workOut } from './stories/story.ts'
import { layOutTaxonomy } from './taxonomy.ts'

const allStories = [...contractsOfThePast, ...contractsRunning, ...reportsToday, ...choicesToday, ...purchasesToday]

/** The stories are cast from the first two thousand; more people than that are only looked at, counted and searched. */
export const storyPeople = 2000

export type WorldOptions = {
  /** The day around which everything is laid out. */
  readonly day: Day
  readonly seed?: number
  /** Job seekers; at least two thousand. */
  readonly people?: number
  /** Marks every personal and confidential value with whose it is, for the trust tests. */
  readonly canaries?: boolean
}

export type World = {
  readonly day: Day
  readonly seed: number
  readonly people: number
  readonly canaries: boolean
  readonly calendar: Calendar
  readonly cast: readonly CastMember[]
  /** Everything but the people's own rows, by table. */
  readonly rows: Rows
  readonly events: readonly WorldEvent[]
  /** The job seekers, made one after another; those of the stories first. */
  readonly persons: () => Generator<Person>
}

/** Lays out the demonstration world. Pure: the same options give the same world, down to the last identity. */
export function layOutWorld({ day, seed = 1, people: count = storyPeople, canaries = false }: WorldOptions): World {
  if (count < storyPeople) throw new RangeError(`A world has at least ${storyPeople} people`)
  const calendar = calendarFrom(day)
  const sheet = newSheet()
  const journal = newJournal()
  layOutAreas(sheet, day)
  layOutOrganisations(sheet)
  layOutStaff(sheet)
  layOutGoals(sheet, day)
  layOutCast(sheet)
  layOutTaxonomy(sheet)
  const courses = layOutCatalogue(sheet, calendar, seed)
  const first = [...people(calendar, seed, storyPeople)]
  const known = new Set(knownPeople.map(({ number }) => number))
  const pool = newPool(first, known, sheet, calendar)
  for (const { number } of knownPeople) pool.participant(pool.named(number))
  tellStories({ calendar, seed, throws: diceOf(seed), sheet, journal, pool, courses })
  courses.close()
  if (canaries) markSheet(sheet)
  return {
    day,
    seed,
    people: count,
    canaries,
    calendar,
    cast,
    rows: sheet.rows,
    events: journal.events(),
    *persons() {
      yield* first
      if (count === storyPeople) return
      for (const person of people(calendar, seed, count)) if (person.number >= firstNumber + storyPeople) yield person
    },
  }
}

function tellStories(stage: Stage): void {
  const stories = allStories.map(story => workOut(stage.calendar, story, lastDayOfMonths))
  for (const story of stories) {
    tellCase(stage, story)
    tellProfile(stage, story)
  }
  tellNotices(stage)
  const given = tellApportionments(stage, stories)
  for (const story of stories) {
    const hired = tellCandidates(stage, story, given.get(story.key) ?? [])
    const employments = tellPlacements(stage, story, hired)
    tellReports(stage, story, employments)
  }
}
