import { sql } from 'kysely'
import type { HistoryLine, Tx } from '#db'
import { readHistory } from '#db'
import { type Actor, addDays, type Day } from '#kernel'
import { type CandidatesOperation, mayPerson } from '../access.ts'
import type { CompetenceSource, CompetenceType, PersonStatus } from '../candidates.ts'
import { type Eligibility, eligibility, eligibilityParametersOn } from '../eligibility.ts'
import { eligibilityFactsOf, type Standing } from '../person-rules.ts'
import { readNames } from './names.ts'
import { type PermissionLine, permissionLines } from './permissions.ts'

export type CompetenceLine = {
  readonly id: string
  readonly concept: string
  readonly type: CompetenceType
  readonly label: string
  readonly level: number | null
  readonly state: 'held' | 'lacking'
  readonly source: CompetenceSource
  readonly notedOn: Day
}

/** A case of the actor's own, to ask about or to give as a reason. `employer` is missing before the award. */
export type CaseLine = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly employer: string | null
  readonly contractEnd: Day
}

export type PersonPage = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly status: PersonStatus
  readonly waitingSince: Day
  readonly readyOn: Day | null
  readonly language: string
  readonly area: string
  readonly district: string
  readonly protected: boolean
  /** The few who know of a person with protected data. Empty for everybody else. */
  readonly namedReaders: readonly { readonly name: string; readonly title: string; readonly organisation: string }[]
  readonly competences: readonly CompetenceLine[]
  /** Missing for those who may not read the facts of eligibility. */
  readonly eligibility?: Eligibility & {
    readonly starts: Day
    readonly standing: Standing
    readonly standingVersion: number
    readonly ownChoice: boolean
  }
  readonly permissions: readonly PermissionLine[]
  readonly cases: readonly CaseLine[]
  readonly history: readonly HistoryLine[]
  readonly version: number
  readonly allowed: readonly CandidatesOperation[]
}

const buttons = [
  'person.reveal',
  'person.note_status',
  'person.note_competence',
  'person.note_standing',
  'permission.ask',
  'permission.record',
  'permission.withdraw_for',
] as const satisfies readonly CandidatesOperation[]

/**
 * One person, with least data (ux.md E2, §8.11): what is folded there is not read here.
 * @param starts the day a job would start, for the rules of eligibility; the nearest start of the person's own cases when left out
 */
