import { createHash, randomUUID } from 'node:crypto'
import { type Db, viewAs, withReceipt } from '#db'
import { type Actor, addDays } from '#kernel'
import { addPerson as add, type Stage as People, setStage as setPeople } from '../candidates/test-stage.ts'
import { proposeCandidates, shortlistCandidates, viewCards } from './index.ts'

/** The people of the candidates' stage, with places to fill: the first district has `places`, the other district one more. */
export type Stage = People & {
  readonly area: string
  readonly otherArea: string
  readonly starts: string
  readonly requirement: Readonly<Record<'swedish' | 'cleaning' | 'licence', string>>
}

/** A case with a profile (Swedish 3 and cleaning as musts, a licence as merit) and apportioned places that begin in forty days. */
export async function setStage(places = 3): Promise<Stage> {
  const people = await setPeople()
  const { above, today } = people
  const [row] = await above<{ id: string; area_set_id: string }>('select id, area_set_id from organisations.area')
  const area = row?.id ?? ''
  const otherArea = randomUUID()
  await above(
    `insert into organisations.area (id, area_set_id, code, name, position) values ($1, $2, 'b', 'Angered', 2)`,
    [otherArea, row?.area_set_id],
  )
  const settle = `update organisations.organisation set area_id = $1 where id = $2`
  await above(settle, [area, people.team.organisation])
  await above(settle, [otherArea, people.otherTeam.organisation])
  const starts = addDays(today, 40)
  for (let number = 1; number <= places + 1; number++)
    await addPlace({ ...people, starts }, number, number <= places ? area : otherArea)
  const requirement = await addProfile(people)
  return { ...people, area, otherArea, starts, requirement }
}

async function addPlace(stage: People & { starts: string }, number: number, area: string): Promise<void> {
  await stage.above(
    `insert into places.place (id, procurement_id, number, area_id, given_by, starts_on, state) values ($1, $2, $3, $4, 'rule', $5, 'apportioned')`,
    [randomUUID(), stage.procurement, number, area, stage.starts],
  )
}

