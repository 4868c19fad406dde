import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import type { ProcurementRefusal, Requirement } from './procurement.ts'
import * as store from './store.ts'

/** Why a procurement gets no employment requirement, or another one: a closed list, so that it can be counted (STR-7, PRC-5). */
export const decisionReasons = [
  'fits_the_contract',
  'too_small',
  'too_short',
  'no_suitable_work',
  'nobody_to_match',
  'displacement_risk',
  'other',
] as const
export type DecisionReason = (typeof decisionReasons)[number]

export type DecideRequirement = {
  readonly procurement: string
  readonly version: number
  readonly requirement: Exclude<Requirement, 'undecided'>
  readonly reason: DecisionReason
}

const events = {
  employment: 'procurement.employment_decided',
  dialogue: 'procurement.dialogue_decided',
  none: 'procurement.no_requirement_decided',
} as const satisfies Record<DecideRequirement['requirement'], string>

/** Records the decision on the requirement, either way, with its reason (PRC-5). It can be changed until the contract is awarded or the clause locked. */
export function decideRequirement(
  db: Db,
  actor: Actor,
  command: DecideRequirement & store.Edge,
): Promise<Outcome<{ version: number }, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, 'procurement.decide_requirement', procurement)) return refuse('procurement.not_yours')
    if (procurement.version !== command.version) return refuse('procurement.changed_meanwhile')
    if (procurement.state !== 'open') return refuse('procurement.closed')
    if (procurement.supplier !== undefined) return refuse('procurement.already_awarded')
    const clause = await store.findClause(tx, procurement.id)
    if (clause?.locked && command.requirement !== 'employment') return refuse('clause.locked')

    const version = await store.changeProcurement(tx, procurement, { requirement: command.requirement })
    await store.note(tx, command, procurement.id, events[command.requirement], { reason: command.reason })
    return accept({ version })
  })
}
