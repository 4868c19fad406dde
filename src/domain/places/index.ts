export { mayPlaces, placesAccess } from './access.ts'
export { type AnswerSelfCheck, answerSelfCheck } from './answer-self-check.ts'
export { type DecideApportionment, decideApportionment } from './decide.ts'
export {
  type Calculation,
  type Key,
  type Override,
  type OverrideReason,
  overrideReasons,
  type Pass,
  type PassReason,
  type PlacesRefusal,
  passReasons,
  type SelfCheck,
  type SelfCheckQuestion,
  selfCheckQuestions,
  type TargetGroup,
  targetGroups,
} from './places.ts'
export { type ProposeApportionment, proposeApportionment } from './propose.ts'
export { decideProposal, engineKey, keySum } from './rules.ts'
export { keysInForce } from './standing.ts'
export {
  type ApportionmentPage,
  type DistrictLine,
  type LedgerPage,
  listPlaces,
  listWaiting,
  type PlacesLine,
  viewApportionment,
  viewLedger,
} from './views.ts'
export { placesCalculation } from './year/calculation.ts'
export { placesRegister } from './year/register.ts'
