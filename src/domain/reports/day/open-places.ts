import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import type { ToDo } from './to-do.ts'

/** How far ahead an empty place is worth a line, and how long after its start it is still one. */
const ahead = '90 days'
const behind = '60 days'

type Row = {
  id: string
  title: string
  area: string
  starts_on: Day
  places: number
  taken: number
  proposed: number
}

/**
 * Places of the actor's cases, or of the district's own area, for which fewer people are proposed than there are places left (TGT-5, TGT-9).
 * Counts of people that the actor may know of; nobody is named.
 */
export async function openPlaces(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, r.name as area, min(q.starts_on) as starts_on, count(*)::int as places, coalesce(max(t.taken), 0) as taken,
      (select count(*)::int from matching.candidacy c join organisations.organisation d on d.id = c.district_id
        where c.procurement_id = p.id and d.area_id = q.area_id and c.state in ('proposed', 'shortlisted', 'presented', 'wanted')) as proposed
    from places.place q join procurement.procurement p on p.id = q.procurement_id join organisations.area r on r.id = q.area_id
      left join lateral placement.taken(array[p.id]) t on t.area_id = q.area_id
    where q.state = 'apportioned' and p.state = 'open' and ${scope(actor)}
      and q.starts_on between ${today}::date - ${behind}::interval and ${today}::date + ${ahead}::interval
    group by p.id, p.title, q.area_id, r.name
    order by min(q.starts_on), p.id, r.name limit 60`.execute(tx)
  const page = actor.role === 'district_team' ? 'forslag' : 'matchning'
  return rows
    .filter(row => row.proposed < row.places - row.taken)
    .map(row => ({
      kind: 'propose_people',
      key: `${row.id} ${row.area}`,
      href: `/upphandlingar/${row.id}/${page}`,
      facts: { title: row.title, area: row.area, left: row.places - row.taken, proposed: row.proposed },
      due: row.starts_on,
    }))
}

function scope(actor: Actor) {
  switch (actor.role) {
    case 'district_team':
      return sql<boolean>`q.area_id = (select o.area_id from organisations.organisation o where o.id = ${actor.organisation})`
    case 'coordinator':
      return sql<boolean>`p.coordinator_id = ${actor.organisation}`
    default:
      return sql<boolean>`p.matching_id = ${actor.organisation}`
  }
}
