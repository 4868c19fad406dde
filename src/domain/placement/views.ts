import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import { type PlacementOperation, placementAccess } from './access.ts'
import type { PlacementEndReason, PlacementForm, PlacementState } from './placement.ts'
import { decideConfirm, decideMove, decideStill, stillFrom } from './rules.ts'

/** What a placement waits for, and from whom. */
export type WaitsFor = 'answer' | 'first_day' | 'confirm_start' | 'confirm_still' | 'nothing'

export type PlacementLine = {
  readonly id: string
  readonly procurement: string
  readonly title: string
  /** Given name and initial, from the function that logs; empty when it may not be given. */
  readonly name: string
  readonly state: PlacementState
  readonly form: PlacementForm
  readonly rate: number
  readonly startsOn: Day
  readonly endsOn?: Day
  readonly startedOn?: Day
  readonly endedOn?: Day
  readonly endReason?: PlacementEndReason
  readonly personConfirmed: boolean
  readonly employerStill: boolean
  readonly personStill: boolean
  readonly stillFrom?: Day
  readonly waitsFor: WaitsFor
  readonly version: number
}

const perPage = 50

export type EmployedPage = {
  readonly lines: readonly PlacementLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** The employer's placements: what the employer has to say first, then the latest. Reads and logs the names of those on the page. */
export async function listEmployed(tx: Tx, actor: Actor, today: Day, page = 1): Promise<EmployedPage> {
  const due = sql<boolean>`(l.state = 'agreed' and l.starts_on <= ${today}::date)
    or (l.state = 'started' and l.employer_still_at is null and l.started_on + interval '6 months' <= ${today}::date)`
  const own = tx.selectFrom('placement.placement as l').where('l.employer_id', '=', actor.organisation)
  const { total } = await own.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await selectLines(tx)
    .where('l.employer_id', '=', actor.organisation)
    .orderBy(due, 'desc')
    .orderBy('l.starts_on', 'desc')
    .orderBy('l.id')
    .limit(perPage)
    .offset((Math.max(1, page) - 1) * perPage)
    .execute()
  const names = await readNames(
    tx,
    rows.map(row => row.id),
  )
  return {
    lines: rows.map(row => lineOf(row, names.get(row.id) ?? '', today)),
    total,
    page: Math.max(1, page),
    pages: Math.max(1, Math.ceil(total / perPage)),
  }
}

export type PlacementPage = PlacementLine & {
  readonly caseNumber: string
  /** The contract's days: a first day lies within them. */
  readonly period: { readonly from: Day; readonly last: Day }
  readonly matching?: string
  readonly allowed: readonly PlacementOperation[]
}

/** One placement for its employer; undefined for everybody else. */
export async function viewPlacement(tx: Tx, actor: Actor, id: string, today: Day): Promise<PlacementPage | undefined> {
  const row = await selectLines(tx)
    .leftJoin('procurement.commitment as t', 't.procurement_id', 'c.id')
    .select(['c.number', 'c.matching_id', 'c.contract_start', 'c.contract_end', 't.contract_start as from'])
    .select('t.contract_end as last')
    .where('l.employer_id', '=', actor.organisation)
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const line = lineOf(row, (await readNames(tx, [row.id])).get(row.id) ?? '', today)
  return {
    ...line,
    caseNumber: row.number,
    period: { from: row.from ?? row.contract_start, last: row.last ?? row.contract_end },
    ...(row.matching_id ? { matching: row.matching_id } : {}),
    allowed: allowedTo('employer', line, today),
  }
}

/** A job of one's own, as a participant sees it. `version` goes back with what is answered. */
export type OwnPlacement = {
  readonly id: string
  readonly procurement: string
  readonly title: string
  readonly employer: string
  readonly area?: string
  readonly state: PlacementState
  readonly form: PlacementForm
  /** Share of full time. */
  readonly rate: number
  readonly startsOn: Day
  readonly endsOn?: Day
  readonly startedOn?: Day
  readonly endedOn?: Day
  readonly personConfirmed: boolean
  readonly personStill: boolean
  /** From when "still there" can be said. */
  readonly stillFrom?: Day
  readonly version: number
  readonly allowed: readonly PlacementOperation[]
}

/** The participant's own offers and jobs, latest first. */
export async function listOwnPlacements(tx: Tx, today: Day): Promise<OwnPlacement[]> {
  const { rows } =
    await sql<OwnRow>`select id, procurement_id, title, employer, area, state, form, rate, starts_on, ends_on, started_on, ended_on,
    person_confirmed, person_still, version from placement.my_jobs()`.execute(tx)
  return rows.map(row => ownOf(row, today))
}

/** One of the participant's own jobs; undefined when it is not theirs. */
export async function viewOwnPlacement(tx: Tx, id: string, today: Day): Promise<OwnPlacement | undefined> {
  return (await listOwnPlacements(tx, today)).find(job => job.id === id)
}

/** How many places are taken in some cases, per case and district; for lists of places. Counts without people. */
export async function placesTaken(
  tx: Tx,
  procurements: readonly string[],
): Promise<{ procurement: string; area: string; taken: number }[]> {
  if (procurements.length === 0) return []
  const { rows } = await sql<{ procurement: string; area: string; taken: number }>`
    select procurement_id as procurement, area_id as area, taken from placement.taken(${[...procurements]}::uuid[])`.execute(
    tx,
  )
  return rows
}

type OwnRow = {
  id: string
  procurement_id: string
  title: string
  employer: string
  area: string | null
  state: string
  form: string
  rate: number
  starts_on: Day
  ends_on: Day | null
  started_on: Day | null
  ended_on: Day | null
  person_confirmed: boolean
  person_still: boolean
  version: number
}

function ownOf(row: OwnRow, today: Day): OwnPlacement {
  const dates = datesOf(row)
  const state = row.state as PlacementState
  const confirmed = { personConfirmed: row.person_confirmed, personStill: row.person_still }
  return {
    id: row.id,
    procurement: row.procurement_id,
    title: row.title,
    employer: row.employer,
    ...(row.area ? { area: row.area } : {}),
    state,
    form: row.form as PlacementForm,
    rate: row.rate,
    ...dates,
    ...confirmed,
    version: row.version,
    allowed: allowedTo('participant', { state, ...dates, ...confirmed, employerStill: false }, today),
  }
}

function selectLines(tx: Tx) {
  return tx
    .selectFrom('placement.placement as l')
    .innerJoin('procurement.procurement as c', 'c.id', 'l.procurement_id')
    .select(['l.id', 'l.procurement_id', 'c.title', 'l.state', 'l.form', 'l.rate', 'l.starts_on', 'l.ends_on'])
    .select(['l.started_on', 'l.ended_on', 'l.end_reason', 'l.version'])
    .select(sql<boolean>`l.person_confirmed_at is not null`.as('person_confirmed'))
    .select(sql<boolean>`l.employer_still_at is not null or l.still_confirmed_at is not null`.as('employer_still'))
    .select(sql<boolean>`l.person_still_at is not null or l.still_confirmed_at is not null`.as('person_still'))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLines>['executeTakeFirstOrThrow']>>

function lineOf(row: Row, name: string, today: Day): PlacementLine {
  const dates = datesOf(row)
  const line = {
    id: row.id,
    procurement: row.procurement_id,
    title: row.title,
    name,
    state: row.state as PlacementState,
    form: row.form as PlacementForm,
    rate: row.rate,
    ...dates,
    ...(row.end_reason ? { endReason: row.end_reason as PlacementEndReason } : {}),
    personConfirmed: row.person_confirmed,
    employerStill: row.employer_still,
    personStill: row.person_still,
    version: row.version,
  }
  return { ...line, waitsFor: waitsFor(line, today) }
}

function waitsFor(line: Omit<PlacementLine, 'waitsFor'>, today: Day): WaitsFor {
  if (line.state === 'offered') return 'answer'
  if (line.state === 'agreed') return line.startsOn <= today ? 'confirm_start' : 'first_day'
  return line.state === 'started' && decideStill(line, 'employer', today).ok ? 'confirm_still' : 'nothing'
}

function datesOf(row: {
  starts_on: Day
  ends_on: Day | null
  started_on: Day | null
  ended_on: Day | null
}): Pick<PlacementLine, 'startsOn' | 'endsOn' | 'startedOn' | 'endedOn' | 'stillFrom'> {
  const from = row.started_on ? stillFrom({ startedOn: row.started_on }) : undefined
  return {
    startsOn: row.starts_on,
    ...(row.ends_on ? { endsOn: row.ends_on } : {}),
    ...(row.started_on ? { startedOn: row.started_on } : {}),
    ...(row.ended_on ? { endedOn: row.ended_on } : {}),
    ...(from ? { stillFrom: from } : {}),
  }
}

type Standing = Pick<
  PlacementLine,
  'state' | 'startsOn' | 'startedOn' | 'endedOn' | 'personConfirmed' | 'employerStill' | 'personStill'
>

/** The operations that role and state allow now, for buttons. The use case decides again. */
function allowedTo(role: 'employer' | 'participant', placement: Standing, today: Day): PlacementOperation[] {
  const who = role === 'employer' ? 'employer' : 'person'
  const possible: Partial<Record<PlacementOperation, boolean>> = {
    'placement.start': decideMove(placement, 'started').ok,
    'placement.end': decideMove(placement, 'ended').ok,
    'placement.accept': decideMove(placement, 'agreed').ok,
    'placement.decline': decideMove(placement, 'declined').ok,
    'placement.confirm': decideConfirm(placement).ok,
    'placement.confirm_still': decideStill(placement, who, today).ok,
    'placement.question': placement.state !== 'declined',
  }
  return (Object.keys(possible) as PlacementOperation[]).filter(
    operation => possible[operation] && (placementAccess[operation].roles as readonly string[]).includes(role),
  )
}

async function readNames(tx: Tx, placements: readonly string[]): Promise<Map<string, string>> {
  if (placements.length === 0) return new Map()
  const { rows } = await sql<{ placement_id: string; given_name: string; family_initial: string }>`
    select placement_id, given_name, family_initial from placement.read_names(${[...placements]}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.placement_id, `${row.given_name} ${row.family_initial}.`]))
}
