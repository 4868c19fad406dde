import { sql } from 'kysely'
import { asActor, type Db } from '#db'
import { type Actor, accept, dayOf, holdsRole, type Outcome, refuse } from '#kernel'
import { candidatesAccess } from './access.ts'
import type { PersonRefusal } from './candidates.ts'
import { parseIdentityNumber } from './identity-number.ts'
import { identityDigest } from './seal.ts'

export type FindByIdentity = { readonly number: string; readonly secret: string; readonly now: Date }

/**
 * Finds a person by identity number, in any common form. The number never goes into an address, a log or the database (P-D4): its digest does.
 * Somebody else's person and a protected one give the same answer as nobody (P-S2), and the attempt is logged.
 */
export async function findByIdentity(
  db: Db,
  actor: Actor,
  command: FindByIdentity,
): Promise<Outcome<{ person: string }, PersonRefusal | 'form.key_reused'>> {
  if (!holdsRole(candidatesAccess, 'person.find_by_identity', actor)) return refuse('person.not_yours')
  const parsed = parseIdentityNumber(command.number, dayOf(command.now))
  if (!parsed) return refuse('identity.not_valid')
  const digest = identityDigest(command.secret, parsed.number)
  const found = await asActor<string | null, never>(db, actor, async tx => {
    const { rows } = await sql<{ id: string | null }>`select candidates.find_by_identity(${digest}) as id`.execute(tx)
    return accept(rows[0]?.id ?? null)
  })
  if (!found.ok) return found
  return found.value === null ? refuse('identity.no_match') : accept({ person: found.value })
}
