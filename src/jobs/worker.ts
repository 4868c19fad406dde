import { PgBoss } from 'pg-boss'
import type { Db } from '#db'
import { forwardOutbox } from './forward.ts'
import { isLetterKind, type Letter } from './letters.ts'
import { waitsSeconds } from './quiet.ts'
import { react } from './reactions.ts'
import { nightly, runClock } from './schedule.ts'

export type WorkerOptions = {
  readonly db: Db
  /** How the worker's login role reaches the database: pg-boss keeps connections of its own. */
  readonly connectionString: string
  readonly now: () => Date
  readonly publicUrl: string
  readonly sendMail: (letter: Letter) => Promise<void>
  readonly onError: (error: unknown) => void
}

export type Worker = { readonly stop: () => Promise<void> }

const [events, clock] = ['event', 'clock'] as const
const everyMs = 2000

/**
 * Starts what happens later: the forwarder of the outbox, the reactions, the clock. The queue's tables were made by a migration, since
 * the worker's role may create nothing. Stopping waits for the work in hand.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: options.connectionString,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    // Both need an owner of the tables, which the worker's role is not (docs/decisions).
    reindex: false,
    monitorVacuum: false,
    max: 3,
  })
  boss.on('error', options.onError)
  await boss.start()
  await boss.createQueue(events, { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 })
  await boss.createQueue(clock, { retryLimit: 3, retryDelay: 60, expireInSeconds: 3600 })
  await boss.work<{ id: string; kind: string }>(
    events,
    { batchSize: 20, pollingIntervalSeconds: 1, burstWhenBatchFull: true },
    async jobs => {
      for (const job of jobs) await react(job.data, options)
    },
  )
  await boss.work(clock, { pollingIntervalSeconds: 10 }, async () => void (await runClock(options.db, options.now())))
  await boss.schedule(clock, nightly.cron, {}, { tz: nightly.tz })
  await boss.send(clock, {})

  const forwarding = keepForwarding(options, boss)
  return {
    stop: async () => {
      await forwarding.stop()
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Looks at the outbox every other second. One round at a time; a lost database is told and tried again. */
function keepForwarding({ db, now, onError }: WorkerOptions, boss: PgBoss): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const once = async (): Promise<void> => {
    try {
      await forwardOutbox(db, now(), async (event, run) => {
        const startAfter = isLetterKind(event.kind) ? waitsSeconds(event.kind, now()) : 0
        const within = { executeSql: (text: string, values?: unknown[]) => run(text, values ?? []) }
        await boss.send(events, event, { id: event.id, startAfter, db: within })
      })
    } catch (error) {
      if (!stopped) onError(error)
    }
    if (!stopped) timer = setTimeout(begin, everyMs)
  }
  const begin = (): void => {
    round = once()
  }
  begin()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
