import { addDays, type Day } from '#kernel'
import { type District, unitOfDistrict } from '../areas.ts'
import type { Dice } from '../dice.ts'
import { idOf } from '../identities.ts'
import type { Happening } from '../journal.ts'
import { type OrganisationKey, organisationId } from '../organisations.ts'
import type { Person } from '../person.ts'
import type { Row } from '../rows.ts'
import { staff, staffOf } from '../staff.ts'
import { prepare } from './bookings.ts'
import { officerOf } from './case.ts'
import { type Answer, tellDisclosure } from './permissions.ts'
import type { Stage } from './stage.ts'
import type { Part, Told } from './story.ts'

/** How far somebody gets in a case; the days decide how much of it has happened. */
export type Course = {
  readonly person: Person
  readonly district: District
  readonly place: number
  readonly attends: boolean
  readonly shortlisted: boolean
  /** The question whether the employer may see the person has been put. */
  readonly asked: boolean
  readonly answer: Answer
  readonly wanted: boolean
  readonly interviewed: boolean
  readonly hired: boolean
}

export type Hired = { readonly course: Course; readonly candidacy: string }
type State = Row<'matching.candidacy'>['state']

/** Proposals, invitations, shortlist, the employer's answer (TGT-5, TGT-9, JSP-8). Answers with those who were chosen. */
export function tellCandidates(stage: Stage, story: Told, given: (District | undefined)[]): Hired[] {
  if (!story.has('proposed')) return []
  const throws = stage.throws('candidates', story.key)
  const hired: Hired[] = []
  for (const course of cast(stage, story, given, throws)) {
    const candidacy = tellOne(stage, story, course, throws)
    if (course.hired && story.has('chosen')) hired.push({ course, candidacy })
  }
  return hired
}

function cast(stage: Stage, story: Told, given: (District | undefined)[], throws: Dice): Course[] {
  const filled = story.filled ?? story.places - Math.floor(story.places / 4)
  const courses = (story.parts ?? []).map(({ number, part }, index) =>
    namedCourse(stage.pool.named(number), part, (index % story.places) + 1),
  )
  let hired = courses.filter(course => course.hired).length
  given.forEach((district, index) => {
    if (!district || (story.silent ?? []).includes(district)) return
    const slots = story.perPlace ?? (throws.chance(0.4) ? 4 : 3)
    for (let slot = 0; slot < slots; slot++) {
      const person = stage.pool.take(district, story.trade)
      if (!person) continue
      const isHired = slot === 0 && hired < filled
      if (isHired) hired += 1
      courses.push(
        isHired || story.keen
          ? certain(person, district, index + 1, isHired)
          : thrown(person, district, index + 1, throws),
      )
    }
  })
  return courses
}

function certain(person: Person, district: District, place: number, hired: boolean): Course {
  const all = { attends: true, shortlisted: true, asked: true, wanted: true, interviewed: true } as const
  return { person, district, place, answer: 'yes', ...all, hired }
}

/** Those who are not hired drop off along the way, about as the funnel of the sketches does. */
function thrown(person: Person, district: District, place: number, throws: Dice): Course {
  const attends = throws.chance(0.72)
  const shortlisted = attends && throws.chance(0.38)
  const answer = throws.weighted<Answer>([
    ['yes', 84],
    ['no', 6],
    ['withdrawn', 4],
    ['asked', 3],
    ['none', 3],
  ])
  const wanted = shortlisted && answer === 'yes' && throws.chance(0.85)
  const interviewed = wanted && throws.chance(0.85)
  return {
    person,
    district,
    place,
    attends,
    shortlisted,
    asked: shortlisted,
    answer,
    wanted,
    interviewed,
    hired: false,
  }
}

function namedCourse(person: Person, part: Part, place: number): Course {
  const far = part === 'hired' || part === 'presented'
  const answer: Answer = far ? 'yes' : part === 'proposed' ? 'none' : part
  return {
    person,
    district: person.district,
    place,
    attends: true,
    shortlisted: far || part === 'yes' || part === 'ending' || part === 'expired',
    asked: answer !== 'none',
    answer,
    wanted: far,
    interviewed: far,
    hired: part === 'hired',
  }
}

