export {
  type AreaLine,
  type Contact,
  employingKinds,
  matchingKinds,
  type OrganisationKind,
  type OrganisationLine,
  organisationKinds,
} from './organisations.ts'
export { areaOf, areasOn, contactsOf, findOrganisation, listOrganisations } from './views.ts'
