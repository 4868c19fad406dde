import { sql } from 'kysely'
import { appendEvent, type Tx } from '#db'
import type { Day } from '#kernel'
import type {
  CommitmentPeriod,
  LockedPlacement,
  OfferTerms,
  PlacementEndReason,
  PlacementEventKind,
  PlacementForm,
  PlacementState,
} from './placement.ts'

/** A placement under lock, when the actor is its employer or its person. */
export async function lockPlacement(tx: Tx, id: string): Promise<LockedPlacement | undefined> {
  const row = await tx.selectFrom('placement.placement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    procurement: row.procurement_id,
    candidacy: row.candidacy_id,
    person: row.person_id,
    employer: row.employer_id,
    state: row.state as PlacementState,
    startsOn: row.starts_on,
    ...(row.ends_on ? { endsOn: row.ends_on } : {}),
    ...(row.started_on ? { startedOn: row.started_on } : {}),
    ...(row.ended_on ? { endedOn: row.ended_on } : {}),
    personConfirmed: row.person_confirmed_at !== null,
    employerStill: (row.employer_still_at ?? row.still_confirmed_at) !== null,
    personStill: (row.person_still_at ?? row.still_confirmed_at) !== null,
    version: row.version,
  }
}

/** One choice at a time in a case: whoever comes second sees which places are left (trust.md R4). */
export async function lockPlaces(tx: Tx, procurement: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`placement.places ${procurement}`}))`.execute(tx)
}

/** `terms`: what the need says of the employment, where an offer begins. */
export type FreePlace = {
  readonly id: string
  readonly number: number
  readonly area: string
  readonly startsOn: Day
  readonly terms?: { readonly form: PlacementForm; readonly months: number }
}

/** Apportioned places of a case that nobody holds, by number. Empty for those who may not see the case. */
export async function freePlaces(tx: Tx, procurement: string): Promise<FreePlace[]> {
  const { rows } = await sql<{
    id: string
    number: number
    area: string
    startsOn: Day
    form: string | null
    months: number | null
  }>`select place_id as id, number, area_id as area, starts_on as "startsOn", form, months from placement.free_places(${procurement}::uuid)`.execute(
    tx,
  )
  return rows.map(({ form, months, ...place }) => ({
    ...place,
    ...(form !== null && months !== null ? { terms: { form: form as PlacementForm, months } } : {}),
  }))
}

/** The days within which an employment counts: the commitment's when there is one, else the contract's. */
export async function readPeriod(
  tx: Tx,
  procurement: string,
): Promise<(CommitmentPeriod & { readonly open: boolean }) | undefined> {
  const row = await tx
    .selectFrom('procurement.procurement as p')
    .leftJoin('procurement.commitment as c', 'c.procurement_id', 'p.id')
    .select(['p.state', 'p.contract_start', 'p.contract_end', 'c.contract_start as from', 'c.contract_end as last'])
    .where('p.id', '=', procurement)
    .executeTakeFirst()
  return row && { from: row.from ?? row.contract_start, last: row.last ?? row.contract_end, open: row.state === 'open' }
}

export async function insertOffer(
  tx: Tx,
  offer: OfferTerms & {
    readonly id: string
    readonly procurement: string
    readonly place: string
    readonly candidacy: string
    readonly person: string
    readonly employer: string
    readonly now: Date
  },
): Promise<void> {
  await tx
    .insertInto('placement.placement')
    .values({
      id: offer.id,
      procurement_id: offer.procurement,
      place_id: offer.place,
      candidacy_id: offer.candidacy,
      person_id: offer.person,
      employer_id: offer.employer,
      state: 'offered',
      form: offer.form,
      rate: offer.rate,
      starts_on: offer.startsOn,
      ends_on: offer.endsOn ?? null,
      offered_at: offer.now,
    })
    .execute()
}

/** What a change writes besides state and version. */
export type Change = {
  readonly state?: PlacementState
  readonly agreed_at?: Date
  readonly started_on?: Day
  readonly ended_on?: Day
  readonly end_reason?: PlacementEndReason
  readonly employer_confirmed_at?: Date
  readonly person_confirmed_at?: Date
  readonly employer_still_at?: Date
  readonly person_still_at?: Date
  readonly still_confirmed_at?: Date
}

/** Writes a change and its event in one transaction. Events of a placement stand in the case's stream, on the plane of matching. */
export async function recordChange(
  tx: Tx,
  placement: Pick<LockedPlacement, 'id' | 'procurement'>,
  change: Change,
  event: { readonly id: string; readonly kind: PlacementEventKind; readonly facts?: Record<string, string | number> },
): Promise<void> {
  await tx
    .updateTable('placement.placement')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', placement.id)
    .execute()
  await tell(tx, placement, event)
}

export async function tell(
  tx: Tx,
  placement: Pick<LockedPlacement, 'id' | 'procurement'>,
  event: { readonly id: string; readonly kind: PlacementEventKind; readonly facts?: Record<string, string | number> },
): Promise<void> {
  await appendEvent(tx, {
    ...event,
    stream: 'procurement',
    streamId: placement.procurement,
    subject: placement.id,
    plane: 'matching',
  })
}
