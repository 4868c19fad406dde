import type { Id } from '#kernel'
import type { Db } from './act.ts'
import { type Beginning, callGate, type Started } from './sign-in.ts'

/** Network of the browser, as a keyed hash: kept in the sign-in log, where no address may be. */
export type Network = Uint8Array

/** What a sign-in with password is asked for next: a code from the app, or to take the app into use. */
export type NextStep = 'code' | 'enrol'

/** The salt of an e-mail's password, and whether the account has signed in from this network; undefined when there is no such account. */
export async function passwordSalt(
  db: Db,
  email: string,
  network: Network,
): Promise<{ salt: Uint8Array; known: boolean } | undefined> {
  return callGate(db, 'select salt, known from gate.password_salt($1, $2)', [email, network])
}

/** A second step to open: its token, a sealed secret to offer an account that has none, and whether the computer is borrowed. */
export type StepOffer = { readonly token: string; readonly borrowed: boolean; readonly offered: Uint8Array }

/** Compares a password's hash in the database. Right: the second step is open under `step.token`. Wrong or unknown: undefined. */
export async function checkPassword(
  db: Db,
  given: { readonly email: string; readonly hash: Uint8Array; readonly network: Network },
  step: StepOffer,
): Promise<NextStep | undefined> {
  const row = await callGate<{ next: NextStep | null }>(
    db,
    'select gate.check_password($1, $2, $3, $4, $5, $6) as next',
    [given.email, given.hash, given.network, step.token, step.borrowed, step.offered],
  )
  return row?.next ?? undefined
}

/** What the page of the second step may show. `offered`: the sealed secret to enrol; the secret of an enrolled account is not told. */
export async function viewStep(
  db: Db,
  step: string,
): Promise<{ email: string; offered?: Uint8Array; borrowed: boolean } | undefined> {
  const row = await callGate<{ email: string; totp_offered: Uint8Array | null; borrowed: boolean }>(
    db,
    'select email, totp_offered, borrowed from gate.view_step($1)',
    [step],
  )
  return row && { email: row.email, borrowed: row.borrowed, ...(row.totp_offered ? { offered: row.totp_offered } : {}) }
}

/** Counts a try, then gives what it is to be judged against; undefined when the step is used up (five tries), too old or unknown. */
export async function tryStep(
  db: Db,
  step: string,
): Promise<{ account: Id<'account'>; sealed?: Uint8Array; offered?: Uint8Array } | undefined> {
  const row = await callGate<{
    account_id: Id<'account'>
    totp_sealed: Uint8Array | null
    totp_offered: Uint8Array | null
  }>(db, 'select account_id, totp_sealed, totp_offered from gate.try_step($1)', [step])
  return (
    row && {
      account: row.account_id,
      ...(row.totp_sealed ? { sealed: row.totp_sealed } : {}),
      ...(row.totp_offered ? { offered: row.totp_offered } : {}),
    }
  )
}

/** What ends a second step: a step of the app's clock, the same with ten hashes of recovery codes (enrolling), or one recovery code. */
export type Proof =
  | { readonly by: 'code'; readonly clockStep: number }
  | { readonly by: 'enrolling'; readonly clockStep: number; readonly recovery: readonly Uint8Array[] }
  | { readonly by: 'recovery'; readonly hash: Uint8Array }

/** Begins the session. Undefined when the proof was used before (replay), or the step was closed by another at the same time. */
export function finishStep(
  db: Db,
  step: string,
  proof: Proof,
  { token, previous, device }: Beginning,
  network: Network,
): Promise<Started | undefined> {
  const rest = [token, previous ?? null, device, network]
  switch (proof.by) {
    case 'code':
      return callGate(db, 'select * from gate.finish_totp($1, $2, $3, $4, $5, $6)', [step, proof.clockStep, ...rest])
    case 'enrolling':
      return callGate(db, 'select * from gate.enrol_totp($1, $2, $3, $4, $5, $6, $7)', [
        step,
        proof.clockStep,
        proof.recovery,
        ...rest,
      ])
    case 'recovery':
      return callGate(db, 'select * from gate.finish_recovery($1, $2, $3, $4, $5, $6)', [step, proof.hash, ...rest])
  }
}

/** Begins a session for an identity that an administrator has tied to an account; undefined for every other. */
export function beginWithIdentity(
  db: Db,
  identity: { readonly issuer: string; readonly subject: string },
  { token, previous, device }: Beginning,
  network: Network,
): Promise<Started | undefined> {
  const { issuer, subject } = identity
  return callGate(db, 'select * from gate.begin_with_identity($1, $2, $3, $4, $5, $6)', [
    issuer,
    subject,
    token,
    previous ?? null,
    device,
    network,
  ])
}
