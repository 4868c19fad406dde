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
export { carryLedger, type Move, openLedger, type SubApportionment, subApportion } from './apportion/ledger.ts'
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