function tellOne(stage: Stage, story: Told, course: Course, throws: Dice): string {
  const { sheet, journal, pool } = stage
  const { person } = course
  const id = idOf('candidacy', `${story.key} ${person.number}`)
  const district = staffOf(
    staff.find(one => one.organisation === `district-${course.district}`)?.key ?? 'district_team',
  )
  const officer = officerOf(story)
  const happening = aboutCandidate(story, person, id)
  pool.participant(person)
  const day = (from: Day): Day => stage.calendar.workday(stage.calendar.offset(from) + throws.between(0, 4))
  const proposed = journal.write(day(story.on.proposed), district, { ...happening, kind: 'matching.proposed' })
  assign(stage, story, person, proposed)
  prepare(stage, story, course)
  const disclosed = tellDisclosure(stage, story, course)
  const state = stateOf(story, course, disclosed)
  const shortlisted = course.shortlisted && story.has('shortlisted')
  const presented = course.shortlisted && disclosed && story.has('presented')
  const row: Row<'matching.candidacy'> = {
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
  if (row.invited_on) journal.write(row.invited_on, officer, { ...happening, kind: 'matching.invited' })
  if (row.attended_on) journal.write(row.attended_on, officer, { ...happening, kind: 'matching.attended' })
  if (shortlisted) {
    row.shortlist_reason = throws.pick([
      'meets_musts',
      'meets_musts_by_start',
      'own_wish',
      'needs_wider_choice',
    ] as const)
    row.shortlisted_at = journal.write(story.on.shortlisted, officer, {
      ...happening,
      kind: 'matching.shortlisted',
      reason: row.shortlist_reason,
    })
  }
  if (presented)
    row.presented_at = journal.write(story.on.presented, officer, { ...happening, kind: 'matching.presented' })
  if (row.interviewed_on) journal.write(row.interviewed_on, officer, { ...happening, kind: 'matching.interviewed' })
  tellDecision(stage, story, course, row, throws)
  sheet.add('matching.candidacy', row)
  return id
}

/** Of a protected person the history is the person's own: only the named can read it (trust.md P-S2). */
export function aboutCandidate(
  story: Told,
  person: Person,
  subject: string,
): Pick<Happening, 'stream' | 'streamId' | 'plane' | 'subject'> {
  return person.protected
    ? { stream: 'person', streamId: person.id, plane: 'person', subject }
    : { stream: 'procurement', streamId: story.id, plane: 'matching', subject }
}

/** The employer sees the card so long; cards that wait for an answer are shown ten days more. */
function lastShown(stage: Stage, story: Told): Day {
  return story.has('chosen') ? addDays(story.on.presented, 21) : stage.calendar.day(10)
}

function stateOf(story: Told, course: Course, disclosed: boolean): State {
  const after = (state: State): State => (story.has('chosen') ? 'not_needed' : state)
  if (course.answer === 'withdrawn' && story.has('answered')) return 'withdrawn'
  // One in four of those who did not come to the meeting has stepped back.
  const stayedAway = story.has('attended') && !course.attends && course.person.number % 4 === 0
  if (!course.shortlisted) return stayedAway ? 'withdrawn' : after('proposed')
  if (!story.has('shortlisted')) return 'proposed'
  if (!disclosed || !story.has('presented')) return after('shortlisted')
  if (!story.has('wanted')) return 'presented'
  if (!course.wanted) return 'declined'
  if (!story.has('chosen')) return 'wanted'
  return course.hired ? 'chosen' : course.interviewed ? 'declined' : 'not_needed'
}

function tellDecision(
  { journal }: Stage,
  story: Told,
  course: Course,
  row: Row<'matching.candidacy'>,
  throws: Dice,
): void {
  const employer = staff.find(({ organisation }) => organisation === story.supplier) ?? 'system'
  const happening = aboutCandidate(story, course.person, row.id)
  if (['wanted', 'chosen'].includes(row.state) || (row.state === 'declined' && course.wanted))
    journal.write(story.on.wanted, employer, { ...happening, kind: 'matching.wanted' })
  if (row.state === 'chosen')
    row.decided_at = journal.write(story.on.chosen, employer, { ...happening, kind: 'matching.chosen' })
  if (row.state !== 'declined') return
  row.decline_reason = course.wanted
    ? 'place_taken'
    : throws.pick(['licence_missing', 'hours_do_not_fit', 'experience_missing', 'other_about_the_work'] as const)
  const day = course.wanted ? story.on.chosen : story.on.wanted
  row.decided_at = journal.write(day, employer, { ...happening, kind: 'matching.declined', reason: row.decline_reason })
}

/** Who else may see the person for this case: the case's matching unit and its coordinator, when they are not the person's own. */
function assign({ sheet }: Stage, story: Told, person: Person, from: string): void {
  const others: OrganisationKey[] = unitOfDistrict(person.district) === story.matching ? [] : [story.matching]
  if (story.coordinator) others.push(story.coordinator)
  for (const organisation of others)
    sheet.add('candidates.assignment', {
      id: idOf('assignment', `${story.key} ${person.number} ${organisation}`),
      person_id: person.id,
      organisation_id: organisationId(organisation),
      purpose: 'case',
      procurement_id: story.id,
      from_at: from,
      to_at: story.state === 'closed' ? `${story.contractEnd} 17:00:00 Europe/Stockholm` : null,
    })
}
