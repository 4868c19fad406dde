import {
  type Apportionment,
  type ApportionRefusal,
  apportion,
  type ClaimPolicy,
  carryLedger,
  type Key,
  type LedgerRow,
  type Move,
  nextYear,
  type Pass,
} from '#engine'
import { accept, type Day, type Outcome, refuse } from '#kernel'
import type { PlacesRefusal } from '../places.ts'

/** What happens to the ledger of a target group, first to last. `successors`: which new area took each old one over, whole. */
export type LedgerEvent =
  | {
      readonly on: Day
      readonly kind: 'dealt'
      readonly what: string
      readonly places: number
      readonly passes: readonly Pass[]
      readonly overrides: readonly { readonly place: number; readonly area: string }[]
    }
  | { readonly on: Day; readonly kind: 'key_changed'; readonly key: Key }
  | {
      readonly on: Day
      readonly kind: 'areas_changed'
      readonly successors: Readonly<Record<string, string>>
      readonly key: Key
    }
  | { readonly on: Day; readonly kind: 'new_year'; readonly cap: number }

export type LedgerYears = {
  readonly key: Key
  readonly claims: ClaimPolicy
  readonly events: readonly LedgerEvent[]
}

/** What came of each event: the calculation where places were dealt, and the ledger as the event left it. */
export type LedgerStep = { readonly dealt?: Apportionment; readonly ledger: readonly LedgerRow[] }

export type YearRefusal = Extract<PlacesRefusal, ApportionRefusal | 'places.area_without_successor'>

/**
 * The cumulative ledger around the engine's rule (TGT-4): places are dealt from where the year stands; a passing area keeps its claim, or as
 * much of it as the policy says; a new key goes on from the same claims; changed areas bring theirs; a new year begins at nought or with capped ones.
 */
export function keepLedger({ key: first, claims, events }: LedgerYears): Outcome<LedgerStep[], YearRefusal> {
  let key = first
  let ledger: readonly LedgerRow[] = []
  const steps: LedgerStep[] = []
  for (const [index, event] of events.entries()) {
    const step = take(event, key, ledger, claims)
    if (!step.ok) return refuse(step.code, { ...step.facts, event: index })
    if (event.kind === 'key_changed' || event.kind === 'areas_changed') key = event.key
    ledger = step.value.ledger
    steps.push(step.value)
  }
  return accept(steps)
}

function take(
  event: LedgerEvent,
  key: Key,
  ledger: readonly LedgerRow[],
  claims: ClaimPolicy,
): Outcome<LedgerStep, YearRefusal> {
  switch (event.kind) {
    case 'dealt': {
      const { places, passes, overrides } = event
      const dealt = apportion({ key, places, passes, overrides, claims, ledger })
      return dealt.ok ? accept({ dealt: dealt.value, ledger: dealt.value.ledger }) : dealt
    }
    case 'key_changed':
      return accept({ ledger })
    case 'areas_changed': {
      const carried = carryTo(
        ledger,
        event.key.rows.map(({ area }) => area),
        event.successors,
      )
      return carried.ok ? accept({ ledger: carried.value }) : carried
    }
    case 'new_year': {
      const begun = nextYear(ledger, String(event.cap))
      return begun.ok ? accept({ ledger: begun.value }) : begun
    }
  }
}

/**
 * The ledger on the areas of another key: each area that is not among them hands its claim and its places to its successor, or to the successor of that.
 * Refused when an area has something to hand over and nobody took it over: a claim is never dropped in silence.
 */
export function carryTo(
  ledger: readonly LedgerRow[],
  areas: readonly string[],
  successors: Readonly<Record<string, string>>,
): Outcome<LedgerRow[], YearRefusal> {
  const gone = ledger.filter(({ area }) => area !== null && !areas.includes(area))
  const moves: Move[] = []
  for (const { area: from, claim, given } of gone as readonly (LedgerRow & { area: string })[]) {
    const to = heirOf(from, areas, successors)
    if (to !== undefined) moves.push({ from, to: [{ area: to, part: '1' }] })
    else if (claim !== '0' || given > 0) return refuse('places.area_without_successor', { area: from })
  }
  const lost = gone.filter(({ area }) => !moves.some(({ from }) => from === area)).map(({ area }) => area)
  return carryLedger(
    ledger.filter(({ area }) => !lost.includes(area)),
    moves,
  )
}

function heirOf(
  area: string,
  areas: readonly string[],
  successors: Readonly<Record<string, string>>,
): string | undefined {
  let heir = successors[area]
  // A chain is never longer than there are areas; a circle ends there.
  for (let steps = 0; heir !== undefined && !areas.includes(heir); steps++) {
    if (steps > Object.keys(successors).length) return undefined
    heir = successors[heir]
  }
  return heir
}
