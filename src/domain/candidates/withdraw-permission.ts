import { asActor, type Db } from '#db'
import { type Actor, accept, dayOf, type Outcome, refuse } from '#kernel'
import { mayOwn, mayPerson } from './access.ts'
import type { PermissionRefusal } from './candidates.ts'
import { recordPermissionEvent } from './permission-event.ts'
import { decideWithdrawal } from './permission-rules.ts'
import { keepWithdrawal, lockPermission, lockPerson, type OnBehalf } from './store.ts'

export type WithdrawPermission = {
  readonly permission: string
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

/**
 * The person takes a permission back. From the next request on, the employer sees nothing of the person (P-M3): `candidates.disclosed`
 * is asked at every reading. Why is not asked, and not told (P-M8).
 */
export function withdrawPermission(
  db: Db,
  actor: Actor,
  command: WithdrawPermission,
): Promise<Outcome<{ permission: string }, PermissionRefusal | 'form.key_reused'>> {
  return asActor<{ permission: string }, PermissionRefusal>(db, actor, async tx => {
    const permission = await lockPermission(tx, command.permission)
    if (!permission) return refuse('permission.not_found')
    if (!mayOwn(actor, 'permission.withdraw', permission)) return refuse('permission.not_yours')

    const decision = decideWithdrawal(permission, command.version, dayOf(command.now))
    if (!decision.ok) return decision

    await keepWithdrawal(tx, permission.id, command.now)
    await recordPermissionEvent(tx, permission, 'permission.withdrawn', { id: command.newId() })
    return accept({ permission: permission.id })
  })
}

/** Takes a permission back for a person who has said so by word or on paper. Takes effect on the next request, as the person's own does. */
export function withdrawPermissionFor(
  db: Db,
  actor: Actor,
  command: WithdrawPermission & OnBehalf,
): Promise<Outcome<{ permission: string }, PermissionRefusal | 'form.key_reused'>> {
  return asActor<{ permission: string }, PermissionRefusal>(db, actor, async tx => {
    const permission = await lockPermission(tx, command.permission)
    const person = permission && (await lockPerson(tx, actor, permission.person))
    if (!permission || !person) return refuse('permission.not_found')
    if (!mayPerson(actor, 'permission.withdraw_for', person)) return refuse('permission.not_yours')

    const decision = decideWithdrawal(permission, command.version, dayOf(command.now))
    if (!decision.ok) return decision

    await keepWithdrawal(tx, permission.id, command.now)
    await recordPermissionEvent(tx, permission, 'permission.withdrawn', { id: command.newId(), onBehalf: command })
    return accept({ permission: permission.id })
  })
}
