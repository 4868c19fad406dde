import type { Db } from '#db'
import { type Actor, accept, type Day, dayOf, daysBetween, refuse } from '#kernel'
import { changePlacement, type PlacementAnswer, type PlacementCommand } from './change.ts'
import { decideStart } from './rules.ts'
import { readPeriod } from './store.ts'

/** `firstDay`: the first day of work, which has been. */
export type StartPlacement = PlacementCommand & { readonly firstDay: Day }

/** The employer confirms the first day of work (I5, first leg). How late it was told is kept, since late telling is worth a look (I2). */
export function startPlacement(db: Db, actor: Actor, command: StartPlacement): PlacementAnswer {
  return changePlacement(db, actor, 'placement.start', command, async (placement, tx) => {
    const today = dayOf(command.now)
    const period = await readPeriod(tx, placement.procurement)
    if (!period) return refuse('placement.not_found')
    const decision = decideStart(placement, command.firstDay, period, today)
    if (!decision.ok) return decision
    return accept({
      change: { state: 'started', started_on: decision.value, employer_confirmed_at: command.now },
      kind: 'placement.started',
      facts: { firstDay: decision.value, toldAfterDays: daysBetween(decision.value, today) },
    })
  })
}
