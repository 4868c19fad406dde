import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { type Db, type Opened, openSession, viewAs, withReceipt } from '#db'
import { type Actor, addDays, dayOf, newId, type Role } from '#kernel'
import { createTestDatabase, type TestDatabase } from '#test/database'
import { askPermission } from './ask-permission.ts'
import { sealIdentity } from './seal.ts'

/** Two matching units, two districts, two employers and those around them. Everybody is invented. */
export type Stage = TestDatabase & {
  readonly officer: Opened
  readonly namedOfficer: Opened
  readonly otherOfficer: Opened
  readonly team: Opened
  readonly otherTeam: Opened
  readonly employer: Opened
  readonly otherEmployer: Opened
  readonly coordinator: Opened
  readonly provider: Opened
  readonly procurer: Opened
  readonly administrator: Opened
  /** A case of the first unit and the first employer, and one of the same unit and the second employer. */
  readonly procurement: string
  readonly otherProcurement: string
  /** Runs a statement above the policies: to lay out and to look, never to act. */
  readonly above: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>
  readonly edge: { readonly now: Date; readonly newId: typeof newId }
  readonly today: string
  readonly end: () => Promise<void>
}

export async function setStage(): Promise<Stage> {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  const above: Stage['above'] = async (sql, values) => (await client.query(sql, values)).rows
  const day = dayOf(database.now())
  const [set, area] = [randomUUID(), randomUUID()]
  await above(
    `insert into organisations.area_set (id, code, name_sv, name_en, valid_from, source) values ($1, 's', 's', 's', '2020-01-01', 's')`,
    [set],
  )
  await above(
    `insert into organisations.area (id, area_set_id, code, name, position) values ($1, $2, 'a', 'Lundby', 1)`,
    [area, set],
  )
  const organisation = async (kind: string, name: string): Promise<string> => {
    const id = randomUUID()
    await above(
      `insert into organisations.organisation (id, kind, name, phone, valid_from) values ($1, $2, $3, '031-000', '2020-01-01')`,
      [id, kind, name],
    )
    return id
  }
  const acting = (role: Role, organisation: string, name: string): Promise<Opened> =>
    signIn({ above, database, role, organisation, name })

  const unit = await organisation('labour_market_unit', 'Enheten Nordost')
  const otherUnit = await organisation('labour_market_unit', 'Enheten Hisingen')
  const district = await organisation('district', 'Angered')
  const otherDistrict = await organisation('district', 'Lundby')
  const supplier = await organisation('supplier', 'Städ i Väst')
  const otherSupplier = await organisation('supplier', 'Bygg AB')
  const coordinating = await organisation('coordinator', 'Jobbspår Väst')
  const teaching = await organisation('provider', 'Yrkesskolan')
  const authority = await organisation('authority', 'Lokalförvaltningen')
  const procurer = await acting('procurer', authority, 'Karin')

  const procurement = async (number: string, employer: string): Promise<string> => {
    const id = randomUUID()
    await above(
      `insert into procurement.procurement (id, number, title, authority_id, procurer_id, matching_id, coordinator_id, supplier_id, step, state, contract_start, contract_end, created_at)
       values ($1, $2, 'Lokalvård', $3, $4, $5, $6, $7, 'implement', 'open', $8, $9, now())`,
      [id, number, authority, procurer.appointment, unit, coordinating, employer, addDays(day, -30), addDays(day, 400)],
    )
    return id
  }
  const stage = {
    ...database,
    officer: await acting('matching_officer', unit, 'Sara'),
    namedOfficer: await acting('matching_officer', unit, 'Elin'),
    otherOfficer: await acting('matching_officer', otherUnit, 'Maria'),
    team: await acting('district_team', district, 'Leyla'),
    otherTeam: await acting('district_team', otherDistrict, 'Peter'),
    employer: await acting('employer', supplier, 'Bengt'),
    otherEmployer: await acting('employer', otherSupplier, 'Petra'),
    coordinator: await acting('coordinator', coordinating, 'Malin'),
    provider: await acting('provider', teaching, 'Birgitta'),
    procurer,
    administrator: await acting('administrator', authority, 'Robin'),
    procurement: await procurement('2026-001', supplier),
    otherProcurement: await procurement('2026-002', otherSupplier),
  }
  return {
    ...stage,
    above,
    edge: { now: database.now(), newId },
    today: day,
    end: async () => {
      await client.end()
      await database.drop()
    },
  }
}

type Signing = {
  readonly above: Stage['above']
  readonly database: TestDatabase
  readonly role: Role
  readonly organisation: string | null
  readonly name?: string
  readonly person?: string
}

