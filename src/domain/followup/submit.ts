import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayReport } from './access.ts'
import type { ReportRefusal } from './followup.ts'
import { decideSubmission } from './rules.ts'
import * as store from './store.ts'

/** `basis`: the register's figures as the page showed them (`basisOf`). What is sent is what was seen, or nothing. */
export type SubmitReport = { readonly report: string; readonly version: number; readonly basis: string }

export type Submitted = { readonly receiptNumber: string; readonly corrected: boolean }

/** Sends the report of a period: the register's figures with the supplier's corrections. Answers with the receipt's number (PRC-10). */
export function submitReport(
  db: Db,
  actor: Actor,
  command: SubmitReport & store.Edge,
): Promise<Outcome<Submitted, ReportRefusal | 'form.key_reused'>> {
  return asActor<Submitted, ReportRefusal>(db, actor, async tx => {
    const report = await store.lock(tx, command.report)
    if (!report) return refuse('report.not_found')
    if (!mayReport(actor, 'report.submit', report)) return refuse('report.not_yours')
    if (report.version !== command.version) return refuse('report.changed_meanwhile')

    const prefilled = await store.prefillOf(tx, report, command.today)
    const decision = decideSubmission(report, prefilled, command.basis, command.today)
    if (!decision.ok) return decision
    const { figures, corrected, receiptNumber } = decision.value
    await store.keepSubmission(tx, report, decision.value, command.now)
    await store.note(tx, command, report, 'followup.report_submitted', {
      facts: { receipt: receiptNumber, persons: figures.persons, months: figures.fullTimeMonths / 100, corrected },
    })
    return accept({ receiptNumber, corrected })
  })
}
