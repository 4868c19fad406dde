import { sql } from 'kysely'
import { appendEvent, type NewEvent, type Tx } from '#db'
import type { Day, Id } from '#kernel'
import {
  type CaseInputs,
  type Need,
  type Procurement,
  type ProcurementEvent,
  type ProcurementState,
  type Requirement,
  type Step,
  steps,
} from './procurement.ts'
import type { StepDates, StepLine } from './steps.ts'

/** What every command carries from the edge: the day, the instant, and where new identities come from. */
export type Edge = { readonly now: Date; readonly today: Day; readonly newId: <Kind extends string>() => Id<Kind> }

/** The case, locked until the transaction ends; undefined when it does not exist or is not the actor's to change. */
export async function lock(tx: Tx, id: string): Promise<Procurement | undefined> {
  const row = await tx
    .selectFrom('procurement.procurement')
    .select(['id', 'number', 'title', 'authority_id', 'matching_id', 'coordinator_id', 'supplier_id', 'step', 'state'])
    .select(['requirement', 'contract_start', 'contract_end', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    authority: row.authority_id,
    matching: row.matching_id ?? undefined,
    coordinator: row.coordinator_id ?? undefined,
    supplier: row.supplier_id ?? undefined,
    step: row.step as Step,
    state: row.state as ProcurementState,
    requirement: row.requirement as Requirement,
    contractStart: row.contract_start,
    contractEnd: row.contract_end,
    version: row.version,
  }
}

/** The next number of the year, `YYYY-NNN`; the lock on the series is kept to the end, so that there are no gaps. */
export async function nextNumber(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ number: string }>`select procurement.next_number(${year}) as number`.execute(tx)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('The database gave no number')
  return number
}

export type NewProcurement = CaseInputs & {
  readonly id: string
  readonly number: string
  readonly authority: string
  readonly procurer: string
  readonly notice?: string
  readonly lot?: string
  readonly dates: StepDates
}

export async function insertProcurement(tx: Tx, one: NewProcurement, now: Date): Promise<void> {
  await tx
    .insertInto('procurement.procurement')
    .values({
      id: one.id,
      number: one.number,
      title: one.title,
      authority_id: one.authority,
      procurer_id: one.procurer,
      step: 'plan',
      state: 'open',
      cpv: one.cpv ?? null,
      contract_start: one.contractStart,
      contract_end: one.contractEnd,
      value_ore: one.valueOre ?? null,
      notice_id: one.notice ?? null,
      lot: one.lot ?? null,
      created_at: now,
    })
    .execute()
  await tx
    .insertInto('procurement.step')
    .values(steps.map(step => ({ procurement_id: one.id, step, planned_on: one.dates[step] })))
    .execute()
}

type Change = Partial<{
  matching_id: string | null
  coordinator_id: string | null
  supplier_id: string
  step: Step
  state: ProcurementState
  requirement: Requirement
  contract_start: Day
  contract_end: Day
}>

/** Changes the case and its version. The caller holds the lock. */
export async function changeProcurement(tx: Tx, procurement: Procurement, change: Change): Promise<number> {
  const version = procurement.version + 1
  await tx
    .updateTable('procurement.procurement')
    .set({ ...change, version })
    .where('id', '=', procurement.id)
    .execute()
  return version
}

export async function readSteps(tx: Tx, procurement: string): Promise<StepLine[]> {
  const rows = await tx
    .selectFrom('procurement.step')
    .select(['step', 'planned_on', 'done_on'])
    .where('procurement_id', '=', procurement)
    .execute()
  return rows
    .map(row => ({ step: row.step as Step, plannedOn: row.planned_on, doneOn: row.done_on ?? undefined }))
    .toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step))
}

export async function setStep(
  tx: Tx,
  procurement: string,
  step: Step,
  days: { readonly plannedOn?: Day; readonly doneOn?: Day },
): Promise<void> {
  await tx
    .updateTable('procurement.step')
    .set({
      ...(days.plannedOn === undefined ? {} : { planned_on: days.plannedOn }),
      ...(days.doneOn === undefined ? {} : { done_on: days.doneOn }),
    })
    .where('procurement_id', '=', procurement)
    .where('step', '=', step)
    .execute()
}

