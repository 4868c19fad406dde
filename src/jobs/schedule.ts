import { sql } from 'kysely'
import { asWorker, type Db, type Tx } from '#db'
import { openReports } from '#domain/followup'
import { catchUpSnapshots, checkConsistency } from '#domain/reports'
import { type Day, dayOf, newId } from '#kernel'

type Job = {
  readonly name: string
  /** What it is done once for: the day, or the month. */
  readonly period: (today: Day) => string
  readonly run: (tx: Tx, today: Day) => Promise<number>
}

/** The clock's work, in order. Each is safe to run twice. Europe/Stockholm decides what day it is. */
export const clockJobs: readonly Job[] = [
  { name: 'open_reports', period: today => today, run: (tx, today) => openReports(tx, { today, newId }) },
  {
    name: 'clear_sign_in',
    period: today => today,
    run: async tx => {
      await sql`select gate.clear_sign_in()`.execute(tx)
      return 1
    },
  },
  { name: 'snapshot', period: today => today.slice(0, 7), run: (tx, today) => catchUpSnapshots(tx, { today, newId }) },
  // After the reports are opened, so that what is late already is found the same night (trust.md I10).
  {
    name: 'check',
    period: today => today,
    run: async (tx, today) => (await checkConsistency(tx, { today, newId })).fresh,
  },
]

/** At ten past three every night. */
export const nightly = { cron: '10 3 * * *', tz: 'Europe/Stockholm' } as const

/**
 * Does what the clock owes for today and marks it done, each job in a transaction of its own; what is done already is left alone.
 * Called every night and at every start, so that a missed night is caught up with.
 * @returns how much each job did; absent when it was done before
 */
export async function runClock(db: Db, now: Date, jobs: readonly Job[] = clockJobs): Promise<Record<string, number>> {
  const today = dayOf(now)
  const did: Record<string, number> = {}
  for (const job of jobs) {
    await asWorker(db, async tx => {
      const marked = await tx
        .insertInto('jobs.run')
        .values({ name: job.name, period: job.period(today), done_at: now })
        .onConflict(conflict => conflict.columns(['name', 'period']).doNothing())
        .returning('name')
        .executeTakeFirst()
      if (marked) did[job.name] = await job.run(tx, today)
    })
  }
  return did
}
