import { sql } from 'kysely'
import type { Tx } from '#db'
import { type Actor, addDays, type Day, type Role } from '#kernel'
import { type FindingGroup, viewFindings } from './findings.ts'
import { type NewsLine, viewNews } from './news.ts'
import { toDoOfCoordinator, toDoOfProvider } from './of-courses.ts'
import { toDoOfDistrict } from './of-district.ts'
import { toDoOfMatching } from './of-matching.ts'
import { toDoOfProcurer } from './of-procurer.ts'
import { listed, type ToDo, type ToDoList } from './to-do.ts'

export type MyDay = {
  readonly toDo: ToDoList
  readonly findings: readonly FindingGroup[]
  readonly news: readonly NewsLine[]
}

const ofRole: Partial<Record<Role, (tx: Tx, actor: Actor, today: Day) => Promise<ToDo[]>>> = {
  procurer: toDoOfProcurer,
  matching_officer: toDoOfMatching,
  district_team: toDoOfDistrict,
  coordinator: toDoOfCoordinator,
  provider: toDoOfProvider,
  administrator: toDoOfAdministrator,
}

/** What the actor owes by date, what does not add up, and what is new (ux.md A1, §8.1). Derived; nothing is ticked off but by doing it. */
export async function viewMyDay(tx: Tx, actor: Actor, today: Day): Promise<MyDay> {
  const all = (await ofRole[actor.role]?.(tx, actor, today)) ?? []
  return { toDo: listed(all, today), findings: await viewFindings(tx), news: await viewNews(tx, actor) }
}

/** Appointments that end within thirty days: whoever looks after accounts sees to it that somebody takes over. */
async function toDoOfAdministrator(tx: Tx, _: Actor, today: Day): Promise<ToDo[]> {
  const rows = await tx
    .selectFrom('gate.appointment as a')
    .innerJoin('organisations.organisation as o', 'o.id', 'a.organisation_id')
    .select(['a.id', 'a.display_name', 'o.name as organisation'])
    .select(sql<Day>`(a.valid_to at time zone 'Europe/Stockholm')::date`.as('ends_on'))
    .where('a.role', '<>', 'participant')
    .where(
      sql<boolean>`a.valid_to > gate.now() and (a.valid_to at time zone 'Europe/Stockholm')::date <= ${addDays(today, 30)}::date`,
    )
    .orderBy('a.valid_to')
    .orderBy('a.id')
    .limit(20)
    .execute()
  return rows.map(row => ({
    kind: 'appointment_ends',
    key: row.id,
    href: '/konto',
    facts: { who: row.display_name ?? '', organisation: row.organisation },
    due: row.ends_on,
  }))
}
