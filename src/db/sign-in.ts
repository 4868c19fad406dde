import type { Day, Id, Role } from '#kernel'
import type { Db } from './act.ts'

/** A session that has begun: what its cookie needs. `seconds` is how long it may last at most. */
export type Started = { readonly role: Role; readonly seconds: number }

/** What every beginning of a session is told: the new token (256 random bits), the one the browser had, and what to call the browser. */
export type Beginning = { readonly token: string; readonly previous?: string; readonly device: string }

export type CastMember = {
  readonly appointment: Id<'appointment'>
  readonly name: string
  readonly role: Role
  readonly title: string
  readonly organisationName: string
  readonly blurb: { readonly sv: string; readonly en: string }
}

/** One row of a sign-in function, or undefined when it answers nothing. Runs on the login role that can read no table. */
export async function callGate<Row>(db: Db, text: string, values: readonly unknown[]): Promise<Row | undefined> {
  const { rows } = await db.pools.sign_in.query(text, [...values])
  return rows[0] as Row | undefined
}

/** The cast of a demonstration world; empty in every other database. */
export async function listCast(db: Db): Promise<CastMember[]> {
  const { rows } = await db.pools.sign_in.query('select * from gate.list_cast()')
  return rows.map(row => ({
    appointment: row.appointment_id,
    name: row.name,
    role: row.role as Role,
    title: row.title,
    organisationName: row.organisation_name,
    blurb: { sv: row.blurb_sv, en: row.blurb_en },
  }))
}

/** Signs a member of the cast in with no more ado. Undefined outside a demonstration, and for anybody who is not of the cast. */
export function demonstrate(db: Db, wanted: Id, beginning: Beginning): Promise<Started | undefined> {
  const { token, previous, device } = beginning
  return callGate(db, 'select * from gate.demonstrate($1, $2, $3, $4)', [wanted, token, previous ?? null, device])
}

/**
 * Lets the days of a demonstration pass, from the day the reader saw until another, at most 400 later. False outside a demonstration,
 * backwards, and when somebody was first. The program's own clock is read again with `readClock`.
 */
export async function passTime(db: Db, from: Day, to: Day): Promise<boolean> {
  const row = await callGate<{ passed: boolean }>(db, 'select gate.pass_time($1, $2) as passed', [from, to])
  return row?.passed ?? false
}

/** Ends a session at once and everywhere (ASVS 7.4.1). Silent when the token is unknown or already ended. */
export async function endSession(db: Db, token: string): Promise<void> {
  await callGate(db, 'select gate.end_session($1)', [token])
}

/** The same person in another of their appointments, under a new token (ASVS 7.2.4). Undefined when it is not theirs or has ended. */
export function changeRole(db: Db, token: string, newToken: string, wanted: Id): Promise<Started | undefined> {
  return callGate(db, 'select * from gate.change_role($1, $2, $3)', [token, newToken, wanted])
}
