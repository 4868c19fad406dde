import type { Tx } from '#db'
import type { Day } from '#kernel'
import { accept, type Outcome, refuse } from '#kernel'
import type { Calculation, Key, PlacesRefusal, Standing, TargetGroup } from './places.ts'
import { yearOf } from './store.ts'
import { carryTo } from './year/year.ts'

/** The keys in force on a day, one per target group, with their areas in published order. */
export async function keysInForce(tx: Tx, day: Day): Promise<Key[]> {
  const rows = await tx
    .selectFrom('places.key as k')
    .innerJoin('places.weight as w', 'w.key_id', 'k.id')
    .innerJoin('organisations.area as a', 'a.id', 'w.area_id')
    .select([
      'k.id',
      'k.target_group',
      'k.name_sv',
      'k.name_en',
      'k.basis_sv',
      'k.basis_en',
      'k.treatment',
      'k.source',
      'a.id as area',
      'a.name',
      'w.percent',
    ])
    .where('k.valid_from', '<=', day)
    .where(eb => eb.or([eb('k.valid_to', 'is', null), eb('k.valid_to', '>', day)]))
    .orderBy('k.target_group', 'desc')
    .orderBy('k.id')
    .orderBy('a.position')
    .execute()
  type Growing = Omit<Key, 'rows'> & { rows: { area: string; name: string; percent: number }[] }
  const keys = new Map<string, Growing>()
  for (const row of rows) {
    const key: Growing = keys.get(row.id) ?? {
      id: row.id,
      targetGroup: row.target_group as TargetGroup,
      nameSv: row.name_sv,
      nameEn: row.name_en,
      basisSv: row.basis_sv,
      basisEn: row.basis_en,
      treatment: row.treatment as Key['treatment'],
      source: row.source,
      rows: [],
    }
    key.rows.push({ area: row.area, name: row.name, percent: row.percent })
    keys.set(row.id, key)
  }
  return [...keys.values()]
}

/**
 * Where a key's year stands: the ledger that the group's latest decision left; undefined at the beginning of the year. A key that came into force within
 * the year goes on from the claims under the one before it, and new areas from those of the areas that they took over (TGT-4).
 */
export async function ledgerOf(
  tx: Tx,
  key: Pick<Key, 'id' | 'targetGroup' | 'rows'>,
  year: number,
): Promise<Outcome<Standing['ledger'], PlacesRefusal>> {
  const row = await tx
    .selectFrom('places.apportionment as a')
    .innerJoin('places.key as k', 'k.id', 'a.key_id')
    .select(['a.calculation', 'a.key_id'])
    .where('k.target_group', '=', key.targetGroup)
    .where('a.year', '=', year)
    .where('a.state', '=', 'decided')
    .orderBy('a.decided_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const ledger = row && (row.calculation as Calculation).output.ledger
  if (!ledger || row.key_id === key.id) return accept(ledger)
  return carryTo(
    ledger,
    key.rows.map(({ area }) => area),
    await successors(tx),
  )
}

async function successors(tx: Tx): Promise<Record<string, string>> {
  const rows = await tx
    .selectFrom('organisations.area')
    .select(['id', 'successor_id'])
    .where('successor_id', 'is not', null)
    .execute()
  return Object.fromEntries(rows.map(({ id, successor_id }) => [id, successor_id ?? '']))
}

/** What a proposal for a procurement starts from. The places are the need's; they begin with the contract. */
export async function standingOf(
  tx: Tx,
  procurement: string,
  group: TargetGroup | undefined,
  today: Day,
): Promise<Outcome<Standing, PlacesRefusal>> {
  const found = await tx
    .selectFrom('procurement.procurement as p')
    .leftJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .select(['p.id', 'p.contract_start', 'n.places', 'n.submitted_at'])
    .where('p.id', '=', procurement)
    .executeTakeFirst()
  if (!found) return refuse('places.not_found')
  if (found.places === null || found.submitted_at === null) return refuse('places.need_not_submitted')
  const keys = await keysInForce(tx, today)
  const key = keys.find(candidate => candidate.targetGroup === group) ?? keys[0]
  if (!key) return refuse('places.no_key_in_force')
  const year = yearOf(today)
  const ledger = await ledgerOf(tx, key, year)
  if (!ledger.ok) return ledger
  return accept({
    procurement,
    places: found.places,
    startsOn: found.contract_start,
    key,
    year,
    ledger: ledger.value,
  })
}
