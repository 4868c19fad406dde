import { appendEvent, asActor, type Db } from '#db'
import { type Actor, accept, type Day, dayOf, type Outcome, refuse } from '#kernel'
import { mayPerson } from './access.ts'
import type { PersonRefusal, PersonStatus } from './candidates.ts'
import { decideStatus } from './person-rules.ts'
import { keepStatus, lockPerson } from './store.ts'

/** `readyOn`: the day the person will be, or was, ready for work. */
export type NoteStatus = {
  readonly person: string
  readonly status: PersonStatus
  readonly readyOn?: Day
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

/** Notes where a person stands (TGT-5). */
export function notePersonStatus(
  db: Db,
  actor: Actor,
  command: NoteStatus,
): Promise<Outcome<{ person: string }, PersonRefusal | 'form.key_reused'>> {
  return asActor<{ person: string }, PersonRefusal>(db, actor, async tx => {
    const person = await lockPerson(tx, actor, command.person)
    if (!person) return refuse('person.not_found')
    if (!mayPerson(actor, 'person.note_status', person)) return refuse('person.not_yours')
    if (person.version !== command.version) return refuse('person.changed_meanwhile')

    const decision = decideStatus(person, command, dayOf(command.now))
    if (!decision.ok) return decision

    await keepStatus(tx, person.id, decision.value)
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'person',
      streamId: person.id,
      kind: 'person.status_noted',
      subject: person.id,
      plane: 'person',
      facts: { from: person.status, to: decision.value.status, ready: decision.value.readyOn },
    })
    return accept({ person: person.id })
  })
}
