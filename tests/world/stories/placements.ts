import { addDays, addMonths, type Day } from '#kernel'
import { type Instant, lastDayOfMonths } from '../calendar.ts'
import { idOf } from '../identities.ts'
import { organisationId } from '../organisations.ts'
import type { Row } from '../rows.ts'
import { staff } from '../staff.ts'
import { aboutCandidate, type Hired } from './candidates.ts'
import { placeId } from './places.ts'
import type { Stage } from './stage.ts'
import type { EndReason, Fate, Told } from './story.ts'

/** An employment without the person, for the report's arithmetic. */
export type Employment = { readonly rate: number; readonly from: Day; readonly to?: Day; readonly reason?: EndReason }

/** Offered, agreed, started, ended, and the three confirmations. */
export function tellPlacements(stage: Stage, story: Told, hired: readonly Hired[]): Employment[] {
  if (!story.has('offered') || !story.supplier) return []
  const taken = new Set<number>()
  return hired.flatMap((one, index) => {
    const place = taken.has(one.course.place)
      ? (Array.from({ length: story.places }, (_, i) => i + 1).find(number => !taken.has(number)) ?? one.course.place)
      : one.course.place
    taken.add(place)
    return tellOne(stage, story, one, place, story.fates?.[index] ?? {})
  })
}

function tellOne(stage: Stage, story: Told, { course, candidacy }: Hired, place: number, fate: Fate): Employment[] {
  const { calendar, journal, sheet, pool } = stage
  const { person } = course
  const throws = stage.throws('placement', story.key, person.number)
  const employer = staff.find(({ organisation }) => organisation === story.supplier) ?? 'system'
  const self = pool.participant(person)
  const id = idOf('placement', `${story.key} ${person.number}`)
  const happening = aboutCandidate(story, person, id)
  const firstDay = calendar.monday(calendar.offset(story.placesStart) + (fate.lateDays ?? 0))
  const rate =
    fate.rate ??
    throws.weighted([
      [1, 70],
      [0.75, 18],
      [0.5, 12],
    ] as const)
  const offered = journal.write(story.on.offered, employer, { ...happening, kind: 'placement.offered' })
  const agreed = story.has('agreed')
    ? journal.write(story.on.agreed, self, { ...happening, kind: 'placement.agreed' })
    : null
  const started = agreed !== null && firstDay < calendar.today
  const planned = story.form === 'permanent' ? null : lastDayOfMonths(firstDay, story.employmentMonths)
  const end = endOf(firstDay, planned, fate)
  const ended = started && end !== undefined && end.on < calendar.today
  const soon = (days: number): Day => calendar.workday(calendar.offset(firstDay) + days)
  const row: Row<'placement.placement'> = {
    id,
    procurement_id: story.id,
    place_id: placeId(story, place),
    candidacy_id: candidacy,
    person_id: person.id,
    employer_id: organisationId(story.supplier ?? 'bygg-ab'),
    state: ended ? 'ended' : started ? 'started' : agreed ? 'agreed' : 'offered',
    form: story.form,
    rate,
    starts_on: firstDay,
    ends_on: planned,
    offered_at: offered,
    agreed_at: agreed,
    started_on: started ? firstDay : null,
    ended_on: ended ? end.on : null,
    end_reason: ended ? end.reason : null,
    employer_confirmed_at: null,
    person_confirmed_at: null,
    employer_still_at: null,
    person_still_at: null,
    still_confirmed_at: null,
  }
  if (started) {
    journal.write(firstDay, employer, { ...happening, kind: 'placement.started' })
    if (soon(3) < calendar.today) row.employer_confirmed_at = confirm(soon(3), 'employer')
    if (soon(6) < calendar.today && !fate.unconfirmed) row.person_confirmed_at = confirm(soon(6), 'person')
    const half = addMonths(firstDay, 6)
    const stays = fate.still ?? throws.chance(0.8)
    if (half < calendar.today && stays && (!ended || end.on >= half))
      row.still_confirmed_at =
        row.employer_still_at =
        row.person_still_at =
          confirm(calendar.workday(Math.min(calendar.offset(half) + 4, -1)), 'still')
  }
  if (ended) journal.write(end.on, employer, { ...happening, kind: 'placement.ended', reason: end.reason })
  person.status = ended ? (end.reason === 'as_planned' ? 'left' : 'registered') : started ? 'placed' : 'ready'
  sheet.add('placement.placement', row)
  return started
    ? [{ rate, from: firstDay, to: ended ? end.on : (planned ?? undefined), reason: ended ? end.reason : undefined }]
    : []

  function confirm(day: Day, who: 'employer' | 'person' | 'still'): Instant {
    return journal.write(day, who === 'employer' ? employer : self, {
      ...happening,
      kind: 'placement.confirmed',
      facts: { who },
    })
  }
}

function endOf(firstDay: Day, planned: Day | null, fate: Fate): { on: Day; reason: EndReason } | undefined {
  if (fate.endedAfterMonths !== undefined) {
    const whole = Math.floor(fate.endedAfterMonths)
    const on = addDays(lastDayOfMonths(firstDay, whole), Math.round((fate.endedAfterMonths - whole) * 30))
    return { on, reason: fate.reason ?? 'resignation' }
  }
  return planned === null ? undefined : { on: planned, reason: 'as_planned' }
}
