import { sql } from 'kysely'
import { appendEvent, type Tx } from '#db'
import { type Commitment, type EmploymentClause, employmentsOf } from '#domain/procurement'
import { addDays, type Day, type Id } from '#kernel'
import type { Corrections, FollowupEvent, Prefilled, Report, ReportState, ReturnReason } from './followup.ts'
import { reportPeriods } from './periods.ts'
import { prefill } from './prefill.ts'
import type { Submission } from './rules.ts'

/** What every command carries from the edge: the day, the instant, and where new identities come from. */
export type Edge = { readonly now: Date; readonly today: Day; readonly newId: <Kind extends string>() => Id<Kind> }

/** The commitment in the rules' terms: the contract's last day, counted, becomes the first day after it. */
export function commitmentFrom(row: { parameters: unknown; contract_start: Day; contract_end: Day }): Commitment {
  return {
    clause: row.parameters as EmploymentClause,
    contract: { from: row.contract_start, to: addDays(row.contract_end, 1) },
  }
}

/** The report, locked until the transaction ends; undefined when there is none for the actor. */
export async function lock(tx: Tx, id: string): Promise<Report | undefined> {
  const row = await tx
    .selectFrom('followup.report as r')
    .innerJoin('procurement.procurement as p', 'p.id', 'r.procurement_id')
    .innerJoin('procurement.commitment as t', 't.id', 'r.commitment_id')
    .select(['r.id', 'r.procurement_id', 'r.supplier_id', 'r.period_from', 'r.period_to', 'r.due_on', 'r.state'])
    .select(['r.corrections', 'r.remark', 'r.receipt_number', 'r.version', 'p.number', 'p.authority_id'])
    .select(['t.parameters', 't.contract_start', 't.contract_end'])
    .where('r.id', '=', id)
    .forUpdate('r')
    .executeTakeFirst()
  if (!row) return undefined
  const number = reportPeriods(commitmentFrom(row)).find(({ from }) => from === row.period_from)?.number ?? 0
  return {
    id: row.id,
    procurement: row.procurement_id,
    procurementNumber: row.number,
    authority: row.authority_id,
    supplier: row.supplier_id,
    period: { number, from: row.period_from, to: row.period_to, due: row.due_on },
    state: row.state as ReportState,
    corrections: row.corrections as Corrections,
    remark: row.remark,
    receiptNumber: row.receipt_number ?? undefined,
    version: row.version,
  }
}

/** The register's answer for the report's period, as it is now. */
export async function prefillOf(
  tx: Tx,
  report: Pick<Report, 'procurement' | 'period'>,
  today: Day,
): Promise<Prefilled> {
  return prefill(await employmentsOf(tx, report.procurement, today), report.period)
}

export async function keepCorrection(
  tx: Tx,
  report: Report,
  kept: Pick<Report, 'corrections' | 'remark'>,
): Promise<void> {
  await tx
    .updateTable('followup.report')
    .set({ corrections: JSON.stringify(kept.corrections), remark: kept.remark, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
}

export async function keepSubmission(tx: Tx, report: Report, sent: Submission, now: Date): Promise<void> {
  await tx
    .updateTable('followup.report')
    .set({
      state: 'submitted',
      figures: JSON.stringify(sent.figures),
      corrected: sent.corrected,
      receipt_number: sent.receiptNumber,
      submitted_at: now,
      decided_at: null,
      return_reason: null,
      return_note: '',
      version: report.version + 1,
    })
    .where('id', '=', report.id)
    .execute()
}

export async function keepJudgement(
  tx: Tx,
  report: Report,
  judged: { state: ReportState; reason: ReturnReason | null; note: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('followup.report')
    .set({
      state: judged.state,
      return_reason: judged.reason,
      return_note: judged.note,
      decided_at: now,
      version: report.version + 1,
    })
    .where('id', '=', report.id)
    .execute()
}

export async function note(
  tx: Tx,
  edge: Edge,
  report: Report,
  kind: FollowupEvent,
  what: { readonly facts?: Record<string, string | number | boolean>; readonly reason?: string } = {},
): Promise<void> {
  await appendEvent(tx, {
    id: edge.newId(),
    stream: 'procurement',
    streamId: report.procurement,
    kind,
    subject: report.id,
    plane: 'contract',
    facts: { period_from: report.period.from, period_to: report.period.to, ...what.facts },
    reason: what.reason || undefined,
  })
}

/** Commitments whose contract has begun, with what has been opened. For the clock's role only. */
export async function commitmentsInForce(
  tx: Tx,
  today: Day,
): Promise<{ id: string; commitment: Commitment; opened: readonly Day[] }[]> {
  const { rows } = await sql<{
    commitment_id: string
    parameters: unknown
    contract_start: Day
    contract_end: Day
    opened: Day[]
  }>`select * from followup.commitments_in_force(${today}::date)`.execute(tx)
  return rows.map(row => ({ id: row.commitment_id, commitment: commitmentFrom(row), opened: row.opened }))
}
