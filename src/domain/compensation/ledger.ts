import type { Day } from '#kernel'

/** What happened to a participant, who is a number or a code here and never a name. `on` = the day it happened, `recorded` = when it was written. */
export type Fact =
  | { readonly kind: 'started'; readonly tier: string; readonly on: Day }
  /** The last day of service. */
  | { readonly kind: 'ended'; readonly on: Day }
  /** The first day of employment; recorded the day it was confirmed. */
  | { readonly kind: 'hired'; readonly on: Day }
  /** Seen to be employed still on this day. */
  | { readonly kind: 'still_employed'; readonly on: Day }
  /** The last day of employment. */
  | { readonly kind: 'employment_ended'; readonly on: Day }

type Written = { readonly id: string; readonly recorded: Day }
export type FactEvent = Written & { readonly participant: string } & Fact
/** A correction is a new event that points at the old one; `instead` left out takes it back altogether. */
export type Correction = Written & {
  readonly kind: 'corrected'
  readonly corrects: string
  readonly reason: string
  readonly instead?: { readonly on?: Day; readonly tier?: string }
}
export type LedgerEvent = FactEvent | Correction

/** What is known of one participant. `confirmed` = the day the hire was written down. `events` = what it rests on. */
export type Known = {
  readonly participant: string
  readonly tier: string
  readonly started: Day
  readonly ended?: Day
  readonly hired?: Day
  readonly stillEmployed: readonly Day[]
  readonly employmentEnded?: Day
}

/** The events as they read on a day: corrections done, the taken back left out. A later correction of the same event wins. */
export function eventsKnownOn(ledger: readonly LedgerEvent[], day: Day): readonly FactEvent[] {
  const written = ledger.filter(({ recorded }) => recorded <= day)
  const corrections = new Map(
    written.flatMap(event => (event.kind === 'corrected' ? [[event.corrects, event] as const] : [])),
  )
  return written.flatMap(event => {
    if (event.kind === 'corrected') return []
    const correction = corrections.get(event.id)
    if (!correction) return [event]
    return correction.instead ? [{ ...event, ...correction.instead }] : []
  })
}

/** What is known of each participant on a day, in the order they were first written. One whose start is taken back is not known. */
export function knownOn(ledger: readonly LedgerEvent[], day: Day): readonly Known[] {
  const events = eventsKnownOn(ledger, day)
  return events.flatMap(start => {
    if (start.kind !== 'started') return []
    const own = events.filter(({ participant }) => participant === start.participant)
    const last = (kind: FactEvent['kind']): Day | undefined => own.findLast(event => event.kind === kind)?.on
    return [
      {
        participant: start.participant,
        tier: start.tier,
        started: start.on,
        ended: last('ended'),
        hired: last('hired'),
        stillEmployed: own.filter(({ kind }) => kind === 'still_employed').map(({ on }) => on),
        employmentEnded: last('employment_ended'),
      },
    ]
  })
}
