// Use cases: one verb each.
export { type AcceptNotice, acceptNotice } from './accept-notice.ts'
// Words and rules.
export { type ProcurementVerb, procurementAccess } from './access.ts'
export { type Award, type Awarded, awardContract } from './award.ts'
export { clauseCalculation } from './calculations/clause.ts'
export { triageCalculation } from './calculations/triage.ts'
export { type ChooseClause, chooseClause } from './choose-clause.ts'
export { readPart, suggestClause, targetGroups, writePart } from './clause-suggestion.ts'
export type { ContractPeriod } from './clauses/contract-period.ts'
export * from './clauses/employment-parameters.ts'
export * from './clauses/employment-rules.ts'
export { type ClauseLanguage, type ClauseSection, clauseText } from './clauses/employment-text.ts'
export { type CompleteStep, completeStep } from './complete-step.ts'
export {
  type DecideRequirement,
  type DecisionReason,
  decideRequirement,
  decisionReasons,
} from './decide-requirement.ts'
export { type DiscardNotice, discardNotice } from './discard-notice.ts'
export * from './lead-time.ts'
export { type LockClause, lockClause } from './lock-clause.ts'
export {
  type EmploymentSignal,
  type FieldRead,
  type LotProposal,
  type NoticeLot,
  type NoticeReading,
  type NotUnderstood,
  type ProposedValue,
  type StoredNotice,
  type Words,
  wordsOf,
} from './notice.ts'
export { type Opened, type OpenProcurement, openProcurement } from './open.ts'
export { type PlanSteps, planSteps } from './plan-steps.ts'
export {
  type CaseInputs,
  type EmploymentForm,
  employmentForms,
  type Need,
  type ProcurementEvent,
  type ProcurementRefusal,
  type ProcurementState,
  procurementEvents,
  procurementStates,
  type Requirement,
  requirements,
  type Step,
  steps,
} from './procurement.ts'
export { type Received, type ReceiveNotice, receiveNotice } from './receive-notice.ts'
export { procurementRegister } from './register.ts'
export { type SaveNeed, saveNeed } from './save-need.ts'
export { type SetParties, setParties } from './set-parties.ts'
export { type Plannable, plannable, type StepLine } from './steps.ts'
// Views.
export { type CasePage, type Party, type Preparation, viewCase } from './views/case.ts'
export { type CaseFilter, type CaseLine, type CaseList, listCases } from './views/cases.ts'
export { type ClausePage, viewClause } from './views/clause.ts'
export {
  type CommitmentLine,
  type CommitmentList,
  type CommitmentPage,
  employmentsOf,
  endReasonOf,
  listCommitments,
  viewCommitment,
} from './views/commitments.ts'
export { listNeedsToCopy, type NeedPage, viewNeed } from './views/need.ts'
export {
  listNotices,
  type NoticeLine,
  type NoticeList,
  type NoticePage,
  type NoticeState,
  viewNotice,
} from './views/notices.ts'
export { type CaseProgress, progressOf } from './views/turn-facts.ts'
export type { Side, Turn, TurnCode } from './whose-turn.ts'
