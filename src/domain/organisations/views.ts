import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day, Role } from '#kernel'
import type { AreaLine, Contact, OrganisationKind, OrganisationLine } from './organisations.ts'

const most = 100

/** Organisations of some kinds in force on a day, by name; at most 100. */
export async function listOrganisations(
  tx: Tx,
  kinds: readonly OrganisationKind[],
  today: Day,
): Promise<OrganisationLine[]> {
  const rows = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'kind', 'name', 'number'])
    .where('kind', 'in', [...kinds])
    .where('valid_from', '<=', today)
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as OrganisationKind }))
}

/** One organisation of one of the kinds, in force on the day; undefined when there is none that the actor may see. */
export async function findOrganisation(
  tx: Tx,
  id: string,
  kinds: readonly OrganisationKind[],
  today: Day,
): Promise<OrganisationLine | undefined> {
  const row = await tx
    .selectFrom('organisations.organisation')
    .select(['id', 'kind', 'name', 'number'])
    .where('id', '=', id)
    .where('kind', 'in', [...kinds])
    .where('valid_from', '<=', today)
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as OrganisationKind }
}

/** The areas of the sets in force on a day, in the set's own order. Normally one set. */
export async function areasOn(tx: Tx, today: Day): Promise<AreaLine[]> {
  return tx
    .selectFrom('organisations.area as a')
    .innerJoin('organisations.area_set as s', 's.id', 'a.area_set_id')
    .select(['a.id', 'a.code', 'a.name', 's.code as set'])
    .where('s.valid_from', '<=', today)
    .where(eb => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', today)]))
    .orderBy('s.valid_from')
    .orderBy('a.position')
    .orderBy('a.id')
    .limit(most)
    .execute()
}

/** The people in some organisations who hold some roles now, by organisation and name; at most 100. Empty for no organisations. */
export async function contactsOf(tx: Tx, organisations: readonly string[], roles: readonly Role[]): Promise<Contact[]> {
  if (organisations.length === 0 || roles.length === 0) return []
  const rows = await tx
    .selectFrom('gate.appointment as a')
    .innerJoin('organisations.organisation as o', 'o.id', 'a.organisation_id')
    .select([
      'a.id as appointment',
      'o.id as organisation',
      'o.name as organisationName',
      'a.role',
      'a.display_name',
      'a.title',
      'a.phone',
      'a.email',
    ])
    .where('a.organisation_id', 'in', [...organisations])
    .where('a.role', 'in', [...roles])
    .where('a.valid_from', '<=', sql<Date>`gate.now()`)
    .where(eb => eb.or([eb('a.valid_to', 'is', null), eb('a.valid_to', '>', sql<Date>`gate.now()`)]))
    .orderBy('o.name')
    .orderBy('a.display_name')
    .orderBy('a.id')
    .limit(most)
    .execute()
  return rows.map(({ display_name, role, ...row }) => ({ ...row, role: role as Role, name: display_name ?? '' }))
}

/** The area that a district is for; undefined when the organisation has none, or is none that the actor may see. */
export async function areaOf(tx: Tx, organisation: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organisations.organisation')
    .select('area_id')
    .where('id', '=', organisation)
    .executeTakeFirst()
  return row?.area_id ?? undefined
}
