import type { Db } from '#db'
import { type Actor, accept, type Day, dayOf, refuse } from '#kernel'
import { changeCandidacies, type MatchingAnswer, type OnCandidacies } from './change.ts'
import { permissionInForce } from './permissions.ts'
import { decidePresent } from './rules.ts'

/** `shownTo`: the last day the employer sees the cards; a card whose permission ends before is seen no longer than that. */
export type PresentCandidates = OnCandidacies & { readonly shownTo: Day }

/** Shows cards to the employer of the case: only of people whose permission is in force, and no longer than it lasts (TGT-11, P-M1). */
export function presentCandidates(db: Db, actor: Actor, command: PresentCandidates): MatchingAnswer {
  return changeCandidacies(db, actor, 'matching.present', command, async (candidacy, tx, about) => {
    if (candidacy.protected) return refuse('candidacy.person_protected')
    if (!about.open) return refuse('candidacy.case_closed')
    if (about.employer === undefined) return refuse('candidacy.no_employer')
    const today = dayOf(command.now)
    const permittedTo = await permissionInForce(tx, candidacy.person, about.employer, about.id, today)
    const decision = decidePresent(candidacy, command.shownTo, permittedTo, today)
    if (!decision.ok) return decision
    return accept({
      change: { state: 'presented', presented_at: command.now, shown_to: decision.value },
      kind: 'matching.presented',
      facts: { shownTo: decision.value },
    })
  })
}
