import type { Above } from './above.ts'
import { additions, cardCase } from './additions.ts'

// States that a city seldom has and that a policy must still hold in (D3): each is what one condition of a policy is there for.

const officeOf = (key: string): string => additions.find(one => one.key === key)?.organisation ?? ''

export async function layOutRareStates(above: Above): Promise<void> {
  const [coordinator, employer] = [officeOf('administrator_at_coordinator'), officeOf('auditor_at_employer')]
  // A supplier was named while the clause was still being written.
  await above(
    `update procurement.clause set state = 'draft', locked_at = null where id = (select c.id from procurement.clause c join procurement.procurement p on p.id = c.procurement_id
       where p.supplier_id = $1 and c.state = 'locked' order by p.number limit 1)`,
    [employer],
  )
  // A question that nobody has answered, and one that somebody has, about a person lent to a coordinator.
  await above(
    `insert into candidates.permission (id, person_id, purpose, receiver_id, receiver_name, procurement_id, fields, text_edition, asked_by, asked_at, valid_to,
       answer, answered_at, manner)
     select gen_random_uuid(), lent.person_id, q.purpose, $1, 'Koordinatorn', lent.procurement_id, '{name}', 1, (select x.id from gate.appointment x
       where x.organisation_id = $1 and x.role = 'coordinator' order by x.id limit 1), gate.now(), gate.today() + 60, q.answer,
       case when q.answer is not null then gate.now() end, case when q.answer is not null then 'self' end
     from (values ('match', null), ('share_with_employment_service', 'yes')) q(purpose, answer), (select a.person_id, a.procurement_id from candidates.assignment a join candidates.person p on p.id = a.person_id where a.organisation_id = $1 and a.purpose = 'case' and a.from_at < gate.now()
       and a.to_at is null and not p.protected order by a.id limit 1) lent`,
    [coordinator],
  )
  // A report that waits for the authority's answer.
  await above(
    `update followup.report set state = 'submitted', figures = coalesce(figures, '{}'), submitted_at = gate.now()
      where id = (select r.id from followup.report r where r.supplier_id = $1 order by r.period_from desc, r.id limit 1)`,
    [employer],
  )
  // A job in the coordinator's case, of somebody who does not exist for the coordinator.
  await above(`update procurement.procurement set coordinator_id = $1 where number = $2`, [coordinator, cardCase])
  // A place that no district has been given yet, in every case that has a chosen candidate.
  await above(
    `insert into places.place (id, procurement_id, number, starts_on, state)
     select gen_random_uuid(), c.procurement_id, 900, gate.today(), 'open' from matching.candidacy c where c.state = 'chosen' group by c.procurement_id`,
  )
}
