import { type Figures, prefill, type ReportPeriod, reportPeriods } from '#domain/followup'
import type { Employment } from '#domain/procurement'
import { addDays, addMonths, type Day } from '#kernel'
import { idOf } from '../identities.ts'
import type { Happening } from '../journal.ts'
import { organisationId } from '../organisations.ts'
import type { Row } from '../rows.ts'
import { staffAt, staffOf } from '../staff.ts'
import { clauseParameters } from './clause.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

type State = Row<'followup.report'>['state']

/** The supplier's reports, one for each period that is over: the old ones approved, the last one as the story says (PRC-10). */
export function tellReports(stage: Stage, story: Told, employments: readonly Employment[]): void {
  if (!story.has('awarded') || !story.supplier || story.clause === undefined) return
  const { today } = stage.calendar
  const contract = { from: story.contractStart, to: addDays(story.contractEnd, 1) }
  for (const period of reportPeriods({ clause: clauseParameters(story), contract })) {
    if (period.to >= today) return
    const last = addMonths(period.to, 3) >= today || period.to === story.contractEnd
    const decided = addDays(period.due, 7) < today ? 'approved' : 'open'
    tellOne(stage, story, period, last ? (story.report ?? decided) : 'approved', prefill(employments, period).figures)
  }
}

function tellOne(stage: Stage, story: Told, period: ReportPeriod, state: State, figures: Figures): void {
  const { calendar, journal, sheet } = stage
  const id = idOf('report', `${story.key} ${period.number}`)
  const span = { period_from: period.from, period_to: period.to }
  const tell = (more: Pick<Happening, 'kind' | 'reason'>, facts: Happening['facts'] = {}): Happening => ({
    ...more,
    stream: 'procurement',
    streamId: story.id,
    plane: 'contract',
    subject: id,
    facts: { ...span, ...facts },
  })
  const procurer = staffOf(story.procurer)
  journal.write(addDays(period.to, 1), 'system', tell({ kind: 'followup.report_opened' }))
  const before = (days: number): Day => calendar.workday(Math.min(calendar.offset(period.due) - days, -1))
  const row: Row<'followup.report'> = {
    id,
    commitment_id: idOf('commitment', story.key),
    procurement_id: story.id,
    supplier_id: organisationId(story.supplier ?? 'bygg-ab'),
    period_from: period.from,
    period_to: period.to,
    due_on: period.due,
    state,
    figures: null,
    receipt_number: null,
    submitted_at: null,
    decided_at: null,
    return_reason: null,
    return_note: '',
  }
  if (state !== 'open') {
    const receipt = `${story.on.created.slice(0, 4)}-${story.number}-${period.number}`
    const facts = { receipt, persons: figures.persons, months: figures.fullTimeMonths / 100, corrected: false }
    const employer = staffAt(story.supplier ?? 'bygg-ab') ?? 'system'
    row.figures = JSON.stringify(figures)
    row.receipt_number = receipt
    row.submitted_at = journal.write(before(4), employer, tell({ kind: 'followup.report_submitted' }, facts))
  }
  if (state === 'approved')
    row.decided_at = journal.write(before(-3), procurer, tell({ kind: 'followup.report_approved' }))
  if (state === 'returned') {
    row.return_reason = 'ends_missing'
    row.return_note = 'En anställning slutade under perioden. Se över raden om avslut.'
    const why = { kind: 'followup.report_returned', reason: row.return_note }
    row.decided_at = journal.write(before(0), procurer, tell(why, { why: row.return_reason }))
  }
  sheet.add('followup.report', row)
}
