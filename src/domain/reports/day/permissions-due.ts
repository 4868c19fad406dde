import { sql } from 'kysely'
import type { Tx } from '#db'
import { endsSoonDays } from '#domain/candidates'
import { type Actor, addDays, type Day } from '#kernel'
import type { ToDo } from './to-do.ts'

/** A question that has waited so long is worth a call (own choice). */
const daysToAnswer = 7

type Row = {
  id: string
  person_id: string
  number: number
  title: string
  answer: string | null
  valid_to: Day
  asked_on: Day
}

/**
 * Permissions of open cases that end within thirty days while they are still needed, and questions that nobody has answered (TGT-11). By the
 * person's number; the name is for the page that logs who read it.
 */
export async function permissionsDue(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  const own =
    actor.role === 'coordinator'
      ? sql<boolean>`p.coordinator_id = ${actor.organisation}`
      : sql<boolean>`p.matching_id = ${actor.organisation}`
  const { rows } = await sql<Row>`
    select m.id, m.person_id, n.number, p.title, m.answer, m.valid_to, (m.asked_at at time zone 'Europe/Stockholm')::date as asked_on
    from procurement.procurement p join candidates.permission m on m.procurement_id = p.id join candidates.person n on n.id = m.person_id
    where p.state = 'open' and ${own} and m.purpose = 'show_to_employer' and m.replaced_at is null and m.withdrawn_at is null and m.valid_to >= ${today}::date
      and (m.answer is null or m.answer = 'yes' and m.valid_to <= ${addDays(today, endsSoonDays)}::date
        and exists (select 1 from matching.candidacy c where c.procurement_id = p.id and c.person_id = m.person_id
          and c.state in ('shortlisted', 'presented', 'wanted')))
    order by m.valid_to, m.asked_at, m.id limit 20`.execute(tx)
  return rows.map(row => ({
    kind: row.answer === null ? 'remind_permission' : 'ask_again',
    key: row.id,
    href: `/personer/${row.person_id}`,
    facts: { number: row.number, title: row.title },
    due: row.answer === null ? addDays(row.asked_on, daysToAnswer) : row.valid_to,
  }))
}
