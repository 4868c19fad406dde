import { sql } from 'kysely'
import { appendEvent, asActor, type Db, type Tx } from '#db'
import { type Actor, accept, dayOf, type Outcome, refuse } from '#kernel'
import { mayPerson } from './access.ts'
import type { PersonRefusal } from './candidates.ts'
import { decideStanding, type Standing } from './person-rules.ts'
import { lockPerson } from './store.ts'

/** `version` is the standing's own; 0 when nothing has been noted yet. */
export type NoteStanding = Standing & {
  readonly person: string
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

/** Notes the facts of eligibility (TGT-6): outcomes and days, never what an assessment said (GEN-1). */
export function noteStanding(
  db: Db,
  actor: Actor,
  command: NoteStanding,
): Promise<Outcome<{ person: string }, PersonRefusal | 'form.key_reused'>> {
  return asActor<{ person: string }, PersonRefusal>(db, actor, async tx => {
    const person = await lockPerson(tx, actor, command.person)
    if (!person) return refuse('person.not_found')
    if (!mayPerson(actor, 'person.note_standing', person)) return refuse('person.not_yours')
    if ((await versionOf(tx, person.id)) !== command.version) return refuse('person.changed_meanwhile')

    const decision = decideStanding(command, dayOf(command.now))
    if (!decision.ok) return decision

    await keepStanding(tx, person.id, decision.value)
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'person',
      streamId: person.id,
      kind: 'person.standing_noted',
      subject: person.id,
      plane: 'person',
    })
    return accept({ person: person.id })
  })
}

async function versionOf(tx: Tx, person: string): Promise<number> {
  const row = await tx
    .selectFrom('candidates.standing')
    .select('version')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.version ?? 0
}

async function keepStanding(tx: Tx, person: string, standing: Standing): Promise<void> {
  const said = {
    employment_service_since: standing.employmentServiceSince,
    ability_tested_on: standing.abilityTestedOn,
    ability_instrument: standing.abilityInstrument,
    ability_at_least_half: standing.abilityAtLeastHalf,
    ability_documented: standing.abilityDocumented,
    programme: standing.programme,
  }
  await tx
    .insertInto('candidates.standing')
    .values({ person_id: person, ...said, version: 1 })
    .onConflict(conflict => conflict.column('person_id').doUpdateSet({ ...said, version: sql`standing.version + 1` }))
    .execute()
}