export async function viewPerson(
  tx: Tx,
  actor: Actor,
  id: string,
  today: Day,
  starts?: Day,
): Promise<PersonPage | undefined> {
  const row = await tx
    .selectFrom('candidates.person as p')
    .innerJoin('organisations.area as a', 'a.id', 'p.area_id')
    .innerJoin('organisations.organisation as d', 'd.id', 'p.district_id')
    .select(['p.id', 'p.number', 'p.status', 'p.waiting_since', 'p.ready_on', 'p.language', 'p.protected', 'p.version'])
    .select(['p.matching_id', 'p.district_id', 'a.name as area', 'd.name as district'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const own = actor.role === 'district_team' ? row.district_id : row.matching_id
  // The policy has let the row through: if it is not the actor's own, it is there by assignment.
  const person = { matchingId: row.matching_id, districtId: row.district_id, assigned: own !== actor.organisation }
  const names = await readNames(tx, [id], 'view')
  return {
    id: row.id,
    number: row.number,
    name: names.get(id) ?? '',
    status: row.status as PersonStatus,
    waitingSince: row.waiting_since,
    readyOn: row.ready_on,
    language: row.language,
    area: row.area,
    district: row.district,
    protected: row.protected,
    namedReaders: row.protected ? await namedReaders(tx, id) : [],
    competences: await competencesOf(tx, id),
    ...(actor.role === 'coordinator' ? {} : { eligibility: await eligibilityOf(tx, id, row.ready_on, today, starts) }),
    permissions: await permissionLines(tx, id, today),
    cases: await ownCases(tx, actor),
    history: await readHistory(tx, id),
    version: row.version,
    allowed: buttons.filter(operation => mayPerson(actor, operation, person)),
  }
}

async function namedReaders(tx: Tx, id: string): Promise<PersonPage['namedReaders']> {
  const { rows } = await sql<
    PersonPage['namedReaders'][number]
  >`select * from candidates.named_readers(${id}::uuid)`.execute(tx)
  return rows
}

/** What the person can, and is known not to, by name. */
export async function competencesOf(tx: Tx, id: string): Promise<CompetenceLine[]> {
  const rows = await tx
    .selectFrom('candidates.competence')
    .select(['id', 'concept', 'type', 'label_sv', 'level', 'state', 'source', 'noted_on'])
    .where('person_id', '=', id)
    .orderBy('state')
    .orderBy('label_sv')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(row => ({
    id: row.id,
    concept: row.concept,
    type: row.type as CompetenceType,
    label: row.label_sv,
    level: row.level,
    state: row.state as CompetenceLine['state'],
    source: row.source as CompetenceSource,
    notedOn: row.noted_on,
  }))
}

const nothingNoted: Standing = {
  employmentServiceSince: null,
  abilityTestedOn: null,
  abilityInstrument: null,
  abilityAtLeastHalf: 'unknown',
  abilityDocumented: false,
  programme: null,
}

/** The facts of eligibility as noted, with their version; 0 when nothing has been noted. */
export async function standingOf(tx: Tx, id: string): Promise<{ standing: Standing; version: number }> {
  const row = await tx.selectFrom('candidates.standing').selectAll().where('person_id', '=', id).executeTakeFirst()
  if (!row) return { standing: nothingNoted, version: 0 }
  const standing = {
    employmentServiceSince: row.employment_service_since,
    abilityTestedOn: row.ability_tested_on,
    abilityInstrument: row.ability_instrument,
    abilityAtLeastHalf: row.ability_at_least_half as Standing['abilityAtLeastHalf'],
    abilityDocumented: row.ability_documented,
    programme: row.programme,
  }
  return { standing, version: row.version }
}

async function eligibilityOf(
  tx: Tx,
  id: string,
  readyOn: Day | null,
  today: Day,
  asked: Day | undefined,
): Promise<PersonPage['eligibility']> {
  const starts =
    asked ?? (await nearestStart(tx, id, today)) ?? (readyOn && readyOn > today ? readyOn : addDays(today, 28))
  const parameter = eligibilityParametersOn(starts)
  if (!parameter) return undefined
  const { standing, version } = await standingOf(tx, id)
  return {
    ...eligibility(eligibilityFactsOf(standing, today), { starts }, parameter.value, today),
    starts,
    standing,
    standingVersion: version,
    ownChoice: parameter.confidence === 'own_choice',
  }
}

async function nearestStart(tx: Tx, id: string, today: Day): Promise<Day | undefined> {
  const row = await tx
    .selectFrom('places.place as l')
    .select('l.starts_on')
    .where('l.starts_on', '>=', today)
    .where('l.state', '<>', 'withdrawn')
    .where('l.procurement_id', 'in', eb =>
      eb
        .selectFrom('candidates.permission as m')
        .select('m.procurement_id')
        .where('m.person_id', '=', id)
        .where('m.procurement_id', 'is not', null)
        .$castTo<{ procurement_id: string }>(),
    )
    .orderBy('l.starts_on')
    .limit(1)
    .executeTakeFirst()
  return row?.starts_on
}

/** The open cases the actor's organisation matches or coordinates for, latest start first; at most 50. */
export async function ownCases(tx: Tx, actor: Actor): Promise<CaseLine[]> {
  const column = actor.role === 'coordinator' ? 'c.coordinator_id' : 'c.matching_id'
  const rows = await tx
    .selectFrom('procurement.procurement as c')
    .leftJoin('organisations.organisation as o', 'o.id', 'c.supplier_id')
    .select(['c.id', 'c.number', 'c.title', 'o.name as employer', 'c.contract_end'])
    .where(column, '=', actor.organisation)
    .where('c.state', '=', 'open')
    .orderBy('c.contract_start', 'desc')
    .orderBy('c.id')
    .limit(50)
    .execute()
  return rows.map(({ contract_end, ...row }) => ({ ...row, contractEnd: contract_end }))
}
