import type { Db } from './act.ts'
import type { Network, NextStep, StepOffer } from './second-step.ts'
import { type Beginning, callGate, type Started } from './sign-in.ts'

/** session: signs in. password: sets a new password, after which the second step follows as always. */
export type LinkPurpose = 'session' | 'password'

/** Where to send a link that was made, and in what language. */
export type Addressed = { readonly to: string; readonly purpose: LinkPurpose; readonly language: 'sv' | 'en' | 'ar' }

type AddressRow = { send_to: string; purpose: LinkPurpose; language: Addressed['language'] }

const addressed = (row: AddressRow | undefined): Addressed | undefined =>
  row && { to: row.send_to, purpose: row.purpose, language: row.language }

/**
 * Makes a link and a code for an e-mail, good for ten minutes. `code` is the keyed hash of six digits.
 * Undefined when nobody has that e-mail or five links were made in an hour: whoever asks must not see the difference (ASVS 6.3.8).
 */
export async function askLink(db: Db, email: string, token: string, code: Uint8Array): Promise<Addressed | undefined> {
  return addressed(await callGate(db, 'select * from gate.ask_link($1, $2, $3)', [email, token, code]))
}

/** A new link to where an old one went, for whoever holds the old one (ux.md §4.15). `code` as in `askLink`. */
export async function renewLink(db: Db, old: string, token: string, code: Uint8Array): Promise<Addressed | undefined> {
  return addressed(await callGate(db, 'select * from gate.renew_link($1, $2, $3)', [old, token, code]))
}

export type LinkView = { readonly state: 'live' | 'old'; readonly purpose: LinkPurpose; readonly email: string }

/** Looks at a link without spending it, however often (T26); undefined when there never was one, or it is older than a week. */
export function viewLink(db: Db, token: string): Promise<LinkView | undefined> {
  return callGate(db, 'select state, purpose, email from gate.view_link($1)', [token])
}

/** Spends a link. Undefined when it is spent, too old or for something else; of many at once, one gets a session. */
export function spendLink(
  db: Db,
  link: string,
  { token, previous, device }: Beginning,
  borrowed: boolean,
  network: Network,
): Promise<Started | undefined> {
  return callGate(db, 'select * from gate.spend_link($1, $2, $3, $4, $5, $6)', [
    link,
    token,
    previous ?? null,
    device,
    borrowed,
    network,
  ])
}

/** Spends the link whose code was typed. Wrong codes count: five a link, twenty a day for an e-mail. */
export function spendCode(
  db: Db,
  typed: { readonly email: string; readonly code: Uint8Array },
  { token, previous, device }: Beginning,
  borrowed: boolean,
  network: Network,
): Promise<Started | undefined> {
  const values = [typed.email, typed.code, token, previous ?? null, device, borrowed, network]
  return callGate(db, 'select * from gate.spend_code($1, $2, $3, $4, $5, $6, $7)', values)
}

/** Spends a link on a new password, ends every session of the account, and opens the second step. */
export async function spendPasswordLink(
  db: Db,
  link: string,
  password: { readonly salt: Uint8Array; readonly hash: Uint8Array },
  step: StepOffer,
  network: Network,
): Promise<NextStep | undefined> {
  const row = await callGate<{ next: NextStep | null }>(
    db,
    'select gate.spend_password_link($1, $2, $3, $4, $5, $6, $7) as next',
    [link, password.salt, password.hash, step.token, step.borrowed, step.offered, network],
  )
  return row?.next ?? undefined
}
