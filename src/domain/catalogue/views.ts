import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import type { Intervention, Payer, Start } from './catalogue.ts'

/** Interventions with their coming starts (and those under way), by name. `provider` limits to one's own, `concept` to what teaches it. */
export async function listInterventions(
  tx: Tx,
  filter: { provider?: string; concepts?: readonly string[]; today: Day; limit?: number },
): Promise<Intervention[]> {
  let query = tx
    .selectFrom('catalogue.intervention as i')
    .innerJoin('organisations.organisation as o', 'o.id', 'i.provider_id')
    .select([
      'i.id',
      'i.provider_id',
      'o.name as providerName',
      'i.name_sv',
      'i.name_en',
      'i.concepts',
      'i.weeks',
      'i.payer',
      'i.confirmed_on',
      'i.version',
    ])
    .orderBy('i.name_sv')
    .orderBy('i.id')
    .limit(filter.limit ?? 100)
  if (filter.provider !== undefined) query = query.where('i.provider_id', '=', filter.provider)
  if (filter.concepts !== undefined) query = query.where(sql<boolean>`i.concepts && ${[...filter.concepts]}::text[]`)
  const rows = await query.execute()
  if (rows.length === 0) return []
  const starts = await tx
    .selectFrom('catalogue.start')
    .select(['id', 'intervention_id', 'starts_on', 'ends_on', 'seats', 'taken', 'version'])
    .where(
      'intervention_id',
      'in',
      rows.map(row => row.id),
    )
    .where('ends_on', '>=', filter.today)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    provider: row.provider_id,
    providerName: row.providerName,
    nameSv: row.name_sv,
    nameEn: row.name_en,
    concepts: row.concepts,
    weeks: row.weeks,
    payer: row.payer as Payer,
    confirmedOn: row.confirmed_on,
    version: row.version,
    starts: starts
      .filter(start => start.intervention_id === row.id)
      .map(
        ({ id, starts_on, ends_on, seats, taken, version }): Start => ({
          id,
          startsOn: starts_on,
          endsOn: ends_on,
          seats,
          taken,
          version,
        }),
      ),
  }))
}

/** One start with its intervention. */
export async function findStart(
  tx: Tx,
  id: string,
): Promise<(Start & { intervention: Omit<Intervention, 'starts'> }) | undefined> {
  const row = await tx
    .selectFrom('catalogue.start as s')
    .innerJoin('catalogue.intervention as i', 'i.id', 's.intervention_id')
    .innerJoin('organisations.organisation as o', 'o.id', 'i.provider_id')
    .select(['s.id', 's.starts_on', 's.ends_on', 's.seats', 's.taken', 's.version'])
    .select([
      'i.id as intervention',
      'i.provider_id',
      'o.name as providerName',
      'i.name_sv',
      'i.name_en',
      'i.concepts',
      'i.weeks',
      'i.payer',
      'i.confirmed_on',
      'i.version as interventionVersion',
    ])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    seats: row.seats,
    taken: row.taken,
    version: row.version,
    intervention: {
      id: row.intervention,
      provider: row.provider_id,
      providerName: row.providerName,
      nameSv: row.name_sv,
      nameEn: row.name_en,
      concepts: row.concepts,
      weeks: row.weeks,
      payer: row.payer as Payer,
      confirmedOn: row.confirmed_on,
      version: row.interventionVersion,
    },
  }
}
