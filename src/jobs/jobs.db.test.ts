import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendEvent, asActor, connection } from '#db'
import { accept, newId } from '#kernel'
import { setWorldStage, type WorldStage } from '#test/world-stage'
import { forwardOutbox } from './forward.ts'
import type { Letter } from './letters.ts'
import { react } from './reactions.ts'
import { runClock } from './schedule.ts'
import { startWorker } from './worker.ts'

let stage: WorldStage
const sent: Letter[] = []
const mail = async (letter: Letter): Promise<void> => void sent.push(letter)
const around = () => ({ db: stage.db, now: stage.now, publicUrl: 'https://fotfaste.example', sendMail: mail })

beforeAll(async () => {
  stage = await setWorldStage()
})
afterAll(() => stage.end())

/** A report that is sent back: an event that calls for a letter to the supplier. */
async function reportReturned(): Promise<{ id: string; kind: string }> {
  const procurer = await stage.as('procurer')
  const [report] = await stage.above<{ id: string; procurement_id: string }>(
    `select r.id, r.procurement_id from followup.report r join procurement.procurement p on p.id = r.procurement_id
      where p.authority_id = $1 and p.supplier_id in (select organisation_id from gate.appointment where role = 'employer') limit 1`,
    [procurer.organisation],
  )
  return written('followup.report_returned', 'procurement', report!.procurement_id, report!.id, 'contract')
}

type Line = Parameters<typeof appendEvent>[1]

/** An event as its use case would write it, by the procurer. */
async function written(
  kind: string,
  stream: Line['stream'],
  streamId: string,
  subject: string,
  plane: Line['plane'],
): Promise<{ id: string; kind: string }> {
  const id = newId<'event'>()
  await asActor(stage.db, await stage.as('procurer'), async tx => {
    await appendEvent(tx, { id, kind, stream, streamId, subject, plane })
    return accept(true)
  })
  return { id, kind }
}

/** A process of its own that takes the outbox's lines, writes their jobs, and is killed before it commits. */
const dyingForwarder = `
  import { openDatabase } from '#db'
  import { forwardOutbox } from '${new URL('./forward.ts', import.meta.url).pathname}'
  const { db } = await openDatabase(process.env.WORKER_URL, process.env.WORKER_SECRET, 1)
  await db.pools.worker.query("insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds, partition, table_name) values ('event', 'standard', 2, 0, false, 900, 1000, 1000, false, 'job_common') on conflict do nothing")
  await forwardOutbox(db, new Date(), async (event, run) => {
    await run("insert into pgboss.job (id, name) values ($1, 'event')", [event.id])
    process.kill(process.pid, 'SIGKILL')
  })
`

const handedOver = async (times: number): Promise<string[]> => {
  const taken: string[] = []
  const take = () => forwardOutbox(stage.db, stage.now(), async event => void taken.push(event.id))
  await Promise.all(Array.from({ length: times }, take))
  return taken
}

describe('the outbox', () => {
  it('hands each event over once, however many forwarders there are', async () => {
    const events = [await reportReturned(), await reportReturned(), await reportReturned()]
    const taken = await handedOver(4)
    expect(events.every(event => taken.filter(id => id === event.id).length === 1)).toBe(true)
    expect(await handedOver(2)).toEqual([])
  })

  it('R1b: a worker killed between the outbox and the queue loses nothing and doubles nothing', async () => {
    const event = await reportReturned()
    const child = spawn(process.execPath, ['--input-type=module', '-e', dyingForwarder], {
      env: { ...process.env, WORKER_URL: stage.adminUrl, WORKER_SECRET: stage.secret },
      stdio: 'ignore',
    })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    const waiting = await stage.above('select from jobs.outbox where id = $1 and forwarded_at is null', [event.id])
    const queued = await stage.above('select from pgboss.job where id = $1', [event.id])
    expect([waiting.length, queued.length]).toEqual([1, 0])
    expect((await handedOver(3)).filter(id => id === event.id)).toHaveLength(1)
  }, 30_000)

  it('keeps an event when the forwarder dies in the middle', async () => {
    const event = await reportReturned()
    const dies = forwardOutbox(stage.db, stage.now(), async () => {
      throw new Error('killed')
    })
    await expect(dies).rejects.toThrow('killed')
    expect(await handedOver(1)).toContain(event.id)
  })
})

