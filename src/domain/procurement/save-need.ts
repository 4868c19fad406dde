import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import { areaIsKnown } from './open.ts'
import type { Need, ProcurementRefusal } from './procurement.ts'
import * as store from './store.ts'

export type SaveNeed = {
  readonly procurement: string
  /** The need's version as it was read; 0 when nothing was written yet. */
  readonly version: number
  readonly need: Need
  readonly submit: boolean
}

/**
 * Writes the need (TGT-1): as a draft, or submitted to the team. What is submitted stays submitted; it can be changed until the
 * team has apportioned places after it, since a decision must not lose its ground.
 */
export function saveNeed(
  db: Db,
  actor: Actor,
  command: SaveNeed & store.Edge,
): Promise<Outcome<{ version: number; submitted: boolean }, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, command.submit ? 'need.submit' : 'need.save', procurement)) return refuse('procurement.not_yours')
    const current = await store.findNeed(tx, procurement.id)
    if ((current?.version ?? 0) !== command.version) return refuse('need.changed_meanwhile')
    if (procurement.state !== 'open') return refuse('procurement.closed')
    const apportioned = await store.apportionedPlaces(tx, procurement.id)
    if (apportioned > 0) return refuse('need.places_apportioned', { apportioned })
    if (!(await areaIsKnown(tx, command.need, command.today))) return refuse('need.area_unknown')

    const submitted = command.submit || current?.submitted === true
    const version = command.version + 1
    await store.writeNeed(tx, procurement.id, command.need, version, submitted ? command.now : null)
    const kind = command.submit ? 'procurement.need_submitted' : 'procurement.need_saved'
    await store.note(tx, command, procurement.id, kind, { facts: { places: command.need.places } })
    return accept({ version, submitted })
  })
}
