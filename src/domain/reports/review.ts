import { sql } from 'kysely'
import type { Tx } from '#db'
import { addDays, addMonths, type Day, type Role } from '#kernel'
import { isMonth } from './month.ts'

/** Why one might ask about a reading (trust.md P-L3). None of them is an accusation. */
export const readingFlags = ['refused', 'odd_hours', 'many_people', 'without_case'] as const
export type ReadingFlag = (typeof readingFlags)[number]

/** One reading in the sample. `person` is the end of the identity, enough to ask about and too little to look anybody up by. */
export type Reading = {
  readonly id: number
  readonly at: Date
  readonly organisation: string
  readonly reader: string
  readonly role: Role
  readonly fields: readonly string[]
  readonly purpose: string
  readonly caseNumber?: string
  readonly person: string
  readonly allowed: boolean
  readonly flags: readonly ReadingFlag[]
}

export type ReviewPage = {
  readonly month: string
  readonly previous: string
  readonly next?: string
  readonly readings: readonly Reading[]
  /** All readings of the month, of the organisations in the sample. */
  readonly all: number
  readonly flagged: Readonly<Record<ReadingFlag, number>>
  readonly log: { readonly events: number; readonly chains: number; readonly broken: readonly string[] }
}

type Row = Omit<Reading, 'caseNumber'> & { case_number: string | null; of_all: number }

/**
 * A month's sample of readings and the state of the event log, for the auditor; undefined for a month to come. That the auditor has looked is noted.
 * @param eventId the identity of that note
 */
export async function viewReview(
  tx: Tx,
  wanted: string | undefined,
  today: Day,
  eventId: string,
): Promise<ReviewPage | undefined> {
  const now = today.slice(0, 7)
  const month = wanted ?? now
  if (!isMonth(month) || month > now) return undefined
  const from = `${month}-01`
  const { rows } =
    await sql<Row>`select * from reports.review_readings(${from}::date, ${addDays(addMonths(from, 1), -1)}::date, ${eventId}::uuid)`.execute(
      tx,
    )
  const { rows: states } = await sql<{
    events: number
    chains: number
    broken_streams: string[]
  }>`select * from reports.log_state()`.execute(tx)
  const state = states[0]
  if (!state) return undefined
  const all = new Map(rows.map(row => [row.organisation, row.of_all]))
  const next = addMonths(from, 1).slice(0, 7)
  return {
    month,
    previous: addMonths(from, -1).slice(0, 7),
    next: next <= now ? next : undefined,
    readings: rows.map(({ case_number, of_all: _, ...row }) => ({ ...row, caseNumber: case_number ?? undefined })),
    all: [...all.values()].reduce((sum, one) => sum + one, 0),
    flagged: Object.fromEntries(
      readingFlags.map(flag => [flag, rows.filter(row => row.flags.includes(flag)).length]),
    ) as ReviewPage['flagged'],
    log: { events: state.events, chains: state.chains, broken: state.broken_streams },
  }
}
