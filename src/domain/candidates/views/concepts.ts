import type { Tx } from '#db'
import type { CompetenceType } from '../candidates.ts'

export type Concept = { readonly concept: string; readonly type: CompetenceType; readonly label: string }

/** What the profiles in force ask for, as far as the actor sees them: what is worth filtering by and noting. At most 100, by name. */
export async function conceptsAsked(tx: Tx): Promise<Concept[]> {
  const rows = await tx
    .selectFrom('competence.requirement as r')
    .innerJoin('competence.profile as f', 'f.id', 'r.profile_id')
    .where('f.state', '=', 'adopted')
    .select(['r.concept', 'r.type', eb => eb.fn.min('r.label_sv').as('label')])
    .groupBy(['r.concept', 'r.type'])
    .orderBy('label')
    .orderBy('r.concept')
    .limit(100)
    .execute()
  return rows.map(row => ({ concept: row.concept, type: row.type as CompetenceType, label: row.label }))
}
