import { asActor, type Db } from '#db'
import { type Actor, accept, dayOf, type Outcome, refuse } from '#kernel'
import { mayOwn } from './access.ts'
import type { PermissionRefusal } from './candidates.ts'
import { recordPermissionEvent } from './permission-event.ts'
import { decideAnswer } from './permission-rules.ts'
import { keepAnswer, lockPermission } from './store.ts'

export type AnswerPermission = {
  readonly permission: string
  readonly answer: 'yes' | 'no'
  /** The language in which the person read the question, and the edition of its words. */
  readonly language: 'sv' | 'en' | 'ar'
  readonly edition: number
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

/** The person's own yes or no to being shown to an employer (TGT-11, JSP-11). A no is never visible to the employer (P-M8). */
export function answerPermission(
  db: Db,
  actor: Actor,
  command: AnswerPermission,
): Promise<Outcome<{ answer: 'yes' | 'no' }, PermissionRefusal | 'form.key_reused'>> {
  return asActor<{ answer: 'yes' | 'no' }, PermissionRefusal>(db, actor, async tx => {
    const permission = await lockPermission(tx, command.permission)
    if (!permission) return refuse('permission.not_found')
    if (!mayOwn(actor, 'permission.answer', permission)) return refuse('permission.not_yours')

    const decision = decideAnswer(permission, command, dayOf(command.now))
    if (!decision.ok) return decision

    await keepAnswer(tx, permission.id, { ...command, manner: 'self' })
    await recordPermissionEvent(tx, permission, command.answer === 'yes' ? 'permission.given' : 'permission.declined', {
      id: command.newId(),
      facts: { until: permission.validTo, edition: permission.edition, language: command.language },
    })
    return accept({ answer: command.answer })
  })
}
