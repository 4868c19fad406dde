import { type AccessTable, type Actor, holdsRole } from '#kernel'
import type { LockedPlacement } from './placement.ts'

const ownEmployee = 'the placement is with the employer one works for'
const ownJob = 'the placement is the participant’s own'

/** Who may do what with placements, in words a lawyer can read (trust.md §4.1, I5: each confirms only what is one’s own to confirm). */
export const placementAccess = {
  'placement.list': { roles: ['employer'], when: ownEmployee },
  'placement.view': { roles: ['employer'], when: ownEmployee },
  'placement.offer': {
    roles: ['employer'],
    when: 'the case’s contract is with the employer one works for, and the person’s permission to be shown to it is in force',
  },
  'placement.start': { roles: ['employer'], when: ownEmployee },
  'placement.end': { roles: ['employer'], when: ownEmployee },
  'placement.accept': { roles: ['participant'], when: ownJob },
  'placement.decline': { roles: ['participant'], when: ownJob },
  'placement.confirm': { roles: ['participant'], when: ownJob },
  'placement.question': { roles: ['participant'], when: ownJob },
  'placement.confirm_still': { roles: ['employer', 'participant'], when: `${ownEmployee}, or ${ownJob}` },
} as const satisfies AccessTable

export type PlacementOperation = keyof typeof placementAccess

/** Role from the table, and the relation the table speaks of. */
export function mayPlacement(
  actor: Pick<Actor, 'role' | 'organisation' | 'person'>,
  operation: PlacementOperation,
  placement: Pick<LockedPlacement, 'employer' | 'person'>,
): boolean {
  if (!holdsRole(placementAccess, operation, actor)) return false
  return actor.role === 'employer' ? placement.employer === actor.organisation : placement.person === actor.person
}
