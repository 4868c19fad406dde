import { appendEvent, asActor, type Db } from '#db'
import { type Actor, accept, type Day, dayOf, holdsRole, type Outcome, refuse } from '#kernel'
import { candidatesAccess, mayPerson } from './access.ts'
import type { DisclosableField, PermissionRefusal } from './candidates.ts'
import { decideAsk } from './permission-rules.ts'
import { findCase, findEarlier, keepQuestion, lockPerson } from './store.ts'

export type AskPermission = {
  readonly person: string
  readonly procurement: string
  readonly fields: readonly DisclosableField[]
  /** The last day it would be in force; ninety days on, or the contract's last day, when left out. */
  readonly validTo?: Day
  /** Put a question that is still open once more. */
  readonly again?: boolean
  readonly now: Date
  readonly newId: () => string
}

/** Asks a person to be shown to the employer of a case (TGT-11). The answer is the person's: nothing is disclosed by asking. */
export function askPermission(
  db: Db,
  actor: Actor,
  command: AskPermission,
): Promise<Outcome<{ permission: string }, PermissionRefusal | 'form.key_reused'>> {
  return asActor<{ permission: string }, PermissionRefusal>(db, actor, async tx => {
    const person = await lockPerson(tx, actor, command.person)
    const asked = await findCase(tx, command.procurement)
    if (!person || !asked) return refuse('permission.not_found')
    if (!holdsRole(candidatesAccess, 'permission.ask', actor)) return refuse('permission.not_yours')
    if (!mayPerson(actor, 'permission.ask', person)) return refuse('permission.not_yours')

    const earlier = asked.employer ? await findEarlier(tx, person.id, asked.employer.id, asked.id) : []
    const decision = decideAsk(person, asked, earlier, { again: false, ...command }, dayOf(command.now))
    if (!decision.ok) return decision

    const permission = command.newId()
    const kept = await keepQuestion(
      tx,
      { ...decision.value, id: permission, person: person.id, procurement: asked.id },
      { appointment: actor.appointment, now: command.now },
    )
    if (!kept) return refuse('permission.changed_meanwhile')
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'person',
      streamId: person.id,
      kind: 'permission.asked',
      subject: permission,
      plane: 'person',
      facts: {
        case: asked.number,
        until: decision.value.validTo,
        edition: decision.value.edition,
        again: decision.value.replaces !== undefined,
      },
    })
    return accept({ permission })
  })
}
