import type { Db } from '#db'
import { type Actor, accept } from '#kernel'
import { changeCandidacies, type MatchingAnswer, type OnCandidacies } from './change.ts'
import { decideMove } from './rules.ts'
import { endAssignment } from './store.ts'

/** Takes proposals back. Nobody is shown to the employer any more, and who borrowed the person for the case no longer sees it. */
export function withdrawProposal(db: Db, actor: Actor, command: OnCandidacies): MatchingAnswer {
  return changeCandidacies(
    db,
    actor,
    'matching.withdraw',
    command,
    async candidacy => {
      const move = decideMove(candidacy, 'withdrawn')
      if (!move.ok) return move
      return accept({ change: { state: move.value, decided_at: command.now }, kind: 'matching.withdrawn' })
    },
    (tx, candidacy) => endAssignment(tx, candidacy.person, candidacy.procurement),
  )
}
