import { sql } from 'kysely'
import type { Tx } from '#db'
import { type Profile, readProfile } from '#domain/competence'
import type { Day } from '#kernel'
import type { MatchingCase } from '../matching.ts'
import { startOf } from '../rules.ts'
import { findCase } from '../store.ts'

/** What stands above every page about a case's people. `starts`: the job's first day, or today when it has passed. */
export type CaseHead = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly places: number
  readonly starts: Day
  readonly firstDay?: Day
  readonly contractEnd: Day
  readonly employer?: { readonly id: string; readonly name: string }
  readonly profile?: Profile
}

/** The case with its employer and the profile in force; undefined when the actor may not see it. */
export async function headOf(
  tx: Tx,
  procurement: string,
  today: Day,
): Promise<(CaseHead & { readonly about: MatchingCase }) | undefined> {
  const about = await findCase(tx, procurement)
  if (!about) return undefined
  const row = await tx
    .selectFrom('procurement.procurement as p')
    .leftJoin('organisations.organisation as o', 'o.id', 'p.supplier_id')
    .select(['p.title', 'o.id as employer', 'o.name'])
    .select(
      sql<number>`(select count(*)::int from places.place l where l.procurement_id = p.id and l.state = 'apportioned')`.as(
        'places',
      ),
    )
    .where('p.id', '=', procurement)
    .executeTakeFirstOrThrow()
  const profile = await readProfile(tx, procurement, 'adopted')
  return {
    about,
    id: about.id,
    number: about.number,
    title: row.title,
    places: row.places,
    starts: startOf(about, today),
    ...(about.firstDay ? { firstDay: about.firstDay } : {}),
    contractEnd: about.contractEnd,
    ...(row.employer ? { employer: { id: row.employer, name: row.name ?? '' } } : {}),
    ...(profile ? { profile } : {}),
  }
}
