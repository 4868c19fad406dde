import type { Canary } from '#world'
import type { Facts, Who } from './oracle/facts.ts'
import { mayReach } from './oracle/texts.ts'

/** Looks for marked values in whatever leaves the system. */
export type CanaryNet = {
  /** Every marked value in a text. */
  readonly caught: (text: string) => Canary[]
  /** Those that must not have reached the receiver, as sentences. */
  readonly leaks: (text: string, who: Who | undefined) => string[]
}

/** KN…, in any case; and identity numbers with or without hyphen, of which each is its own marker. */
const shapes = /kn[a-z]+[0-9a-f]+[a-z]+|(?:\d\d)?\d{6}[-+]?\d{4}/gi

export function castNet(canaries: Iterable<Canary>, facts: () => Facts): CanaryNet {
  const byMarker = new Map<string, Canary>()
  for (const canary of canaries) byMarker.set(plain(canary.marker), canary)
  const caught = (text: string): Canary[] => {
    const found = new Set<Canary>()
    for (const [shape] of text.matchAll(shapes)) {
      const canary = byMarker.get(plain(shape)) ?? within(plain(shape), byMarker)
      if (canary) found.add(canary)
    }
    return [...found]
  }
  return {
    caught,
    leaks: (text, who) =>
      caught(text)
        .filter(canary => !mayReach(who, canary, facts()))
        .map(canary => `${canary.class} of ${canary.ownerKind} ${canary.ownerId} reached ${who?.key ?? 'nobody'}`),
  }
}

const plain = (text: string): string => {
  const bare = text.toLowerCase().replace(/[-+]/g, '')
  return /^\d{12}$/.test(bare) ? bare.slice(2) : bare
}

/** Letters may stand close after a marker: the longest beginning that is one. */
function within(text: string, byMarker: ReadonlyMap<string, Canary>): Canary | undefined {
  for (let end = text.length - 1; end > 8; end -= 1) {
    const canary = byMarker.get(text.slice(0, end))
    if (canary) return canary
  }
  return undefined
}
