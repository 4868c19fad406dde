import { appendEvent, asActor, type Db, type Tx } from '#db'
import { type Actor, accept, type Day, dayOf, type Outcome, refuse } from '#kernel'
import { mayPerson } from './access.ts'
import type { CompetenceSource, CompetenceType, PersonRefusal } from './candidates.ts'
import { decideCompetence } from './person-rules.ts'
import { lockPerson, touchPerson } from './store.ts'

/** `concept` and `label` as the taxonomy or a profile has them; `level` 1 (a little) to 5 (fluent, long). */
export type NoteCompetence = {
  readonly person: string
  readonly concept: string
  readonly type: CompetenceType
  readonly label: string
  readonly level?: number
  readonly state: 'held' | 'lacking'
  readonly source: CompetenceSource
  readonly notedOn: Day
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

/** Notes that a person can something, or is known not to (TGT-5). Each concept stands once: what is noted later takes its place. */
export function noteCompetence(
  db: Db,
  actor: Actor,
  command: NoteCompetence,
): Promise<Outcome<{ person: string }, PersonRefusal | 'form.key_reused'>> {
  return asActor<{ person: string }, PersonRefusal>(db, actor, async tx => {
    const person = await lockPerson(tx, actor, command.person)
    if (!person) return refuse('person.not_found')
    if (!mayPerson(actor, 'person.note_competence', person)) return refuse('person.not_yours')
    if (person.version !== command.version) return refuse('person.changed_meanwhile')

    const decision = decideCompetence(command, dayOf(command.now))
    if (!decision.ok) return decision

    await keepCompetence(tx, command)
    await touchPerson(tx, person.id)
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'person',
      streamId: person.id,
      kind: 'person.competence_noted',
      subject: person.id,
      plane: 'person',
      facts: { concept: command.concept, label: command.label, state: command.state, source: command.source },
    })
    return accept({ person: person.id })
  })
}

async function keepCompetence(tx: Tx, note: NoteCompetence): Promise<void> {
  const said = { level: note.level ?? null, state: note.state, source: note.source, noted_on: note.notedOn }
  await tx
    .insertInto('candidates.competence')
    .values({
      id: note.newId(),
      person_id: note.person,
      concept: note.concept,
      type: note.type,
      label_sv: note.label,
      ...said,
    })
    .onConflict(conflict => conflict.constraint('a_concept_stands_once_for_a_person').doUpdateSet(said))
    .execute()
}
