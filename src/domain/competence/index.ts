export { competenceAccess, mayCompetence } from './access.ts'
export { type CommonConcept, commonConcepts } from './common-concepts.ts'
export { type DraftProfile, draftProfile } from './draft.ts'
export { addRequirement, adoptProfile, describeProfile, removeRequirement } from './edit.ts'
export {
  type HeldCompetence,
  inOrder,
  type Listed,
  type ListOrder,
  listOrders,
  type MatchCell,
  type MatchPerson,
  type MatchState,
  matchPerson,
  matchRequirement,
  type Opportunity,
  type Requirement,
  readyFor,
} from './match.ts'
export {
  type ConceptType,
  conceptTypes,
  type Profile,
  type ProfileRefusal,
  type ProfileRequirement,
  type RequirementKind,
  requirementKinds,
} from './profile.ts'
export { weeksFromNothing } from './rules.ts'
export { readProfile, readRequirements } from './store.ts'
export { type ConceptHit, type ProfilePage, searchOccupations, searchSkills, viewProfile } from './views.ts'
