import type { Db } from '#db'
import { type Actor, accept, refuse } from '#kernel'
import { changeCandidacies, type MatchingAnswer, type OnCandidacies } from './change.ts'

/** Takes people off the shortlist again, as long as the employer has not been shown their cards (ux.md §4.12). They stay proposed. */
export function removeFromShortlist(db: Db, actor: Actor, command: OnCandidacies): MatchingAnswer {
  return changeCandidacies(db, actor, 'matching.unlist', command, async candidacy => {
    if (candidacy.state !== 'shortlisted') return refuse('candidacy.cannot_follow')
    return accept({
      change: { state: 'proposed', shortlisted_at: null, shortlist_reason: null, shortlist_note: '' },
      kind: 'matching.unlisted',
    })
  })
}
