import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayReport } from './access.ts'
import type { ReportRefusal } from './followup.ts'
import { decideJudgement } from './rules.ts'
import * as store from './store.ts'

export type ApproveReport = { readonly report: string; readonly version: number }

/** Takes a sent report as it is. After that it cannot be changed. */
export function approveReport(
  db: Db,
  actor: Actor,
  command: ApproveReport & store.Edge,
): Promise<Outcome<{ id: string }, ReportRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const report = await store.lock(tx, command.report)
    if (!report) return refuse('report.not_found')
    if (!mayReport(actor, 'report.approve', report)) return refuse('report.not_yours')
    if (report.version !== command.version) return refuse('report.changed_meanwhile')

    const decision = decideJudgement(report, { to: 'approved' })
    if (!decision.ok) return decision
    await store.keepJudgement(tx, report, { state: decision.value, reason: null, note: '' }, command.now)
    await store.note(tx, command, report, 'followup.report_approved')
    return accept({ id: report.id })
  })
}
