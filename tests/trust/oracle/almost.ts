import type { Facts, Row, Who } from './facts.ts'
import { knowsPerson, seesCase } from './relations.ts'

/** A change or a new row that is right in all but one thing: it must be refused, or touch nothing. */
export type Almost = {
  readonly says: string
  readonly table: string
  /** A new row; without `where`. */
  readonly row?: Readonly<Record<string, unknown>>
  /** A change of what is the actor's own, to what the actor may not make of it. */
  readonly set?: string
  readonly where?: readonly [column: string, value: unknown]
}

const fresh = (n: number): string => `7e57a1a1-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Everything that somebody may almost do. Written from the same words as the rest of the oracle. */
export function almostOf(who: Who, facts: Facts): Almost[] {
  return [...newRows(who, facts), ...moves(who, facts)].map((one, n) =>
    one.row && 'id' in one.row ? { ...one, row: { ...one.row, id: fresh(n) } } : one,
  )
}

function newRows(who: Who, facts: Facts): Almost[] {
  const people = facts.rows('candidates.person')
  const cases = facts.rows('procurement.procurement')
  const known = people.find(row => knowsPerson(who, facts, row.id) && !inSomeCase(facts, row))
  const stranger = people.find(row => !knowsPerson(who, facts, row.id) && !row.protected && !inSomeCase(facts, row))
  const mine = cases.find(row => seesCase(who, row))
  const theirs = cases.find(row => !seesCase(who, row))
  const start = facts.rows('catalogue.start').at(-1)
  const at = facts.now
  const candidacy = (person?: Row, procurement?: Row, state = 'proposed'): Record<string, unknown> => ({
    id: '',
    procurement_id: procurement?.id,
    person_id: person?.id,
    district_id: person?.district_id,
    state,
    proposed_at: at,
    shortlist_reason: state === 'proposed' ? null : 'meets_musts',
  })
  const booking = (person?: Row, procurement?: Row): Record<string, unknown> => ({
    id: '',
    person_id: person?.id,
    start_id: start?.id,
    procurement_id: procurement?.id,
    state: 'booked',
    booked_at: at,
  })
  const permission = (person?: Row, procurement?: Row, answer: string | null = null): Record<string, unknown> => ({
    id: '',
    person_id: person?.id,
    purpose: 'show_to_employer',
    receiver_id: facts.by('organisations.organisation', 'kind', 'supplier')[0]?.id,
    receiver_name: 'Prov',
    procurement_id: procurement?.id,
    fields: ['name'],
    text_edition: 1,
    asked_by: who.appointment,
    asked_at: at,
    answer,
    answered_at: answer && at,
    manner: answer && 'self',
    valid_to: '2027-01-01',
  })
  const competence = (person?: Row): Record<string, unknown> => ({
    id: '',
    person_id: person?.id,
    concept: `prov ${who.key}`,
    type: 'skill',
    label_sv: 'Prov',
    state: 'held',
    source: 'officer',
    noted_on: facts.today,
  })
  const training = (person: Row | undefined, purpose: string): Record<string, unknown> => ({
    id: '',
    person_id: person?.id,
    organisation_id: facts.by('organisations.organisation', 'kind', 'provider')[0]?.id,
    purpose,
    procurement_id: mine?.id ?? theirs?.id,
    from_at: at,
  })
  const maySay = (roles: readonly string[]): boolean => roles.includes(who.role)
  const all: (Almost | false | undefined)[] = [
    ...(
      [
        ['matching.candidacy', candidacy, ['matching_officer', 'district_team', 'coordinator']],
        ['tracks.booking', booking, ['matching_officer', 'coordinator']],
        ['candidates.permission', permission, ['matching_officer', 'coordinator']],
      ] as const
    ).flatMap(([table, make, roles]) => [
      theirs && known && { says: 'in a case of others', table, row: make(known, theirs) },
      mine && stranger && { says: 'about somebody unknown', table, row: make(stranger, mine) },
      !maySay(roles) && mine && known && { says: 'in a role that does not', table, row: make(known, mine) },
    ]),
    mine && known && { says: 'already chosen', table: 'matching.candidacy', row: candidacy(known, mine, 'chosen') },
    mine && known && { says: 'already answered', table: 'candidates.permission', row: permission(known, mine, 'yes') },
    stranger && { says: 'about somebody unknown', table: 'candidates.competence', row: competence(stranger) },
    known &&
      !maySay(['matching_officer', 'district_team', 'coordinator', 'participant']) && {
        says: 'in a role that does not',
        table: 'candidates.competence',
        row: competence(known),
      },
    known && { says: 'for a case, past the function', table: 'candidates.assignment', row: training(known, 'case') },
    stranger && { says: 'about somebody unknown', table: 'candidates.assignment', row: training(stranger, 'training') },
    !maySay(['matching_officer', 'coordinator']) &&
      known && { says: 'in a role that does not', table: 'candidates.assignment', row: training(known, 'training') },
    ...drafted(who, facts),
    ...offers(who, facts),
  ]
  return all.filter(one => one !== false && one !== undefined)
}

/** A line in a draft that the actor may read and may not write. */
function drafted(who: Who, facts: Facts): Almost[] {
  if (['district_team', 'matching_officer'].includes(who.role)) return []
  const draft = facts
    .rows('competence.profile')
    .find(row => row.state === 'draft' && seesCase(who, facts.find('procurement.procurement', row.procurement_id)))
  const line = facts.rows('competence.requirement')[0]
  return draft && line
    ? [{ says: 'in a role that does not', table: 'competence.requirement', row: { ...line, profile_id: draft.id } }]
    : []
}

const inSomeCase = (facts: Facts, person: Row): boolean =>
  facts.by('matching.candidacy', 'person_id', person.id).length > 0

/** Offers of an employer that are wrong in one thing; the right one would be to the chosen candidate of the own case, on an apportioned place of it. */
function offers(who: Who, facts: Facts): (Almost | undefined)[] {
  const offer = (
    candidacy: Row | undefined,
    place: Row | undefined,
    more: Record<string, unknown> = {},
  ): Almost | undefined =>
    candidacy && place
      ? {
          says: `an offer ${JSON.stringify(more)} to one ${candidacy.state} on a place ${place.state}`,
          table: 'placement.placement',
          row: {
            id: '',
            procurement_id: candidacy.procurement_id,
            place_id: place.id,
            candidacy_id: candidacy.id,
            person_id: candidacy.person_id,
            employer_id: who.organisation ?? facts.rows('organisations.organisation')[0]?.id,
            state: 'offered',
            form: 'trial',
            rate: 1,
            starts_on: facts.today,
            offered_at: facts.now,
            ...more,
          },
        }
      : undefined
  const supplies = facts.rows('procurement.procurement').filter(row => row.supplier_id === who.organisation)
  const ids = new Set(supplies.map(row => row.id))
  const candidacies = facts.rows('matching.candidacy').filter(row => ids.has(row.procurement_id))
  const chosen = candidacies.find(row => row.state === 'chosen')
  const others = facts.rows('matching.candidacy').find(row => row.state === 'chosen' && !ids.has(row.procurement_id))
  const placeIn = (procurement: unknown, state = 'apportioned'): Row | undefined =>
    facts.by('places.place', 'procurement_id', procurement).find(row => row.state === state)
  // In another case of the same employer, which sees the place.
  const elsewhere = facts
    .rows('places.place')
    .find(
      row =>
        row.state === 'apportioned' && ids.has(row.procurement_id) && row.procurement_id !== chosen?.procurement_id,
    )
  const presented = candidacies.find(row => row.state === 'presented')
  return [
    offer(others, placeIn(others?.procurement_id)),
    offer(presented, placeIn(presented?.procurement_id)),
    offer(chosen, elsewhere),
    offer(chosen, placeIn(chosen?.procurement_id, 'open')),
    offer(chosen, placeIn(chosen?.procurement_id), { state: 'agreed', agreed_at: facts.now }),
    offer(chosen, placeIn(chosen?.procurement_id), {
      employer_id: facts.by('organisations.organisation', 'kind', 'coordinator')[0]?.id,
    }),
  ]
}

/** Moves that are another side's: who may touch a row may not therefore make anything of it. */
function moves(who: Who, facts: Facts): Almost[] {
  const all = (table: string, mine: (row: Row) => boolean, set: string, says: string): Almost[] => {
    const row = facts.rows(table).find(mine)
    return row ? [{ says, table, set, where: ['id', row.id] }] : []
  }
  const own = (row: Row): boolean => row.person_id === who.person && who.person !== undefined
  const supplied = (row: Row): boolean => who.role === 'employer' && row.supplier_id === who.organisation
  const procured = (row: Row): boolean =>
    who.role === 'procurer' &&
    facts.find('procurement.procurement', row.procurement_id)?.authority_id === who.organisation
  const known = (row: Row): boolean => who.role === 'coordinator' && knowsPerson(who, facts, row.person_id)
  return [
    ...all('matching.candidacy', own, `state = 'chosen', shortlist_reason = 'own_wish'`, 'chooses oneself'),
    ...all(
      'followup.report',
      row => supplied(row) && row.state === 'submitted',
      `state = 'approved'`,
      'approves the own report',
    ),
    ...all(
      'followup.report',
      row => procured(row) && row.figures !== null,
      `state = 'submitted'`,
      'sends for the supplier',
    ),
    ...all(
      'candidates.permission',
      row => known(row) && row.answer === null && row.replaced_at === null,
      `answer = 'yes', answered_at = now(), manner = 'self'`,
      'answers for the person',
    ),
    ...all(
      'candidates.permission',
      row => known(row) && row.answer === 'yes' && row.withdrawn_at === null,
      'answer = null, answered_at = null, manner = null',
      'takes the answer back',
    ),
    ...all(
      'catalogue.intervention',
      row => who.role === 'provider' && row.provider_id !== who.organisation,
      'version = 1',
      'another’s course',
    ),
  ]
}
