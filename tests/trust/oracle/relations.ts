import type { Facts, Row, Who } from './facts.ts'

// The relations that carry the rules, in the words of requirements.md and of the access tables' `when`. Written from the words, by hand,
// and never by asking the product or its policies: where the two differ, one of them is wrong.

const wholeCity = ['district_team', 'decision_maker', 'auditor']

/** "the case belongs to the authority one works for, or one is its named matching unit or coordinator, or one works for the whole city"; its supplier. */
export function seesCase(who: Who, procurement: Row | undefined): boolean {
  if (!procurement) return false
  if (wholeCity.includes(who.role)) return true
  const party: Partial<Record<Who['role'], string>> = {
    procurer: 'authority_id',
    matching_officer: 'matching_id',
    coordinator: 'coordinator_id',
    employer: 'supplier_id',
  }
  const column = party[who.role]
  return column !== undefined && who.organisation !== undefined && procurement[column] === who.organisation
}

/** "the case belongs to the authority one works for" */
export function ownsCase(who: Who, procurement: Row | undefined): boolean {
  return who.role === 'procurer' && procurement !== undefined && procurement.authority_id === who.organisation
}

/** An assignment that is in force now, to the actor's organisation. */
export function isAssigned(who: Who, facts: Facts, person: unknown, purpose?: string): boolean {
  return facts
    .by('candidates.assignment', 'person_id', person)
    .some(
      row =>
        row.organisation_id === who.organisation &&
        who.organisation !== undefined &&
        (purpose === undefined || row.purpose === purpose) &&
        (row.from_at as Date) <= facts.now &&
        (row.to_at === null || (row.to_at as Date) > facts.now),
    )
}

/** A protected person exists for the named and for the person (P-S1, P-S2); everybody else is told nothing. */
export function mayKnowOf(who: Who, facts: Facts, person: Row): boolean {
  if (person.protected !== true) return true
  if (person.id === who.person) return true
  return facts.by('candidates.named_reader', 'person_id', person.id).some(row => row.account_id === who.account)
}

/**
 * "the person is of the actor’s own matching unit or district, or is assigned to the actor’s organisation now; a protected person only if
 * the actor is named"; a participant knows the one person that is themselves (trust.md §1.1).
 */
export function knowsPerson(who: Who, facts: Facts, id: unknown): boolean {
  const person = facts.find('candidates.person', id)
  if (!person || !mayKnowOf(who, facts, person)) return false
  switch (who.role) {
    case 'participant':
      return person.id === who.person
    case 'matching_officer':
      return person.matching_id === who.organisation || isAssigned(who, facts, id)
    case 'district_team':
      return person.district_id === who.organisation || isAssigned(who, facts, id)
    case 'coordinator':
      return isAssigned(who, facts, id)
    default:
      return false
  }
}

/** "a provider sees those booked on its own starts", while the training lasts: by name, and nothing of the person's own row (trust.md §1.1). */
export function teaches(who: Who, facts: Facts, booking: Row): boolean {
  const start = facts.find('catalogue.start', booking.start_id)
  const course = facts.find('catalogue.intervention', start?.intervention_id)
  const person = facts.find('candidates.person', booking.person_id)
  return (
    who.role === 'provider' &&
    person !== undefined &&
    course?.provider_id === who.organisation &&
    isAssigned(who, facts, booking.person_id, 'training') &&
    mayKnowOf(who, facts, person)
  )
}

/** Whoever has borrowed a person for one case learns nothing of that person's other cases; the own unit knows them all. */
export function knowsPersonInCase(who: Who, facts: Facts, person: unknown, procurement: unknown): boolean {
  if (!knowsPerson(who, facts, person)) return false
  const inCase = seesCase(who, facts.find('procurement.procurement', procurement))
  if (who.role === 'coordinator') return inCase
  if (who.role === 'matching_officer')
    return inCase || facts.find('candidates.person', person)?.matching_id === who.organisation
  return true
}

/** A permission in force now that lets an organisation see a person for a case (P-M1, P-M2); never a protected one. */
export function isDisclosed(facts: Facts, person: unknown, receiver: unknown, procurement: unknown): Row | undefined {
  if (facts.find('candidates.person', person)?.protected === true) return undefined
  return facts
    .by('candidates.permission', 'person_id', person)
    .filter(
      row =>
        row.purpose === 'show_to_employer' &&
        row.receiver_id === receiver &&
        row.procurement_id === procurement &&
        row.answer === 'yes' &&
        row.withdrawn_at === null &&
        String(row.valid_to) >= facts.today,
    )
    .toSorted((a, b) => Number(b.answered_at) - Number(a.answered_at))[0]
}
