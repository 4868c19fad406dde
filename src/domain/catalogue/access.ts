import { type AccessTable, type Actor, holdsRole } from '#kernel'

export const catalogueAccess = {
  'catalogue.list': {
    roles: ['provider', 'coordinator', 'matching_officer', 'district_team'],
    when: 'a provider sees its own; the others all',
  },
  'catalogue.confirm': { roles: ['provider'], when: 'the intervention is the actor’s organisation’s' },
  'catalogue.change_seats': { roles: ['provider'], when: 'the intervention is the actor’s organisation’s' },
} as const satisfies AccessTable

export type CatalogueOperation = keyof typeof catalogueAccess

export function mayCatalogue(
  actor: Pick<Actor, 'role' | 'organisation'>,
  operation: CatalogueOperation,
  intervention: { provider: string },
): boolean {
  return (
    holdsRole(catalogueAccess, operation, actor) &&
    (operation === 'catalogue.list' || intervention.provider === actor.organisation)
  )
}
