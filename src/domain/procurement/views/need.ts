import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import { may, type ProcurementVerb } from '../access.ts'
import type { EmploymentForm, Need } from '../procurement.ts'
import { progressOf } from './turn-facts.ts'

export type NeedPage = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly valueOre?: number
  readonly cpv?: string
  readonly state: string
  /** 0: nothing is written yet. */
  readonly version: number
  readonly need?: Need
  readonly areaName?: string
  readonly submittedAt?: Date
  /** Places that the team has given to areas; above 0 the need is no longer to be changed. */
  readonly apportioned: number
  readonly allowed: readonly ProcurementVerb[]
}

/** The six inputs of a case (TGT-1). The supplier never sees them: policy. */
export async function viewNeed(
  tx: Tx,
  who: Pick<Actor, 'role' | 'organisation'>,
  id: string,
): Promise<NeedPage | undefined> {
  const row = await tx
    .selectFrom('procurement.procurement as p')
    .leftJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .leftJoin('organisations.area as a', 'a.id', 'n.area_id')
    .select(['p.id', 'p.number', 'p.title', 'p.contract_start', 'p.contract_end', 'p.value_ore', 'p.cpv', 'p.state'])
    .select(['p.authority_id', 'n.places', 'n.form', 'n.months', 'n.service', 'n.education', 'n.prior_knowledge'])
    .select(['n.skills', 'n.area_id', 'n.comments', 'n.submitted_at', 'a.name as area'])
    .select(sql<number>`coalesce(n.version, 0)`.as('version'))
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const progress = (await progressOf(tx, [id])).get(id)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    contractStart: row.contract_start,
    contractEnd: row.contract_end,
    valueOre: row.value_ore ?? undefined,
    cpv: row.cpv ?? undefined,
    state: row.state,
    version: row.version,
    ...(row.places === null
      ? {}
      : {
          need: {
            places: row.places,
            form: row.form as EmploymentForm,
            months: row.months ?? 0,
            service: row.service ?? '',
            education: row.education ?? '',
            priorKnowledge: row.prior_knowledge ?? '',
            skills: row.skills ?? '',
            area: row.area_id ?? undefined,
            comments: row.comments ?? '',
          },
        }),
    areaName: row.area ?? undefined,
    submittedAt: row.submitted_at ?? undefined,
    apportioned: progress?.apportioned ?? 0,
    allowed: (['need.save', 'need.submit'] as const).filter(verb => may(who, verb, { authority: row.authority_id })),
  }
}

/** Cases of the actor's authority whose need can be copied into a new one, latest first. */
export async function listNeedsToCopy(
  tx: Tx,
  who: Pick<Actor, 'organisation'>,
): Promise<{ id: string; number: string; title: string; places: number }[]> {
  return tx
    .selectFrom('procurement.procurement as p')
    .innerJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .select(['p.id', 'p.number', 'p.title', 'n.places'])
    .where('p.authority_id', '=', who.organisation)
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id')
    .limit(50)
    .execute()
}
