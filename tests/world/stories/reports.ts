import { addDays, addMonths, type Day, daysBetween } from '#kernel'
import { idOf } from '../identities.ts'
import { organisationId } from '../organisations.ts'
import type { Row } from '../rows.ts'
import { staff, staffOf } from '../staff.ts'
import type { Employment } from './placements.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

const everyMonths = 3
const daysToAnswer = 15

/** The supplier's reports, one for each period that is over: the old ones approved, the last one as the story says (PRC-10). */
export function tellReports(stage: Stage, story: Told, employments: readonly Employment[]): void {
  if (!story.has('awarded') || !story.supplier || story.clause === undefined) return
  const { today } = stage.calendar
  for (let k = 0; ; k++) {
    const from = addMonths(story.contractStart, k * everyMonths)
    const next = addDays(addMonths(story.contractStart, (k + 1) * everyMonths), -1)
    const to = earlier(next, story.contractEnd)
    if (to >= today || from > story.contractEnd) return
    const last = addMonths(to, everyMonths) >= today || to === story.contractEnd
    tellOne(stage, story, { from, to, number: k + 1 }, last ? story.report : 'approved', employments)
  }
}

type Period = { readonly from: Day; readonly to: Day; readonly number: number }

function tellOne(
  stage: Stage,
  story: Told,
  period: Period,
  wanted: Told['report'],
  employments: readonly Employment[],
): void {
  const { calendar, journal, sheet } = stage
  const id = idOf('report', `${story.key} ${period.number}`)
  const due = addDays(period.to, daysToAnswer)
  const happening = { stream: 'procurement', streamId: story.id, plane: 'contract', subject: id } as const
  const employer = staff.find(({ organisation }) => organisation === story.supplier) ?? 'system'
  const procurer = staffOf(story.procurer)
  const facts = { period_from: period.from, period_to: period.to }
  const state = wanted ?? (addDays(due, 7) < calendar.today ? 'approved' : 'open')
  journal.write(addDays(period.to, 1), 'system', { ...happening, kind: 'followup.report_opened', facts })
  const before = (days: number): Day => calendar.workday(Math.min(calendar.offset(due) - days, -1))
  const row: Row<'followup.report'> = {
    id,
    commitment_id: idOf('commitment', story.key),
    procurement_id: story.id,
    supplier_id: organisationId(story.supplier ?? 'bygg-ab'),
    period_from: period.from,
    period_to: period.to,
    due_on: due,
    state,
    figures: null,
    receipt_number: null,
    submitted_at: null,
    decided_at: null,
    return_reason: null,
    return_note: '',
  }
  if (state !== 'open') {
    row.figures = JSON.stringify(figures(period, employments))
    row.receipt_number = `${story.on.created.slice(0, 4)}-${story.number}-${period.number}`
    row.submitted_at = journal.write(before(4), employer, { ...happening, kind: 'followup.report_submitted', facts })
  }
  if (state === 'approved')
    row.decided_at = journal.write(before(-3), procurer, { ...happening, kind: 'followup.report_approved', facts })
  if (state === 'returned') {
    row.return_reason = 'months_do_not_fit'
    row.return_note = 'Två anställningar slutade under perioden. Se över månaderna.'
    row.decided_at = journal.write(before(0), procurer, {
      ...happening,
      kind: 'followup.report_returned',
      facts,
      reason: row.return_reason,
    })
  }
  sheet.add('followup.report', row)
}

/** What the supplier says about a period: counts and hundredths of full-time months, no person. */
function figures({ from, to }: Period, employments: readonly Employment[]): Record<string, number> {
  const during = employments.filter(one => one.from <= to && (one.to === undefined || one.to >= from))
  const months = during.reduce((sum, one) => {
    const first = one.from > from ? one.from : from
    const last = one.to !== undefined && one.to < to ? one.to : to
    return sum + (one.rate * (daysBetween(first, last) + 1)) / (365.25 / 12)
  }, 0)
  const ended = during.filter(one => one.reason !== undefined && one.to !== undefined && one.to <= to).length
  return { persons: during.length, fullTimeMonths: Math.round(months * 100), ended }
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}
