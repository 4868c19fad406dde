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
 * Events of one bundle are one letter. Safe to run again: who has a letter gets no second one.
 * @returns how many letters went
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
  for (const addressee of rows) {
    if (!isLetterKind(addressee.kind) || !(await claim(db, addressee, now()))) continue
    await sendMail(letterFor(addressee.kind, addressee.language, addressee.email, publicUrl))
    await asWorker(db, tx =>
      tx
        .updateTable('jobs.letter')
        .set({ sent_at: now() })
        .where('account_id', '=', addressee.account_id)
        .where('bundle', '=', addressee.bundle)
        .execute(),
    )
    sent += 1
  }
  return sent
}

async function claim(db: Db, { account_id, bundle, kind }: Addressee, now: Date): Promise<boolean> {
  return asWorker(db, async tx => {
    const { rows } =
      await sql`insert into jobs.letter as l (account_id, bundle, kind, claimed_at) values (${account_id}, ${bundle}, ${kind}, ${now})
      on conflict (account_id, bundle) do update set claimed_at = excluded.claimed_at
        where l.sent_at is null and l.claimed_at < excluded.claimed_at - ${claimHolds}::interval
      returning l.bundle`.execute(tx)
    return rows.length > 0
  })
}
