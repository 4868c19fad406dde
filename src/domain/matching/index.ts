// Words and rules.
export { type MatchingOperation, matchingAccess, mayMatch } from './access.ts'
// Use cases: one verb each.
export { declineCandidate, wantCandidate } from './answer.ts'
// For `placement`, in its transaction: the employer's choice is an offer.
export { closeRest, type LockedCard, lockCard, markAnswered } from './card.ts'
export type { MatchingAnswer, OnCandidacies } from './change.ts'
export {
  type CandidacyState,
  candidacyMoves,
  candidacyStates,
  type DeclineReason,
  declineReasons,
  type MatchingEventKind,
  type MatchingRefusal,
  type MeetingNote,
  matchingEventKinds,
  meetingNotes,
  type Seen,
  type ShortlistReason,
  shortlistReasons,
} from './matching.ts'
export { type NoteMeeting, noteMeeting } from './note-meeting.ts'
export type { ShownPermission } from './permissions.ts'
export { type PresentCandidates, presentCandidates } from './present.ts'
export { type ProposeCandidates, proposeCandidates } from './propose.ts'
export { brokenRule } from './rules.ts'
export { type Shortlist, shortlistCandidates } from './shortlist.ts'
export { stepBack } from './store.ts'
export { removeFromShortlist } from './unlist.ts'
// Views.
export {
  type AnswerableCard,
  type Card,
  type CardsPage,
  type Choice,
  listChoices,
  previewCards,
  viewCards,
} from './views/cards.ts'
export { type CandidateCount, countCandidates } from './views/counts.ts'
export { type Grid, type GridQuery, type GridScope, gridScopes, type HiddenReason, viewGrid } from './views/grid.ts'
export type { CaseHead } from './views/head.ts'
export type { CellWhy, Line, LineCell } from './views/lines.ts'
export { type Proposals, viewProposals } from './views/proposals.ts'
export { type ShortlistLine, type ShortlistPage, viewShortlist } from './views/shortlist.ts'
export type { Way } from './views/ways.ts'
export { withdrawProposal } from './withdraw.ts'
