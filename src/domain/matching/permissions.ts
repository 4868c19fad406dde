import type { Tx } from '#db'
import { type PermissionState, stateOf } from '#domain/candidates'
import { type Day, dayOf } from '#kernel'
import type { Proposable } from './rules.ts'

/** Where a person's permission towards the case's employer stands. `none`: never asked, or the answer was for something else. */
export type ShownPermission =
  | { readonly state: 'none' }
  | { readonly state: PermissionState; readonly validTo: Day; readonly askedOn: Day }

/**
 * The permissions of some people towards one employer in one case: the one in force when there is one, else the latest question.
 * Another purpose, another receiver or another case is no permission here (P-M1).
 */
export async function permissionsTowards(
  tx: Tx,
  people: readonly string[],
  employer: string | undefined,
  procurement: string,
  today: Day,
): Promise<ReadonlyMap<string, ShownPermission>> {
  const found = new Map<string, ShownPermission>()
  if (people.length === 0 || employer === undefined) return found
  const rows = await tx
    .selectFrom('candidates.permission')
    .select(['person_id', 'answer', 'valid_to', 'withdrawn_at', 'replaced_at', 'asked_at'])
    .where('receiver_id', '=', employer)
    .where('procurement_id', '=', procurement)
    .where('purpose', '=', 'show_to_employer')
    .where('person_id', 'in', [...people])
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const state = stateOf(
      {
        answer: row.answer as 'yes' | 'no' | null,
        validTo: row.valid_to,
        withdrawn: row.withdrawn_at !== null,
        replaced: row.replaced_at !== null,
      },
      today,
    )
    if (found.has(row.person_id) && state !== 'in_force') continue
    if (found.get(row.person_id)?.state === 'in_force') continue
    found.set(row.person_id, { state, validTo: row.valid_to, askedOn: dayOf(row.asked_at) })
  }
  return found
}

/** The last day of one person's permission in force towards an employer for a case; undefined when there is none. */
export async function permissionInForce(
  tx: Tx,
  person: string,
  employer: string,
  procurement: string,
  today: Day,
): Promise<Day | undefined> {
  const held = (await permissionsTowards(tx, [person], employer, procurement, today)).get(person)
  return held?.state === 'in_force' ? held.validTo : undefined
}

/** Whether some people have agreed to be matched at all: the latest answer counts, and taking it back is a "no" (TGT-11). */
export async function agreedToMatching(
  tx: Tx,
  people: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Proposable['agreed']>> {
  const answers = new Map<string, Proposable['agreed']>()
  if (people.length === 0) return answers
  const rows = await tx
    .selectFrom('candidates.permission')
    .select(['person_id', 'answer', 'withdrawn_at', 'valid_to'])
    .where('purpose', '=', 'match')
    .where('person_id', 'in', [...people])
    .where('answer', 'is not', null)
    .orderBy('answered_at', 'desc')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    if (answers.has(row.person_id)) continue
    const refused = row.answer === 'no' || row.withdrawn_at !== null
    answers.set(row.person_id, refused ? 'no' : row.valid_to < today ? 'not_answered' : 'yes')
  }
  return answers
}
