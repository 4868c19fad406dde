import { accept, type Day, type Outcome, refuse } from '#kernel'
import {
  type Correctable,
  type Corrections,
  type FaultLine,
  type Figures,
  type Prefilled,
  type Report,
  type ReportRefusal,
  type ReportState,
  type ReturnReason,
  reportMoves,
} from './followup.ts'
import { basisOf, corrected, mostPerPerson } from './prefill.ts'
import { holdsIdentityNumber } from './remark.ts'

/** Everything that cannot be true in a report's figures, at once: no more months than the contract has run for so many people. */
export function faultsOf(figures: Figures, period: { from: Day; to: Day }): FaultLine[] {
  const { persons, started, fullTimeMonths, ended, endedFor } = figures
  const faults: FaultLine[] = []
  const add = (field: Correctable, code: FaultLine['code'], facts: FaultLine['facts'] = {}): void =>
    void faults.push({ field, code, facts })
  const counts: [Correctable, number][] = [
    ['persons', persons],
    ['started', started],
    ['fullTimeMonths', fullTimeMonths],
    ...Object.values(endedFor).map((count): [Correctable, number] => ['ended', count]),
  ]
  for (const [field, count] of counts)
    if (!Number.isSafeInteger(count) || count < 0) add(field, 'not_a_count', { given: count })
  if (faults.length > 0) return faults

  const most = persons * mostPerPerson(period)
  if (persons === 0 && fullTimeMonths > 0) add('fullTimeMonths', 'months_without_people')
  else if (fullTimeMonths > most)
    add('fullTimeMonths', 'months_exceed_period', { given: fullTimeMonths, most, persons, each: mostPerPerson(period) })
  if (started > persons) add('started', 'started_exceed_people', { started, persons })
  if (ended > persons) add('ended', 'ended_exceed_people', { ended, persons })
  return faults
}

/** What of the supplier's figures differs from the register's. Saying the same as the register is no correction. */
export function differing({ figures }: Prefilled, said: Corrections): Corrections {
  const whole = corrected(figures, said)
  return {
    ...(whole.persons === figures.persons ? {} : { persons: whole.persons }),
    ...(whole.started === figures.started ? {} : { started: whole.started }),
    ...(whole.fullTimeMonths === figures.fullTimeMonths ? {} : { fullTimeMonths: whole.fullTimeMonths }),
    ...(basisOf({ ...figures, endedFor: whole.endedFor }) === basisOf(figures) ? {} : { endedFor: whole.endedFor }),
  }
}

export type Submission = { readonly figures: Figures; readonly corrected: boolean; readonly receiptNumber: string }

/**
 * Whether a report may be sent: the period is over, the register says what the page showed (`basis`), nothing is impossible, and the remark names nobody
 * by number. Unchanged figures are sent as they stand, `corrected` false (PRC-10).
 */
export function decideSubmission(
  report: Report,
  prefilled: Prefilled,
  basis: string,
  today: Day,
): Outcome<Submission, ReportRefusal> {
  if (!moves(report.state, 'submitted')) return refuse('report.already_sent', { number: report.receiptNumber ?? '' })
  if (report.period.to >= today) return refuse('report.period_not_over', { last: report.period.to })
  if (basis !== basisOf(prefilled.figures)) return refuse('report.basis_moved')
  const corrections = differing(prefilled, report.corrections)
  const figures = corrected(prefilled.figures, corrections)
  const faults = faultsOf(figures, report.period)
  if (faults.length > 0) return refuseFaults(faults)
  if (holdsIdentityNumber(report.remark)) return refuse('report.remark_holds_identity')
  return accept({ figures, corrected: Object.keys(corrections).length > 0, receiptNumber: nextReceipt(report) })
}

/** Whether a correction may be kept: every figure that it makes impossible is told. */
export function decideCorrection(
  report: Report,
  prefilled: Prefilled,
  said: { readonly corrections?: Corrections; readonly remark?: string },
): Outcome<Pick<Report, 'corrections' | 'remark'>, ReportRefusal> {
  if (!moves(report.state, 'submitted')) return refuse('report.already_sent', { number: report.receiptNumber ?? '' })
  const corrections = differing(prefilled, { ...report.corrections, ...said.corrections })
  // Only what is being corrected now can be wrong now: two figures that belong together are corrected one after the other.
  const touched = said.corrections ?? {}
  const faults = faultsOf(corrected(prefilled.figures, corrections), report.period).filter(({ field }) =>
    field === 'ended' ? 'endedFor' in touched : field in touched,
  )
  if (faults.length > 0) return refuseFaults(faults)
  const remark = (said.remark ?? report.remark).trim()
  if (holdsIdentityNumber(remark)) return refuse('report.remark_holds_identity')
  return accept({ corrections, remark })
}

/** Whether a report may be approved or sent back. "Other" says nothing by itself: it needs words. */
export function decideJudgement(
  report: Report,
  judgement: { readonly to: 'approved' } | { readonly to: 'returned'; reason: ReturnReason; note: string },
): Outcome<ReportState, ReportRefusal> {
  if (!moves(report.state, judgement.to)) return refuse('report.not_sent')
  if (judgement.to === 'returned') {
    if (judgement.reason === 'other' && judgement.note.trim() === '') return refuse('report.return_without_words')
    if (holdsIdentityNumber(judgement.note)) return refuse('report.remark_holds_identity')
  }
  return accept(judgement.to)
}

/** `2026-041-3`: the case's number and the period's; sent again after a return it is `2026-041-3-2`. */
export function nextReceipt({ procurementNumber, period, receiptNumber }: Report): string {
  const first = `${procurementNumber}-${period.number}`
  if (receiptNumber === undefined) return first
  const again = Number(receiptNumber.slice(first.length + 1) || '1')
  return `${first}-${again + 1}`
}

/** The field at which a returned report's reason is shown. */
export const fieldOf: Readonly<Record<ReturnReason, Correctable | undefined>> = {
  months_do_not_fit: 'fullTimeMonths',
  persons_do_not_fit: 'persons',
  ends_missing: 'ended',
  other: undefined,
}

function moves(from: ReportState, to: ReportState): boolean {
  return (reportMoves[from] as readonly ReportState[]).includes(to)
}

/** All faults in one refusal: `faults` holds `field:code` for each, and the numbers their sentences need stand beside. */
function refuseFaults(faults: readonly FaultLine[]): Outcome<never, ReportRefusal> {
  const numbers = Object.fromEntries(faults.flatMap(({ facts }) => Object.entries(facts)))
  return refuse('report.impossible', {
    ...numbers,
    faults: faults.map(({ field, code }) => `${field}:${code}`).join(' '),
  })
}
