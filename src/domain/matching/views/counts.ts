import { sql } from 'kysely'
import type { Tx } from '#db'

/** How many people are on their way in a case from a district: proposed, and of them on the shortlist or further. */
export type CandidateCount = {
  readonly procurement: string
  readonly area: string | null
  readonly proposed: number
  readonly shortlisted: number
}

/** Counts of the candidacies that the actor may know of, per case and district's area; for lists of places. */
export async function countCandidates(tx: Tx, procurements: readonly string[]): Promise<CandidateCount[]> {
  if (procurements.length === 0) return []
  return tx
    .selectFrom('matching.candidacy as c')
    .innerJoin('organisations.organisation as d', 'd.id', 'c.district_id')
    .select(['c.procurement_id as procurement', 'd.area_id as area'])
    .select(sql<number>`count(*)::int`.as('proposed'))
    .select(sql<number>`count(*) filter (where c.state <> 'proposed')::int`.as('shortlisted'))
    .where('c.procurement_id', 'in', [...procurements])
    .where('c.state', 'in', ['proposed', 'shortlisted', 'presented', 'wanted', 'chosen'])
    .groupBy(['c.procurement_id', 'd.area_id'])
    .execute()
}
