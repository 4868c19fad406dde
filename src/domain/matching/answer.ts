import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { type MatchingOperation, mayMatch } from './access.ts'
import { lockCard, markAnswered } from './card.ts'
import type { DeclineReason, MatchingRefusal, Seen } from './matching.ts'
import { decideMove } from './rules.ts'

type AnswerCard = { readonly card: Seen; readonly newId: () => string }

type Answered = Promise<Outcome<{ procurement: string }, MatchingRefusal | 'form.key_reused'>>

/** The employer wants to meet the person. */
export function wantCandidate(db: Db, actor: Actor, command: AnswerCard): Answered {
  return answerCard(db, actor, command, 'matching.want', 'wanted')
}

/** The employer says no, with a reason about the work (JSP-8). The person is told that somebody else got the job, never why. */
export function declineCandidate(
  db: Db,
  actor: Actor,
  command: AnswerCard & { readonly reason: DeclineReason },
): Answered {
  return answerCard(db, actor, command, 'matching.decline', 'declined', command.reason)
}

function answerCard(
  db: Db,
  actor: Actor,
  { card: seen, newId }: AnswerCard,
  operation: MatchingOperation,
  answer: 'wanted' | 'declined',
  reason?: DeclineReason,
): Answered {
  return asActor<{ procurement: string }, MatchingRefusal>(db, actor, async tx => {
    const card = await lockCard(tx, seen.id)
    if (!card) return refuse('candidacy.not_found')
    if (!mayMatch(actor, operation, { employer: actor.organisation })) return refuse('candidacy.not_yours')
    if (card.version !== seen.version) return refuse('candidacy.changed_meanwhile')
    const move = decideMove(card, answer)
    if (!move.ok) return move
    const written = await markAnswered(tx, card, answer, { id: newId(), ...(reason ? { reason } : {}) })
    return written ? accept({ procurement: card.procurement }) : refuse('candidacy.changed_meanwhile')
  })
}
