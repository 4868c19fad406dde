import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayReport } from './access.ts'
import type { Corrections, ReportRefusal } from './followup.ts'
import { decideCorrection } from './rules.ts'
import * as store from './store.ts'

/** One figure, or the remark: the page corrects a row at a time. */
export type CorrectReport = {
  readonly report: string
  readonly version: number
  readonly corrections?: Corrections
  readonly remark?: string
}

/** Keeps what the supplier says differently from the register, until the report is sent. Giving the register's own figure takes it back. */
export function correctReport(
  db: Db,
  actor: Actor,
  command: CorrectReport & store.Edge,
): Promise<Outcome<{ id: string }, ReportRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const report = await store.lock(tx, command.report)
    if (!report) return refuse('report.not_found')
    if (!mayReport(actor, 'report.correct', report)) return refuse('report.not_yours')
    if (report.version !== command.version) return refuse('report.changed_meanwhile')

    const decision = decideCorrection(report, await store.prefillOf(tx, report, command.today), command)
    if (!decision.ok) return decision
    await store.keepCorrection(tx, report, decision.value)
    const fields = [...Object.keys(command.corrections ?? {}), ...(command.remark === undefined ? [] : ['remark'])]
    await store.note(tx, command, report, 'followup.report_corrected', { facts: { fields: fields.join(' ') } })
    return accept({ id: report.id })
  })
}
