import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import type { BookingState } from './tracks.ts'

export type ClassLine = {
  readonly booking: string
  readonly person: string
  readonly number: number
  readonly state: BookingState
  readonly version: number
}

/**
 * Those booked on a start, as far as the actor may see them; by the number people know them by. A provider reads no row of a person, so the
 * numbers come from a function; names are read apart, and logged.
 */
export async function viewClass(tx: Tx, start: string): Promise<ClassLine[]> {
  const rows = await tx
    .selectFrom('tracks.booking as b')
    .select(['b.id as booking', 'b.person_id as person', 'b.state', 'b.version'])
    .where('b.start_id', '=', start)
    .where('b.state', 'in', ['booked', 'completed'])
    .limit(500) // seats at most
    .execute()
  const { rows: known } = await sql<{ person_id: string; number: number }>`
    select person_id, number from tracks.numbers(${rows.map(row => row.person)}::uuid[])`.execute(tx)
  const numbers = new Map(known.map(row => [row.person_id, row.number]))
  return rows
    .map(row => ({ ...row, state: row.state as BookingState, number: numbers.get(row.person) ?? 0 }))
    .toSorted((a, b) => a.number - b.number || (a.booking < b.booking ? -1 : 1))
    .slice(0, 100)
}

export type PlanStep = {
  readonly booking: string
  readonly name: string
  readonly nameEn: string
  readonly providerName: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly state: BookingState
  readonly concepts: readonly string[]
  readonly procurement: string
}

/** A person's plan: bookings in the order of time. */
export async function planOf(tx: Tx, person: string): Promise<PlanStep[]> {
  const rows = await tx
    .selectFrom('tracks.booking as b')
    .innerJoin('catalogue.start as s', 's.id', 'b.start_id')
    .innerJoin('catalogue.intervention as i', 'i.id', 's.intervention_id')
    .leftJoin('organisations.organisation as o', 'o.id', 'i.provider_id')
    .select([
      'b.id as booking',
      'i.name_sv as name',
      'i.name_en as nameEn',
      'o.name as providerName',
      's.starts_on as startsOn',
      's.ends_on as endsOn',
      'b.state',
      'i.concepts',
      'b.procurement_id as procurement',
    ])
    .where('b.person_id', '=', person)
    .where('b.state', 'in', ['booked', 'completed'])
    .orderBy('s.starts_on')
    .orderBy('b.id')
    .limit(50)
    .execute()
  return rows.map(row => ({ ...row, providerName: row.providerName ?? '', state: row.state as BookingState }))
}
