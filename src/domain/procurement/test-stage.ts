import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Db, openSession } from '#db'
import { type Actor, newId, type Role } from '#kernel'
import { createTestDatabase } from '#test/database'
import { awardContract } from './award.ts'
import { chooseClause } from './choose-clause.ts'
import type { EmploymentClause } from './clauses/employment-parameters.ts'
import { completeStep } from './complete-step.ts'
import { lockClause } from './lock-clause.ts'
import { type OpenProcurement, openProcurement } from './open.ts'
import { setParties } from './set-parties.ts'
import type { Edge } from './store.ts'

const organisations = {
  buildings: 'authority',
  parks: 'authority',
  northeast: 'labour_market_unit',
  island: 'labour_market_unit',
  angered: 'district',
  cleaners: 'supplier',
  builders: 'supplier',
  city: 'city_management',
  west: 'coordinator',
} as const

const people = {
  procurer: ['procurer', 'buildings'],
  colleague: ['procurer', 'buildings'],
  otherProcurer: ['procurer', 'parks'],
  officer: ['matching_officer', 'northeast'],
  otherOfficer: ['matching_officer', 'island'],
  team: ['district_team', 'angered'],
  employer: ['employer', 'cleaners'],
  otherEmployer: ['employer', 'builders'],
  manager: ['decision_maker', 'city'],
  coordinator: ['coordinator', 'west'],
} as const satisfies Record<string, readonly [Role, keyof typeof organisations]>

type Above = <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>

/** Two authorities and those around them, in a database of their own, for the tests of this capability. Everybody is invented. */
export type Stage = Readonly<Record<keyof typeof people, Actor>> & {
  readonly db: Db
  readonly org: Readonly<Record<keyof typeof organisations, string>>
  readonly area: string
  /** Runs a statement above the policies: to lay out and to look, never to act. */
  readonly above: Above
  /** The day is 2 March 2026. */
  readonly edge: Edge
  readonly close: () => Promise<void>
}

export async function setStage(): Promise<Stage> {
  const database = await createTestDatabase()
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const above: Above = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await admin.query<Row>(sql, [...values])).rows
  const org = mapValues(organisations, () => randomUUID())
  for (const [key, kind] of Object.entries(organisations)) {
    await above(
      `insert into organisations.organisation (id, kind, name, valid_from) values ($1, $2, $3, '2020-01-01')`,
      [org[key as keyof typeof organisations], kind, `The ${key}`],
    )
  }
  const area = randomUUID()
  const set = randomUUID()
  await above(
    `insert into organisations.area_set (id, code, name_sv, name_en, valid_from, source) values ($1, 'districts', 'Tio', 'Ten', '2011-01-01', 'test')`,
    [set],
  )
  await above(
    `insert into organisations.area (id, area_set_id, code, name, position) values ($1, $2, '131', 'Angered', 1)`,
    [area, set],
  )
  const actors = {} as Record<keyof typeof people, Actor>
  for (const [key, [role, organisation]] of Object.entries(people)) {
    actors[key as keyof typeof people] = await appoint(above, database.db, key, role, org[organisation])
  }
  const edge: Edge = { now: new Date('2026-03-02T09:00:00Z'), today: '2026-03-02', newId }
  const close = async (): Promise<void> => {
    await admin.end()
    await database.drop()
  }
  return { ...actors, db: database.db, org, area, above, edge, close }
}

