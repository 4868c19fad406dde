import type { EndReason } from '#domain/procurement'
import type { Day } from '#kernel'

export const reportStates = ['open', 'submitted', 'returned', 'approved'] as const
export type ReportState = (typeof reportStates)[number]

/** Who may move a report from where to where. What is not here is refused. */
export const reportMoves = {
  open: ['submitted'],
  submitted: ['approved', 'returned'],
  returned: ['submitted'],
  approved: [],
} as const satisfies Record<ReportState, readonly ReportState[]>

/** Why a report is sent back. Each is shown at the figure it speaks of (ux.md §4.14). */
export const returnReasons = ['months_do_not_fit', 'persons_do_not_fit', 'ends_missing', 'other'] as const
export type ReturnReason = (typeof returnReasons)[number]

/** A reporting period of a contract: both days counted, numbered from 1. */
export type ReportPeriod = { readonly number: number; readonly from: Day; readonly to: Day; readonly due: Day }

/**
 * What a report says (domain.md §3.2, aggregated): people employed at some time in the period, how many of them began in it, hundredths of
 * full-time months worked in it, and how many employments ended in it, by reason. 450 = 4.5 months.
 */
export type Figures = {
  readonly persons: number
  readonly started: number
  readonly fullTimeMonths: number
  readonly ended: number
  readonly endedFor: Readonly<Partial<Record<EndReason, number>>>
}

/** What can be corrected, one row each on the page. `ended` is corrected with its reasons. */
export const correctable = ['persons', 'started', 'fullTimeMonths', 'ended'] as const
export type Correctable = (typeof correctable)[number]

export type Corrections = Partial<Pick<Figures, 'persons' | 'started' | 'fullTimeMonths' | 'endedFor'>>

/** How the register counted: an employment each, without the person. Months in hundredths that add up to the figure. */
export type CountedLine = {
  /** Share of full time in ten-thousandths. */
  readonly workingTime: number
  readonly from: Day
  readonly to: Day
  readonly fullTimeMonths: number
}

export type Prefilled = { readonly figures: Figures; readonly lines: readonly CountedLine[] }

/** A figure that cannot be true, and the limits its sentence needs. */
export type FigureFault =
  | 'not_a_count'
  | 'months_without_people'
  | 'months_exceed_period'
  | 'started_exceed_people'
  | 'ended_exceed_people'

export type FaultLine = {
  readonly field: Correctable
  readonly code: FigureFault
  readonly facts: Readonly<Record<string, string | number>>
}

/** A report as the rules see it. Ids of organisations. */
export type Report = {
  readonly id: string
  readonly procurement: string
  readonly procurementNumber: string
  readonly authority: string
  readonly supplier: string
  readonly period: ReportPeriod
  readonly state: ReportState
  readonly corrections: Corrections
  readonly remark: string
  readonly receiptNumber?: string
  readonly version: number
}

export type ReportRefusal =
  | 'report.not_found'
  | 'report.not_yours'
  | 'report.changed_meanwhile'
  | 'report.period_not_over'
  | 'report.already_sent'
  | 'report.not_sent'
  | 'report.basis_moved'
  | 'report.impossible'
  | 'report.remark_holds_identity'
  | 'report.return_without_words'

export const followupEvents = [
  'followup.report_opened',
  'followup.report_corrected',
  'followup.report_submitted',
  'followup.report_approved',
  'followup.report_returned',
] as const
export type FollowupEvent = (typeof followupEvents)[number]
