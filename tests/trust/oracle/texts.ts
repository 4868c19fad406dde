import type { Canary } from '#world'
import { isShown, toldEmployee, toldFields, toldName } from './cards.ts'
import type { Facts, Who } from './facts.ts'
import { readable } from './rows.ts'

/** Whether a marked value may reach somebody, in whatever channel (trust.md §1.1, point 6). */
export function mayReach(who: Who | undefined, canary: Canary, facts: Facts): boolean {
  if (!who) return false
  const row = facts.find(canary.table, canary.ownerId) ?? facts.by(canary.table, 'procurement_id', canary.ownerId)[0]
  if (canary.ownerKind !== 'person') return row !== undefined && (readable[canary.table]?.(who, row, facts) ?? false)
  const person = facts.find('candidates.person', canary.ownerId)
  if (!person) return false
  const reads = (table: string): boolean =>
    facts.by(table, 'person_id', person.id).some(one => readable[table]?.(who, one, facts) ?? false)
  switch (canary.class) {
    case 'given':
      return toldName(who, facts, person) || onCard(who, facts, person.id) || isEmployee(who, facts, person.id)
    case 'family':
      return toldName(who, facts, person)
    case 'phone':
      return toldFields(who, facts, person).includes('phone') || onCard(who, facts, person.id, 'phone')
    case 'email':
      return toldFields(who, facts, person).includes('email')
    case 'identity':
      return toldFields(who, facts, person).includes('identity_sealed')
    case 'instrument':
      return reads('candidates.standing')
    case 'competence':
      return reads('candidates.competence')
    default:
      return false
  }
}

function onCard(who: Who, facts: Facts, person: unknown, field?: string): boolean {
  return facts
    .by('matching.candidacy', 'person_id', person)
    .some(
      candidacy =>
        isShown(who, facts, candidacy) &&
        (field === undefined ||
          facts
            .by('candidates.permission', 'person_id', person)
            .some(one => one.procurement_id === candidacy.procurement_id && (one.fields as string[]).includes(field))),
    )
}

function isEmployee(who: Who, facts: Facts, person: unknown): boolean {
  return facts.by('placement.placement', 'person_id', person).some(one => toldEmployee(who, facts, one))
}
