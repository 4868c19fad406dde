import { sql } from 'kysely'
import { type HistoryLine, readHistory, type Tx } from '#db'
import { type Contact, contactsOf } from '#domain/organisations'
import { employmentsOf, type Fulfilment, fulfilment } from '#domain/procurement'
import type { Actor, Day } from '#kernel'
import { type FollowupOperation, followupAccess, mayReport } from './access.ts'
import type { Corrections, FaultLine, Figures, Prefilled, ReportPeriod, ReportState, ReturnReason } from './followup.ts'
import { reportPeriods } from './periods.ts'
import { basisOf, corrected, prefill } from './prefill.ts'
import { differing, faultsOf } from './rules.ts'
import { commitmentFrom } from './store.ts'

export const perPage = 25

type Who = Pick<Actor, 'role' | 'organisation'>

export type ReportLine = {
  readonly id: string
  readonly procurement: string
  readonly number: string
  readonly title: string
  readonly supplier: string
  readonly from: Day
  readonly to: Day
  readonly due: Day
  readonly state: ReportState
  /** When it was sent, as a day of the database's clock. */
  readonly sentOn?: Day
  readonly receiptNumber?: string
  readonly corrected: boolean
  readonly figures?: Figures
}

export type ReportList = {
  readonly lines: readonly ReportLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Of all that the actor sees: what the supplier owes, and what the procurer has to judge. */
  readonly counts: { readonly owed: number; readonly late: number; readonly toJudge: number }
}

/** The tenant as a literal, so that the planner can use the index; the policies hold the rule. */
const tenantOf = (who: Who) =>
  who.role === 'employer'
    ? sql<boolean>`r.supplier_id = ${who.organisation}`
    : who.role === 'procurer'
      ? sql<boolean>`p.authority_id = ${who.organisation}`
      : who.role === 'matching_officer'
        ? sql<boolean>`p.matching_id = ${who.organisation}`
        : sql<boolean>`true`

/** Reports the actor sees: what waits first, soonest due first; then what is done, latest first. 25 a page. */
export async function listReports(tx: Tx, who: Who, asked: number, today: Day): Promise<ReportList> {
  const all = tx
    .selectFrom('followup.report as r')
    .innerJoin('procurement.procurement as p', 'p.id', 'r.procurement_id')
    .where(tenantOf(who))
  const counted = await all
    .select(sql<number>`count(*)::int`.as('total'))
    .select(sql<number>`count(*) filter (where r.state in ('open', 'returned'))::int`.as('owed'))
    .select(
      sql<number>`count(*) filter (where r.state in ('open', 'returned') and r.due_on < ${today})::int`.as('late'),
    )
    .select(sql<number>`count(*) filter (where r.state = 'submitted')::int`.as('toJudge'))
    .executeTakeFirstOrThrow()
  const { total, ...counts } = counted
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const first = who.role === 'employer' ? ['returned', 'open', 'submitted'] : ['submitted', 'returned', 'open']
  const rows = await all
    .innerJoin('organisations.organisation as s', 's.id', 'r.supplier_id')
    .select(['r.id', 'r.procurement_id', 'p.number', 'p.title', 's.name as supplier', 'r.period_from', 'r.period_to'])
    .select(['r.due_on', 'r.state', 'r.receipt_number', 'r.corrected', 'r.figures'])
    .select(sql<Day | null>`(r.submitted_at at time zone 'Europe/Stockholm')::date`.as('sent_on'))
    .orderBy(sql`coalesce(array_position(${first}::text[], r.state), 9)`)
    .orderBy(sql`case when r.state <> 'approved' then r.due_on end`)
    .orderBy('r.period_to', 'desc')
    .orderBy('r.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return {
    total,
    page,
    pages,
    counts,
    lines: rows.map(row => ({
      id: row.id,
      procurement: row.procurement_id,
      number: row.number,
      title: row.title,
      supplier: row.supplier,
      from: row.period_from,
      to: row.period_to,
      due: row.due_on,
      state: row.state as ReportState,
      sentOn: row.sent_on ?? undefined,
      receiptNumber: row.receipt_number ?? undefined,
      corrected: row.corrected,
      figures: row.figures === null ? undefined : figuresFrom(row.figures),
    })),
  }
}

export type ReportPage = {
  readonly id: string
  readonly procurement: string
  readonly number: string
  readonly title: string
  readonly supplier: string
  readonly authority: string
  readonly period: ReportPeriod
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly state: ReportState
  readonly version: number
  /** The register's figures as they are now, and how they were counted. */
  readonly prefilled: Prefilled
  readonly basis: string
  /** What will be sent, or what was. */
  readonly figures: Figures
  readonly differs: Corrections
  readonly faults: readonly FaultLine[]
  readonly remark: string
  readonly receiptNumber?: string
  readonly sentOn?: Day
  readonly decidedOn?: Day
  readonly corrected: boolean
  /** The reader works for the supplier. */
  readonly own: boolean
  readonly returned?: { readonly reason: ReturnReason; readonly note: string }
  readonly fulfilment: Fulfilment
  /** Whom to ask: the matching unit and the procurer for the supplier, the supplier's people for the others. */
  readonly contacts: readonly Contact[]
  readonly history: readonly HistoryLine[]
  readonly allowed: readonly FollowupOperation[]
}

