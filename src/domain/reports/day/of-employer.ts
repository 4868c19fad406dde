import { sql } from 'kysely'
import type { Tx } from '#db'
import { type Contact, contactsOf } from '#domain/organisations'
import { stillAfterMonths } from '#domain/placement'
import type { Actor, Day } from '#kernel'
import { listed, type ToDo, type ToDoList } from './to-do.ts'

export type EmployerDay = {
  readonly toDo: ToDoList
  /** One name, one number (ux.md §1.5). */
  readonly contact?: Contact
}

/** What an employer owes: reports, answers about candidates, and that somebody began or is still there (ux.md G1). */
export async function viewEmployerDay(tx: Tx, actor: Actor, today: Day): Promise<EmployerDay> {
  const all = [...(await reports(tx, actor)), ...(await candidates(tx)), ...(await employed(tx, actor, today))]
  return {
    toDo: listed([...all, ...(await firstStarts(tx, actor, today))], today),
    contact: await contactOf(tx, actor),
  }
}

async function reports(tx: Tx, actor: Actor): Promise<ToDo[]> {
  const rows = await tx
    .selectFrom('followup.report as r')
    .innerJoin('procurement.procurement as p', 'p.id', 'r.procurement_id')
    .select(['r.id', 'p.title', 'r.period_from', 'r.period_to', 'r.due_on', 'r.state'])
    .where('r.supplier_id', '=', actor.organisation)
    .where('r.state', 'in', ['open', 'returned'])
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(20)
    .execute()
  return rows.map(row => ({
    kind: row.state === 'returned' ? 'mend_report' : 'send_report',
    key: row.id,
    href: `/rapporter/${row.id}`,
    facts: { title: row.title, from: row.period_from, to: row.period_to },
    due: row.due_on,
  }))
}

async function candidates(tx: Tx): Promise<ToDo[]> {
  const { rows } = await sql<{ id: string; title: string; n: number; shown_to: Day }>`
    select p.id, p.title, h.to_answer + h.wanted as n, h.shown_to from matching.choices() h join procurement.procurement p on p.id = h.procurement_id
    order by h.shown_to, p.id limit 20`.execute(tx)
  return rows.map(row => ({
    kind: 'answer_candidates',
    key: row.id,
    href: `/kandidater/${row.id}`,
    facts: { title: row.title, n: row.n },
    due: row.shown_to,
  }))
}

/** Employments whose first day has come without a word, and those who began six months ago. Nobody is named here. */
async function employed(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  const half = sql<Day>`(l.started_on + make_interval(months => ${stillAfterMonths}))::date`
  const rows = await tx
    .selectFrom('placement.placement as l')
    .innerJoin('procurement.procurement as p', 'p.id', 'l.procurement_id')
    .select(['l.id', 'p.title', 'l.state', 'l.starts_on', half.as('half')])
    .where('l.employer_id', '=', actor.organisation)
    .where(eb =>
      eb.or([
        eb.and([eb('l.state', '=', 'agreed'), eb('l.starts_on', '<=', today)]),
        eb.and([
          eb('l.state', '=', 'started'),
          eb('l.employer_still_at', 'is', null),
          sql<boolean>`${half} <= ${today}::date`,
        ]),
      ]),
    )
    .orderBy('l.starts_on')
    .orderBy('l.id')
    .limit(20)
    .execute()
  return rows.map(row => ({
    kind: row.state === 'agreed' ? 'say_started' : 'say_still',
    key: row.id,
    href: `/anstallda/${row.id}`,
    facts: { title: row.title },
    due: row.state === 'agreed' ? row.starts_on : row.half,
  }))
}

/** Commitments under which nobody has begun or been offered work, with the day of the clause (Upphandlingsmyndigheten 11554, point 1 a). */
async function firstStarts(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  const rows = await tx
    .selectFrom('procurement.commitment as t')
    .innerJoin('procurement.procurement as p', 'p.id', 't.procurement_id')
    .select(['p.id', 'p.title', 't.first_start_deadline'])
    .where('t.supplier_id', '=', actor.organisation)
    .where('p.state', '=', 'open')
    .where('t.contract_start', '<=', today)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('placement.placement as l')
            .select('l.id')
            .whereRef('l.procurement_id', '=', 'p.id')
            .where('l.state', '<>', 'declined'),
        ),
      ),
    )
    .orderBy('t.first_start_deadline')
    .orderBy('p.id')
    .limit(10)
    .execute()
  return rows.map(row => ({
    kind: 'first_start',
    key: row.id,
    href: `/ataganden/${row.id}`,
    facts: { title: row.title },
    due: row.first_start_deadline,
  }))
}

/** The matching officer of the latest contract: the one surface towards the employer (TGT-10). */
async function contactOf(tx: Tx, actor: Actor): Promise<Contact | undefined> {
  const latest = await tx
    .selectFrom('procurement.procurement')
    .select('matching_id')
    .where('supplier_id', '=', actor.organisation)
    .where('matching_id', 'is not', null)
    .orderBy('contract_start', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return latest?.matching_id ? (await contactsOf(tx, [latest.matching_id], ['matching_officer']))[0] : undefined
}
