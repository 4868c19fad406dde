import { apportion, type LedgerRow } from '#engine'
import type { Day } from '#kernel'
import type { CallOff, CallOffEvent } from '../tendering.ts'

export type Contracted = { readonly tender: string; readonly capacity: number }

/** One step of the course: so many participants to a supplier, or to the waiting list when `tender` is null. */
export type Given = {
  /** The event that it came of, by place in the course. */
  readonly event: number
  readonly day: Day
  readonly tender: string | null
  readonly participants: number
  readonly why: 'first' | 'next' | 'key' | 'moved' | 'from_waiting' | 'all_full' | 'nobody_left'
}

export type Course = {
  readonly given: readonly Given[]
  readonly suppliers: readonly {
    readonly tender: string
    /** All that it has been given, those with it now, and whether it delivers now. */
    readonly received: number
    readonly ongoing: number
    readonly delivers: boolean
  }[]
  readonly waiting: number
}

/** An event that cannot have happened: more left than were there, or a supplier that failed twice. */
export type Impossible = { readonly event: number; readonly most: number }

type Standing = {
  readonly tender: string
  readonly capacity: number
  received: number
  ongoing: number
  delivers: boolean
}

/**
 * Spreads participants over the contracted as they come (UPH-1). In order: the first gets them until its capacity is reached, then the second. By key:
 * one at a time by the key's running order, and who is full or has failed loses its turn for good. When a supplier fails, its participants go
 * to the others before anybody new; whom nobody can take waits, and is first when room is made. Source: Dua/Werket 7.
 */
export function runCourse(
  callOff: CallOff,
  contracted: readonly Contracted[],
  events: readonly CallOffEvent[],
): Course | Impossible {
  const standings: Standing[] = contracted.map(one => ({ ...one, received: 0, ongoing: 0, delivers: true }))
  const choose = callOff.kind === 'key' ? byKey(callOff.percent) : inOrder
  const given: Given[] = []
  let waiting = 0

  const give = (event: number, participants: number, from: 'new' | 'failed' | 'waiting'): void => {
    const { day } = events[event]!
    const parts = new Map<Standing, number>()
    let left = participants
    while (left > 0) {
      const to = choose(standings)
      if (!to) break
      // In order a whole group can go at once; by key each participant is a turn.
      const many = callOff.kind === 'key' ? 1 : Math.min(left, to.capacity - to.ongoing)
      to.ongoing += many
      to.received += many
      left -= many
      parts.set(to, (parts.get(to) ?? 0) + many)
    }
    for (const [to, many] of parts)
      given.push({ event, day, tender: to.tender, participants: many, why: whyTo(from, callOff, to === standings[0]) })
    if (from === 'waiting') waiting = left
    else if (left > 0) {
      waiting += left
      const why = standings.some(({ delivers }) => delivers) ? 'all_full' : 'nobody_left'
      given.push({ event, day, tender: null, participants: left, why })
    }
  }

  for (const [index, event] of events.entries()) {
    if (event.kind === 'referred') {
      give(index, event.participants, 'new')
      continue
    }
    const one = standings.find(({ tender }) => tender === event.tender)
    if (event.kind === 'left') {
      if (!one || event.participants > one.ongoing) return { event: index, most: one?.ongoing ?? 0 }
      one.ongoing -= event.participants
    } else if (event.kind === 'failed') {
      if (!one?.delivers) return { event: index, most: 0 }
      one.delivers = false
      const moving = one.ongoing
      one.ongoing = 0
      give(index, moving, 'failed')
    } else {
      if (!one || one.delivers) return { event: index, most: 0 }
      one.delivers = true
    }
    if (waiting > 0) give(index, waiting, 'waiting')
  }
  return {
    given,
    suppliers: standings.map(({ tender, received, ongoing, delivers }) => ({ tender, received, ongoing, delivers })),
    waiting,
  }
}

function hasRoom({ capacity, ongoing, delivers }: Standing): boolean {
  return delivers && ongoing < capacity
}

function inOrder(standings: readonly Standing[]): Standing | undefined {
  return standings.find(hasRoom)
}

/** One turn of the key's running order, with its own ledger from turn to turn. */
function byKey(percent: readonly number[]): (standings: readonly Standing[]) => Standing | undefined {
  let ledger: readonly LedgerRow[] | undefined
  return standings => {
    const key = { rows: standings.map(({ tender }, index) => ({ area: tender, weight: percent[index] ?? 0 })) }
    const passes = standings
      .filter(one => !hasRoom(one))
      .map(({ tender }) => ({ area: tender, reason: 'other' as const }))
    const dealt = apportion({ key, places: 1, passes, claims: { kind: 'lapses' }, ...(ledger ? { ledger } : {}) })
    if (!dealt.ok) return undefined
    ledger = dealt.value.ledger
    return standings.find(({ tender }) => tender === dealt.value.order[0])
  }
}

function whyTo(from: 'new' | 'failed' | 'waiting', { kind }: CallOff, first: boolean): Given['why'] {
  if (from === 'failed') return 'moved'
  if (from === 'waiting') return 'from_waiting'
  return kind === 'key' ? 'key' : first ? 'first' : 'next'
}
