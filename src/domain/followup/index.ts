// Use cases: one verb each.
export { type FollowupOperation, followupAccess } from './access.ts'
export { type ApproveReport, approveReport } from './approve.ts'
export { type CorrectReport, correctReport } from './correct.ts'
// Words and rules.
export {
  type Correctable,
  type Corrections,
  type CountedLine,
  correctable,
  type FaultLine,
  type FigureFault,
  type Figures,
  type FollowupEvent,
  followupEvents,
  type Prefilled,
  type ReportPeriod,
  type ReportRefusal,
  type ReportState,
  type ReturnReason,
  reportStates,
  returnReasons,
} from './followup.ts'
export { openReports } from './open.ts'
export { daysToAnswer, daysToReport, periodsToOpen, reportPeriods } from './periods.ts'
export { basisOf, mostPerPerson, prefill } from './prefill.ts'
export { namesIn } from './remark.ts'
export { type ReturnReport, returnReport } from './return.ts'
export { fieldOf } from './rules.ts'
export { type SubmitReport, type Submitted, submitReport } from './submit.ts'
// Views.
export { listReports, type ReportLine, type ReportList, type ReportPage, viewReport } from './views.ts'
