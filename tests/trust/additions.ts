import type { Role } from '#kernel'
import { cast } from '#world'
import type { Above } from './above.ts'
import type { Who } from './oracle/facts.ts'

// What the demonstration world has no need of and the trust tests do: other functions in the same office, permissions in every state
// (trust.md P-M1), a protected person in each place where people occur (P-S7), assignments that have ended or not begun.

const id = (series: string, n: number): string => `7e57${series}-0000-4000-8000-${String(n).padStart(12, '0')}`
const organisationOf = (key: string): string => cast.find(one => one.key === key)?.organisationId ?? ''

const offices = {
  unit: organisationOf('matching_officer'),
  unitOther: organisationOf('matching_officer_other'),
  coordinator: organisationOf('coordinator'),
  provider: organisationOf('provider'),
  employer: organisationOf('employer'),
  employerOther: organisationOf('employer_other'),
  authority: organisationOf('procurer'),
  district: organisationOf('district_team'),
}

function crossed(
  office: keyof typeof offices,
  roles: readonly Role[],
): { key: string; role: Role; organisation: string }[] {
  return roles.map(role => ({ key: `crossed_${role}_at_${office}`, role, organisation: offices[office] }))
}

/** Somebody in an office whose other functions may see people, but whose own function may not, and the other way about. */
export const additions: readonly Who[] = [
  { key: 'decision_maker_at_unit', role: 'decision_maker', organisation: offices.unit },
  { key: 'colleague_at_unit', role: 'matching_officer', organisation: offices.unit },
  { key: 'administrator_at_coordinator', role: 'administrator', organisation: offices.coordinator },
  { key: 'provider_at_coordinator', role: 'provider', organisation: offices.coordinator },
  { key: 'coordinator_at_provider', role: 'coordinator', organisation: offices.provider },
  { key: 'auditor_at_employer', role: 'auditor', organisation: offices.employer },
  // Every office in every role that would make something of it: only the long run and the mutants need so many.
  ...crossed('authority', ['decision_maker', 'employer', 'coordinator', 'matching_officer']),
  ...crossed('employer', ['procurer', 'coordinator', 'matching_officer']),
  ...crossed('unit', ['district_team', 'provider', 'procurer', 'coordinator']),
  ...crossed('district', ['matching_officer', 'employer', 'coordinator']),
  ...crossed('coordinator', ['employer', 'matching_officer', 'district_team']),
  ...crossed('provider', ['matching_officer', 'employer']),
].map((one, n) => ({ ...one, account: id('aaaa', n + 1), appointment: id('bbbb', n + 1) }) as Who)

/** People whose permission to be shown to the employer of one case stands differently, all of them with a card on its way. */
export const permissionStates = [
  'none',
  'asked',
  'no',
  'withdrawn',
  'expired',
  'other_receiver',
  'other_purpose',
  'other_case',
  'fewer_fields',
  'last_day',
  'shown_no_more',
  'not_presented',
] as const
export type PermissionState = (typeof permissionStates)[number]

/** The case of the employer's cards, and the one of the coordinator. */
export const cardCase = '2025-045'
const otherCase = '2025-044'
const trackCase = '2025-033'
/** Another of the same employer, where the protected person's card would be shown. */
const shownCase = '2025-038'

export async function layOutAdditions(above: Above): Promise<void> {
  for (const who of additions) {
    await above(
      `insert into gate.account (id, kind, email, created_at) values ($1, 'staff', $2, now() - interval '2 years')`,
      [who.account, `${who.key.replaceAll('_', '.')}@prov.example`],
    )
    await above(
      `insert into gate.appointment (id, account_id, organisation_id, role, display_name, valid_from) values ($1, $2, $3, $4, $5, now() - interval '2 years')`,
      [who.appointment, who.account, who.organisation, who.role, `Prov ${who.key}`],
    )
  }
  const people = await freePeople(above)
  for (const [n, state] of permissionStates.entries()) await layOutCard(above, people[n] ?? '', state, n)
  await layOutAssignments(above, people.slice(permissionStates.length))
  await layOutProtected(above)
  await layOutFindings(above)
}

/** People of the unit whom no story uses, in order. */
async function freePeople(above: Above): Promise<string[]> {
  const rows = await above<{ id: string }>(
    `select p.id from candidates.person p where p.matching_id = $1 and not p.protected and p.status = 'ready'
       and not exists (select from matching.candidacy c where c.person_id = p.id) and not exists (select from gate.account a where a.person_id = p.id)
       and not exists (select from candidates.assignment a where a.person_id = p.id) order by p.number limit 20`,
    [offices.unit],
  )
  if (rows.length < 20) throw new Error('The world has too few people to spare')
  return rows.map(row => row.id)
}

