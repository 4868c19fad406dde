import { accept, addMonths, type Day, type Outcome, refuse } from '#kernel'
import {
  type CommitmentPeriod,
  type LockedPlacement,
  type OfferTerms,
  type PlacementEndReason,
  type PlacementRefusal,
  type PlacementState,
  placementMoves,
  stillAfterMonths,
} from './placement.ts'

/** Whether a state may follow the one there is. */
export function decideMove(
  placement: Pick<LockedPlacement, 'state'>,
  to: PlacementState,
): Outcome<PlacementState, PlacementRefusal> {
  const moves: readonly PlacementState[] = placementMoves[placement.state]
  return moves.includes(to) ? accept(to) : refuse('placement.cannot_follow')
}

/**
 * Whether what is offered can be: inside the contract's days, not in the past, with a last day unless it is permanent.
 * Work before the contract begins or after it has ended is no part of the commitment (PRC-6, trust.md I6).
 */
export function decideOffer(
  terms: OfferTerms,
  period: CommitmentPeriod,
  today: Day,
): Outcome<OfferTerms, PlacementRefusal> {
  const { form, startsOn, endsOn } = terms
  if (startsOn < period.from || startsOn > period.last)
    return refuse('placement.outside_period', { from: period.from, last: period.last })
  if (startsOn < today) return refuse('placement.starts_in_past')
  if (form === 'permanent' && endsOn !== undefined) return refuse('placement.permanent_has_no_end')
  if (form !== 'permanent' && endsOn === undefined) return refuse('placement.end_missing')
  if (endsOn !== undefined && endsOn < startsOn) return refuse('placement.ends_before_it_begins')
  return accept(terms)
}

/** Whether an agreed placement can begin on a day: one that has been, inside the contract's days and before the agreed last day. */
export function decideStart(
  placement: Pick<LockedPlacement, 'state' | 'endsOn'>,
  firstDay: Day,
  period: CommitmentPeriod,
  today: Day,
): Outcome<Day, PlacementRefusal> {
  const move = decideMove(placement, 'started')
  if (!move.ok) return move
  if (firstDay > today) return refuse('placement.day_in_future')
  if (firstDay < period.from || firstDay > period.last)
    return refuse('placement.outside_period', { from: period.from, last: period.last })
  if (placement.endsOn !== undefined && firstDay > placement.endsOn) return refuse('placement.ends_before_it_begins')
  return accept(firstDay)
}

/** Whether an employment can end on a last day. "As planned" is true only of one that had a plan and reached it. */
export function decideEnd(
  placement: Pick<LockedPlacement, 'state' | 'startedOn' | 'endsOn'>,
  lastDay: Day,
  reason: PlacementEndReason,
  today: Day,
): Outcome<Day, PlacementRefusal> {
  const move = decideMove(placement, 'ended')
  if (!move.ok) return move
  if (placement.startedOn !== undefined && lastDay < placement.startedOn)
    return refuse('placement.ends_before_it_begins')
  if (lastDay > today) return refuse('placement.day_in_future')
  if (reason === 'as_planned' && (placement.endsOn === undefined || lastDay < placement.endsOn))
    return refuse('placement.not_as_planned', placement.endsOn === undefined ? {} : { planned: placement.endsOn })
  return accept(lastDay)
}

/** Whether the person can say that it has this job: it has begun, by the employer's word, and the person has not said so before. */
export function decideConfirm(
  placement: Pick<LockedPlacement, 'state' | 'personConfirmed'>,
): Outcome<true, PlacementRefusal> {
  if (placement.state !== 'started' && placement.state !== 'ended') return refuse('placement.not_started')
  return placement.personConfirmed ? refuse('placement.already_confirmed') : accept(true)
}

/** The day from which "still there" can be said; undefined before the first day is known. */
export function stillFrom(placement: Pick<LockedPlacement, 'startedOn'>): Day | undefined {
  return placement.startedOn === undefined ? undefined : addMonths(placement.startedOn, stillAfterMonths)
}

/** Whether one side can say that the person is still there, six calendar months on. `both`: the other side has said so already. */
export function decideStill(
  placement: Pick<LockedPlacement, 'startedOn' | 'endedOn' | 'employerStill' | 'personStill'>,
  who: 'employer' | 'person',
  today: Day,
): Outcome<{ both: boolean }, PlacementRefusal> {
  const from = stillFrom(placement)
  if (from === undefined) return refuse('placement.not_started')
  if (placement.endedOn !== undefined && placement.endedOn < from) return refuse('placement.ended_before', { from })
  if (today < from) return refuse('placement.too_early', { from })
  const said = who === 'employer' ? placement.employerStill : placement.personStill
  if (said) return refuse('placement.already_confirmed')
  return accept({ both: who === 'employer' ? placement.personStill : placement.employerStill })
}
