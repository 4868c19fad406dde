import { sql } from 'kysely'
import { type HistoryLine, readHistory, type Tx } from '#db'
import { type Contact, contactsOf } from '#domain/organisations'
import { type Actor, type Day, dayOf } from '#kernel'
import { may, type ProcurementVerb, procurementAccess } from '../access.ts'
import type { ProcurementState, Requirement, Step } from '../procurement.ts'
import { steps } from '../procurement.ts'
import type { StepLine } from '../steps.ts'
import type { Turn } from '../whose-turn.ts'
import { noProgress } from '../whose-turn.ts'
import { type CaseProgress, progressOf, turnOf } from './turn-facts.ts'

export type Party = { readonly id: string; readonly name: string }

export type CasePage = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly authority: Party
  readonly procurer: string
  readonly matching?: Party
  readonly coordinator?: Party
  readonly supplier?: Party
  readonly step: Step
  readonly state: ProcurementState
  readonly requirement: Requirement
  readonly cpv?: string
  readonly openedOn: Day
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly valueOre?: number
  readonly notice?: string
  readonly version: number
  readonly need?: {
    readonly places: number
    readonly form: string
    readonly months: number
    readonly service: string
    readonly submitted: boolean
  }
  readonly clause: 'none' | 'draft' | 'locked'
  /** Full-time months of the clause, drafted or locked. */
  readonly clauseMonths?: number
  readonly firstStartDeadline?: Day
  readonly steps: readonly StepLine[]
  readonly progress: CaseProgress
  /** What the profile calls for, longest first; empty when it is not written or needs nothing. */
  readonly preparation: readonly Preparation[]
  readonly turn: Turn
  /** The officers of the named matching unit, and the supplier's people, to call. */
  readonly contacts: readonly Contact[]
  readonly history: readonly HistoryLine[]
  readonly allowed: readonly ProcurementVerb[]
}

export type Preparation = { readonly concept: string; readonly sv: string; readonly en: string; readonly weeks: number }

type Who = Pick<Actor, 'role' | 'organisation'>

/** Everything the case page shows (ux.md C2); undefined when there is no such case for the actor. */
export async function viewCase(tx: Tx, who: Who, id: string, today: Day): Promise<CasePage | undefined> {
  const row = await tx
    .selectFrom('procurement.procurement as p')
    .innerJoin('organisations.organisation as a', 'a.id', 'p.authority_id')
    .leftJoin('organisations.organisation as m', 'm.id', 'p.matching_id')
    .leftJoin('organisations.organisation as c', 'c.id', 'p.coordinator_id')
    .leftJoin('organisations.organisation as u', 'u.id', 'p.supplier_id')
    .leftJoin('gate.appointment as x', 'x.id', 'p.procurer_id')
    .leftJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .leftJoin('procurement.clause as k', 'k.procurement_id', 'p.id')
    .leftJoin('procurement.commitment as t', 't.procurement_id', 'p.id')
    .selectAll('p')
    .select(['a.name as authority', 'm.name as matching', 'c.name as coordinator', 'u.name as supplier'])
    .select(['x.display_name as procurer', 'n.places', 'n.form', 'n.months', 'n.service', 't.first_start_deadline'])
    .select(sql<boolean>`n.submitted_at is not null`.as('need_submitted'))
    .select(sql<string>`coalesce(k.state, 'none')`.as('clause'))
    .select(sql<number | null>`(k.parameters ->> 'fullTimeMonths')::numeric / 100`.as('clause_months'))
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined

  const lines = await stepLines(tx, id)
  const progress = (await progressOf(tx, [id])).get(id) ?? noProgress
  const stepDue = lines.find(line => line.step === row.step)?.plannedOn ?? null
  const turn = turnOf({ ...row, step_due: stepDue, wanted: row.places ?? 0 }, progress, today)
  const parties = {
    authority: { id: row.authority_id, name: row.authority },
    matching: party(row.matching_id, row.matching),
    coordinator: party(row.coordinator_id, row.coordinator),
    supplier: party(row.supplier_id, row.supplier),
  }
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    ...parties,
    procurer: row.procurer ?? '',
    step: row.step as Step,
    state: row.state as ProcurementState,
    requirement: row.requirement as Requirement,
    cpv: row.cpv ?? undefined,
    openedOn: dayOf(row.created_at),
    contractStart: row.contract_start,
    contractEnd: row.contract_end,
    valueOre: row.value_ore ?? undefined,
    notice: row.notice_id ?? undefined,
    version: row.version,
    ...(row.places === null
      ? {}
      : {
          need: {
            places: row.places,
            form: row.form ?? '',
            months: row.months ?? 0,
            service: row.service ?? '',
            submitted: row.need_submitted,
          },
        }),
    clause: row.clause as CasePage['clause'],
    clauseMonths: row.clause_months ?? undefined,
    firstStartDeadline: row.first_start_deadline ?? undefined,
    steps: lines,
    progress,
    preparation: await preparationOf(tx, id),
    turn,
    contacts: await contactsOf(
      tx,
      [row.matching_id, row.coordinator_id, row.supplier_id].filter(one => one !== null),
      ['matching_officer', 'coordinator', 'employer'],
    ),
    history: await readHistory(tx, id),
    allowed: verbs(who, parties),
  }
}

function party(id: string | null, name: string | null): Party | undefined {
  return id === null ? undefined : { id, name: name ?? '' }
}

/** What the actor's role and relation allow; what the case's state allows is the use case's to say. */
function verbs(
  who: Who,
  parties: Pick<CasePage, 'authority' | 'matching' | 'coordinator' | 'supplier'>,
): ProcurementVerb[] {
  const object = {
    authority: parties.authority.id,
    matching: parties.matching?.id,
    coordinator: parties.coordinator?.id,
    supplier: parties.supplier?.id,
  }
  return (Object.keys(procurementAccess) as ProcurementVerb[]).filter(verb => may(who, verb, object))
}

async function stepLines(tx: Tx, procurement: string): Promise<StepLine[]> {
  const rows = await tx
    .selectFrom('procurement.step')
    .select(['step', 'planned_on', 'done_on'])
    .where('procurement_id', '=', procurement)
    .execute()
  return steps.flatMap(step => {
    const row = rows.find(one => one.step === step)
    return row ? [{ step, plannedOn: row.planned_on, doneOn: row.done_on ?? undefined }] : []
  })
}

/** The parts of the profile that can be learnt, longest first (TGT-3, PRC-2). */
async function preparationOf(tx: Tx, procurement: string): Promise<Preparation[]> {
  const { rows } = await sql<Preparation>`
    select concept, label_sv as sv, label_en as en, weeks from procurement.preparation(${procurement}::uuid)`.execute(
    tx,
  )
  return rows
}
