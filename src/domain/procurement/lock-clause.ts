import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, period, refuse } from '#kernel'
import { may } from './access.ts'
import { refuseFault } from './choose-clause.ts'
import { type EmploymentClause, validateClause } from './clauses/employment-parameters.ts'
import type { ProcurementRefusal } from './procurement.ts'
import * as store from './store.ts'

export type LockClause = { readonly procurement: string; readonly version: number }

/**
 * Locks the clause as it will stand in the tender documents. It cannot be undone: what tenderers have read does not change
 * (LOU 17:1, 17:10). Locking is also the decision to require employment.
 */
export function lockClause(
  db: Db,
  actor: Actor,
  command: LockClause & store.Edge,
): Promise<Outcome<{ months: number }, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, 'clause.lock', procurement)) return refuse('procurement.not_yours')
    if (procurement.state !== 'open') return refuse('procurement.closed')
    if (procurement.supplier !== undefined) return refuse('procurement.already_awarded')
    const clause = await store.findClause(tx, procurement.id)
    if (!clause) return refuse('clause.missing')
    if (clause.locked) return refuse('clause.locked')
    if (clause.version !== command.version) return refuse('clause.changed_meanwhile')
    const [fault] = validateClause(clause.parameters, period(procurement.contractStart, procurement.contractEnd))
    if (fault) return refuseFault(fault)

    await store.changeClause(tx, clause, { lockedAt: command.now })
    await store.changeProcurement(tx, procurement, { requirement: 'employment' })
    const months = (clause.parameters as EmploymentClause).fullTimeMonths / 100
    await store.note(tx, command, procurement.id, 'procurement.clause_locked', {
      subject: clause.id,
      facts: { months },
    })
    return accept({ months })
  })
}
