import { sql } from 'kysely'
import { asActor, type Db, type Tx } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import type { PersonRefusal, RevealField, RevealPurpose } from './candidates.ts'
import { decideReveal } from './person-rules.ts'
import { openIdentity } from './seal.ts'
import { findCase } from './store.ts'

/** `secret`: the installation's, with which identity numbers are sealed. */
export type RevealContact = {
  readonly person: string
  readonly field: RevealField
  readonly purpose: RevealPurpose
  readonly procurement?: string
  readonly secret: string
}

/**
 * Shows a telephone number, an address or an identity number once, for a stated reason (GEN-1). The database decides and logs in one: a
 * refused attempt is logged too, so the transaction is kept even then, and the answer is "not found" as for a person who does not exist.
 * Give a `db` without a form's receipt: the value must not be stored, and to look twice is to read twice.
 */
export async function revealContact(
  db: Db,
  actor: Actor,
  command: RevealContact,
): Promise<Outcome<{ field: RevealField; value: string }, PersonRefusal | 'form.key_reused'>> {
  const decision = decideReveal(command.field, command.purpose, command.procurement)
  if (!decision.ok) return decision
  const read = await asActor<Reading, never>(db, actor, async tx => {
    const caseIsTheirs = command.procurement === undefined || (await findCase(tx, command.procurement)) !== undefined
    return accept({ caseIsTheirs, row: caseIsTheirs ? await readField(tx, command) : undefined })
  })
  if (!read.ok) return read
  const { caseIsTheirs, row } = read.value
  if (!caseIsTheirs) return refuse('reveal.case_missing')
  if (!row) return refuse('person.not_found')
  if (row.value === null) return refuse('reveal.nothing_kept')
  return accept({ field: command.field, value: row.value })
}

type Row = { readonly value: string | null }
type Reading = { readonly caseIsTheirs: boolean; readonly row: Row | undefined }

/** What the logging function gives; undefined when it does not let the actor read. */
async function readField(tx: Tx, command: RevealContact): Promise<Row | undefined> {
  const { rows } = await sql<{ phone: string | null; email: string | null; identity_sealed: Buffer | null }>`
    select phone, email, identity_sealed from candidates.read_person(${command.person}::uuid, array[${command.field}], ${command.purpose},
      ${command.procurement ?? null}::uuid)`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  if (command.field !== 'identity') return { value: row[command.field] }
  return { value: row.identity_sealed && openIdentity(command.secret, row.identity_sealed) }
}
