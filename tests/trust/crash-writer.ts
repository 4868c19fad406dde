// A program that is killed: the embedded server on a folder, and eight writers through asActor. It says on stdout what it begins and
// what has been acknowledged; whoever started it keeps the list. Started by kill.db.test.ts, never by a person.
import { createHash, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { appendEvent, asActor, migrate, openDatabase, openSession, withReceipt } from '#db'
import { startServer } from '#db/server'
import { type Actor, accept } from '#kernel'
import { standAbove } from './above.ts'
import { writeSession } from './sessions.ts'

const [folder = '', pending = ''] = process.argv.slice(2)
const secret = 'the secret of the crash test, at least 32 characters'
const writers = 8
const say = (line: string): void => void writeSync(1, `${line}\n`)
process.on('unhandledRejection', () => undefined)

const server = await startServer({ folder })
await migrate(server.adminUrl, secret)
const { db } = await openDatabase(server.adminUrl, secret, writers)
const { above, end } = await standAbove(server.adminUrl)

/** One of four procurers, each with an authority of its own whose chain of events two writers share. */
async function procurer(n: number): Promise<Actor> {
  const id = (what: string): string => `00000000-0000-4000-8000-${what}0000000000${n}`
  const [organisation, account, appointment] = [id('a'), id('b'), id('c')]
  await above(
    `insert into organisations.organisation (id, kind, name, valid_from) values ($1, 'authority', $2, '2020-01-01') on conflict do nothing`,
    [organisation, `Förvaltning ${n}`],
  )
  await above(
    `insert into gate.account (id, kind, email, created_at) values ($1, 'staff', $2, now()) on conflict do nothing`,
    [account, `upphandlare${n}@prov.example`],
  )
  await above(
    `insert into gate.appointment (id, account_id, organisation_id, role, display_name, valid_from)
     values ($1, $2, $3, 'procurer', 'Upphandlare', now() - interval '1 day') on conflict do nothing`,
    [appointment, account, organisation],
  )
  const actor = await openSession(db, await writeSession(above, appointment))
  if (!actor) throw new Error('The session is not in force')
  return actor
}

/** Row, event and receipt in one transaction: a notice that bears its form key as its name. */
async function write(actor: Actor, key: string): Promise<void> {
  const digest = createHash('sha256').update(key).digest()
  await asActor(withReceipt(db, { key, operation: 'notice.receive', digest }), actor, async tx => {
    const id = randomUUID()
    await tx
      .insertInto('procurement.notice')
      .values({
        id,
        organisation_id: actor.organisation,
        file_name: key,
        digest: createHash('sha256').update(id).digest(),
        reading: '{}',
        state: 'read',
        received_by: actor.account,
        received_at: new Date(),
      })
      .execute()
    await appendEvent(tx, {
      id: randomUUID(),
      stream: 'organisation',
      streamId: actor.organisation,
      kind: 'procurement.notice_received',
      subject: id,
      plane: 'system',
    })
    return accept({ id })
  })
}

async function keepWriting(actor: Actor, again: readonly string[]): Promise<never> {
  const waiting = [...again]
  for (;;) {
    const next = waiting.shift()
    const key = next?.split(' ')[1] ?? randomUUID()
    say(`try ${actor.account} ${key}`)
    for (;;) {
      try {
        await write(actor, key)
        break
      } catch {
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
    say(`ack ${actor.account} ${key}`)
  }
}

const actors = await Promise.all([1, 2, 3, 4].map(procurer))
await end()
const left = pending.split(',').filter(line => line !== '')
say('ready')
for (let n = 0; n < writers; n += 1) {
  const actor = actors[n % actors.length]
  const mine = left.filter(line => line.split(' ')[0] === actor?.account && n < actors.length)
  if (actor) void keepWriting(actor, mine)
}
