import type { Db } from '#db'
import { type Actor, accept, dayOf } from '#kernel'
import { changePlacement, type PlacementAnswer, type PlacementCommand } from './change.ts'
import { decideStill } from './rules.ts'

/**
 * One side says that the person is still there, six calendar months after the first day (I5). It is confirmed when both have said so;
 * who says it follows from who acts.
 */
export function confirmStill(db: Db, actor: Actor, command: PlacementCommand): PlacementAnswer {
  const who = actor.role === 'employer' ? 'employer' : 'person'
  return changePlacement(db, actor, 'placement.confirm_still', command, async placement => {
    const decision = decideStill(placement, who, dayOf(command.now))
    if (!decision.ok) return decision
    return accept({
      change: {
        [who === 'employer' ? 'employer_still_at' : 'person_still_at']: command.now,
        ...(decision.value.both ? { still_confirmed_at: command.now } : {}),
      },
      kind: 'placement.still_confirmed',
      facts: { who },
    })
  })
}
