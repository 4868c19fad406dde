import { sql } from 'kysely'
import type { Tx } from '#db'

/** `Amir H.`: the name people are known by among staff. The family name is not sent further. */
export function shortName(givenName: string, familyName: string): string {
  const initial = [...familyName.trim()][0]
  return initial === undefined ? givenName : `${givenName} ${initial.toUpperCase()}.`
}

/**
 * Short names of people the actor may see, by identity; each is logged in this transaction with the purpose (P-L1). People that are missing
 * in the answer do not exist for the actor.
 * @param purpose what the names are for: 'list', 'view', 'permissions' …
 */
export async function readNames(
  tx: Tx,
  people: readonly string[],
  purpose: string,
  procurement?: string,
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; given_name: string; family_name: string }>`
    select * from candidates.read_names(${[...new Set(people)]}::uuid[], ${purpose}, ${procurement ?? null}::uuid)`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.person_id, shortName(row.given_name, row.family_name)]))
}
