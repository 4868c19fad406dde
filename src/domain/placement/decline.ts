import type { Db } from '#db'
import { stepBack } from '#domain/matching'
import { type Actor, accept } from '#kernel'
import { changePlacement, type PlacementAnswer, type PlacementCommand } from './change.ts'
import { decideMove } from './rules.ts'

/** The person says no to an offer, or steps back before the first day. The place is free again. Why is never asked. */
export function declineOffer(db: Db, actor: Actor, command: PlacementCommand): PlacementAnswer {
  return changePlacement(db, actor, 'placement.decline', command, async (placement, tx) => {
    const move = decideMove(placement, 'declined')
    if (!move.ok) return move
    const chosen = { id: placement.candidacy, procurement: placement.procurement, person: placement.person }
    await stepBack(tx, chosen, { id: command.newId(), now: command.now })
    return accept({ change: { state: move.value }, kind: 'placement.declined' })
  })
}
