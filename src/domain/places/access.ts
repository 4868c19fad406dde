import { type AccessTable, type Actor, holdsRole } from '#kernel'

export const placesAccess = {
  'places.list': {
    roles: ['matching_officer', 'district_team', 'coordinator'],
    when: 'a district sees the places of its own area; a matching unit and a coordinator those of their cases',
  },
  'places.ledger': {
    roles: ['district_team', 'decision_maker', 'matching_officer', 'auditor'],
    when: 'the year’s ledger is the whole city’s, and holds no person',
  },
  'places.apportionment': {
    roles: ['district_team', 'decision_maker', 'matching_officer', 'procurer', 'coordinator', 'auditor'],
    when: 'the actor can see the procurement',
  },
  'places.keys': {
    roles: ['procurer', 'matching_officer', 'district_team', 'coordinator', 'decision_maker', 'auditor'],
    when: 'the keys are published, and hold no person',
  },
  'places.propose': { roles: ['district_team'], when: 'the apportionment is not decided' },
  'places.decide': { roles: ['district_team'], when: 'the self-check is answered and the ledger has not moved' },
  'places.self_check': { roles: ['district_team'], when: 'the apportionment is not decided' },
} as const satisfies AccessTable

export type PlacesOperation = keyof typeof placesAccess

/** Whether the actor's role may do the operation. The team is city-wide, so the case itself sets no further limit (TGT-2). */
export function mayPlaces(actor: Pick<Actor, 'role'>, operation: PlacesOperation): boolean {
  return holdsRole(placesAccess, operation, actor)
}
