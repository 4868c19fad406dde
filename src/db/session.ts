import type { Actor, Role } from '#kernel'
import type { Db } from './act.ts'

export type Opened = Actor & { readonly language: 'sv' | 'en' | 'ar' }

/** The actor behind a session token (cookie or API token), verified by the database; undefined when it is not in force. */
export async function openSession(db: Db, token: string): Promise<Opened | undefined> {
  const { rows } = await db.pools.web_ro.query('select * from gate.open($1)', [token])
  const row = rows[0]
  if (!row) return undefined
  return {
    context: row.context,
    session: row.session_id,
    account: row.account_id,
    appointment: row.appointment_id,
    organisation: row.organisation_id,
    role: row.role as Role,
    name: row.display_name,
    organisationName: row.organisation_name,
    person: row.person_id ?? undefined,
    language: row.language,
  }
}
