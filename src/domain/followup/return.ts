import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayReport } from './access.ts'
import type { ReportRefusal, ReturnReason } from './followup.ts'
import { decideJudgement } from './rules.ts'
import * as store from './store.ts'

export type ReturnReport = {
  readonly report: string
  readonly version: number
  readonly reason: ReturnReason
  readonly note: string
}

/** Sends a report back with a coded reason, which the supplier sees at the figure it speaks of. */
export function returnReport(
  db: Db,
  actor: Actor,
  command: ReturnReport & store.Edge,
): Promise<Outcome<{ id: string }, ReportRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const report = await store.lock(tx, command.report)
    if (!report) return refuse('report.not_found')
    if (!mayReport(actor, 'report.return', report)) return refuse('report.not_yours')
    if (report.version !== command.version) return refuse('report.changed_meanwhile')

    const { reason } = command
    const note = command.note.trim()
    const decision = decideJudgement(report, { to: 'returned', reason, note })
    if (!decision.ok) return decision
    await store.keepJudgement(tx, report, { state: decision.value, reason, note }, command.now)
    await store.note(tx, command, report, 'followup.report_returned', { facts: { why: reason }, reason: note })
    return accept({ id: report.id })
  })
}