/** One report with what it rests on; undefined when there is none for the actor. */
export async function viewReport(tx: Tx, who: Who, id: string, today: Day): Promise<ReportPage | undefined> {
  const row = await tx
    .selectFrom('followup.report as r')
    .innerJoin('procurement.procurement as p', 'p.id', 'r.procurement_id')
    .innerJoin('procurement.commitment as t', 't.id', 'r.commitment_id')
    .innerJoin('organisations.organisation as s', 's.id', 'r.supplier_id')
    .innerJoin('organisations.organisation as a', 'a.id', 'p.authority_id')
    .select([
      'r.id',
      'r.procurement_id',
      'r.supplier_id',
      'r.period_from',
      'r.period_to',
      'r.due_on',
      'r.state',
      'r.figures',
    ])
    .select([
      'r.corrections',
      'r.corrected',
      'r.remark',
      'r.receipt_number',
      'r.return_reason',
      'r.return_note',
      'r.version',
    ])
    .select(['p.number', 'p.title', 'p.authority_id', 'p.matching_id', 's.name as supplier', 'a.name as authority'])
    .select(['t.parameters', 't.contract_start', 't.contract_end'])
    .select(sql<Day | null>`(r.submitted_at at time zone 'Europe/Stockholm')::date`.as('sent_on'))
    .select(sql<Day | null>`(r.decided_at at time zone 'Europe/Stockholm')::date`.as('decided_on'))
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const commitment = commitmentFrom(row)
  const employments = await employmentsOf(tx, row.procurement_id, today)
  const state = row.state as ReportState
  const period = {
    number: reportPeriods(commitment).find(({ from }) => from === row.period_from)?.number ?? 0,
    from: row.period_from,
    to: row.period_to,
    due: row.due_on,
  }
  const prefilled = prefill(employments, period)
  const toSend = state === 'open' || state === 'returned'
  const differs = differing(prefilled, row.corrections as Corrections)
  const figures = toSend || row.figures === null ? corrected(prefilled.figures, differs) : figuresFrom(row.figures)
  const parties = { authority: row.authority_id, supplier: row.supplier_id }
  const whom = who.role === 'employer' ? [row.matching_id, row.authority_id] : [row.supplier_id]
  const history = await readHistory(tx, row.procurement_id, 100)
  return {
    id: row.id,
    procurement: row.procurement_id,
    number: row.number,
    title: row.title,
    supplier: row.supplier,
    authority: row.authority,
    period,
    contractStart: row.contract_start,
    contractEnd: row.contract_end,
    state,
    version: row.version,
    prefilled,
    basis: basisOf(prefilled.figures),
    figures,
    differs,
    faults: toSend ? faultsOf(figures, period) : [],
    remark: row.remark,
    receiptNumber: row.receipt_number ?? undefined,
    sentOn: row.sent_on ?? undefined,
    decidedOn: row.decided_on ?? undefined,
    corrected: row.corrected,
    own: who.role === 'employer',
    returned:
      state === 'returned' && row.return_reason
        ? { reason: row.return_reason as ReturnReason, note: row.return_note }
        : undefined,
    fulfilment: fulfilment(commitment, employments, today),
    contacts: await contactsOf(
      tx,
      whom.filter(one => one !== null),
      who.role === 'employer' ? ['matching_officer', 'procurer'] : ['employer'],
    ),
    history: history.filter(line => line.kind.startsWith('followup.') && line.facts.period_from === period.from),
    allowed: (Object.keys(followupAccess) as FollowupOperation[]).filter(
      operation => mayReport(who, operation, parties) && (toSend ? !judges.has(operation) : !sends.has(operation)),
    ),
  }
}

const sends: ReadonlySet<FollowupOperation> = new Set(['report.correct', 'report.submit'])
const judges: ReadonlySet<FollowupOperation> = new Set(['report.approve', 'report.return'])

/** Figures as they were stored with a report. */
function figuresFrom(stored: unknown): Figures {
  const { persons, started, fullTimeMonths, ended, endedFor } = stored as Partial<Figures>
  return {
    persons: persons ?? 0,
    started: started ?? 0,
    fullTimeMonths: fullTimeMonths ?? 0,
    ended: ended ?? 0,
    endedFor: endedFor ?? {},
  }
}
