import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Opportunity, ProfileRequirement } from '#domain/competence'
import type { Day } from '#kernel'

/** A way to a competence: a start of an intervention that teaches it. `booked`: the person has a seat on it. `from` and `to` are days of the course. */
export type Way = {
  readonly start: string
  readonly nameSv: string
  readonly nameEn: string
  readonly from: Day
  readonly to: Day
  readonly seatsLeft: number
  readonly booked: boolean
}

/** Ways to the competences of a profile: those open to all, and each person's own bookings. */
export type Ways = {
  readonly of: (person: string) => readonly Opportunity[]
  readonly named: (person: string, start: string) => Way | undefined
}

type StartRow = {
  start: string
  concepts: string[]
  nameSv: string
  nameEn: string
  from: Day
  to: Day
  seatsLeft: number
}

const perConcept = 4

/**
 * What could be learnt, and when it would be done (JSP-4): starts that have not begun and have seats left, a few for each competence, earliest done
 * first; and the seats that people already have.
 */
export async function waysTo(
  tx: Tx,
  requirements: readonly Pick<ProfileRequirement, 'concept'>[],
  people: readonly string[],
  today: Day,
): Promise<Ways> {
  const concepts = [...new Set(requirements.map(({ concept }) => concept))]
  if (concepts.length === 0) return { of: () => [], named: () => undefined }
  const open = await openStarts(tx, concepts, today)
  const booked = await bookedStarts(tx, concepts, people)
  const opportunities = (rows: readonly StartRow[]): Opportunity[] =>
    rows.flatMap(row =>
      row.concepts
        .filter(concept => concepts.includes(concept))
        .map(concept => ({ concept, readyOn: row.to, interventionId: row.start })),
    )
  const everybodys = opportunities(open)
  return {
    of: person => [...opportunities(booked.get(person) ?? []), ...everybodys],
    named: (person, start) => {
      const own = booked.get(person)?.find(row => row.start === start)
      const row = own ?? open.find(one => one.start === start)
      if (!row) return undefined
      const { concepts: _, ...way } = row
      return { ...way, booked: own !== undefined }
    },
  }
}

async function openStarts(tx: Tx, concepts: readonly string[], today: Day): Promise<StartRow[]> {
  const { rows } =
    await sql<StartRow>`select s.id as start, i.concepts, i.name_sv as "nameSv", i.name_en as "nameEn", s.starts_on as "from",
      s.ends_on as "to", s.seats - s.taken as "seatsLeft"
    from unnest(${[...concepts]}::text[]) wanted (concept)
    cross join lateral (select s.* from catalogue.start s join catalogue.intervention i on i.id = s.intervention_id
      where wanted.concept = any (i.concepts) and s.starts_on >= ${today}::date and s.taken < s.seats order by s.ends_on, s.id limit ${perConcept}) s
    join catalogue.intervention i on i.id = s.intervention_id`.execute(tx)
  return [...new Map(rows.map(row => [row.start, row])).values()]
}

async function bookedStarts(
  tx: Tx,
  concepts: readonly string[],
  people: readonly string[],
): Promise<ReadonlyMap<string, StartRow[]>> {
  const found = new Map<string, StartRow[]>()
  if (people.length === 0) return found
  const { rows } = await sql<
    StartRow & { person: string }
  >`select b.person_id as person, s.id as start, i.concepts, i.name_sv as "nameSv",
      i.name_en as "nameEn", s.starts_on as "from", s.ends_on as "to", s.seats - s.taken as "seatsLeft"
    from tracks.booking b join catalogue.start s on s.id = b.start_id join catalogue.intervention i on i.id = s.intervention_id
    where b.person_id = any (${[...people]}::uuid[]) and b.state = 'booked' and i.concepts && ${[...concepts]}::text[]
    order by s.ends_on, s.id`.execute(tx)
  for (const { person, ...row } of rows) found.set(person, [...(found.get(person) ?? []), row])
  return found
}
