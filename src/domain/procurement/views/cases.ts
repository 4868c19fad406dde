import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import type { ProcurementState, Step } from '../procurement.ts'
import { steps } from '../procurement.ts'
import type { Turn } from '../whose-turn.ts'
import { progressOf, type TurnRow, turnOf } from './turn-facts.ts'

export const perPage = 25

export type CaseFilter = {
  readonly state: ProcurementState | 'all'
  readonly step?: Step
  /** `mine`: the cases one is the procurer of. */
  readonly whose: 'mine' | 'all'
  readonly late: boolean
  /** In number or title. */
  readonly search: string
  readonly page: number
}

export type CaseLine = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly authority: string
  readonly matching?: string
  readonly supplier?: string
  readonly step: Step
  readonly state: ProcurementState
  readonly places: number
  readonly contractStart: Day
  readonly turn: Turn
}

export type CaseList = {
  readonly lines: readonly CaseLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Of all that the actor sees, whatever the filter. */
  readonly counts: { readonly open: number; readonly late: number; readonly closed: number; readonly cancelled: number }
}

type Who = Pick<Actor, 'role' | 'organisation' | 'appointment'>

/** The tenant as a literal, so that the planner can use the index; the policies hold the rule (trust.md §4.6). */
const tenant = {
  procurer: 'p.authority_id',
  matching_officer: 'p.matching_id',
  coordinator: 'p.coordinator_id',
  employer: 'p.supplier_id',
} as const

/** The condition of a literal tenant; roles that work for the whole city have none. */
export function tenantOf(who: Who): RawBuilder<boolean> {
  const column = (tenant as Partial<Record<string, string>>)[who.role]
  return column === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${who.organisation}`
}

const isLate = (today: Day): RawBuilder<boolean> => sql<boolean>`p.state = 'open' and (
  exists (select 1 from procurement.step s where s.procurement_id = p.id and s.step = p.step and s.planned_on < ${today})
  or p.id in (select o.procurement_id from procurement.overdue() o))`

/** The cases the actor sees, late and soonest first; 25 a page, never two pages with the same case. */
export async function listCases(tx: Tx, who: Who, filter: CaseFilter, today: Day): Promise<CaseList> {
  const all = tx.selectFrom('procurement.procurement as p').where(tenantOf(who))
  const counted = await all
    .select(sql<number>`count(*) filter (where p.state = 'open')::int`.as('open'))
    .select(sql<number>`count(*) filter (where p.state = 'closed')::int`.as('closed'))
    .select(sql<number>`count(*) filter (where p.state = 'cancelled')::int`.as('cancelled'))
    .select(sql<number>`count(*) filter (where ${isLate(today)})::int`.as('late'))
    .executeTakeFirstOrThrow()

  const wanted = all.where(eb => eb.and(conditionsOf(who, filter, today)))
  const { total } = await wanted.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, filter.page), pages)
  const rows = await wanted
    .leftJoin('procurement.step as s', join =>
      join.onRef('s.procurement_id', '=', 'p.id').onRef('s.step', '=', 'p.step'),
    )
    .leftJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .leftJoin('procurement.clause as k', 'k.procurement_id', 'p.id')
    .innerJoin('organisations.organisation as a', 'a.id', 'p.authority_id')
    .leftJoin('organisations.organisation as m', 'm.id', 'p.matching_id')
    .leftJoin('organisations.organisation as u', 'u.id', 'p.supplier_id')
    .select(['p.id', 'p.number', 'p.title', 'p.step', 'p.state', 'p.requirement', 'p.contract_start', 'p.contract_end'])
    .select(['p.matching_id', 'a.name as authority', 'm.name as matching', 'u.name as supplier'])
    .select(['s.planned_on as step_due'])
    .select(sql<boolean>`n.submitted_at is not null`.as('need_submitted'))
    .select(sql<number>`coalesce(n.places, 0)`.as('wanted'))
    .select(sql<string>`coalesce(k.state, 'none')`.as('clause'))
    .orderBy(sql`case when p.state <> 'open' then 2 when ${isLate(today)} then 0 else 1 end`)
    .orderBy(sql`case when p.state = 'open' then s.planned_on end`)
    .orderBy('p.contract_start', 'desc')
    .orderBy('p.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const progress = await progressOf(
    tx,
    rows.map(row => row.id),
  )
  return {
    total,
    page,
    pages,
    counts: counted,
    lines: rows.map(row => lineOf(row, turnOf(row, progress.get(row.id), today))),
  }
}

/** The filter's conditions, and one that always holds. */
function conditionsOf(who: Who, filter: CaseFilter, today: Day): RawBuilder<boolean>[] {
  const text = filter.search.trim().toLowerCase()
  return [
    ...(filter.state === 'all' ? [] : [sql<boolean>`p.state = ${filter.state}`]),
    ...(filter.step === undefined ? [] : [sql<boolean>`p.step = ${filter.step}`]),
    ...(filter.whose === 'mine' ? [sql<boolean>`p.procurer_id = ${who.appointment}`] : []),
    ...(filter.late ? [isLate(today)] : []),
    ...(text === '' ? [] : [sql<boolean>`(strpos(lower(p.title), ${text}) > 0 or strpos(p.number, ${text}) > 0)`]),
    sql<boolean>`true`,
  ]
}

type Line = TurnRow & {
  number: string
  title: string
  contract_start: Day
  authority: string
  matching: string | null
  supplier: string | null
}

function lineOf(row: Line, turn: Turn): CaseLine {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    authority: row.authority,
    matching: row.matching ?? undefined,
    supplier: row.supplier ?? undefined,
    step: steps.find(step => step === row.step) ?? 'plan',
    state: row.state as ProcurementState,
    places: row.wanted,
    contractStart: row.contract_start,
    turn,
  }
}
