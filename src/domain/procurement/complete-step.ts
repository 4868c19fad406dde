import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import type { ProcurementRefusal } from './procurement.ts'
import { type Completed, decideCompletion } from './steps.ts'
import * as store from './store.ts'

export type CompleteStep = { readonly procurement: string; readonly version: number }

/** Completes the step the case is in, today, and moves it on (PRC-1). After the last step the case is closed. */
export function completeStep(
  db: Db,
  actor: Actor,
  command: CompleteStep & store.Edge,
): Promise<Outcome<Completed, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, 'procurement.complete_step', procurement)) return refuse('procurement.not_yours')
    if (procurement.version !== command.version) return refuse('procurement.changed_meanwhile')
    const need = await store.findNeed(tx, procurement.id)
    const decision = decideCompletion({ ...procurement, needSubmitted: need?.submitted === true }, command.today)
    if (!decision.ok) return decision

    const { step, next } = decision.value
    await store.setStep(tx, procurement.id, step, { doneOn: command.today })
    await store.changeProcurement(tx, procurement, next === undefined ? { state: 'closed' } : { step: next })
    await store.note(tx, command, procurement.id, `procurement.${step}_completed`)
    return accept(decision.value)
  })
}
