import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import { openPlaces } from './open-places.ts'
import { permissionsDue } from './permissions-due.ts'
import type { ToDo } from './to-do.ts'

/** The matching officer's places without people, proposals to consider, shortlists to present, and permissions (ux.md §1.3). */
export async function toDoOfMatching(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  return [
    ...(await openPlaces(tx, actor, today)),
    ...(await shortlists(tx, actor)),
    ...(await permissionsDue(tx, actor, today)),
  ]
}

type Row = { id: string; title: string; proposed: number; listed: number; presented: number; starts_on: Day | null }

/** Cases with proposals that nobody has looked at, and with a shortlist that the employer has not been shown (JSP-8). */
async function shortlists(tx: Tx, actor: Actor): Promise<ToDo[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, count(*) filter (where c.state = 'proposed')::int as proposed, count(*) filter (where c.state = 'shortlisted')::int as listed,
      count(*) filter (where c.state in ('presented', 'wanted', 'chosen'))::int as presented,
      (select min(q.starts_on) from places.place q where q.procurement_id = p.id and q.state = 'apportioned') as starts_on
    from procurement.procurement p join matching.candidacy c on c.procurement_id = p.id
    where p.state = 'open' and p.matching_id = ${actor.organisation} and p.step in ('analyse', 'procure', 'implement', 'manage')
    group by p.id, p.title having count(*) filter (where c.state in ('proposed', 'shortlisted')) > 0 order by 6, p.id limit 20`.execute(
    tx,
  )
  return rows.flatMap(({ id, title, proposed, listed, presented, starts_on }): ToDo[] => {
    const common = { key: id, due: starts_on ?? undefined }
    if (listed > 0)
      return [
        { ...common, kind: 'present_shortlist', href: `/upphandlingar/${id}/kortlista`, facts: { title, n: listed } },
      ]
    return presented === 0
      ? [
          {
            ...common,
            kind: 'consider_proposals',
            href: `/upphandlingar/${id}/matchning`,
            facts: { title, n: proposed },
          },
        ]
      : []
  })
}