async function appoint(above: Above, db: Db, key: string, role: Role, organisation: string): Promise<Actor> {
  const [account, appointment] = [randomUUID(), randomUUID()]
  const token = `token-of-${key}-in-the-tests`
  const secret = createHash('sha256').update(`context:${token}`).digest('hex')
  await above(`insert into gate.account (id, kind, email, created_at) values ($1, $2, $3, now())`, [
    account,
    role === 'employer' ? 'employer' : 'staff',
    `${key.toLowerCase()}@example.org`,
  ])
  await above(
    `insert into gate.appointment (id, account_id, organisation_id, role, display_name, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [appointment, account, organisation, role, `Somebody ${key}`],
  )
  await above(
    `insert into gate.session (id, token_hash, context_hash, account_id, appointment_id, kind, created_at, seen_at, idle, ends_at)
     values ($1, sha256(convert_to($2, 'UTF8')), sha256(convert_to($3, 'UTF8')), $4, $5, 'web', now(), now(), '1 day', now() + interval '1 day')`,
    [randomUUID(), token, secret, account, appointment],
  )
  const opened = await openSession(db, token)
  if (!opened) throw new Error(`No session for ${key}`)
  return opened
}

function mapValues<Key extends string, Value>(of: Record<Key, unknown>, value: () => Value): Record<Key, Value> {
  return Object.fromEntries(Object.keys(of).map(key => [key, value()])) as Record<Key, Value>
}

/** The case of ux.md §8.2: floors in Lundby, six places, contract from 4 May 2026. */
export function floors(over: Partial<OpenProcurement> = {}): OpenProcurement {
  return {
    id: newId(),
    title: 'Golventreprenad, Lundby',
    contractStart: '2026-05-04',
    contractEnd: '2028-05-03',
    cpv: '45432100',
    need: {
      places: 6,
      form: 'fixed_term',
      months: 6,
      service: 'Golventreprenad',
      education: 'Ingen särskild',
      priorKnowledge: '',
      skills: 'Golvläggning',
      comments: '',
    },
    submit: true,
    ...over,
  }
}

export const thirtySixMonths: EmploymentClause = {
  variant: 'employment',
  fullTimeMonths: 3600,
  firstStartWithinMonths: 6,
  earlyEndThreshold: { numerator: 3, denominator: 4 },
  allowedEarlyEndReasons: ['employee_resigned', 'dismissed_personal_reasons', 'summarily_dismissed'],
  targetGroups: [
    { id: 'youth_foreign_born', wording: { sv: 'unga och utrikes födda', en: 'young and foreign-born people' } },
  ],
  formDefinition: { sv: 'Anställning på hel- eller deltid', en: 'Employment, full-time or part-time' },
  countsExistingStaff: false,
  linkedToContractWork: true,
  reportingIntervalMonths: 3,
}

/** Opens a case as the procurer. */
export async function openCase(s: Stage, over: Partial<OpenProcurement> = {}): Promise<string> {
  const opened = await openProcurement(s.db, s.procurer, { ...floors(over), ...s.edge })
  if (!opened.ok) throw new Error(opened.code)
  return opened.value.id
}

export async function versionOf(s: Stage, id: string): Promise<number> {
  const [row] = await s.above<{ version: number }>('select version from procurement.procurement where id = $1', [id])
  return row?.version ?? 0
}

/** Completes the step that the case is in, on a day; the outcome is the test's to look at. */
export async function complete(s: Stage, id: string, today = s.edge.today): ReturnType<typeof completeStep> {
  return completeStep(s.db, s.procurer, { procurement: id, version: await versionOf(s, id), ...s.edge, today })
}

/** A case with a locked clause and a supplier, in the step "implement". */
export async function awardedCase(s: Stage): Promise<string> {
  const id = await openCase(s)
  await setParties(s.db, s.procurer, { procurement: id, version: 1, matching: s.org.northeast, ...s.edge })
  await complete(s, id)
  await complete(s, id)
  await chooseClause(s.db, s.procurer, { procurement: id, version: 0, parameters: thirtySixMonths, ...s.edge })
  await lockClause(s.db, s.procurer, { procurement: id, version: 1, ...s.edge })
  await complete(s, id)
  const days = { contractStart: '2026-05-04', contractEnd: '2028-05-03' }
  const award = { procurement: id, version: await versionOf(s, id), supplier: s.org.cleaners, ...days, ...s.edge }
  const done = await awardContract(s.db, s.procurer, award)
  if (!done.ok) throw new Error(done.code)
  return id
}