/** An account with one appointment, and a session that the database itself verifies. */
async function signIn({ above, database, role, organisation, name, person }: Signing): Promise<Opened> {
  const [account, appointment, session] = [randomUUID(), randomUUID(), randomUUID()]
  const token = randomUUID() + randomUUID()
  const sha = (text: string): Buffer => createHash('sha256').update(text).digest()
  const kind = role === 'participant' || role === 'employer' ? role : 'staff'
  await above(`insert into gate.account (id, kind, person_id, created_at) values ($1, $2, $3, now())`, [
    account,
    kind,
    person ?? null,
  ])
  await above(
    `insert into gate.appointment (id, account_id, organisation_id, role, display_name, phone, valid_from) values ($1, $2, $3, $4, $5, $6, now() - interval '1 day')`,
    [appointment, account, organisation, role, name ?? null, name ? '031-111' : null],
  )
  await above(
    `insert into gate.session (id, token_hash, context_hash, account_id, appointment_id, kind, created_at, seen_at, idle, ends_at)
     values ($1, $2, $3, $4, $5, 'web', now(), now(), '1 hour', now() + interval '2 hours')`,
    [session, sha(token), sha(sha(`context:${token}`).toString('hex')), account, appointment],
  )
  const opened = await openSession(database.db, token)
  if (!opened) throw new Error('The session did not open')
  return opened
}

let lastNumber = 4000

/** A person of the first unit and the first district, ready since long. The name is made of the number, so that it is found again. */
export async function addPerson(
  stage: Stage,
  is: {
    readonly protected?: boolean
    readonly status?: string
    readonly identity?: string
    readonly named?: readonly Opened[]
  } = {},
): Promise<{ id: string; number: number; givenName: string }> {
  const [id, number] = [randomUUID(), ++lastNumber]
  const sealed = is.identity === undefined ? undefined : sealIdentity(stage.secret, is.identity)
  const [place] = await stage.above<{ id: string }>('select id from organisations.area')
  await stage.above(
    `insert into candidates.person (id, number, district_id, matching_id, area_id, status, waiting_since, ready_on, protected, given_name, family_name,
       identity_sealed, identity_hmac, phone, email) values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      number,
      stage.team.organisation,
      stage.officer.organisation,
      place?.id,
      is.status ?? 'ready',
      addDays(stage.today, -number % 300),
      is.protected ?? false,
      `Given${number}`,
      `Family${number}`,
      sealed?.sealed ?? null,
      sealed?.hmac ?? null,
      `0700-${number}`,
      `p${number}@example.example`,
    ],
  )
  for (const reader of is.named ?? []) {
    await stage.above('insert into candidates.named_reader (person_id, account_id) values ($1, $2)', [
      id,
      reader.account,
    ])
  }
  return { id, number, givenName: `Given${number}` }
}

/** The person's own session. */
export function asPerson(stage: Stage, person: string): Promise<Opened> {
  return signIn({ above: stage.above, database: stage, role: 'participant', organisation: null, person })
}

export async function assign(stage: Stage, person: string, organisation: string, purpose = 'support'): Promise<void> {
  await stage.above(
    `insert into candidates.assignment (id, person_id, organisation_id, purpose, from_at) values ($1, $2, $3, $4, now() - interval '1 day')`,
    [randomUUID(), person, organisation, purpose],
  )
}

/** A candidacy on the employer's table: what the employer would see, were there a permission. */
export async function present(stage: Stage, person: string, procurement: string): Promise<void> {
  await stage.above(
    `insert into matching.candidacy (id, procurement_id, person_id, district_id, state, proposed_at, shortlisted_at, shortlist_reason, presented_at, shown_to)
     values ($1, $2, $3, $4, 'presented', now(), now(), 'meets_musts', now(), $5)`,
    [randomUUID(), procurement, person, stage.team.organisation, addDays(stage.today, 20)],
  )
}

/** The read log as it stands, oldest first. */
export function readLog(
  stage: Stage,
): Promise<{ person_id: string; role: string; fields: string[]; purpose: string; allowed: boolean }[]> {
  return stage.above('select person_id, role, fields, purpose, allowed from gate.read_log order by id')
}

/** Everything that can be opened to an employer. */
export const all = ['name', 'phone', 'competence'] as const

/** How an answer by word is taken down. */
export const spoken = { manner: 'spoken_interpreter', ground: 'cannot_sign_in', language: 'so', edition: 1 } as const

type Asking = Partial<Parameters<typeof askPermission>[2]>

/** Asks a person to be shown to the first employer, unless told otherwise. */
export function ask(
  stage: Stage,
  person: string,
  over: Asking = {},
  actor: Actor = stage.officer,
): ReturnType<typeof askPermission> {
  const asking = { person, procurement: stage.procurement, fields: all, ...stage.edge, ...over }
  return askPermission(stage.db, actor, asking)
}

/** As `ask`, when the question itself is not what is tested. */
export async function asked(stage: Stage, person: string, over: Asking = {}): Promise<string> {
  const outcome = await ask(stage, person, over)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.permission
}

type Card = { readonly given_name: string; readonly phone: string | null; readonly skills_sv: string[] | null }

/** The employer's cards of the first case, as the function that delivers and logs them gives them. */
export function cards(stage: Stage, employer: Actor): Promise<Card[]> {
  return viewAs(stage.db, employer, async tx => {
    const { rows } = await sql<Card>`select * from matching.read_cards(${stage.procurement}::uuid)`.execute(tx)
    return rows
  })
}

/** A form of one's own: a key, and a digest of what is sent. */
export function form(db: Db, content: string): Db {
  const digest = createHash('sha256').update(content).digest()
  return withReceipt(db, { key: randomUUID(), operation: 'test', digest })
}
