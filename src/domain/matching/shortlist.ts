import type { Db } from '#db'
import { type Actor, accept } from '#kernel'
import { changeCandidacies, type MatchingAnswer, type OnCandidacies } from './change.ts'
import type { ShortlistReason } from './matching.ts'
import { decideShortlist } from './rules.ts'

export type Shortlist = OnCandidacies & { readonly reason: ShortlistReason; readonly note: string }

/** Puts people on the shortlist, with a reason that is coded and words when the code says nothing (GEN-4). */
export function shortlistCandidates(db: Db, actor: Actor, command: Shortlist): MatchingAnswer {
  return changeCandidacies(db, actor, 'matching.shortlist', command, async candidacy => {
    const decision = decideShortlist(candidacy, command.reason, command.note)
    if (!decision.ok) return decision
    return accept({
      change: {
        state: decision.value,
        shortlisted_at: command.now,
        shortlist_reason: command.reason,
        shortlist_note: command.note.trim(),
      },
      kind: 'matching.shortlisted',
      facts: { why: command.reason },
    })
  })
}
