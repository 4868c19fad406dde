import type { Db } from '#db'
import { type Actor, accept } from '#kernel'
import { changePlacement, type PlacementAnswer, type PlacementCommand } from './change.ts'
import { decideConfirm } from './rules.ts'

/** The person's own yes: "I have this job" (I5, second leg). Nobody else can say it. */
export function confirmJob(db: Db, actor: Actor, command: PlacementCommand): PlacementAnswer {
  return changePlacement(db, actor, 'placement.confirm', command, async placement => {
    const decision = decideConfirm(placement)
    if (!decision.ok) return decision
    return accept({
      change: { person_confirmed_at: command.now },
      kind: 'placement.confirmed',
      facts: { who: 'person' },
    })
  })
}
