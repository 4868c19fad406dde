import { sql } from 'kysely'
import { appendEvent, type Tx } from '#db'
import type { Day } from '#kernel'
import type { Candidacy, CandidacyState, MatchingCase, MatchingEventKind, ShortlistReason } from './matching.ts'

/** One proposer at a time in a case, so that nobody is proposed twice. */
export async function lockCase(tx: Tx, procurement: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`matching.case ${procurement}`}))`.execute(tx)
}

/** A case with its places, when the actor may see it. */
export async function findCase(tx: Tx, procurement: string): Promise<MatchingCase | undefined> {
  const row = await tx
    .selectFrom('procurement.procurement')
    .select(['id', 'number', 'state', 'matching_id', 'coordinator_id', 'supplier_id', 'contract_start', 'contract_end'])
    .where('id', '=', procurement)
    .executeTakeFirst()
  if (!row) return undefined
  const places = await tx
    .selectFrom('places.place')
    .select('area_id')
    .select(eb => eb.fn.min('starts_on').as('starts_on'))
    .where('procurement_id', '=', procurement)
    .where('state', '=', 'apportioned')
    .groupBy('area_id')
    .execute()
  const [firstDay] = places.map(place => place.starts_on).sort()
  return {
    id: row.id,
    number: row.number,
    open: row.state === 'open',
    ...(row.matching_id ? { matching: row.matching_id } : {}),
    ...(row.coordinator_id ? { coordinator: row.coordinator_id } : {}),
    ...(row.supplier_id ? { employer: row.supplier_id } : {}),
    contractEnd: row.contract_end,
    areas: places.flatMap(place => (place.area_id === null ? [] : [place.area_id])),
    ...(firstDay ? { firstDay } : {}),
  }
}

/** The area of the actor's own organisation, if it is a district. */
export async function areaOf(tx: Tx, organisation: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organisations.organisation')
    .select('area_id')
    .where('id', '=', organisation)
    .executeTakeFirst()
  return row?.area_id ?? undefined
}

/** Candidacies of a case under lock, in one order for everybody, as far as the actor may know of them. */
export async function lockCandidacies(
  tx: Tx,
  procurement: string,
  by: { readonly ids: readonly string[] } | { readonly people: readonly string[] },
): Promise<(Candidacy & { readonly district: string })[]> {
  const [column, values] = 'ids' in by ? (['c.id', by.ids] as const) : (['c.person_id', by.people] as const)
  if (values.length === 0) return []
  const rows = await tx
    .selectFrom('matching.candidacy as c')
    .innerJoin('candidates.person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.procurement_id', 'c.person_id', 'c.district_id', 'c.state', 'c.version', 'p.protected'])
    .select(['c.invited_on', 'c.attended_on', 'c.interviewed_on'])
    .where('c.procurement_id', '=', procurement)
    .where(column, 'in', [...values])
    .orderBy('c.id')
    .forUpdate('c')
    .execute()
  return rows.map(row => ({
    id: row.id,
    procurement: row.procurement_id,
    person: row.person_id,
    district: row.district_id,
    protected: row.protected,
    state: row.state as CandidacyState,
    ...(row.invited_on ? { invitedOn: row.invited_on } : {}),
    ...(row.attended_on ? { attendedOn: row.attended_on } : {}),
    ...(row.interviewed_on ? { interviewedOn: row.interviewed_on } : {}),
    version: row.version,
  }))
}

/** What a change writes besides the version. */
export type Change = {
  readonly state?: CandidacyState
  readonly invited_on?: Day
  readonly attended_on?: Day
  readonly interviewed_on?: Day
  readonly shortlisted_at?: Date | null
  readonly shortlist_reason?: ShortlistReason | null
  readonly shortlist_note?: string
  readonly presented_at?: Date | null
  readonly shown_to?: Day | null
  readonly decided_at?: Date | null
}

export async function writeChange(tx: Tx, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('matching.candidacy')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function insertCandidacy(
  tx: Tx,
  candidacy: { readonly id: string; readonly procurement: string; readonly person: string; readonly district: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('matching.candidacy')
    .values({
      id: candidacy.id,
      procurement_id: candidacy.procurement,
      person_id: candidacy.person,
      district_id: candidacy.district,
      state: 'proposed',
      proposed_at: now,
    })
    .execute()
}

/** Lets the case's matching unit and coordinator see the person for this case (trust.md P-D1: by assignment, not by being staff). */
export async function assignToCase(tx: Tx, person: string, procurement: string): Promise<void> {
  await sql`select matching.assign_to_case(${person}::uuid, ${procurement}::uuid)`.execute(tx)
}

/** Ends what `assignToCase` opened. The last thing in a transaction: the actor may lose sight of the person by it. */
export async function endAssignment(tx: Tx, person: string, procurement: string): Promise<void> {
  await sql`select matching.end_assignment(${person}::uuid, ${procurement}::uuid)`.execute(tx)
}

/** What happened, on the case's history; of a protected person on the person's own, where only the named can read it (trust.md P-S2). */
export async function tell(
  tx: Tx,
  candidacy: Pick<Candidacy, 'id' | 'procurement' | 'person' | 'protected'>,
  event: {
    readonly id: string
    readonly kind: MatchingEventKind
    readonly facts?: Record<string, string | number>
  },
): Promise<void> {
  await appendEvent(tx, {
    ...event,
    subject: candidacy.id,
    ...(candidacy.protected
      ? ({ stream: 'person', streamId: candidacy.person, plane: 'person' } as const)
      : ({ stream: 'procurement', streamId: candidacy.procurement, plane: 'matching' } as const)),
  })
}

/** The person steps back from a job it was chosen for. Written by the person itself; for `placement`, in its transaction. */
export async function stepBack(
  tx: Tx,
  candidacy: Pick<Candidacy, 'id' | 'procurement' | 'person'>,
  what: { readonly id: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('matching.candidacy')
    .set({ state: 'withdrawn', decided_at: what.now, version: sql`version + 1` })
    .where('id', '=', candidacy.id)
    .where('state', '=', 'chosen')
    .execute()
  // Whoever was chosen had been disclosed, and nobody protected is.
  await tell(tx, { ...candidacy, protected: false }, { id: what.id, kind: 'matching.stepped_back' })
}
