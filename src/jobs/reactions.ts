import { sql } from 'kysely'
import { asWorker, type Db } from '#db'
import { isLetterKind, type Letter, letterFor } from './letters.ts'

export type React = {
  readonly db: Db
  readonly now: () => Date
  readonly publicUrl: string
  readonly sendMail: (letter: Letter) => Promise<void>
}

type Addressee = { account_id: string; email: string; language: string; kind: string; bundle: string }

/** A claim older than this was made by somebody who died before sending. */
const claimHolds = '10 minutes'

/**
 * What follows from an event: for the few kinds that somebody outside the office must hear of, a neutral letter to each addressee.
 * Events of one bundle are one letter. Safe to run again: who has a letter gets no second one. Only a worker that dies between the mail
 * server's "taken" and the tick below can make a second letter; that is the price of never losing one.
 * @returns how many letters went
 * @throws when the mail server does not take a letter, or somebody else holds one that is not sent yet: the queue tries again later
 */
export async function react(
  event: { id: string; kind: string },
  { db, now, publicUrl, sendMail }: React,
): Promise<number> {
  if (!isLetterKind(event.kind)) return 0
  const { rows } = await asWorker(db, tx =>
    sql<Addressee>`select * from jobs.addressees(${event.id}::uuid)`.execute(tx),
  )
  let sent = 0
  let held = 0
  for (const addressee of rows) {
    if (!isLetterKind(addressee.kind)) continue
    const state = await claim(db, addressee, now())
    if (state === 'held') held += 1
    if (state !== 'mine') continue
    try {
      await sendMail(letterFor(addressee.kind, addressee.language, addressee.email, publicUrl))
    } catch (error) {
      await note(db, addressee, { claimed_at: new Date(0) })
      throw error
    }
    await note(db, addressee, { sent_at: now() })
    sent += 1
  }
  if (held > 0) throw new Error(`${held} letters of ${event.id} are in the hands of another worker`)
  return sent
}

/** Takes the letter in hand, unless it is sent or somebody has it. */
async function claim(db: Db, { account_id, bundle, kind }: Addressee, now: Date): Promise<'mine' | 'held' | 'sent'> {
  return asWorker(db, async tx => {
    const { rows } =
      await sql`insert into jobs.letter as l (account_id, bundle, kind, claimed_at) values (${account_id}, ${bundle}, ${kind}, ${now})
      on conflict (account_id, bundle) do update set claimed_at = excluded.claimed_at
        where l.sent_at is null and l.claimed_at < excluded.claimed_at - ${claimHolds}::interval
      returning l.bundle`.execute(tx)
    if (rows.length > 0) return 'mine'
    const other = await tx
      .selectFrom('jobs.letter')
      .select('sent_at')
      .where('account_id', '=', account_id)
      .where('bundle', '=', bundle)
      .executeTakeFirst()
    return other?.sent_at ? 'sent' : 'held'
  })
}

/** Ticks the letter off, or puts it back for whoever tries next. */
async function note(
  db: Db,
  { account_id, bundle }: Addressee,
  what: { sent_at: Date } | { claimed_at: Date },
): Promise<void> {
  await asWorker(db, tx =>
    tx
      .updateTable('jobs.letter')
      .set(what)
      .where('account_id', '=', account_id)
      .where('bundle', '=', bundle)
      .where('sent_at', 'is', null)
      .execute(),
  )
}
