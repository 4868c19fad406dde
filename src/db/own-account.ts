import { sql } from 'kysely'
import { type Actor, accept, type Id, type Outcome, type Role, refuse } from '#kernel'
import { asActor, type Db } from './act.ts'
import { callGate } from './sign-in.ts'
import type { Tx } from './tx.ts'

export type OwnAccount = {
  readonly email: string
  readonly kind: 'staff' | 'employer' | 'participant' | 'service'
  readonly language: 'sv' | 'en' | 'ar'
  readonly has_password: boolean
  readonly has_totp: boolean
  readonly recovery_left: number
  readonly has_identity: boolean
}

export type OwnAppointment = {
  readonly id: Id<'appointment'>
  readonly role: Role
  readonly title: string
  readonly organisation_name: string
  readonly is_current: boolean
}

export type OwnSession = {
  readonly id: Id<'session'>
  readonly kind: 'web' | 'api'
  readonly label: string
  readonly manner: 'password' | 'link' | 'code' | 'oidc' | 'demonstration' | 'token'
  readonly borrowed: boolean
  readonly created_at: Date
  readonly seen_at: Date
  readonly ends_at: Date
  readonly is_current: boolean
}

/** The actor's own account: how they sign in, the roles they may act in, and where they are signed in now. */
export async function viewOwnAccount(
  tx: Tx,
): Promise<{ account: OwnAccount; appointments: OwnAppointment[]; sessions: OwnSession[] } | undefined> {
  const account = (await sql<OwnAccount>`select * from gate.my_account()`.execute(tx)).rows[0]
  if (!account) return undefined
  const appointments = (await sql<OwnAppointment>`select * from gate.my_appointments()`.execute(tx)).rows
  const sessions = (await sql<OwnSession>`select * from gate.my_sessions()`.execute(tx)).rows
  return { account, appointments, sessions }
}

/** Ends one of the actor's own sessions or tokens, at once and everywhere. */
export function endOwnSession(
  db: Db,
  actor: Actor,
  session: Id,
): Promise<Outcome<null, 'session.not_found' | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const { rows } = await sql<{ done: boolean }>`select gate.end_my_session(${session}::uuid) as done`.execute(tx)
    return rows[0]?.done ? accept(null) : refuse('session.not_found')
  })
}

/** Keeps the language that the account's letters and pages are in, on every computer. */
export function chooseLanguage(
  db: Db,
  actor: Actor,
  language: OwnAccount['language'],
): Promise<Outcome<null, 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    await sql`select gate.choose_language(${language})`.execute(tx)
    return accept(null)
  })
}

/** How a program's token begins: such a token is no cookie, and a cookie's token is no program's. */
export const apiTokenPrefix = 'fotfaste_api_'

/**
 * Makes a token for a program. It acts as the actor in one of their own appointments (staff), or, when an administrator makes it, as a
 * service account. `token` is shown once; only its hash is kept. It is opened with `openSession`, and ended with `endOwnSession`.
 * @param command.token `apiTokenPrefix` and 256 random bits in base64url, made by the edge
 * @param command.days how long it may last, 1–366; it also ends after 90 days of rest
 */
export function createApiToken(
  db: Db,
  actor: Actor,
  command: { readonly token: string; readonly appointment: Id; readonly name: string; readonly days: number },
): Promise<Outcome<{ session: Id<'session'> }, 'token.not_allowed' | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const { token, appointment, name, days } = command
    const { rows } = await sql<{ id: Id<'session'> | null }>`
      select gate.create_api_token(${token}, ${appointment}::uuid, ${name}, ${days}::int) as id`.execute(tx)
    const session = rows[0]?.id
    return session ? accept({ session }) : refuse('token.not_allowed')
  })
}

/** The sealed second factor of a session's owner, for proving it again before something grave; undefined when there is none. */
export async function ownTotp(
  db: Db,
  token: string,
): Promise<{ account: Id<'account'>; sealed: Uint8Array } | undefined> {
  const row = await callGate<{ account_id: Id<'account'>; totp_sealed: Uint8Array }>(
    db,
    'select * from gate.own_totp($1)',
    [token],
  )
  return row && { account: row.account_id, sealed: row.totp_sealed }
}

/** Ten new recovery codes in place of the old. False when the clock step was used before. */
export async function renewRecovery(
  db: Db,
  token: string,
  clockStep: number,
  hashes: readonly Uint8Array[],
): Promise<boolean> {
  const row = await callGate<{ done: boolean }>(db, 'select gate.renew_recovery($1, $2, $3) as done', [
    token,
    clockStep,
    hashes,
  ])
  return row?.done ?? false
}