async function addProfile({ above, procurement }: People): Promise<Stage['requirement']> {
  const profile = randomUUID()
  await above(
    `insert into competence.profile (id, procurement_id, edition, state, title, adopted_at, created_at) values ($1, $2, 1, 'adopted', 'Lokalvårdare', now(), now())`,
    [profile, procurement],
  )
  const line = async (position: number, values: readonly unknown[]): Promise<string> => {
    const id = randomUUID()
    await above(
      `insert into competence.requirement (id, profile_id, position, kind, type, concept, label_sv, label_en, level) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, profile, position, ...values],
    )
    return id
  }
  return {
    swedish: await line(1, ['must', 'language', 'language:sv', 'Svenska på arbetsplatsen', 'Swedish at work', 3]),
    cleaning: await line(2, ['must', 'skill', 'clean', 'Kontorsstädning', 'Office cleaning', null]),
    licence: await line(3, ['merit', 'licence', 'licence:B', 'Körkort B', 'Driving licence B', null]),
  }
}

export type Somebody = { readonly id: string; readonly number: number; readonly givenName: string }

type About = Parameters<typeof add>[1] & {
  /** Eligible by every rule unless told otherwise; `unknown` leaves the standing unwritten. */
  readonly standing?: 'eligible' | 'late' | 'unknown'
  readonly match?: 'yes' | 'no' | 'none'
  /** What is known: the concept, with a level, or `lacking`. */
  readonly can?: Readonly<Record<string, number | 'held' | 'lacking'>>
}

/** A person of the first district who is eligible, has agreed to be matched, and meets the musts, unless told otherwise. */
export async function addPerson(stage: Stage, is: About = {}): Promise<Somebody> {
  const person = await add(stage, is)
  if (is.standing !== 'unknown')
    await stage.above(
      `insert into candidates.standing (person_id, employment_service_since, ability_tested_on, ability_instrument, ability_at_least_half, ability_documented)
       values ($1, $2, $3, 'DOA', 'yes', true)`,
      [
        person.id,
        is.standing === 'late' ? addDays(stage.starts, -5) : addDays(stage.today, -200),
        addDays(stage.today, -90),
      ],
    )
  if (is.match !== 'none')
    await stage.above(
      `insert into candidates.permission (id, person_id, purpose, receiver_id, receiver_name, fields, text_edition, asked_by, asked_at, answer, answered_at, manner, valid_to)
       values ($1, $2, 'match', $3, 'Enheten', '{name}', 1, $4, now(), $5, now(), 'self', $6)`,
      [
        randomUUID(),
        person.id,
        stage.officer.organisation,
        stage.officer.appointment,
        is.match ?? 'yes',
        addDays(stage.today, 90),
      ],
    )
  for (const [concept, known] of Object.entries(is.can ?? { 'language:sv': 3, clean: 'held' }))
    await stage.above(
      `insert into candidates.competence (id, person_id, concept, type, label_sv, level, state, source, noted_on) values ($1, $2, $3, 'skill', $3, $4, $5, 'officer', $6)`,
      [
        randomUUID(),
        person.id,
        concept,
        typeof known === 'number' ? known : null,
        known === 'lacking' ? 'lacking' : 'held',
        stage.today,
      ],
    )
  return person
}

export type Permitted = {
  readonly answer?: 'yes' | 'no' | null
  readonly fields?: readonly string[]
  readonly receiver?: string
  readonly procurement?: string
  readonly purpose?: string
  readonly validTo?: string
  readonly withdrawn?: boolean
}

/** A permission to be shown to the case's employer, given, unless told otherwise. */
export async function permit(stage: Stage, person: string, is: Permitted = {}): Promise<string> {
  const id = randomUUID()
  const answer = is.answer === undefined ? 'yes' : is.answer
  await stage.above(
    `insert into candidates.permission (id, person_id, purpose, receiver_id, receiver_name, procurement_id, fields, text_edition, asked_by, asked_at, answer, answered_at,
       manner, valid_to, withdrawn_at) values ($1, $2, $3, $4, 'E', $5, $6, 1, $7, now(), $8::text, case when $8::text is not null then now() end,
       case when $8::text is not null then 'self' end, $9, case when $10::boolean then now() end)`,
    [
      id,
      person,
      is.purpose ?? 'show_to_employer',
      is.receiver ?? stage.employer.organisation,
      is.procurement ?? stage.procurement,
      [...(is.fields ?? ['name', 'phone', 'competence'])],
      stage.officer.appointment,
      answer,
      is.validTo ?? addDays(stage.today, 30),
      is.withdrawn ?? false,
    ],
  )
  return id
}

/** A form of one's own: a key, and a digest of what is sent. */
export function form(db: Db, content: string, key: string = randomUUID()): Db {
  return withReceipt(db, { key, operation: 'test', digest: createHash('sha256').update(content).digest() })
}

/** The candidacy of a person in the case, as it stands in the database. */
export async function candidacyOf(
  stage: Stage,
  person: string,
): Promise<{ id: string; state: string; version: number; decline_reason: string | null; shown_to: string | null }> {
  const [row] = await stage.above<Awaited<ReturnType<typeof candidacyOf>>>(
    'select id, state, version, decline_reason, shown_to::text from matching.candidacy where person_id = $1 and procurement_id = $2',
    [person, stage.procurement],
  )
  if (!row) throw new Error('There is no candidacy')
  return row
}

/** Proposed by the district. */
export async function proposed(stage: Stage, is: About = {}): Promise<Somebody> {
  const person = await addPerson(stage, is)
  const outcome = await proposeCandidates(stage.db, stage.team, {
    procurement: stage.procurement,
    people: [person.id],
    note: '',
    ...stage.edge,
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return person
}

/** Proposed and on the shortlist, with permission given unless `permission` is false. */
export async function shortlisted(stage: Stage, permission: Permitted | false = {}): Promise<Somebody> {
  const person = await proposed(stage)
  if (permission) await permit(stage, person.id, permission)
  const { id, version } = await candidacyOf(stage, person.id)
  const outcome = await shortlistCandidates(stage.db, stage.officer, {
    procurement: stage.procurement,
    candidacies: [{ id, version }],
    reason: 'meets_musts',
    note: '',
    ...stage.edge,
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return person
}

/** On the employer's table, put there past the rules, so that only what is read can hold anything back. */
export async function onTheTable(stage: Stage, permission: Permitted | false = {}, is: About = {}): Promise<Somebody> {
  const person = await addPerson(stage, is)
  if (permission) await permit(stage, person.id, permission)
  await stage.above(
    `insert into matching.candidacy (id, procurement_id, person_id, district_id, state, proposed_at, shortlisted_at, shortlist_reason, shortlist_note, presented_at, shown_to)
     values ($1, $2, $3, $4, 'presented', now(), now(), 'own_wish', 'A note of the officer', now(), $5)`,
    [randomUUID(), stage.procurement, person.id, stage.team.organisation, addDays(stage.today, 20)],
  )
  return person
}

/** The given names on the cards that an employer reads. */
export async function cardsSeen(stage: Stage, employer: Actor = stage.employer): Promise<string[]> {
  const page = await viewAs(stage.db, employer, tx => viewCards(tx, employer, stage.procurement))
  return (page?.cards ?? []).map(card => card.name.split(' ')[0] ?? '')
}
