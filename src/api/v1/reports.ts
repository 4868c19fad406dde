import { z } from '@hono/zod-openapi'
import {
  correctReport,
  followupAccess,
  listReports,
  type ReportRefusal,
  type ReportState,
  returnReasons,
  submitReport,
  viewReport,
} from '#domain/followup'
import { endReasons } from '#domain/procurement'
import { cursorAsked } from '../cursor.ts'
import { count, day, facts, id, text, version, versionAsked } from '../fields.ts'
import { reading, writing } from '../operation.ts'
import { cursorProblems, listOf, paged } from '../paging.ts'
import type { Fault, Titles } from '../problem.ts'

const reportStates = ['open', 'submitted', 'returned', 'approved'] as const satisfies readonly ReportState[]

const missing = { title: 'There is no such thing, or not for this token' }

const problems: Titles<ReportRefusal> = {
  'report.not_found': missing,
  'report.not_yours': missing,
  'report.changed_meanwhile': { title: 'Somebody changed it meanwhile', detail: 'Read it again and decide anew.' },
  'report.period_not_over': { title: 'The period is not over', detail: 'It can be sent from the day after {last}.' },
  'report.already_sent': { title: 'The report is already sent', detail: 'Its receipt has the number {number}.' },
  'report.not_sent': { title: 'The report is not sent' },
  'report.basis_moved': {
    title: 'An employment changed meanwhile, so the register’s figures are others',
    detail: 'Read the report again, look at `prefilled`, and send with the new `basis`.',
  },
  'report.impossible': { title: 'The figures cannot be true', detail: '`errors` says which.' },
  'report.remark_holds_identity': { title: 'The remark holds what looks like a personal identity number' },
  'report.return_without_words': { title: 'The reason “other” needs words' },
}

const figures = z
  .object({
    persons: count.openapi({ description: 'People employed at some time in the period' }),
    started: count.openapi({ description: 'Of them, begun in the period' }),
    fullTimeMonths: count.openapi({ description: 'Hundredths of full-time months worked: 450 = 4.5 months' }),
    ended: count,
    endedFor: z.partialRecord(z.enum(endReasons), count),
  })
  .openapi('ReportFigures')

const line = {
  id,
  procurement: id,
  number: z.string(),
  title: z.string(),
  supplier: z.string(),
  state: z.enum(reportStates),
  sentOn: day.optional(),
  receiptNumber: z.string().optional(),
  corrected: z.boolean(),
}

const hundreds = z.int().min(0).max(9999)
const corrections = z
  .strictObject({
    persons: hundreds.optional(),
    started: hundreds.optional(),
    fullTimeMonths: z.int().min(0).max(9_999_999).optional().openapi({ description: 'Hundredths: 450 = 4.5 months' }),
    endedFor: z.strictObject(Object.fromEntries(endReasons.map(reason => [reason, hundreds.optional()]))).optional(),
  })
  .openapi('ReportCorrections')

const common = { access: followupAccess, tag: 'Reports' } as const

export const reports = [
  reading({
    ...common,
    path: '/reports',
    operation: 'report.list',
    summary: 'The supplier’s reports, what waits first',
    query: z.strictObject({ cursor: cursorAsked }),
    answer: listOf(
      z.object({ ...line, from: day, to: day, due: day, figures: figures.optional() }).openapi('ReportLine'),
      'ReportList',
    ),
    titles: cursorProblems,
    view: ({ tx, actor, today, query }) => paged(query, page => listReports(tx, actor, page, today)),
  }),
  reading({
    ...common,
    path: '/reports/{report}',
    operation: 'report.view',
    summary: 'One report: what the register says, what will be sent or was',
    answer: z
      .object({
        ...line,
        authority: z.string(),
        period: z.object({ number: count, from: day, to: day, due: day }),
        version,
        prefilled: z.object({ figures }).openapi({ description: 'What the register says now' }),
        basis: z.string().openapi({ description: 'Send it back with the report: what is sent is what was seen' }),
        figures: figures.openapi({ description: 'What will be sent, or what was' }),
        faults: z.array(z.object({ field: z.string(), code: z.string(), facts })),
        remark: z.string(),
        decidedOn: day.optional(),
        returned: z.object({ reason: z.enum(returnReasons), note: z.string() }).optional(),
        allowed: z.array(z.string()),
      })
      .openapi('Report'),
    view: ({ tx, actor, today, params }) => viewReport(tx, actor, params.report, today),
  }),
  writing({
    ...common,
    method: 'put',
    path: '/reports/{report}/corrections',
    operation: 'report.correct',
    summary: 'Say what differs from the register, before the report is sent',
    description:
      'Giving the register’s own figure takes a correction back. Nothing is to be sent here when nothing differs.',
    body: z
      .strictObject({ version: versionAsked, corrections: corrections.optional(), remark: text(0, 500).optional() })
      .openapi('ReportChange'),
    status: 200,
    answer: z.object({ id }).openapi('ReportCorrected'),
    titles: problems,
    decide: ({ db, actor, today, now, newId, params, body }) =>
      correctReport(db, actor, { ...body, report: params.report, today, now, newId }),
    current: async (tx, { actor, today, params }) => (await viewReport(tx, actor, params.report, today))?.version,
    faults: impossible,
  }),
  writing({
    ...common,
    method: 'post',
    path: '/reports/{report}/submission',
    operation: 'report.submit',
    summary: 'Send the report: the register’s figures with the corrections. Answers with a receipt',
    body: z.strictObject({ version: versionAsked, basis: text(1, 200) }).openapi('ReportSubmission'),
    status: 201,
    answer: z.object({ receiptNumber: z.string(), corrected: z.boolean() }).openapi('ReportReceipt'),
    titles: problems,
    decide: ({ db, actor, today, now, newId, params, body }) =>
      submitReport(db, actor, { ...body, report: params.report, today, now, newId }),
    current: async (tx, { actor, today, params }) => (await viewReport(tx, actor, params.report, today))?.version,
    faults: impossible,
  }),
]

/** The refusal that holds several faults, each at its figure. */
function impossible({
  code,
  facts: told,
}: {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}): Fault[] {
  if (code !== 'report.impossible') return []
  return String(told.faults ?? '')
    .split(' ')
    .map(one => one.split(':'))
    .map(([field = '', fault = '']) => ({
      pointer: `#/corrections/${field === 'ended' ? 'endedFor' : field}`,
      code: fault,
      detail: detailOf[fault] ?? 'Cannot be true',
    }))
}

const detailOf: Readonly<Record<string, string>> = {
  not_a_count: 'Must be a whole number from nought',
  months_without_people: 'There cannot be months of work without people',
  months_exceed_period: 'More months than so many people can work in the period',
  started_exceed_people: 'More have begun than there are people',
  ended_exceed_people: 'More have ended than there are people',
}
