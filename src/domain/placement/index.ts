// Use cases: one verb each.
export { acceptOffer } from './accept.ts'
// Words and rules.
export { mayPlacement, type PlacementOperation, placementAccess } from './access.ts'
export type { PlacementAnswer, PlacementCommand } from './change.ts'
export { confirmJob } from './confirm.ts'
export { confirmStill } from './confirm-still.ts'
export { declineOffer } from './decline.ts'
export { type EndPlacement, endPlacement } from './end.ts'
export { type OfferPlacement, offerPlacement } from './offer.ts'
export {
  type OfferTerms,
  type PlacementEndReason,
  type PlacementEventKind,
  type PlacementForm,
  type PlacementRefusal,
  type PlacementState,
  placementEndReasons,
  placementEventKinds,
  placementForms,
  placementStates,
  type QuestionTopic,
  questionTopics,
  stillAfterMonths,
} from './placement.ts'
export { type QuestionJob, questionJob } from './question.ts'
export { type StartPlacement, startPlacement } from './start.ts'
// Views.
export { type FreePlace, freePlaces } from './store.ts'
export {
  type EmployedPage,
  listEmployed,
  listOwnPlacements,
  type OwnPlacement,
  type PlacementLine,
  type PlacementPage,
  placesTaken,
  viewOwnPlacement,
  viewPlacement,
  type WaitsFor,
} from './views.ts'