describe('a letter', () => {
  it('goes once, however often the job runs, and names nobody (trust.md P-D5)', async () => {
    const event = await reportReturned()
    sent.length = 0
    // Of those who run at once, one has it in hand and the others are told to come back.
    await Promise.allSettled([react(event, around()), react(event, around()), react(event, around())])
    expect(await react(event, around())).toBe(0)
    expect(sent.length).toBeGreaterThan(0)
    expect(new Set(sent.map(letter => letter.to)).size).toBe(sent.length)
    const names = await stage.above<{ name: string }>(
      'select name from organisations.organisation union select display_name from gate.appointment where display_name is not null',
    )
    for (const letter of sent)
      for (const { name } of names) expect(`${letter.subject}${letter.text}`).not.toContain(name)
  })

  it('tells the supplier that has seen somebody to delete what it kept, and tells another nothing (trust.md P-M3)', async () => {
    const told = async (seen: boolean): Promise<number> => {
      const [permission] = await stage.above<{ id: string; person_id: string }>(
        `select m.id, m.person_id from candidates.permission m where m.purpose = 'show_to_employer' and m.receiver_id in
          (select organisation_id from gate.appointment where role = 'employer') and $1 = exists (select from matching.candidacy k
            where k.person_id = m.person_id and k.procurement_id = m.procurement_id and k.presented_at is not null) limit 1`,
        [seen],
      )
      const event = await written('permission.withdrawn', 'person', permission!.person_id, permission!.id, 'person')
      sent.length = 0
      await react(event, around())
      return sent.filter(letter => letter.subject.startsWith('Ta bort')).length
    }
    expect(await told(true)).toBeGreaterThan(0)
    expect(await told(false)).toBe(0)
  })

  it('is tried again when the mail server does not take it, and then goes once', async () => {
    const event = await reportReturned()
    sent.length = 0
    const refuses = async (): Promise<void> => {
      throw new Error('421 try again later')
    }
    await expect(react(event, { ...around(), sendMail: refuses })).rejects.toThrow('421')
    expect(await react(event, around())).toBe(sent.length)
    expect(sent.length).toBeGreaterThan(0)
    expect(await react(event, around())).toBe(0)
  })

  it('is sent by another when the one who claimed it died before sending, and not before the claim is old', async () => {
    const event = await reportReturned()
    sent.length = 0
    // What a worker that was killed with the letter in its hand leaves behind.
    await stage.above(
      `insert into jobs.letter (account_id, bundle, kind, claimed_at) select account_id, bundle, kind, $2 from jobs.addressees($1)`,
      [event.id, stage.now()],
    )
    await expect(react(event, around())).rejects.toThrow(/hands of another worker/)
    expect(sent).toEqual([])
    const later = new Date(stage.now().getTime() + 11 * 60_000)
    await react(event, { ...around(), now: () => later })
    expect(sent.length).toBeGreaterThan(0)
  })

  it('is not called for by events that nobody outside the office waits for', async () => {
    expect(await react({ id: newId(), kind: 'places.apportioned' }, around())).toBe(0)
  })
})

describe('the clock', () => {
  it('catches up with what it owes, and does nothing twice', async () => {
    const first = await runClock(stage.db, stage.now())
    expect(first.snapshot).toBe(12)
    expect(first.check).toBeGreaterThan(0)
    expect(await runClock(stage.db, stage.now())).toEqual({})
    const [months] = await stage.above<{ n: number }>('select count(*)::int as n from reports.snapshot')
    expect(months!.n).toBe(12)
    expect(await stage.above('select * from log.broken()')).toEqual([])
  })
})

describe('the worker', () => {
  it('takes an event from its transaction to a letter, and stops in good order', async () => {
    sent.length = 0
    const faults: unknown[] = []
    const { connectionString } = connection(stage.adminUrl, stage.secret, 'worker')
    const worker = await startWorker({ ...around(), connectionString, onError: error => void faults.push(error) })
    await reportReturned()
    for (let waited = 0; waited < 40 && sent.length === 0; waited++) await pause(500)
    await worker.stop()
    expect(faults).toEqual([])
    expect(sent.length).toBeGreaterThan(0)
  }, 40_000)
})
