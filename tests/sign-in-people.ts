import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { openSession } from '#db'
import { type Actor, type Id, newId, type Role } from '#kernel'
import { createTestDatabase, type TestDatabase } from '#test/database'

type Above = <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>

export type Somebody = {
  readonly account: Id<'account'>
  readonly appointment: Id<'appointment'>
  readonly email: string
}

/** A handful of invented people in a database of their own, for the tests of signing in. */
export type People = TestDatabase & {
  /** Runs a statement above the policies: to lay out and to look. */
  readonly above: Above
  readonly organisation: Id<'organisation'>
  readonly add: (role: Role, name: string, kind?: 'staff' | 'employer' | 'participant' | 'service') => Promise<Somebody>
  readonly appoint: (to: Somebody, role: Role) => Promise<Id<'appointment'>>
  /** Moves the database's clock forward, as the days go by. */
  readonly wait: (time: string) => Promise<void>
  readonly end: () => Promise<void>
}

export async function gatherPeople(): Promise<People> {
  const database = await createTestDatabase()
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const above: Above = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await admin.query<Row>(text, [...values])).rows
  const organisation = randomUUID()
  await above(
    `insert into organisations.organisation (id, kind, name, valid_from) values ($1, 'authority', 'Lokalkontoret', '2020-01-01')`,
    [organisation],
  )
  const appoint = async (
    { account }: Pick<Somebody, 'account'>,
    role: Role,
    name?: string,
  ): Promise<Id<'appointment'>> => {
    const id = newId<'appointment'>()
    const isParticipant = role === 'participant'
    await above(
      `insert into gate.appointment (id, account_id, organisation_id, role, display_name, valid_from) values ($1, $2, $3, $4, $5, gate.now() - interval '1 year')`,
      [id, account, isParticipant ? null : organisation, role, isParticipant ? null : (name ?? 'Test')],
    )
    return id
  }
  return {
    ...database,
    above,
    organisation,
    appoint,
    add: async (role, name, kind) => {
      const account = randomUUID()
      const email = `${name.toLowerCase()}@kontoret.example`
      const kindOf = kind ?? (role === 'employer' || role === 'participant' ? role : 'staff')
      await above(
        `insert into gate.account (id, kind, email, person_id, created_at) values ($1, $2, $3, $4, gate.now())`,
        [account, kindOf, email, role === 'participant' ? randomUUID() : null],
      )
      return { account, email, appointment: await appoint({ account }, role, name) }
    },
    wait: async time => {
      await above(`update gate.clock set shift = shift + $1::interval`, [time])
    },
    end: async () => {
      await admin.end()
      await database.drop()
    },
  }
}

export const token = (): string => randomBytes(32).toString('base64url')
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
export const network = sha256('a network').subarray(0, 16)

/** The actor behind a token; a failed test when it is not in force. */
export async function actorOf(people: People, held: string): Promise<Actor> {
  const actor = await openSession(people.db, held)
  if (!actor) throw new Error('The token is not in force')
  return actor
}
