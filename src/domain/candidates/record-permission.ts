import { asActor, type Db } from '#db'
import { type Actor, accept, dayOf, type Outcome, refuse } from '#kernel'
import { mayPerson } from './access.ts'
import type { PermissionRefusal } from './candidates.ts'
import { recordPermissionEvent } from './permission-event.ts'
import { decideAnswer } from './permission-rules.ts'
import { keepAnswer, lockPermission, lockPerson, type OnBehalf } from './store.ts'

/** `language`: the language in which the question was put to the person. */
export type RecordPermission = OnBehalf & {
  readonly permission: string
  readonly answer: 'yes' | 'no'
  readonly language: string
  readonly edition: number
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

/**
 * Takes down what a person has answered by word or on paper (P-M6): never without how it was given and why staff writes it. The person sees
 * the answer on their own page, who took it down, and can take it back.
 */
export function recordPermission(
  db: Db,
  actor: Actor,
  command: RecordPermission,
): Promise<Outcome<{ answer: 'yes' | 'no' }, PermissionRefusal | 'form.key_reused'>> {
  return asActor<{ answer: 'yes' | 'no' }, PermissionRefusal>(db, actor, async tx => {
    const permission = await lockPermission(tx, command.permission)
    const person = permission && (await lockPerson(tx, actor, permission.person))
    if (!permission || !person) return refuse('permission.not_found')
    if (!mayPerson(actor, 'permission.record', person)) return refuse('permission.not_yours')
    if (person.protected) return refuse('permission.person_protected')

    const decision = decideAnswer(permission, command, dayOf(command.now))
    if (!decision.ok) return decision

    await keepAnswer(tx, permission.id, command)
    await recordPermissionEvent(tx, permission, command.answer === 'yes' ? 'permission.given' : 'permission.declined', {
      id: command.newId(),
      facts: { until: permission.validTo, edition: permission.edition, language: command.language },
      onBehalf: command,
    })
    return accept({ answer: command.answer })
  })
}
