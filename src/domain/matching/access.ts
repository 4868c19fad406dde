import { type AccessTable, type Actor, holdsRole } from '#kernel'
import type { MatchingCase } from './matching.ts'

const matchesTheCase = 'one works for the matching unit or the coordinator named in the case, and may see the person'
const ownCards =
  'the case’s contract is with the employer one works for; of each person only while its permission to be shown is in force and the card is shown'

/** Who may do what on people's way through a case, in words a lawyer can read (trust.md §4.1). */
export const matchingAccess = {
  'matching.proposals': {
    roles: ['district_team', 'matching_officer', 'coordinator'],
    when: 'a district with places apportioned to it in the case, about its own people; the case’s matching unit and coordinator, about people they may see',
  },
  'matching.propose': {
    roles: ['district_team', 'matching_officer', 'coordinator'],
    when: 'a district with places apportioned to it in the case, its own people; the case’s matching unit and coordinator, people they may see; never a protected person',
  },
  'matching.withdraw': {
    roles: ['district_team', 'matching_officer', 'coordinator'],
    when: `a district what it has proposed; else ${matchesTheCase}`,
  },
  'matching.grid': { roles: ['matching_officer', 'coordinator'], when: matchesTheCase },
  'matching.compare': { roles: ['matching_officer', 'coordinator'], when: matchesTheCase },
  'matching.view_shortlist': { roles: ['matching_officer', 'coordinator'], when: matchesTheCase },
  'matching.shortlist': { roles: ['matching_officer', 'coordinator'], when: matchesTheCase },
  'matching.unlist': { roles: ['matching_officer', 'coordinator'], when: `${matchesTheCase}; until the card is shown` },
  'matching.note': { roles: ['matching_officer', 'coordinator'], when: matchesTheCase },
  'matching.present': {
    roles: ['matching_officer', 'coordinator'],
    when: `${matchesTheCase}; only with the person’s permission in force, and no longer than it lasts`,
  },
  'matching.choices': { roles: ['employer'], when: ownCards },
  'matching.cards': { roles: ['employer'], when: ownCards },
  'matching.want': { roles: ['employer'], when: ownCards },
  'matching.decline': { roles: ['employer'], when: ownCards },
} as const satisfies AccessTable

export type MatchingOperation = keyof typeof matchingAccess

/** Role from the table, and the actor's relation to the case. Which people the actor may see is decided by the policies. */
export function mayMatch(
  actor: Pick<Actor, 'role' | 'organisation'>,
  operation: MatchingOperation,
  about: Pick<MatchingCase, 'matching' | 'coordinator' | 'employer'>,
): boolean {
  if (!holdsRole(matchingAccess, operation, actor)) return false
  if (actor.role === 'matching_officer') return about.matching === actor.organisation
  if (actor.role === 'coordinator') return about.coordinator === actor.organisation
  return actor.role === 'employer' ? about.employer === actor.organisation : true
}
