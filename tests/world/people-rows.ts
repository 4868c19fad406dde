import { districtAreaId, unitOfDistrict } from './areas.ts'
import type { Calendar } from './calendar.ts'
import { textsOf } from './canaries.ts'
import { idInOrder } from './identities.ts'
import { type OrganisationKey, organisationId, organisationName } from './organisations.ts'
import type { Person } from './person.ts'
import { newSheet, type Row, type Rows } from './rows.ts'
import { accountId, appointmentId, staff, staffOf } from './staff.ts'

/** How the application keeps an identity number: sealed for showing, and a keyed digest for comparing. */
export type Seal = (number: string) => { readonly sealed: Uint8Array; readonly hmac: Uint8Array }

const cached = <T>(make: (district: Person['district']) => T): ((district: Person['district']) => T) => {
  const held = new Map<Person['district'], T>()
  return district => {
    const had = held.get(district)
    if (had !== undefined) return had
    const made = make(district)
    held.set(district, made)
    return made
  }
}
const unitOf = cached(unitOfDistrict)
const unitId = cached(district => organisationId(unitOf(district) as OrganisationKey))
const districtId = cached(district => organisationId(`district-${district}`))
const areaId = cached(districtAreaId)
const officerAt = cached(
  district => staff.find(one => one.organisation === unitOf(district)) ?? staffOf('matching_officer'),
)
const representativeOf = cached(
  district => staff.find(one => one.organisation === `district-${district}`) ?? staffOf('district_team'),
)

type Source = { readonly calendar: Calendar; readonly canaries: boolean }

/** The rows of people by table. `seal` is the application's, since only it can open what it has sealed. */
export function rowsOfPeople({ calendar, canaries }: Source, people: readonly Person[], seal: Seal): Rows {
  const sheet = newSheet()
  for (const person of people) {
    const texts = textsOf(person, canaries)
    const sealed = person.identity ? seal(person.identity) : undefined
    sheet.add('candidates.person', {
      id: person.id,
      number: person.number,
      district_id: districtId(person.district),
      matching_id: unitId(person.district),
      area_id: areaId(person.district),
      status: person.status,
      waiting_since: person.waitingSince,
      ready_on: person.readyOn ?? null,
      language: person.language,
      target_groups: [...person.targetGroups],
      protected: person.protected,
      given_name: texts.given,
      family_name: texts.family,
      identity_sealed: sealed ? Buffer.from(sealed.sealed) : null,
      identity_hmac: sealed ? Buffer.from(sealed.hmac) : null,
      phone: texts.phone,
      email: texts.email,
    })
    let part = 0
    for (const one of person.competences.values())
      sheet.add('candidates.competence', {
        id: idInOrder(0x5002, person.number, part++),
        person_id: person.id,
        concept: one.concept,
        type: one.type,
        label_sv: texts.label(one.label),
        level: one.level ?? null,
        state: one.state,
        source: one.source,
        noted_on: one.notedOn,
      })
    const { standing } = person
    sheet.add('candidates.standing', {
      person_id: person.id,
      employment_service_since: standing.since ?? null,
      ability_tested_on: standing.testedOn ?? null,
      ability_instrument: texts.instrument ?? null,
      ability_at_least_half: standing.atLeastHalf,
      ability_documented: standing.documented,
      programme: standing.programme ?? null,
    })
    const permission = matchPermission(calendar, person)
    if (permission) sheet.add('candidates.permission', permission)
    for (const account of person.protected ? namedReaders(person) : [])
      sheet.add('candidates.named_reader', { person_id: person.id, account_id: account })
  }
  return sheet.rows
}

/** Two for each: the district's representative, and one officer, who is not always the one who has the case (trust.md P-S1). */
function namedReaders(person: Person): string[] {
  const officer = person.number === 4418 ? staffOf('two_roles') : officerAt(person.district)
  return [...new Set([accountId(representativeOf(person.district)), accountId(officer)])]
}

/** The general permission to be matched, as the unit has asked for it (TGT-11). */
function matchPermission(calendar: Calendar, person: Person): Row<'candidates.permission'> | undefined {
  if (person.match === 'none') return undefined
  const days = 20 + (person.number % 60)
  const answer = person.match === 'asked' ? null : person.match === 'no' ? 'no' : 'yes'
  const at = (ago: number): string => `${calendar.workday(-ago)} 13:00:00 Europe/Stockholm`
  return {
    id: idInOrder(0x5003, person.number),
    person_id: person.id,
    purpose: 'match',
    receiver_id: unitId(person.district),
    receiver_name: organisationName(unitOf(person.district) as OrganisationKey),
    procurement_id: null,
    fields: ['name', 'phone', 'competence'],
    text_edition: 1,
    asked_by: appointmentId(officerAt(person.district)),
    asked_at: at(days),
    answer,
    answered_at: answer ? at(days - 3) : null,
    manner: answer ? (person.number % 4 === 0 ? 'spoken' : 'self') : null,
    language: answer ? person.language : null,
    valid_to: calendar.day(person.match === 'expired' ? -(person.number % 15) - 1 : 5 + (person.number % 150)),
    withdrawn_at: person.match === 'withdrawn' ? at(2) : null,
  }
}
