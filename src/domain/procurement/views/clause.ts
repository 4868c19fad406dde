import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import { may, type ProcurementVerb } from '../access.ts'
import type { EmploymentClause } from '../clauses/employment-parameters.ts'
import type { EmploymentForm, ProcurementState, Requirement, Step } from '../procurement.ts'

export type ClausePage = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly authority: string
  readonly step: Step
  readonly state: ProcurementState
  readonly requirement: Requirement
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly awarded: boolean
  readonly version: number
  /** From the need, to begin from; the supplier does not read the need. */
  readonly need?: { readonly places: number; readonly form: EmploymentForm; readonly months: number }
  readonly clause?: {
    readonly parameters: EmploymentClause
    readonly locked: boolean
    readonly lockedAt?: Date
    readonly version: number
  }
  readonly allowed: readonly ProcurementVerb[]
}

/** The clause of a case and what it can be made from. For the supplier: only once it is locked (policy). */
export async function viewClause(
  tx: Tx,
  who: Pick<Actor, 'role' | 'organisation'>,
  id: string,
): Promise<ClausePage | undefined> {
  const row = await tx
    .selectFrom('procurement.procurement as p')
    .innerJoin('organisations.organisation as a', 'a.id', 'p.authority_id')
    .leftJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .leftJoin('procurement.clause as k', 'k.procurement_id', 'p.id')
    .select(['p.id', 'p.number', 'p.title', 'p.step', 'p.state', 'p.requirement', 'p.contract_start', 'p.contract_end'])
    .select(['p.version', 'p.authority_id', 'a.name as authority', 'n.places', 'n.form', 'n.months'])
    .select(['k.parameters', 'k.state as clause_state', 'k.locked_at', 'k.version as clause_version'])
    .select(sql<boolean>`p.supplier_id is not null`.as('awarded'))
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    authority: row.authority,
    step: row.step as Step,
    state: row.state as ProcurementState,
    requirement: row.requirement as Requirement,
    contractStart: row.contract_start,
    contractEnd: row.contract_end,
    awarded: row.awarded,
    version: row.version,
    ...(row.places === null || row.months === null
      ? {}
      : { need: { places: row.places, form: row.form as EmploymentForm, months: row.months } }),
    ...(row.clause_state === null
      ? {}
      : {
          clause: {
            parameters: row.parameters as EmploymentClause,
            locked: row.clause_state === 'locked',
            lockedAt: row.locked_at ?? undefined,
            version: row.clause_version ?? 1,
          },
        }),
    allowed: (['clause.choose', 'clause.lock', 'procurement.decide_requirement', 'procurement.award'] as const).filter(
      verb => may(who, verb, { authority: row.authority_id }),
    ),
  }
}
