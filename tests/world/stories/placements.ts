import type { EndReason as ClauseReason, Employment } from '#domain/procurement'
import { addDays, addMonths, type Day } from '#kernel'
import { type Instant, lastDayOfMonths } from '../calendar.ts'
import { idOf } from '../identities.ts'
import type { Doer, Happening } from '../journal.ts'
import { organisationId } from '../organisations.ts'
import type { Row } from '../rows.ts'
import { staffAt } from '../staff.ts'
import { aboutCandidate } from './candidacy.ts'
import type { Hired } from './candidates.ts'
import { placeId } from './places.ts'
import type { Stage } from './stage.ts'
import type { EndReason, Fate, Told } from './story.ts'

type Placement = Row<'placement.placement'>

/** Offered, agreed, started, ended, and what both sides confirm. Answers with the employments, without the people. */
export function tellPlacements(stage: Stage, story: Told, hired: readonly Hired[]): Employment[] {
  if (!story.has('offered') || !story.supplier) return []
  const taken = new Set<number>()
  return hired.flatMap((one, index) => {
    const free = Array.from({ length: story.places }, (_, i) => i + 1).find(number => !taken.has(number))
    const place = taken.has(one.course.place) ? (free ?? one.course.place) : one.course.place
    taken.add(place)
    return tellOne(stage, story, one, place, story.fates?.[index] ?? {})
  })
}

function tellOne(stage: Stage, story: Told, one: Hired, place: number, fate: Fate): Employment[] {
  const { calendar, journal, sheet, pool } = stage
  const { person } = one.course
  const throws = stage.throws('placement', story.key, person.number)
  const id = idOf('placement', `${story.key} ${person.number}`)
  const about = aboutCandidate(story, person, id)
  const employer = staffAt(story.supplier ?? 'bygg-ab') ?? 'system'
  const self = pool.participant(person)
  const tell = (day: Day, doer: Doer, more: Pick<Happening, 'kind' | 'facts'>): Instant =>
    journal.write(day, doer, { ...about, ...more })
  const firstDay = calendar.monday(calendar.offset(story.placesStart) + (fate.lateDays ?? 0))
  const planned = story.form === 'permanent' ? null : lastDayOfMonths(firstDay, story.employmentMonths)
  const offered = tell(story.on.offered, employer, {
    kind: 'placement.offered',
    facts: { place, otherDistrict: one.course.place === place ? 'no' : 'yes' },
  })
  const agreed = story.has('agreed') ? tell(story.on.agreed, self, { kind: 'placement.agreed' }) : null
  const started = agreed !== null && firstDay < calendar.today
  const end = endOf(firstDay, planned, fate)
  const ended = started && end !== undefined && end.on < calendar.today ? end : undefined
  const row: Placement = {
    id,
    procurement_id: story.id,
    place_id: placeId(story, place),
    candidacy_id: one.candidacy,
    person_id: person.id,
    employer_id: organisationId(story.supplier ?? 'bygg-ab'),
    state: ended ? 'ended' : started ? 'started' : agreed ? 'agreed' : 'offered',
    form: story.form,
    rate:
      fate.rate ??
      throws.weighted([
        [1, 70],
        [0.75, 18],
        [0.5, 12],
      ] as const),
    starts_on: firstDay,
    ends_on: planned,
    offered_at: offered,
    agreed_at: agreed,
    started_on: started ? firstDay : null,
    ended_on: ended?.on ?? null,
    end_reason: ended?.reason ?? null,
    employer_confirmed_at: null,
    person_confirmed_at: null,
    employer_still_at: null,
    person_still_at: null,
    still_confirmed_at: null,
  }
  if (started) {
    const facts = { firstDay, toldAfterDays: 0 }
    row.employer_confirmed_at = tell(firstDay, employer, { kind: 'placement.started', facts })
    const day = calendar.workday(calendar.offset(firstDay) + 6)
    if (day < calendar.today && !fate.unconfirmed)
      row.person_confirmed_at = tell(day, self, { kind: 'placement.confirmed', facts: { who: 'person' } })
    const stays = fate.still ?? throws.chance(0.88)
    if (stays) confirmStill(row, ended?.on, firstDay)
  }
  if (ended) tell(ended.on, employer, { kind: 'placement.ended', facts: { lastDay: ended.on, why: ended.reason } })
  person.status = ended ? (ended.reason === 'as_planned' ? 'left' : 'registered') : started ? 'placed' : 'ready'
  sheet.add('placement.placement', row)
  return started ? [employmentOf(row, firstDay, ended)] : []

  /** Six calendar months after the first day both sides say so; now and then only the employer has. */
  function confirmStill(placement: Placement, lastDay: Day | undefined, from: Day): void {
    const half = addMonths(from, 6)
    if (half >= calendar.today || (lastDay !== undefined && lastDay < half)) return
    const day = calendar.workday(Math.min(calendar.offset(half) + 4, -1))
    const kind = 'placement.still_confirmed'
    placement.employer_still_at = tell(day, employer, { kind, facts: { who: 'employer' } })
    if (throws.chance(0.12)) return
    placement.person_still_at = tell(day, self, { kind, facts: { who: 'person' } })
    placement.still_confirmed_at = placement.person_still_at
  }
}

type End = { readonly on: Day; readonly reason: EndReason }

function endOf(firstDay: Day, planned: Day | null, fate: Fate): End | undefined {
  if (fate.endedAfterMonths === undefined) return planned === null ? undefined : { on: planned, reason: 'as_planned' }
  const whole = Math.floor(fate.endedAfterMonths)
  const days = Math.round((fate.endedAfterMonths - whole) * 30)
  return { on: addDays(lastDayOfMonths(firstDay, whole), days), reason: fate.reason ?? 'resignation' }
}

const reasons: Readonly<Record<EndReason, ClauseReason>> = {
  as_planned: 'as_planned',
  resignation: 'employee_resigned',
  just_cause: 'dismissed_personal_reasons',
  dismissal: 'summarily_dismissed',
  shortage_of_work: 'shortage_of_work',
  other: 'other',
}

/** An employment as the clause's arithmetic counts it. */
function employmentOf(row: Placement, from: Day, ended: End | undefined): Employment {
  return {
    id: row.id,
    workingTime: Math.round(Number(row.rate) * 10_000),
    from,
    plannedLastDay: row.ends_on ?? undefined,
    ...(ended ? { ended: { lastDay: ended.on, reason: reasons[ended.reason] } } : {}),
    targetGroupConfirmed: true,
    existingStaff: false,
    linkedToContractWork: true,
  }
}
