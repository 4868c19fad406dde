import { idOf } from '../identities.ts'
import { organisationId } from '../organisations.ts'
import { note, type Person } from '../person.ts'
import { staffAt } from '../staff.ts'
import type { Wanted } from '../trade.ts'
import { tradeOf } from '../trades.ts'
import { officerOf } from './case.ts'
import type { Course } from './casting.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

/** Makes a candidate fit for the part: those who get far meet the musts, and learn what can be learnt in time (JSP-5). */
export function prepare(stage: Stage, story: Told, course: Course): void {
  const { person } = course
  const trade = tradeOf(story.trade)
  if (course.shortlisted || course.hired)
    for (const wanted of trade.wanted)
      if (wanted.kind === 'must' && wanted.concept !== course.learns) meet(stage, person, wanted)
  if (person.status === 'registered') person.status = 'preparing'
  person.readyOn ??= story.placesStart
  if (!course.shortlisted && !stage.throws('books', person.number).chance(0.3)) return
  for (const wanted of trade.wanted)
    if (wanted.kind === 'teachable' || wanted.concept === course.learns) book(stage, story, person, wanted)
}

function meet({ calendar }: Stage, person: Person, wanted: Wanted): void {
  if (reaches(person, wanted)) return
  const { concept, type, sv, level } = wanted
  const label = person.competences.get(concept)?.label ?? sv
  note(person, { concept, type, label, level, state: 'held', source: 'officer', notedOn: calendar.day(-40) })
}

function reaches(person: Person, { concept, level }: Wanted): boolean {
  const had = person.competences.get(concept)
  return had?.state === 'held' && (level === undefined || (had.level ?? 0) >= level)
}

function book({ calendar, courses, journal, sheet, throws }: Stage, story: Told, person: Person, wanted: Wanted): void {
  if (reaches(person, wanted)) return
  // One in five has nothing booked yet: that is what the officer or the coordinator has to do.
  const waits = throws('booking', story.key, person.number, wanted.concept).chance(0.2)
  if (waits && wanted.kind === 'teachable') return
  const start = courses.book(wanted.concept, story.placesStart, story.on.proposed)
  if (!start) return
  const officer = officerOf(story)
  const id = idOf('booking', `${story.key} ${person.number} ${start.id}`)
  const happening = { stream: 'person', streamId: person.id, plane: 'person', subject: id } as const
  const dropped = throws('drops', person.number).chance(0.05)
  const over = start.to < calendar.today
  const day = calendar.workday(Math.min(calendar.offset(start.from) - 3, -1))
  const proposedBefore = day >= story.on.proposed
  const booked = journal.write(proposedBefore ? day : story.on.proposed, officer, {
    ...happening,
    kind: 'tracks.booked',
    facts: { from: start.from, to: start.to },
  })
  sheet.add('tracks.booking', {
    id,
    person_id: person.id,
    start_id: start.id,
    procurement_id: story.id,
    state: dropped && over ? 'dropped' : over ? 'completed' : 'booked',
    booked_at: booked,
  })
  sheet.add('candidates.assignment', {
    id: idOf('assignment', `${id} training`),
    person_id: person.id,
    organisation_id: organisationId(start.course.provider),
    purpose: 'training',
    procurement_id: story.id,
    from_at: booked,
    to_at: `${calendar.day(calendar.offset(start.to) + 14)} 17:00:00 Europe/Stockholm`,
  })
  if (!over || dropped) return
  journal.write(start.to, staffAt(start.course.provider) ?? 'system', { ...happening, kind: 'tracks.completed' })
  note(person, {
    concept: wanted.concept,
    type: wanted.type,
    label: wanted.sv,
    state: 'held',
    source: 'course',
    notedOn: start.to,
    level: wanted.level,
  })
}
