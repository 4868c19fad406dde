import { type AccessTable, type Actor, holdsRole } from '#kernel'

export const competenceAccess = {
  'profile.view': {
    roles: ['procurer', 'matching_officer', 'district_team', 'coordinator', 'employer', 'decision_maker', 'auditor'],
    when: 'the actor can see the procurement; the supplier sees the adopted edition only',
  },
  'profile.draft': { roles: ['district_team', 'matching_officer'], when: 'the actor can see the procurement' },
  'profile.describe': { roles: ['district_team', 'matching_officer'], when: 'the profile is a draft' },
  'profile.add': { roles: ['district_team', 'matching_officer'], when: 'the profile is a draft' },
  'profile.remove': { roles: ['district_team', 'matching_officer'], when: 'the profile is a draft' },
  'profile.adopt': {
    roles: ['district_team', 'matching_officer'],
    when: 'the profile is a draft with at least one must',
  },
} as const satisfies AccessTable

export type CompetenceOperation = keyof typeof competenceAccess

export function mayCompetence(actor: Pick<Actor, 'role'>, operation: CompetenceOperation): boolean {
  return holdsRole(competenceAccess, operation, actor)
}
