import type { Db } from '#db'
import { type Actor, accept } from '#kernel'
import { changePlacement, type PlacementAnswer, type PlacementCommand } from './change.ts'
import { decideMove } from './rules.ts'

/** The person says yes to the job it was offered. */
export function acceptOffer(db: Db, actor: Actor, command: PlacementCommand): PlacementAnswer {
  return changePlacement(db, actor, 'placement.accept', command, async placement => {
    const move = decideMove(placement, 'agreed')
    if (!move.ok) return move
    return accept({ change: { state: move.value, agreed_at: command.now }, kind: 'placement.agreed' })
  })
}
