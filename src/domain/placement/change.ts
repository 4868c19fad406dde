import { asActor, type Db, type Tx } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayPlacement, type PlacementOperation } from './access.ts'
import type { LockedPlacement, PlacementEventKind, PlacementRefusal } from './placement.ts'
import { type Change, lockPlacement, recordChange } from './store.ts'

/** What every change of a placement is told: which one, as it stood on the page, and when. */
export type PlacementCommand = {
  readonly placement: string
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

export type PlacementAnswer = Promise<Outcome<{ placement: string }, PlacementRefusal | 'form.key_reused'>>

type Decided = {
  readonly change: Change
  readonly kind: PlacementEventKind
  readonly facts?: Record<string, string | number>
}

/** The beats that every change of a placement shares: lock, permission, version; then its own decision; then row and event. */
export function changePlacement(
  db: Db,
  actor: Actor,
  operation: PlacementOperation,
  command: PlacementCommand,
  decide: (placement: LockedPlacement, tx: Tx) => Promise<Outcome<Decided, PlacementRefusal>>,
): PlacementAnswer {
  return asActor<{ placement: string }, PlacementRefusal>(db, actor, async tx => {
    const placement = await lockPlacement(tx, command.placement)
    if (!placement) return refuse('placement.not_found')
    if (!mayPlacement(actor, operation, placement)) return refuse('placement.not_yours')
    if (placement.version !== command.version) return refuse('placement.changed_meanwhile')
    const decision = await decide(placement, tx)
    if (!decision.ok) return decision
    const { change, ...event } = decision.value
    await recordChange(tx, placement, change, { id: command.newId(), ...event })
    return accept({ placement: placement.id })
  })
}
