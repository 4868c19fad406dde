import { sql } from 'kysely'
import type { Tx } from '#db'
import type { CandidacyState, DeclineReason } from './matching.ts'
import { tell } from './store.ts'

/** A card under lock, as its employer may know it. `area`: of the district that proposed, so that its place can be found. */
export type LockedCard = {
  readonly id: string
  readonly procurement: string
  readonly person: string
  readonly area: string | null
  readonly state: CandidacyState
  readonly version: number
}

/** The card, when the actor is the employer that may see it now: permission in force, shown, of an own case. */
export async function lockCard(tx: Tx, candidacy: string): Promise<LockedCard | undefined> {
  const { rows } =
    await sql<LockedCard>`select id, procurement_id as procurement, person_id as person, area_id as area, state, version
    from matching.lock_card(${candidacy}::uuid)`.execute(tx)
  return rows[0]
}

const kinds = { wanted: 'matching.wanted', declined: 'matching.declined', chosen: 'matching.chosen' } as const

/** Writes the employer's answer and its event. False when the card can no longer be answered: somebody was first, or the permission is gone. */
export async function markAnswered(
  tx: Tx,
  card: LockedCard,
  answer: keyof typeof kinds,
  what: { readonly id: string; readonly reason?: DeclineReason },
): Promise<boolean> {
  const { rows } = await sql<{
    written: boolean
  }>`select matching.answer_card(${card.id}::uuid, ${card.version}, ${answer},
    ${what.reason ?? null}) as written`.execute(tx)
  if (!rows[0]?.written) return false
  // A card is never that of a protected person: nobody protected is disclosed.
  await tell(
    tx,
    { ...card, protected: false },
    { id: what.id, kind: kinds[answer], ...(what.reason ? { facts: { why: what.reason } } : {}) },
  )
  return true
}

/** The last place is taken: everybody who still waits in the case is not needed now, each with an event (trust.md P-R5). */
export async function closeRest(tx: Tx, procurement: string): Promise<void> {
  await sql`select matching.close_rest(${procurement}::uuid)`.execute(tx)
}
