export { asExpected } from './expected.ts'
export {
  type Amount,
  type Award,
  type Buyer,
  type Fault,
  type Label,
  type Leftover,
  type LotEntry,
  type LotReading,
  type LotResult,
  type NoticeEntry,
  type NoticeReading,
  type Place,
  type PlannedPeriod,
  type ReadField,
  type Signal,
  type SignalReason,
  signalReasons,
  type Texts,
} from './notice.ts'
export { type CaseProposal, proposeCase } from './proposal.ts'
export type { Beside, Proposed } from './proposed.ts'
export { readNotice } from './read.ts'
export { type NoticeLimits, type NoticeRefusal, noticeLimits, noticeRefusals } from './refusals.ts'
export { chooseText } from './texts.ts'