async function layOutCard(above: Above, person: string, state: PermissionState, n: number): Promise<void> {
  await addCandidacy(above, id('cccc', n + 1), person, cardCase, {
    state: state === 'not_presented' ? 'shortlisted' : 'presented',
    shown: state === 'shown_no_more' ? -1 : 10,
  })
  if (state === 'none') return
  await above(
    `insert into candidates.permission (id, person_id, purpose, receiver_id, receiver_name, procurement_id, fields, text_edition, asked_by, asked_at,
       answer, answered_at, manner, language, valid_to, withdrawn_at)
     select $1, $2, $3, $4, 'Arbetsgivaren', p.id, $5, 1, (select a.id from gate.appointment a where a.organisation_id = $6 and a.role = 'matching_officer' order by a.id limit 1),
       gate.now() - interval '20 days', $7, case when $7::text is null then null else gate.now() - interval '10 days' end,
       case when $7::text is null then null else 'self' end, 'sv', gate.today() + $8::int, case when $9 then gate.now() - interval '1 day' end
     from procurement.procurement p where p.number = $10`,
    [
      id('dddd', n + 1),
      person,
      state === 'other_purpose' ? 'match' : 'show_to_employer',
      state === 'other_receiver' ? offices.employerOther : offices.employer,
      state === 'fewer_fields' ? ['name'] : ['name', 'phone', 'competence'],
      offices.unit,
      state === 'asked' ? null : state === 'no' ? 'no' : 'yes',
      state === 'expired' ? -1 : state === 'last_day' ? 0 : 60,
      state === 'withdrawn',
      state === 'other_case' ? otherCase : cardCase,
    ],
  )
}

async function addCandidacy(
  above: Above,
  candidacy: string,
  person: string,
  number: string,
  { state, shown }: { state: string; shown: number },
): Promise<void> {
  await above(
    `insert into matching.candidacy (id, procurement_id, person_id, district_id, state, proposed_at, shortlisted_at, shortlist_reason, presented_at, shown_to)
     select $1, c.id, p.id, p.district_id, $4, gate.now() - interval '30 days', gate.now() - interval '15 days', 'meets_musts',
       case when $4 <> 'shortlisted' then gate.now() - interval '5 days' end, case when $4 <> 'shortlisted' then gate.today() + $5::int end
     from procurement.procurement c, candidates.person p where c.number = $3 and p.id = $2 on conflict (procurement_id, person_id) do nothing`,
    [candidacy, person, number, state, shown],
  )
}

async function assign(
  above: Above,
  n: number,
  person: string,
  office: string,
  purpose: 'case' | 'training',
  from: string,
  to: string | null,
): Promise<void> {
  await above(
    `insert into candidates.assignment (id, person_id, organisation_id, purpose, procurement_id, from_at, to_at)
     select $1, $2, $3, $4, c.id, gate.now() + $5::interval, gate.now() + $6::interval from procurement.procurement c where c.number = $7`,
    [id('eeee', n), person, office, purpose, from, to, trackCase],
  )
}

async function layOutAssignments(above: Above, people: readonly string[]): Promise<void> {
  const [ended = '', future = '', inForce = '', trained = '', elsewhere = ''] = people
  await assign(above, 1, ended, offices.coordinator, 'case', '-20 days', '-1 second')
  await assign(above, 2, future, offices.coordinator, 'case', '1 hour', null)
  await assign(above, 3, inForce, offices.coordinator, 'case', '-20 days', null)
  await assign(above, 4, trained, offices.coordinator, 'training', '-20 days', null)
  // Lent for one case, and a candidate and employed in another: whoever borrows learns nothing of that.
  await assign(above, 5, elsewhere, offices.coordinator, 'case', '-20 days', null)
  await assign(above, 6, elsewhere, offices.unitOther, 'case', '-20 days', null)
  await addCandidacy(above, id('cccc', 81), elsewhere, otherCase, { state: 'chosen', shown: 10 })
  await employ(above, id('1111', 2), elsewhere, otherCase)
}

