import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Profile } from './profile.ts'
import { readProfile } from './store.ts'

export type ProfilePage = {
  readonly procurement: {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly contractStart: string
  }
  readonly need?: {
    readonly service: string
    readonly education: string
    readonly priorKnowledge: string
    readonly skills: string
    readonly comments: string
  }
  readonly adopted?: Profile
  readonly draft?: Profile
}

/** The profile of a case: the edition in force, the draft in work, and the need that both stand beside. */
export async function viewProfile(tx: Tx, procurement: string): Promise<ProfilePage | undefined> {
  const found = await tx
    .selectFrom('procurement.procurement as p')
    .leftJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .select([
      'p.id',
      'p.number',
      'p.title',
      'p.contract_start',
      'n.service',
      'n.education',
      'n.prior_knowledge',
      'n.skills',
      'n.comments',
    ])
    .where('p.id', '=', procurement)
    .executeTakeFirst()
  if (!found) return undefined
  const [adopted, draft] = [await readProfile(tx, procurement, 'adopted'), await readProfile(tx, procurement, 'draft')]
  return {
    procurement: { id: found.id, number: found.number, title: found.title, contractStart: found.contract_start },
    ...(found.service === null
      ? {}
      : {
          need: {
            service: found.service,
            education: found.education ?? '',
            priorKnowledge: found.prior_knowledge ?? '',
            skills: found.skills ?? '',
            comments: found.comments ?? '',
          },
        }),
    ...(adopted ? { adopted } : {}),
    ...(draft ? { draft } : {}),
  }
}

export type ConceptHit = { readonly id: string; readonly label: string }

/** Skills of the taxonomy that hold the words somebody typed; those that begin with them first. At most `limit`. */
export function searchSkills(tx: Tx, words: string, limit = 12): Promise<ConceptHit[]> {
  return search(tx, 'competence.skill', words, limit)
}

/** Occupation names of the taxonomy, as `searchSkills`. */
export function searchOccupations(tx: Tx, words: string, limit = 12): Promise<ConceptHit[]> {
  return search(tx, 'competence.occupation', words, limit)
}

async function search(
  tx: Tx,
  table: 'competence.skill' | 'competence.occupation',
  words: string,
  limit: number,
): Promise<ConceptHit[]> {
  const typed = words.trim().toLowerCase()
  if (typed.length < 2) return []
  const pattern = typed.replaceAll(/[\\%_]/g, String.raw`\$&`)
  return tx
    .selectFrom(table)
    .select(['id', 'label_sv as label'])
    .where(sql<boolean>`lower(label_sv) like ${`%${pattern}%`}`)
    .orderBy(sql`case when lower(label_sv) like ${`${pattern}%`} then 0 else 1 end`)
    .orderBy(sql`length(label_sv)`)
    .orderBy('label_sv')
    .orderBy('id')
    .limit(limit)
    .execute()
}
