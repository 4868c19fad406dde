export { candidatesAccess } from './access.ts'
export { type AnswerPermission, answerPermission } from './answer-permission.ts'
export { type AskPermission, askPermission } from './ask-permission.ts'
export { eligibilityCalculation } from './calculations/eligibility.ts'
export { supportCalculation } from './calculations/support.ts'
export {
  type BehalfGround,
  behalfGrounds,
  type CandidateEvent,
  type CompetenceSource,
  type CompetenceType,
  candidateEvents,
  competenceSources,
  competenceTypes,
  type DisclosableField,
  disclosableFields,
  type Manner,
  manners,
  type PermissionRefusal,
  type PersonRefusal,
  type PersonStatus,
  permissionTextEdition,
  personStatuses,
  type RevealField,
  type RevealPurpose,
  revealFields,
  revealPurposes,
  statusMoves,
} from './candidates.ts'
export {
  type Eligibility,
  type EligibilityAnswer,
  type EligibilityBecause,
  type EligibilityFacts,
  type EligibilityRule,
  eligibility,
  eligibilityParametersOn,
  eligibilityRules,
  type WouldChange,
} from './eligibility.ts'
export { eligibilityChanges, eligibilityReasons, eligibilityRuleNames } from './eligibility-sentences.ts'
export { type FindByIdentity, findByIdentity } from './find-by-identity.ts'
export { type IdentityNumber, parseIdentityNumber } from './identity-number.ts'
export { type NoteCompetence, noteCompetence } from './note-competence.ts'
export { type NoteStanding, noteStanding } from './note-standing.ts'
export { type NoteStatus, notePersonStatus } from './note-status.ts'
export { endsSoonDays, type PermissionState, permissionDays, stateOf, usualLastDay } from './permission-rules.ts'
export { eligibilityFactsOf, type Standing } from './person-rules.ts'
export { type RecordPermission, recordPermission } from './record-permission.ts'
export { candidatesRegister } from './register.ts'
export { type RevealContact, revealContact } from './reveal-contact.ts'
export { identityDigest, openIdentity, type SealedIdentity, sealIdentity } from './seal.ts'
export { employerFees, introTerms, payCap, youthFees } from './supports/parameters.ts'
export { type Concept, conceptsAsked } from './views/concepts.ts'
export { readNames, shortName } from './views/names.ts'
export {
  listPeople,
  type People,
  type PeopleFilter,
  type PersonRow,
  peopleOrders,
  peoplePermissions,
  peopleScopes,
} from './views/people.ts'
export {
  findPermission,
  listPermissions,
  type PermissionLine,
  type PermissionList,
  type PermissionRow,
  permissionLines,
  permissionLists,
} from './views/permissions.ts'
export {
  type CaseLine,
  type CompetenceLine,
  competencesOf,
  type PersonPage,
  standingOf,
  viewPerson,
} from './views/person.ts'
export {
  type OwnContact,
  type OwnContactDetails,
  type OwnFile,
  type OwnJob,
  type OwnReader,
  ownContact,
  ownContactDetails,
  ownFile,
  ownJob,
  ownQuestions,
  ownReaders,
} from './views/self.ts'
export { type WithdrawPermission, withdrawPermission, withdrawPermissionFor } from './withdraw-permission.ts'
