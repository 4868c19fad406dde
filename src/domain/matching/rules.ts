import type { Eligibility, EligibilityRule, PersonStatus } from '#domain/candidates'
import { accept, type Day, type Outcome, refuse } from '#kernel'
import {
  type Candidacy,
  type CandidacyState,
  candidacyMoves,
  type MatchingCase,
  type MatchingRefusal,
  type MeetingNote,
  type ShortlistReason,
} from './matching.ts'

/** Whether a state may follow the one there is. */
export function decideMove(
  candidacy: Pick<Candidacy, 'state'>,
  to: CandidacyState,
): Outcome<CandidacyState, MatchingRefusal> {
  const moves: readonly CandidacyState[] = candidacyMoves[candidacy.state]
  return moves.includes(to) ? accept(to) : refuse('candidacy.cannot_follow')
}

/** A person as the decision to propose needs it. `agreed`: whether to be matched at all; a question without an answer is no "no". */
export type Proposable = {
  readonly number: number
  readonly protected: boolean
  readonly status: PersonStatus
  readonly agreed: 'yes' | 'no' | 'not_answered'
  readonly eligibility: Eligibility | undefined
  readonly candidacy?: CandidacyState
}

/** Whoever was withdrawn or not needed may be proposed again. */
const reopened: readonly CandidacyState[] = ['withdrawn', 'not_needed']

/** Statuses in which a person looks for work through us. */
export const availableStatuses = ['registered', 'preparing', 'ready'] as const satisfies readonly PersonStatus[]

/**
 * Whether a person may be proposed (TGT-5, TGT-6, TGT-11). A rule of eligibility that is not met stops, and is named. What is unknown may be
 * proposed with a note that says what is known: an unasked question is no "no". Who has said no to being matched is not proposed.
 */
export function decideProposal(person: Proposable, note: string): Outcome<{ explained: boolean }, MatchingRefusal> {
  const about = { numbers: person.number }
  if (person.protected) return refuse('candidacy.person_protected', about)
  if (!(availableStatuses as readonly PersonStatus[]).includes(person.status))
    return refuse('candidacy.person_unavailable', about)
  if (person.candidacy === 'declined') return refuse('candidacy.already_declined', about)
  if (person.candidacy !== undefined && !reopened.includes(person.candidacy))
    return refuse('candidacy.already_proposed', about)
  if (person.agreed === 'no') return refuse('candidacy.said_no_to_matching', about)
  const broken = brokenRule(person.eligibility)
  if (broken) return refuse(`candidacy.rule_not_met.${broken}`, about)
  const unknown = person.agreed === 'not_answered' || person.eligibility?.mayBeProposed !== 'yes'
  if (unknown && note.trim() === '') return refuse('candidacy.note_missing', about)
  return accept({ explained: unknown })
}

/** The first rule of eligibility that is not met. */
export function brokenRule(eligibility: Eligibility | undefined): EligibilityRule | undefined {
  return eligibility?.rules.find(rule => rule.state === 'not_met')?.rule
}

/** All who may be proposed, or the first reason why not with everybody whom it is about: all or nobody, so that nothing is half done. */
export function decideProposals(
  people: readonly Proposable[],
  note: string,
): Outcome<readonly { explained: boolean }[], MatchingRefusal> {
  const decisions = people.map(person => decideProposal(person, note))
  const refused = decisions.filter(decision => !decision.ok)
  const [first] = refused
  if (first) {
    const numbers = refused.filter(one => one.code === first.code).map(one => one.facts.numbers)
    return refuse(first.code, { numbers: numbers.join(', ') })
  }
  return accept(decisions.flatMap(decision => (decision.ok ? [decision.value] : [])))
}

/** "Other" says nothing by itself: it needs a few words. */
export function decideShortlist(
  candidacy: Pick<Candidacy, 'state'>,
  reason: ShortlistReason,
  note: string,
): Outcome<CandidacyState, MatchingRefusal> {
  if (reason === 'other' && note.trim() === '') return refuse('candidacy.reason_without_words')
  return decideMove(candidacy, 'shortlisted')
}

const over: readonly CandidacyState[] = ['declined', 'withdrawn', 'not_needed']
const shown: readonly CandidacyState[] = ['presented', 'wanted', 'chosen']

/** Whether a day can be noted: who came was invited, who was interviewed had been shown, and nothing has happened in the future. */
export function decideNote(
  candidacy: Pick<Candidacy, 'state' | 'invitedOn'>,
  note: MeetingNote,
  on: Day,
  today: Day,
): Outcome<Day, MatchingRefusal> {
  if (over.includes(candidacy.state)) return refuse('candidacy.cannot_follow')
  if (note === 'invited') return accept(on)
  if (on > today) return refuse('candidacy.day_in_future')
  if (note === 'interviewed') return shown.includes(candidacy.state) ? accept(on) : refuse('candidacy.not_shown_yet')
  if (candidacy.invitedOn === undefined) return refuse('candidacy.not_invited')
  return on < candidacy.invitedOn ? refuse('candidacy.attended_before_invited') : accept(on)
}

/**
 * Whether a card can be shown to the employer, and until which day: the one chosen, or the permission's last when that comes first (TGT-11, P-M1).
 * @param permittedTo the last day of the permission in force; undefined when there is none
 */
export function decidePresent(
  candidacy: Pick<Candidacy, 'state'>,
  shownTo: Day,
  permittedTo: Day | undefined,
  today: Day,
): Outcome<Day, MatchingRefusal> {
  const move = decideMove(candidacy, 'presented')
  if (!move.ok) return move
  if (permittedTo === undefined) return refuse('candidacy.permission_missing')
  if (shownTo < today) return refuse('candidacy.shown_in_past')
  return accept(shownTo < permittedTo ? shownTo : permittedTo)
}

/** The day the job starts, or today when that day has passed and the place still waits. */
export function startOf(about: Pick<MatchingCase, 'firstDay'>, today: Day): Day {
  return about.firstDay !== undefined && about.firstDay > today ? about.firstDay : today
}
