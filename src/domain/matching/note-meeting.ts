import type { Db } from '#db'
import { type Actor, accept, type Day, dayOf } from '#kernel'
import { changeCandidacies, type MatchingAnswer, type OnCandidacies } from './change.ts'
import type { MeetingNote } from './matching.ts'
import { decideNote } from './rules.ts'

export type NoteMeeting = OnCandidacies & { readonly note: MeetingNote; readonly on: Day }

const written = {
  invited: { column: 'invited_on', kind: 'matching.invited' },
  attended: { column: 'attended_on', kind: 'matching.attended' },
  interviewed: { column: 'interviewed_on', kind: 'matching.interviewed' },
} as const

/** Notes the day somebody was invited, came, or was interviewed: what the funnel counts (TGT-9, P4). Can be noted again when it was wrong. */
export function noteMeeting(db: Db, actor: Actor, command: NoteMeeting): MatchingAnswer {
  return changeCandidacies(db, actor, 'matching.note', command, async candidacy => {
    const decision = decideNote(candidacy, command.note, command.on, dayOf(command.now))
    if (!decision.ok) return decision
    const { column, kind } = written[command.note]
    return accept({ change: { [column]: decision.value }, kind, facts: { day: decision.value } })
  })
}
