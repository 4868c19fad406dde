import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import { openPlaces } from './open-places.ts'
import type { ToDo } from './to-do.ts'

/** The district's own places to propose people for, and what the team has to decide in any case (ux.md §1.4). */
export async function toDoOfDistrict(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  return [...(await openPlaces(tx, actor, today)), ...(await teamDecisions(tx))]
}

type Row = {
  id: string
  title: string
  places: number
  contract_start: Day
  mapped_by: Day | null
  profiled: boolean
  apportioned: boolean
  checks: number
}

/** Handed-in needs without an adopted profile, a decided apportionment or a finished self-check (TGT-3, TGT-4, TGT-7). */
async function teamDecisions(tx: Tx): Promise<ToDo[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, n.places, p.contract_start, s.planned_on as mapped_by,
      exists (select 1 from competence.profile f where f.procurement_id = p.id and f.state = 'adopted') as profiled,
      exists (select 1 from places.apportionment a where a.procurement_id = p.id and a.state = 'decided') as apportioned,
      (select count(*)::int from places.self_check k where k.procurement_id = p.id) as checks
    from procurement.procurement p join procurement.need n on n.procurement_id = p.id
      left join procurement.step s on s.procurement_id = p.id and s.step = 'map'
    where p.state = 'open' and n.submitted_at is not null and p.requirement in ('undecided', 'employment')
      and (not exists (select 1 from competence.profile f where f.procurement_id = p.id and f.state = 'adopted')
        or not exists (select 1 from places.apportionment a where a.procurement_id = p.id and a.state = 'decided'))
    order by p.contract_start, p.id limit 20`.execute(tx)
  return rows.flatMap(({ id, title, places, contract_start, mapped_by, profiled, apportioned, checks }): ToDo[] => {
    const about = { key: id, facts: { title, places, missing: 2 - checks } }
    if (!profiled)
      return [
        { ...about, kind: 'adopt_profile', href: `/upphandlingar/${id}/profil`, due: mapped_by ?? contract_start },
      ]
    if (apportioned) return []
    const page = `/upphandlingar/${id}/fordelning`
    return checks < 2
      ? [{ ...about, kind: 'self_check', href: `${page}#egenkontroll`, due: contract_start }]
      : [{ ...about, kind: 'apportion', href: page, due: contract_start }]
  })
}
