import { sql } from 'kysely'
import type { Tx } from '#db'
import { freshDays } from '#domain/catalogue'
import { type Actor, addDays, type Day } from '#kernel'
import { openPlaces } from './open-places.ts'
import { permissionsDue } from './permissions-due.ts'
import type { ToDo } from './to-do.ts'

/** The coordinator's candidates who lack something that can be learnt and have no seat, results to note, places and permissions (ux.md §1.6). */
export async function toDoOfCoordinator(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  return [
    ...(await coursesToBook(tx, actor)),
    ...(await openPlaces(tx, actor, today)),
    ...(await permissionsDue(tx, actor, today)),
  ]
}

type Lacking = {
  id: string
  title: string
  concept: string
  label_sv: string
  label_en: string
  people: number
  starts_on: Day
}

async function coursesToBook(tx: Tx, actor: Actor): Promise<ToDo[]> {
  const { rows } = await sql<Lacking>`
    select p.id, p.title, r.concept, r.label_sv, r.label_en, count(*)::int as people, p.contract_start as starts_on
    from procurement.procurement p join competence.profile f on f.procurement_id = p.id and f.state = 'adopted'
      join competence.requirement r on r.profile_id = f.id and r.kind = 'teachable'
      join matching.candidacy c on c.procurement_id = p.id and c.state in ('proposed', 'shortlisted', 'presented', 'wanted', 'chosen')
    where p.state = 'open' and p.coordinator_id = ${actor.organisation}
      and not exists (select 1 from candidates.competence h where h.person_id = c.person_id and h.concept = r.concept and h.state = 'held')
      and not exists (select 1 from tracks.booking b join catalogue.start s on s.id = b.start_id join catalogue.intervention i on i.id = s.intervention_id
        where b.person_id = c.person_id and b.state in ('booked', 'completed') and r.concept = any (i.concepts))
    group by p.id, p.title, r.concept, r.label_sv, r.label_en, p.contract_start, r.position order by p.contract_start, p.id, r.position limit 20`.execute(
    tx,
  )
  return rows.map(row => ({
    kind: 'book_course',
    key: `${row.id} ${row.concept}`,
    href: `/insatser?upphandling=${row.id}`,
    facts: { title: row.title, n: row.people, course: row.label_sv, courseEn: row.label_en },
    due: row.starts_on,
  }))
}

/** The provider's courses whose truth is old, starts that are near, and results that are not noted (ux.md §1.7). */
export async function toDoOfProvider(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  return [...(await staleCourses(tx, actor, today)), ...(await starts(tx, actor, today))]
}

async function staleCourses(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  const rows = await tx
    .selectFrom('catalogue.intervention')
    .select(['id', 'name_sv', 'name_en', 'confirmed_on'])
    .where('provider_id', '=', actor.organisation)
    .where('confirmed_on', '<', addDays(today, -freshDays))
    .orderBy('confirmed_on')
    .orderBy('id')
    .limit(10)
    .execute()
  return rows.map(row => ({
    kind: 'confirm_intervention',
    key: row.id,
    href: '/insatser',
    facts: { course: row.name_sv, courseEn: row.name_en, confirmed: row.confirmed_on },
    due: addDays(row.confirmed_on, freshDays),
  }))
}

type StartRow = {
  id: string
  name_sv: string
  name_en: string
  starts_on: Day
  ends_on: Day
  seats: number
  taken: number
  open: number
}

/** Starts within two weeks, and those that ended within two months with people whose result nobody has noted. */
async function starts(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  const { rows } = await sql<StartRow>`
    select s.id, i.name_sv, i.name_en, s.starts_on, s.ends_on, s.seats, s.taken,
      (select count(*)::int from tracks.booking b where b.start_id = s.id and b.state = 'booked') as open
    from catalogue.start s join catalogue.intervention i on i.id = s.intervention_id
    where i.provider_id = ${actor.organisation}
      and (s.starts_on between ${today}::date and ${addDays(today, 14)}::date or s.ends_on between ${addDays(today, -60)}::date and ${addDays(today, -1)}::date)
    order by s.starts_on, s.id limit 30`.execute(tx)
  return rows.flatMap((row): ToDo[] => {
    const common = { key: row.id, href: `/insatser/${row.id}` }
    const facts = { course: row.name_sv, courseEn: row.name_en, seats: row.seats, taken: row.taken, n: row.open }
    if (row.starts_on >= today) return [{ ...common, kind: 'start_soon', facts, due: row.starts_on }]
    return row.open > 0 ? [{ ...common, kind: 'note_results', facts, due: addDays(row.ends_on, 7) }] : []
  })
}
