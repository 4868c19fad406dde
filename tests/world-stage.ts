import pg from 'pg'
import { type Db, demonstrate, openSession } from '#db'
import { sealIdentity } from '#domain/candidates'
import type { Actor } from '#kernel'
import { cast, layOutWorld, loadWorld } from '#world'
import { type Content, createTestDatabase, type TestDatabase } from './database.ts'

/** The day on which the world of the tests stands. */
export const worldDay = '2026-03-02'

/** The demonstration world, loaded once a run and cloned for each test file. */
export const wholeWorld: Content = {
  name: 'world',
  fill: async database => {
    const world = layOutWorld({ day: worldDay })
    await loadWorld(database.adminUrl, world, { seal: number => sealIdentity(database.secret, number) })
  },
}

export type WorldStage = TestDatabase & {
  /** Signs in somebody of the cast and gives the actor that the database verified. */
  readonly as: (key: string) => Promise<Actor>
  /** Runs a statement above the policies: to look and to arrange, never to act. */
  readonly above: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  readonly end: () => Promise<void>
}

/** A world of one's own, with everybody of the cast to act as. */
export async function setWorldStage(): Promise<WorldStage> {
  const database = await createTestDatabase(wholeWorld)
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  return {
    ...database,
    as: key => actorOf(database.db, key),
    above: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await admin.query<Row>(text, [...values])).rows,
    end: async () => {
      await admin.end()
      await database.drop()
    },
  }
}

let signedIn = 0

async function actorOf(db: Db, key: string): Promise<Actor> {
  const member = cast.find(candidate => candidate.key === key)
  if (!member) throw new Error(`Nobody in the cast is ${key}`)
  signedIn += 1
  const token = `test-${key}-${signedIn}-${'x'.repeat(30)}`
  await demonstrate(db, member.appointmentId, { token, device: 'test' })
  const actor = await openSession(db, token)
  if (!actor) throw new Error(`${key} could not sign in`)
  return actor
}
