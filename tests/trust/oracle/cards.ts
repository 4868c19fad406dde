import type { Facts, Row, Who } from './facts.ts'
import { isAssigned, isDisclosed, knowsPerson, knowsPersonInCase, mayKnowOf, seesCase } from './relations.ts'

// What the functions that deliver names, contacts and cards may deliver, and to whom (trust.md §1.1, P-D2, P-M1).

/** The full name, by function and logged: to whoever knows the person, and to the provider of a class the person is in. */
export function toldName(who: Who, facts: Facts, person: Row): boolean {
  if (knowsPerson(who, facts, person.id)) return true
  return who.role === 'provider' && isAssigned(who, facts, person.id, 'training') && mayKnowOf(who, facts, person)
}

/** Contact and identity: an identity number is for the authority's own side only; a provider gets what a class needs. */
export function toldFields(who: Who, facts: Facts, person: Row): readonly string[] {
  if (!toldName(who, facts, person)) return []
  if (who.role === 'provider') return ['given_name', 'family_name', 'phone']
  if (who.role === 'coordinator') return ['given_name', 'family_name', 'phone', 'email']
  return ['given_name', 'family_name', 'phone', 'email', 'identity_sealed']
}

/** The permission that a card rests on; none: there is no card. */
export function cardOf(facts: Facts, candidacy: Row): Row | undefined {
  const supplier = facts.find('procurement.procurement', candidacy.procurement_id)?.supplier_id
  return supplier ? isDisclosed(facts, candidacy.person_id, supplier, candidacy.procurement_id) : undefined
}

/** A card that its employer may see today. */
export function isShown(who: Who, facts: Facts, candidacy: Row): boolean {
  return (
    who.role === 'employer' &&
    seesCase(who, facts.find('procurement.procurement', candidacy.procurement_id)) &&
    ['presented', 'wanted'].includes(String(candidacy.state)) &&
    candidacy.shown_to !== null &&
    String(candidacy.shown_to) >= facts.today &&
    cardOf(facts, candidacy) !== undefined
  )
}

/** A card that the matching side of the case may look at beforehand. */
export function isPreviewed(who: Who, facts: Facts, candidacy: Row): boolean {
  return (
    ['matching_officer', 'coordinator'].includes(who.role) &&
    knowsPersonInCase(who, facts, candidacy.person_id, candidacy.procurement_id) &&
    seesCase(who, facts.find('procurement.procurement', candidacy.procurement_id)) &&
    cardOf(facts, candidacy) !== undefined
  )
}

/** The one employed, by given name and initial, to the employer; never a protected person's. */
export function toldEmployee(who: Who, facts: Facts, placement: Row): boolean {
  const person = facts.find('candidates.person', placement.person_id)
  return who.role === 'employer' && placement.employer_id === who.organisation && person?.protected === false
}
