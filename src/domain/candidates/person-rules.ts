import { accept, type Day, type Outcome, refuse } from '#kernel'
import {
  type CompetenceType,
  type LockedPerson,
  type PersonRefusal,
  type PersonStatus,
  type RevealField,
  type RevealPurpose,
  revealPurposes,
  statusMoves,
} from './candidates.ts'
import type { EligibilityFacts } from './eligibility.ts'

export type StatusNote = { readonly status: PersonStatus; readonly readyOn: Day | null }

/**
 * Whether a status can follow the one there is. Somebody preparing has a day when it will be ready, somebody ready was so at the latest
 * today: the list "ready first" and the match both stand on that day.
 */
export function decideStatus(
  person: Pick<LockedPerson, 'status' | 'readyOn'>,
  wanted: { readonly status: PersonStatus; readonly readyOn?: Day },
  today: Day,
): Outcome<StatusNote, PersonRefusal> {
  const moves: readonly PersonStatus[] = statusMoves[person.status]
  const newDay = wanted.readyOn !== undefined && wanted.readyOn !== person.readyOn
  if (!moves.includes(wanted.status) && !(wanted.status === person.status && newDay)) {
    return refuse('person.status_cannot_follow')
  }
  if (wanted.status === 'preparing' && wanted.readyOn === undefined) return refuse('person.ready_day_missing')
  if (wanted.status === 'ready' && (wanted.readyOn ?? today) > today) return refuse('person.ready_day_in_future')
  const readyOn: Record<PersonStatus, Day | null> = {
    registered: null,
    preparing: wanted.readyOn ?? null,
    ready: wanted.readyOn ?? today,
    placed: person.readyOn,
    paused: null,
    left: null,
  }
  return accept({ status: wanted.status, readyOn: readyOn[wanted.status] })
}

const levelled: readonly CompetenceType[] = ['language', 'experience', 'skill']

export type CompetenceNote = { readonly type: CompetenceType; readonly level?: number; readonly notedOn: Day }

/** A level belongs to languages, experience and skills; a licence is held or not. Nothing is noted from the future. */
export function decideCompetence(note: CompetenceNote, today: Day): Outcome<CompetenceNote, PersonRefusal> {
  if (note.notedOn > today) return refuse('competence.day_in_future')
  if (note.level !== undefined && !levelled.includes(note.type)) return refuse('competence.level_does_not_belong')
  return accept(note)
}

/** The facts of eligibility as they are kept: outcomes only, never the content of an assessment (GEN-1, P-G2). */
export type Standing = {
  readonly employmentServiceSince: Day | null
  readonly abilityTestedOn: Day | null
  readonly abilityInstrument: string | null
  readonly abilityAtLeastHalf: 'yes' | 'no' | 'unknown'
  readonly abilityDocumented: boolean
  readonly programme: string | null
}

/** A test may be booked ahead, an outcome may not; an outcome, an instrument or a document needs a test that has been held. */
export function decideStanding(standing: Standing, today: Day): Outcome<Standing, PersonRefusal> {
  if (standing.employmentServiceSince !== null && standing.employmentServiceSince > today) {
    return refuse('standing.day_in_future')
  }
  const tested = standing.abilityTestedOn !== null && standing.abilityTestedOn <= today
  if (!tested && (standing.abilityAtLeastHalf !== 'unknown' || standing.abilityDocumented)) {
    return refuse('standing.answer_without_test')
  }
  return accept(standing)
}

/** What is kept, as the rules of eligibility ask for it. What is not kept is unknown, which is not "no". */
export function eligibilityFactsOf(standing: Standing | undefined, today: Day): EligibilityFacts {
  const testedOn = standing?.abilityTestedOn ?? undefined
  const held = testedOn !== undefined && testedOn <= today
  return {
    registration: standing?.employmentServiceSince
      ? { state: 'registered', since: standing.employmentServiceSince }
      : { state: 'unknown' },
    workAbility: {
      tested: held ? 'yes' : 'unknown',
      ...(held ? { testedOn } : {}),
      ...(testedOn !== undefined && !held ? { bookedFor: testedOn } : {}),
      ...(standing?.abilityInstrument ? { instrument: standing.abilityInstrument } : {}),
      documented: standing?.abilityDocumented ? 'yes' : held ? 'no' : 'unknown',
      atLeastHalf: standing?.abilityAtLeastHalf ?? 'unknown',
    },
    programmes: standing?.programme
      ? [{ code: standing.programme, period: { from: standing.employmentServiceSince ?? today } }]
      : 'unknown',
  }
}

/** Whether the reason given is a reason for that field, and names the case when it must. */
export function decideReveal(
  field: RevealField,
  purpose: RevealPurpose,
  procurement: string | undefined,
): Outcome<RevealField, PersonRefusal> {
  const rule = revealPurposes[purpose]
  if (!(rule.of as readonly RevealField[]).includes(field)) return refuse('reveal.purpose_does_not_fit')
  if (rule.needsCase && procurement === undefined) return refuse('reveal.case_missing')
  return accept(field)
}