/** The version of the need and whether it is submitted; undefined when nothing is written yet. */
export async function findNeed(
  tx: Tx,
  procurement: string,
): Promise<{ version: number; submitted: boolean } | undefined> {
  const row = await tx
    .selectFrom('procurement.need')
    .select(['version', 'submitted_at'])
    .where('procurement_id', '=', procurement)
    .executeTakeFirst()
  return row && { version: row.version, submitted: row.submitted_at !== null }
}

/** Writes the need as a draft, or as submitted when `submittedAt` is given. */
export async function writeNeed(
  tx: Tx,
  procurement: string,
  need: Need,
  version: number,
  submittedAt: Date | null,
): Promise<void> {
  const columns = {
    places: need.places,
    form: need.form,
    months: need.months,
    service: need.service,
    education: need.education,
    prior_knowledge: need.priorKnowledge,
    skills: need.skills,
    area_id: need.area ?? null,
    comments: need.comments,
    submitted_at: submittedAt,
    version,
  }
  await tx
    .insertInto('procurement.need')
    .values({ procurement_id: procurement, ...columns })
    .onConflict(conflict => conflict.column('procurement_id').doUpdateSet(columns))
    .execute()
}

export type ClauseRow = {
  readonly id: string
  readonly parameters: unknown
  readonly locked: boolean
  readonly version: number
}

export async function findClause(tx: Tx, procurement: string): Promise<ClauseRow | undefined> {
  const row = await tx
    .selectFrom('procurement.clause')
    .select(['id', 'parameters', 'state', 'version'])
    .where('procurement_id', '=', procurement)
    .executeTakeFirst()
  return row && { id: row.id, parameters: row.parameters, locked: row.state === 'locked', version: row.version }
}

export async function insertClause(
  tx: Tx,
  id: string,
  procurement: string,
  parameters: unknown,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('procurement.clause')
    .values({
      id,
      procurement_id: procurement,
      parameters: JSON.stringify(parameters),
      state: 'draft',
      created_at: now,
    })
    .execute()
}

export async function changeClause(
  tx: Tx,
  clause: ClauseRow,
  change: { readonly parameters?: unknown; readonly lockedAt?: Date },
): Promise<number> {
  const version = clause.version + 1
  await tx
    .updateTable('procurement.clause')
    .set({
      version,
      ...(change.parameters === undefined ? {} : { parameters: JSON.stringify(change.parameters) }),
      ...(change.lockedAt === undefined ? {} : { state: 'locked', locked_at: change.lockedAt }),
    })
    .where('id', '=', clause.id)
    .execute()
  return version
}

export type NewCommitment = {
  readonly id: string
  readonly procurement: string
  readonly clause: ClauseRow
  readonly supplier: string
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly firstStartDeadline: Day
}

export async function insertCommitment(tx: Tx, one: NewCommitment, now: Date): Promise<void> {
  await tx
    .insertInto('procurement.commitment')
    .values({
      id: one.id,
      procurement_id: one.procurement,
      clause_id: one.clause.id,
      supplier_id: one.supplier,
      parameters: JSON.stringify(one.clause.parameters),
      contract_start: one.contractStart,
      contract_end: one.contractEnd,
      first_start_deadline: one.firstStartDeadline,
      created_at: now,
    })
    .execute()
}

/** How many places the team has given to an area: after that the need is no longer the procurer's alone to change. */
export async function apportionedPlaces(tx: Tx, procurement: string): Promise<number> {
  const { rows } = await sql<{ apportioned: number }>`
    select apportioned from procurement.progress(array[${procurement}::uuid])`.execute(tx)
  return rows[0]?.apportioned ?? 0
}

/** An event on the case's own stream, readable by all who see the case. */
export async function note(
  tx: Tx,
  edge: Pick<Edge, 'newId'>,
  procurement: string,
  kind: ProcurementEvent,
  more: Partial<Pick<NewEvent, 'subject' | 'facts' | 'reason'>> = {},
): Promise<void> {
  await appendEvent(tx, {
    id: edge.newId(),
    stream: 'procurement',
    streamId: procurement,
    kind,
    subject: more.subject ?? procurement,
    plane: 'contract',
    ...(more.facts === undefined ? {} : { facts: more.facts }),
    ...(more.reason === undefined ? {} : { reason: more.reason }),
  })
}
