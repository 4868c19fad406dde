import { sql } from 'kysely'
import type { Tx } from '#db'
import { daysToAnswer } from '#domain/followup'
import { listCases, type TurnCode } from '#domain/procurement'
import { type Actor, addDays, type Day } from '#kernel'
import type { ToDo, ToDoKind } from './to-do.ts'

/** Where each thing that a case waits for is done. What waits for a report is taken from the reports themselves. */
const places: Partial<Record<TurnCode, { kind: ToDoKind; page: string }>> = {
  submit_need: { kind: 'submit_need', page: '/behov' },
  name_matching: { kind: 'name_matching', page: '' },
  decide_requirement: { kind: 'decide_requirement', page: '' },
  choose_clause: { kind: 'choose_clause', page: '/villkor' },
  lock_clause: { kind: 'lock_clause', page: '/villkor' },
  complete_step: { kind: 'complete_step', page: '' },
  award: { kind: 'award', page: '/tilldelning' },
  close: { kind: 'close', page: '' },
}

/** The procurer's own cases whose turn it is or that are late, notices to decide about, and reports to judge (ux.md §1.2). */
export async function toDoOfProcurer(tx: Tx, actor: Actor, today: Day): Promise<ToDo[]> {
  const cases = await listCases(tx, actor, { state: 'open', whose: 'mine', late: false, search: '', page: 1 }, today)
  const ofCases = cases.lines.flatMap(({ id, title, number, turn }): ToDo[] => {
    const place = turn.side === 'procurer' ? places[turn.code] : undefined
    if (place)
      return [
        {
          kind: place.kind,
          key: id,
          href: `/upphandlingar/${id}${place.page}`,
          facts: { title, number },
          due: turn.due,
        },
      ]
    return turn.late && turn.side !== 'procurer'
      ? [
          {
            kind: 'late_case',
            key: id,
            href: `/upphandlingar/${id}`,
            facts: { title, number, side: turn.side },
            due: turn.due,
          },
        ]
      : []
  })
  return [...ofCases, ...(await notices(tx, actor)), ...(await reports(tx, actor))]
}

async function notices(tx: Tx, actor: Actor): Promise<ToDo[]> {
  const rows = await tx
    .selectFrom('procurement.notice')
    .select(['id', 'file_name'])
    .where('organisation_id', '=', actor.organisation)
    .where('state', '=', 'read')
    .orderBy('received_at')
    .orderBy('id')
    .limit(5)
    .execute()
  return rows.map(row => ({
    kind: 'accept_notice',
    key: row.id,
    href: `/annonser/${row.id}`,
    facts: { file: row.file_name },
  }))
}

async function reports(tx: Tx, actor: Actor): Promise<ToDo[]> {
  const rows = await tx
    .selectFrom('followup.report as r')
    .innerJoin('procurement.procurement as p', 'p.id', 'r.procurement_id')
    .innerJoin('organisations.organisation as s', 's.id', 'r.supplier_id')
    .select(['r.id', 'p.title', 's.name as supplier'])
    .select(sql<Day>`(r.submitted_at at time zone 'Europe/Stockholm')::date`.as('sent_on'))
    .where('p.authority_id', '=', actor.organisation)
    .where('p.procurer_id', '=', actor.appointment)
    .where('r.state', '=', 'submitted')
    .orderBy('r.submitted_at')
    .orderBy('r.id')
    .limit(10)
    .execute()
  return rows.map(row => ({
    kind: 'judge_report',
    key: row.id,
    href: `/rapporter/${row.id}`,
    facts: { title: row.title, supplier: row.supplier },
    due: addDays(row.sent_on, daysToAnswer),
  }))
}
