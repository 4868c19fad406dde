import type { Db } from '#db'
import { type Actor, accept, type Day, dayOf } from '#kernel'
import { changePlacement, type PlacementAnswer, type PlacementCommand } from './change.ts'
import type { PlacementEndReason } from './placement.ts'
import { decideEnd } from './rules.ts'

/** `lastDay`: the last day of work, counted, which has been. */
export type EndPlacement = PlacementCommand & { readonly lastDay: Day; readonly reason: PlacementEndReason }

/** The employer says that the employment has ended, when and why: the clause counts the months until then and asks the reason (PRC-6). */
export function endPlacement(db: Db, actor: Actor, command: EndPlacement): PlacementAnswer {
  return changePlacement(db, actor, 'placement.end', command, async placement => {
    const decision = decideEnd(placement, command.lastDay, command.reason, dayOf(command.now))
    if (!decision.ok) return decision
    return accept({
      change: { state: 'ended', ended_on: decision.value, end_reason: command.reason },
      kind: 'placement.ended',
      facts: { lastDay: decision.value, why: command.reason },
    })
  })
}
