import { sql } from 'kysely'
import type { Tx } from '#db'

/** Short names (`Amir H.`) of people the actor may see; each reading is logged by the database (GEN-1). */
export async function namesOf(tx: Tx, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; given_name: string; family_name: string }>`
    select * from candidates.read_names(${[...people]}::uuid[], 'training')`.execute(tx)
  return new Map(rows.map(row => [row.person_id, `${row.given_name} ${row.family_name.slice(0, 1)}.`]))
}

/** Those proposed in a case whom the actor may book a seat for. */
export async function candidatesToBook(
  tx: Tx,
  procurement: string,
): Promise<{ id: string; title: string; people: { id: string; name: string; number: number }[] } | undefined> {
  const found = await tx
    .selectFrom('procurement.procurement')
    .select(['id', 'title'])
    .where('id', '=', procurement)
    .executeTakeFirst()
  if (!found) return undefined
  const people = await tx
    .selectFrom('matching.candidacy as c')
    .innerJoin('candidates.person as p', 'p.id', 'c.person_id')
    .select(['p.id', 'p.number'])
    .where('c.procurement_id', '=', procurement)
    .where('c.state', 'in', ['proposed', 'shortlisted', 'presented', 'wanted', 'chosen'])
    .orderBy('p.number')
    .limit(100)
    .execute()
  const names = await namesOf(
    tx,
    people.map(person => person.id),
  )
  return { ...found, people: people.map(person => ({ ...person, name: names.get(person.id) ?? '' })) }
}
