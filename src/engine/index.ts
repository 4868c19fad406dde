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
