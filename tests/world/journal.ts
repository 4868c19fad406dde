import type { Day } from '#kernel'
import { type Instant, instant } from './calendar.ts'
import { idOf } from './identities.ts'
import { organisationId } from './organisations.ts'
import { accountId, appointmentId, type Staff } from './staff.ts'

type Facts = Record<string, string | number | boolean | null>

/** Who did something: somebody on the staff, a participant with an account, or the product's own clockwork. */
export type Doer = Staff | { readonly participant: { account: string; appointment: string } } | 'system'

export type Happening = {
  readonly stream: 'procurement' | 'person' | 'organisation' | 'system'
  readonly streamId: string
  readonly kind: string
  readonly subject: string
  readonly plane: 'contract' | 'matching' | 'person' | 'system'
  readonly facts?: Facts
  readonly reason?: string
  readonly onBehalfOf?: string
}

/** An event with everything that `log.append_as` takes. */
export type WorldEvent = Required<Pick<Happening, 'stream' | 'streamId' | 'kind' | 'subject' | 'plane' | 'facts'>> & {
  readonly id: string
  readonly reason: string | null
  readonly onBehalfOf: string | null
  readonly at: Instant
  readonly account: string | null
  readonly appointment: string | null
  readonly organisation: string | null
  readonly role: string
  readonly name: string
}

export type Journal = {
  /** Writes an event on a day and answers with its instant, which the row it tells of should bear. */
  readonly write: (day: Day, doer: Doer, happening: Happening, minutes?: number) => Instant
  /** All events, in the order they happened. */
  readonly events: () => WorldEvent[]
}

export function newJournal(): Journal {
  const written: WorldEvent[] = []
  const timesOfDay = new Map<string, number>()
  return {
    write(day, doer, happening, minutes) {
      // One stream at a time, so that what is told later the same day also happened later.
      const key = `${happening.streamId} ${day}`
      const nth = timesOfDay.get(key) ?? 0
      timesOfDay.set(key, nth + 1)
      const at = instant(day, minutes ?? 8 * 60 + 4 + Math.min(nth * 7, 520))
      written.push({
        id: idOf('event', `${written.length} ${happening.kind} ${happening.subject}`),
        stream: happening.stream,
        streamId: happening.streamId,
        kind: happening.kind,
        subject: happening.subject,
        plane: happening.plane,
        facts: happening.facts ?? {},
        reason: happening.reason ?? null,
        onBehalfOf: happening.onBehalfOf ?? null,
        at,
        ...signature(doer),
      })
      return at
    },
    // Instants are written alike, so their order as text is their order in time.
    events: () => written.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }
}

function signature(doer: Doer): Pick<WorldEvent, 'account' | 'appointment' | 'organisation' | 'role' | 'name'> {
  if (doer === 'system') return { account: null, appointment: null, organisation: null, role: 'system', name: '' }
  if ('participant' in doer) {
    const { account, appointment } = doer.participant
    return { account, appointment, organisation: null, role: 'participant', name: '' }
  }
  return {
    account: accountId(doer),
    appointment: appointmentId(doer),
    organisation: organisationId(doer.organisation),
    role: doer.role,
    name: doer.name,
  }
}
