import { type AccessTable, type Actor, holdsRole } from '#kernel'
import type { LockedPerson, Permission } from './candidates.ts'

const knowsThePerson =
  'the person is of the actor’s own matching unit or district, or is assigned to the actor’s organisation now; a protected person only if the actor is named'

/** Who may do what with people and permissions, in words a lawyer can read (trust.md §4.1). */
export const candidatesAccess = {
  'person.list': { roles: ['matching_officer', 'district_team', 'coordinator'], when: knowsThePerson },
  'person.view': { roles: ['matching_officer', 'district_team', 'coordinator'], when: knowsThePerson },
  'person.find_by_identity': {
    roles: ['matching_officer', 'district_team'],
    when: `${knowsThePerson}; every hit is logged, allowed or not`,
  },
  'person.reveal': {
    roles: ['matching_officer', 'district_team', 'coordinator'],
    when: `${knowsThePerson}; with a stated reason; a coordinator never sees an identity number; every attempt is logged`,
  },
  'person.note_status': { roles: ['matching_officer', 'district_team', 'coordinator'], when: knowsThePerson },
  'person.note_competence': { roles: ['matching_officer', 'district_team', 'coordinator'], when: knowsThePerson },
  'person.note_standing': { roles: ['matching_officer', 'district_team'], when: knowsThePerson },
  'permission.list': { roles: ['matching_officer', 'coordinator'], when: knowsThePerson },
  'permission.ask': {
    roles: ['matching_officer', 'coordinator'],
    when: `${knowsThePerson}; the case is the actor’s organisation’s to match for, open, and has an employer; never for a protected person`,
  },
  'permission.record': {
    roles: ['matching_officer'],
    when: `${knowsThePerson}; with manner and ground, and the person is told`,
  },
  'permission.withdraw_for': { roles: ['matching_officer'], when: `${knowsThePerson}; with manner and ground` },
  'permission.answer': { roles: ['participant'], when: 'the question is put to the participant' },
  'permission.withdraw': { roles: ['participant'], when: 'the permission is the participant’s own' },
  'self.now': { roles: ['participant'], when: 'about oneself' },
  'self.question': { roles: ['participant'], when: 'the question is put to the participant' },
  'self.permissions': { roles: ['participant'], when: 'about oneself' },
  'self.job': { roles: ['participant'], when: 'the job is the participant’s own' },
  'self.plan': { roles: ['participant'], when: 'about oneself' },
  'self.about_me': { roles: ['participant'], when: 'about oneself; the reading is logged' },
  'self.leave': { roles: ['participant'], when: 'ends the participant’s own session' },
} as const satisfies AccessTable

export type CandidatesOperation = keyof typeof candidatesAccess

type Who = Pick<Actor, 'role' | 'organisation' | 'person'>

/** Whether the actor may do something to a person: role from the table, and the relation the table speaks of. */
export function mayPerson(
  actor: Who,
  operation: CandidatesOperation,
  person: Pick<LockedPerson, 'matchingId' | 'districtId' | 'assigned'>,
): boolean {
  if (!holdsRole(candidatesAccess, operation, actor)) return false
  if (person.assigned) return actor.role !== 'provider'
  if (actor.role === 'matching_officer') return person.matchingId === actor.organisation
  return actor.role === 'district_team' && person.districtId === actor.organisation
}

/** Whether a participant may do something to a permission: only to one's own. */
export function mayOwn(actor: Who, operation: CandidatesOperation, permission: Pick<Permission, 'person'>): boolean {
  return holdsRole(candidatesAccess, operation, actor) && actor.person === permission.person
}
