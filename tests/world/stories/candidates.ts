import { addDays, type Day } from '#kernel'
import { type District, unitOfDistrict } from '../areas.ts'
import type { Dice } from '../dice.ts'
import { idOf } from '../identities.ts'
import type { Happening } from '../journal.ts'
import { type OrganisationKey, organisationId } from '../organisations.ts'
import type { Person } from '../person.ts'
import { staff, staffOf } from '../staff.ts'
import { prepare } from './bookings.ts'
import { aboutCandidate, type Candidacy } from './candidacy.ts'
import { officerOf } from './case.ts'
import { type Course, castCase } from './casting.ts'
import { stateOf, tellDecision } from './decisions.ts'
import { tellDisclosure } from './permissions.ts'
import { tellReadings } from './readings.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

export type Hired = { readonly course: Course; readonly candidacy: string }

/** Proposals, invitations, shortlist, the employer's answer (TGT-5, TGT-9, JSP-8). Answers with those who were chosen. */
export function tellCandidates(stage: Stage, story: Told, given: (District | undefined)[]): Hired[] {
  if (!story.has('proposed')) return []
  const throws = stage.throws('candidates', story.key)
  const hired: Hired[] = []
  for (const course of castCase(stage, story, given, throws)) {
    const candidacy = tellOne(stage, story, course, throws)
    if (course.hired && story.has('chosen')) hired.push({ course, candidacy })
  }
  return hired
}

function tellOne(stage: Stage, story: Told, course: Course, throws: Dice): string {
  const { sheet, journal, pool } = stage
  const { person } = course
  const id = idOf('candidacy', `${story.key} ${person.number}`)
  const district = staffOf(
    staff.find(one => one.organisation === `district-${course.district}`)?.key ?? 'district_team',
  )
  const officer = officerOf(story)
  const about = aboutCandidate(story, person, id)
  const tell = (kind: string, facts: Happening['facts'] = {}): Happening => ({ ...about, kind, facts })
  pool.participant(person)
  const day = (from: Day): Day => stage.calendar.workday(stage.calendar.offset(from) + throws.between(0, 4))
  const proposed = journal.write(day(story.on.proposed), district, tell('matching.proposed'))
  prepare(stage, story, course)
  const disclosed = tellDisclosure(stage, story, course)
  const state = stateOf(story, course, disclosed)
  const shortlisted = course.shortlisted && story.has('shortlisted')
  const presented = course.shortlisted && disclosed && story.has('presented')
  const row: Candidacy = {
    id,
    procurement_id: story.id,
    person_id: person.id,
    district_id: organisationId(`district-${course.district}`),
    state,
    proposed_at: proposed,
    invited_on: story.has('invited') ? story.on.invited : null,
    attended_on: course.attends && story.has('attended') ? story.on.attended : null,
    shortlisted_at: null,
    shortlist_reason: null,
    presented_at: null,
    shown_to: presented ? lastShown(stage, story) : null,
    interviewed_on: presented && course.interviewed && story.has('interviewed') ? story.on.interviewed : null,
    decided_at: null,
    decline_reason: null,
  }
  if (row.invited_on) journal.write(row.invited_on, officer, tell('matching.invited', { day: row.invited_on }))
  if (row.attended_on) journal.write(row.attended_on, officer, tell('matching.attended', { day: row.attended_on }))
  if (shortlisted) {
    row.shortlist_reason = throws.pick([
      'meets_musts',
      'meets_musts_by_start',
      'own_wish',
      'needs_wider_choice',
    ] as const)
    const facts = { why: row.shortlist_reason }
    row.shortlisted_at = journal.write(story.on.shortlisted, officer, tell('matching.shortlisted', facts))
  }
  if (presented) {
    const facts = { shownTo: row.shown_to ?? '' }
    row.presented_at = journal.write(story.on.presented, officer, tell('matching.presented', facts))
  }
  if (row.interviewed_on) {
    const facts = { day: row.interviewed_on }
    journal.write(row.interviewed_on, officer, tell('matching.interviewed', facts))
  }
  tellDecision(stage, story, course, row, throws)
  tellReadings(stage, story, course, row)
  sheet.add('matching.candidacy', row)
  assign(stage, story, person, row)
  return id
}

/** The employer sees the card so long; cards that wait for an answer are shown ten days more. */
function lastShown(stage: Stage, story: Told): Day {
  return story.has('chosen') ? addDays(story.on.presented, 21) : stage.calendar.day(10)
}

/** Who else may see the person for this case: the case's matching unit and its coordinator, when they are not the person's own. */
function assign({ sheet }: Stage, story: Told, person: Person, row: Candidacy): void {
  const over = row.state === 'withdrawn' ? row.decided_at : null
  const closed = story.state === 'closed' ? `${story.contractEnd} 17:00:00 Europe/Stockholm` : null
  const others: OrganisationKey[] = unitOfDistrict(person.district) === story.matching ? [] : [story.matching]
  if (story.coordinator) others.push(story.coordinator)
  for (const organisation of others)
    sheet.add('candidates.assignment', {
      id: idOf('assignment', `${story.key} ${person.number} ${organisation}`),
      person_id: person.id,
      organisation_id: organisationId(organisation),
      purpose: 'case',
      procurement_id: story.id,
      from_at: row.proposed_at,
      to_at: over ?? closed,
    })
}