/** The protected person of the cast: lent to a coordinator, in a class, on a shortlist, shown, placed, in findings and events. */
async function layOutProtected(above: Above): Promise<void> {
  const [person = ''] = (await above<{ id: string }>('select id from candidates.person where number = 4418')).map(
    row => row.id,
  )
  await assign(above, 11, person, offices.coordinator, 'case', '-20 days', null)
  await assign(above, 12, person, offices.provider, 'training', '-20 days', null)
  await above(
    `insert into tracks.booking (id, person_id, start_id, procurement_id, state, booked_at)
     select $1, $2, s.id, c.id, 'booked', gate.now() - interval '20 days' from catalogue.start s join catalogue.intervention i on i.id = s.intervention_id,
       procurement.procurement c where i.provider_id = $3 and c.number = $4 and s.ends_on > gate.today() order by s.starts_on, s.id limit 1`,
    [id('ffff', 1), person, offices.provider, trackCase],
  )
  await addCandidacy(above, id('cccc', 91), person, trackCase, { state: 'presented', shown: 10 })
  await addCandidacy(above, id('cccc', 92), person, cardCase, { state: 'chosen', shown: 10 })
  await addCandidacy(above, id('cccc', 93), person, shownCase, { state: 'presented', shown: 10 })
  for (const [n, number] of [
    [91, cardCase],
    [92, shownCase],
  ] as const)
    await above(
      `insert into candidates.permission (id, person_id, purpose, receiver_id, receiver_name, procurement_id, fields, text_edition, asked_by, asked_at, answer,
       answered_at, manner, language, valid_to)
     select $1, $2, 'show_to_employer', $3, 'Arbetsgivaren', c.id, '{name,phone,competence}', 1, (select a.id from gate.appointment a where a.organisation_id = $4
       and a.role = 'matching_officer' order by a.id limit 1), gate.now() - interval '20 days', 'yes', gate.now() - interval '9 days', 'self', 'sv', gate.today() + 60
     from procurement.procurement c where c.number = $5`,
      [id('dddd', n), person, offices.employer, offices.unit, number],
    )
  await employ(above, id('1111', 1), person, cardCase)
  for (const [n, kind, subject] of [
    [1, 'matching.presented', id('cccc', 91)],
    [2, 'placement.started', id('1111', 1)],
  ] as const)
    await above(
      `select log.append_as($1, 'procurement', c.id, $2, $3, 'matching', '{}', null, null, gate.now() - interval '1 day', null, null, null, 'system', '')
         from procurement.procurement c where c.number = $4`,
      [id('2222', n), kind, subject, kind.startsWith('placement') ? cardCase : trackCase],
    )
}

/** A job that has just begun, on a place of the case that nobody holds. */
async function employ(above: Above, placement: string, person: string, number: string): Promise<void> {
  await above(
    `insert into placement.placement (id, procurement_id, place_id, candidacy_id, person_id, employer_id, state, form, rate, starts_on, offered_at, agreed_at, started_on)
     select $1, c.id, q.id, k.id, k.person_id, c.supplier_id, 'started', 'trial', 1, gate.today() - 3, gate.now() - interval '6 days', gate.now() - interval '5 days', gate.today() - 3
       from procurement.procurement c join matching.candidacy k on k.procurement_id = c.id and k.person_id = $2 join places.place q on q.procurement_id = c.id
      where c.number = $3 and q.state = 'apportioned' and not exists (select from placement.placement l where l.place_id = q.id and l.state in ('offered', 'agreed', 'started'))
      order by q.number desc limit 1`,
    [placement, person, number],
  )
}

async function layOutFindings(above: Above): Promise<void> {
  const subjects = [
    ['person', 'select id from candidates.person where number = 4418'],
    ['permission', `select id from candidates.permission where id = '${id('dddd', 91)}'`],
    ['placement', `select id from placement.placement where id = '${id('1111', 1)}'`],
    ['permission', `select id from candidates.permission where id = '${id('dddd', 2)}'`],
    ['procurement', `select id from procurement.procurement where number = '${cardCase}'`],
  ] as const
  for (const [n, [kind, subject]] of subjects.entries())
    await above(
      `insert into reports.finding (id, kind, subject_kind, subject_id, organisation_id, role, found_on)
       select $1, 'trust.example', $2, s.id, $3, 'matching_officer', gate.today() from (${subject}) s`,
      [id('3333', n + 1), kind, offices.unit],
    )
  await above(
    `insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, allowed)
     select gate.now() - interval '1 day', $1, $2, 'matching_officer', p.id, '{name}', 'list', true from candidates.person p where p.number in (4418, 4419, 4433, 4471)`,
    [additions[1]?.account, offices.unit],
  )
}

/** The person whose permission stands so. */
export async function personIn(above: Above, state: PermissionState): Promise<string> {
  const [row] = await above<{ person_id: string }>('select person_id from matching.candidacy where id = $1', [
    id('cccc', permissionStates.indexOf(state) + 1),
  ])
  if (!row) throw new Error(`Nobody’s permission is ${state}`)
  return row.person_id
}
