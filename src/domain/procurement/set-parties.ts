import { asActor, type Db } from '#db'
import { findOrganisation, matchingKinds } from '#domain/organisations'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import type { ProcurementRefusal } from './procurement.ts'
import * as store from './store.ts'

export type SetParties = {
  readonly procurement: string
  readonly version: number
  readonly matching: string
  /** No coordinator: the matching unit does all of it. */
  readonly coordinator?: string
}

/** Names the unit that matches, and the job-track coordinator if there is one (PRC-2, STR-5). They see the case from now on. */
export function setParties(
  db: Db,
  actor: Actor,
  command: SetParties & store.Edge,
): Promise<Outcome<{ version: number }, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, 'procurement.set_parties', procurement)) return refuse('procurement.not_yours')
    if (procurement.version !== command.version) return refuse('procurement.changed_meanwhile')
    if (procurement.state !== 'open') return refuse('procurement.closed')
    const { matching, coordinator, today } = command
    if (!(await findOrganisation(tx, matching, matchingKinds, today))) return refuse('procurement.unit_unknown')
    if (coordinator !== undefined && !(await findOrganisation(tx, coordinator, ['coordinator'], today)))
      return refuse('procurement.coordinator_unknown')

    const version = await store.changeProcurement(tx, procurement, {
      matching_id: matching,
      coordinator_id: coordinator ?? null,
    })
    await store.note(tx, command, procurement.id, 'procurement.parties_set')
    return accept({ version })
  })
}
