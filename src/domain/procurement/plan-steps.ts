import { asActor, type Db } from '#db'
import { type Actor, accept, type Day, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import type { ProcurementRefusal } from './procurement.ts'
import { decideDates, type Move, type Plannable } from './steps.ts'
import * as store from './store.ts'

export type PlanSteps = {
  readonly procurement: string
  readonly version: number
  readonly days: Partial<Record<Plannable, Day>>
}

/** Sets the days by which the steps that are not done should be (PRC-1). Each moved day is an event with both days. */
export function planSteps(
  db: Db,
  actor: Actor,
  command: PlanSteps & store.Edge,
): Promise<Outcome<{ moves: readonly Move[] }, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, 'procurement.plan_steps', procurement)) return refuse('procurement.not_yours')
    if (procurement.version !== command.version) return refuse('procurement.changed_meanwhile')
    if (procurement.state !== 'open') return refuse('procurement.closed')
    const decision = decideDates(await store.readSteps(tx, procurement.id), command.days)
    if (!decision.ok) return decision

    for (const { step, from, to } of decision.value) {
      await store.setStep(tx, procurement.id, step, { plannedOn: to })
      await store.note(tx, command, procurement.id, `procurement.${step}_replanned`, { facts: { from, to } })
    }
    if (decision.value.length > 0) await store.changeProcurement(tx, procurement, {})
    return accept({ moves: decision.value })
  })
}
