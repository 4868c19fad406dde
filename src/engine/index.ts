export { apportion, runningOrder } from './apportion/apportion.ts'
export type {
  Apportionment,
  ApportionmentInput,
  ApportionRefusal,
  AreaId,
  AreaSummary,
  ClaimPolicy,
  Contender,
  Key,
  KeyRow,
  LedgerRow,
  Override,
  Pass,
  PassedTurn,
  PassReason,
  Step,
  TieRule,
  WholeTreatment,
  WhyThisArea,
} from './apportion/apportionment.ts'
export { type Fraction, fractionValue } from './apportion/fraction.ts'
export {
  carryLedger,
  type Move,
  nextYear,
  openLedger,
  type SubApportionment,
  subApportion,
} from './apportion/ledger.ts'
export { judge, upperBound, type Worth } from './match/certificate.ts'
export { explainMatching, type MatchExplanation, type PersonReason, type PlaceReason } from './match/explain.ts'
export { withHeld, withoutHeld } from './match/held.ts'
export type {
  Family,
  MatchInstance,
  Pairs,
  Prices,
  Reserve,
  TieRule as MatchTieRule,
} from './match/instance.ts'
export { noLimit } from './match/instance.ts'
export { type JmbFault, type JmbReading, readJmb, writeJmb } from './match/jmb.ts'
export { type Matched, type Matching, matchNow } from './match/match.ts'
export type { Progress } from './match/progress.ts'
export { answerOf, difference, type MatchChange, openPlan, replan, type StandingPlan } from './match/replan.ts'
export { type MatchOptions, match } from './match/run.ts'
export { type StrictScores, type StrictWorth, strictOrder, strictWorth } from './match/strict.ts'
export { matchOnThread, type ThreadOptions } from './match/thread.ts'
export { findFaults, type MatchFault, type MatchFaultCode } from './match/validate.ts'
export { type LatestStarts, latestStarts, type TooLate } from './track/backward.ts'
export { faultsOfPlans, type PlanFault } from './track/check.ts'
export { type ExplainedStep, explainTrack, type Saving, seatsLeft, type TrackExplanation } from './track/explain.ts'
export { type GapReason, gapsOf, type TrackGap } from './track/gaps.ts'
export { planTracks, type TrackAnswer, type TrackOptions, type TrackProgress } from './track/plan-tracks.ts'
export { readTracks, type TrackFault } from './track/read-tracks.ts'
export type {
  SeatPrice,
  TrackInstance,
  TrackModule,
  TrackParticipant,
  TrackPlan,
  TrackScore,
  TrackStart,
  TrackStep,
} from './track/track.ts'
