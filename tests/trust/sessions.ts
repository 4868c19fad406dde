import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { apiTokenPrefix, openSession } from '#db'
import type { Actor } from '#kernel'
import type { TestDatabase } from '#test/database'
import type { Above } from './above.ts'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The context secret that the database derives from a session's token (0001_ground.sql, gate.open). */
export const contextOf = (token: string): string => sha256(`context:${token}`).toString('hex')

/** Writes a session for an appointment down and answers with its token. `ends`: when it ends, from now. */
export async function writeSession(
  above: Above,
  appointment: string,
  { kind = 'web', ends = '8 hours' }: { kind?: 'web' | 'api'; ends?: string } = {},
): Promise<string> {
  const token = `${kind === 'api' ? apiTokenPrefix : ''}${randomBytes(32).toString('base64url')}`
  await above(
    `insert into gate.session (id, token_hash, context_hash, account_id, appointment_id, kind, created_at, seen_at, idle, ends_at)
     select $1, $2, $3, a.account_id, a.id, $5, gate.now() - interval '1 minute', gate.now(), interval '7 hours', gate.now() + $6::interval
       from gate.appointment a where a.id = $4`,
    [randomUUID(), sha256(token), sha256(contextOf(token)), appointment, kind, ends],
  )
  return token
}

/** A verified actor for an appointment, through the product's own door. */
export async function openSessionAbove(database: TestDatabase, above: Above, appointment: string): Promise<Actor> {
  const actor = await openSession(database.db, await writeSession(above, appointment))
  if (!actor) throw new Error('The session is not in force')
  return actor
}
