import { sql } from 'kysely'
import type { Tx } from '#db'
import { type Contact, contactsOf } from '#domain/organisations'
import { type Actor, addDays, type Day } from '#kernel'
import type { EmploymentClause, EndReason } from '../clauses/employment-parameters.ts'
import { type Employment, type Fulfilment, fulfilment } from '../clauses/employment-rules.ts'
import { perPage, tenantOf } from './cases.ts'
import { progressOf } from './turn-facts.ts'

/** A row of `placement.employments`: an employment without the person (trust.md §4.4). */
type EmploymentRow = {
  rate: number
  state: 'offered' | 'agreed' | 'started' | 'ended'
  starts_on: Day
  ends_on: Day | null
  started_on: Day | null
  ended_on: Day | null
  end_reason: string | null
  offered_on: Day
}

const reasons: Readonly<Record<string, EndReason>> = {
  as_planned: 'as_planned',
  resignation: 'employee_resigned',
  just_cause: 'dismissed_personal_reasons',
  dismissal: 'summarily_dismissed',
  shortage_of_work: 'shortage_of_work',
}

/** How an employment ended, from the register's word for it to the clause's (LAS 7 and 18 §§). */
export function endReasonOf(registered: string | null): EndReason {
  return reasons[registered ?? ''] ?? 'other'
}

/**
 * The employments of a case as the clause's arithmetic takes them. Everybody who comes by the places of the case has been
 * confirmed to belong to the target group before being proposed, is new at the employer, and works under the contract.
 * One who has agreed but whose first day has passed without a start counts as offered only.
 */
export async function employmentsOf(tx: Tx, procurement: string, today: Day): Promise<Employment[]> {
  return (await employmentsByCase(tx, [procurement], today)).get(procurement) ?? []
}

/** The employments of several cases, in one question. */
async function employmentsByCase(
  tx: Tx,
  cases: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Employment[]>> {
  const found = new Map<string, Employment[]>(cases.map(one => [one, []]))
  const { rows } = await sql<EmploymentRow & { procurement: string }>`
    select c.id as procurement, e.* from unnest(${[...cases]}::uuid[]) c (id), placement.employments(c.id) e`.execute(
    tx,
  )
  for (const row of rows) {
    const before = found.get(row.procurement)
    before?.push(employmentOf(row, String(before.length + 1), today))
  }
  return found
}

function employmentOf(row: EmploymentRow, id: string, today: Day): Employment {
  return {
    id,
    workingTime: Math.round(row.rate * 10_000),
    offeredOn: row.offered_on,
    from: row.started_on ?? (row.state === 'agreed' && row.starts_on > today ? row.starts_on : undefined),
    plannedLastDay: row.ends_on ?? undefined,
    ...(row.ended_on === null ? {} : { ended: { lastDay: row.ended_on, reason: endReasonOf(row.end_reason) } }),
    targetGroupConfirmed: true,
    existingStaff: false,
    linkedToContractWork: true,
  }
}

export type CommitmentLine = {
  readonly procurement: string
  readonly number: string
  readonly title: string
  readonly authority: string
  readonly supplier: string
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly places: number
  readonly started: number
  readonly fulfilment: Fulfilment
  readonly report?: { readonly waitsFor: 'supplier' | 'procurer'; readonly due: Day }
}

export type CommitmentList = {
  readonly lines: readonly CommitmentLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

type Who = Pick<Actor, 'role' | 'organisation'>

const rowsOf = (tx: Tx) =>
  tx
    .selectFrom('procurement.commitment as t')
    .innerJoin('procurement.procurement as p', 'p.id', 't.procurement_id')
    .innerJoin('organisations.organisation as a', 'a.id', 'p.authority_id')
    .innerJoin('organisations.organisation as u', 'u.id', 't.supplier_id')
    .select(['p.id', 'p.number', 'p.title', 'p.state', 'p.authority_id', 'p.matching_id', 'p.supplier_id', 'p.version'])
    .select(['a.name as authority', 'u.name as supplier', 't.id as commitment'])
    .select(['t.parameters', 't.contract_start', 't.contract_end', 't.first_start_deadline'])

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

/** What suppliers have promised and how it stands today, in contracts that run first; 25 a page. */
export async function listCommitments(tx: Tx, who: Who, asked: number, today: Day): Promise<CommitmentList> {
  const { total } = await tx
    .selectFrom('procurement.commitment as t')
    .innerJoin('procurement.procurement as p', 'p.id', 't.procurement_id')
    .select(sql<number>`count(*)::int`.as('total'))
    .where(tenantOf({ ...who, appointment: '' }))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const rows = await rowsOf(tx)
    .where(tenantOf({ ...who, appointment: '' }))
    .orderBy(sql`case when p.state = 'open' and t.contract_end >= ${today} then 0 else 1 end`)
    .orderBy('t.contract_end')
    .orderBy('p.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const ids = rows.map(row => row.id)
  const progress = await progressOf(tx, ids)
  const employments = await employmentsByCase(tx, ids, today)
  const lines = rows.map((row): CommitmentLine => {
    const known = progress.get(row.id)
    return {
      procurement: row.id,
      number: row.number,
      title: row.title,
      authority: row.authority,
      supplier: row.supplier,
      contractStart: row.contract_start,
      contractEnd: row.contract_end,
      places: known?.places ?? 0,
      started: known?.started ?? 0,
      fulfilment: fulfilmentOf(row, employments.get(row.id) ?? [], today),
      report: known?.report,
    }
  })
  return { total, page, pages, lines }
}

function fulfilmentOf(row: Row, employments: readonly Employment[], today: Day): Fulfilment {
  const clause = row.parameters as EmploymentClause
  const contract = { from: row.contract_start, to: addDays(row.contract_end, 1) }
  return fulfilment({ clause, contract }, employments, today)
}

export type CommitmentPage = CommitmentLine & {
  readonly commitment: string
  readonly clause: EmploymentClause
  readonly firstStartDeadline: Day
  readonly filled: number
  /** Whom to ask: the matching unit's officers for the supplier, the supplier's people for the others. */
  readonly contacts: readonly Contact[]
}

/** One commitment: promised against done, its deadlines, and why (ux.md C10, P7). */
export async function viewCommitment(
  tx: Tx,
  who: Who,
  procurement: string,
  today: Day,
): Promise<CommitmentPage | undefined> {
  const row = await rowsOf(tx).where('p.id', '=', procurement).executeTakeFirst()
  if (!row) return undefined
  const known = (await progressOf(tx, [procurement])).get(procurement)
  const whom = who.role === 'employer' ? [row.matching_id, row.authority_id] : [row.supplier_id]
  return {
    procurement: row.id,
    number: row.number,
    title: row.title,
    authority: row.authority,
    supplier: row.supplier,
    contractStart: row.contract_start,
    contractEnd: row.contract_end,
    places: known?.places ?? 0,
    started: known?.started ?? 0,
    filled: known?.filled ?? 0,
    fulfilment: fulfilmentOf(row, await employmentsOf(tx, procurement, today), today),
    report: known?.report,
    commitment: row.commitment,
    clause: row.parameters as EmploymentClause,
    firstStartDeadline: row.first_start_deadline,
    contacts: await contactsOf(
      tx,
      whom.filter(one => one !== null),
      who.role === 'employer' ? ['matching_officer', 'procurer'] : ['employer'],
    ),
  }
}
