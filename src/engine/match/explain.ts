import type { MatchInstance } from './instance.ts'
import type { Matching } from './match.ts'

/**
 * Why something is as it is, as codes with the numbers of openings, labels and reserves. No number about a person is in it: the prices
 * say which limit decided, and what would have to be otherwise (GEN-4).
 */
export type PlaceReason = {
  readonly opening: number
  readonly empty: number
  readonly code:
    | 'nobody_eligible'
    /** Everybody eligible is placed, and is needed more there. */
    | 'needed_more_elsewhere'
    /** Somebody eligible is free, but the band of a label of theirs is full, and going over it costs more. */
    | 'band_full'
    /** Those who are free would add nothing. */
    | 'adds_nothing'
  /** How many are eligible, and where most of those who are placed elsewhere are. */
  readonly eligible: number
  readonly elsewhere: readonly number[]
  readonly bands: readonly BandAt[]
}

export type PersonReason = {
  readonly candidate: number
  readonly code:
    | 'no_opening_eligible'
    /** Every opening the person is eligible for is filled by others who add more in all. */
    | 'places_taken'
    /** There would be room, but the band of a label of the person's is full. */
    | 'band_full'
    /** Neither a place nor the band alone would do. */
    | 'places_taken_and_band_full'
    /** Somebody with the same labels and the same fit has the place; the public tie rule drew. */
    | 'drawn_among_equals'
  /** The opening that came nearest; −1 when there is none. */
  readonly opening: number
  readonly bands: readonly BandAt[]
  /** Changes, each of which alone could bring a proposal. */
  readonly wouldChange: readonly WouldChange[]
}

export type BandAt = { readonly family: number; readonly label: number }
export type WouldChange =
  | { readonly code: 'one_more_place'; readonly opening: number }
  | { readonly code: 'one_more_in_band'; readonly family: number; readonly label: number }
  | { readonly code: 'eligible_for_more' }

export type MatchExplanation = { readonly places: readonly PlaceReason[]; readonly people: readonly PersonReason[] }

/** Explains every empty place and everybody without a proposal, from the prices of the proof. O(arcs). */
export function explainMatching(instance: MatchInstance, matching: Matching): MatchExplanation {
  const view = openView(instance, matching)
  const people: PersonReason[] = []
  for (let i = 0; i < instance.candidates; i++) {
    if (view.held[i]!.length === 0 && instance.invitations[i]! > 0) people.push(explainPerson(view, i))
  }
  return { places: explainPlaces(view), people }
}

type View = {
  readonly instance: MatchInstance
  readonly prices: Matching['prices']
  readonly held: readonly (readonly number[])[]
  readonly holders: readonly (readonly number[])[]
  readonly reserved: ReadonlyMap<number, readonly number[]>
}

function openView(instance: MatchInstance, { pairs, prices }: Matching): View {
  const held: number[][] = Array.from({ length: instance.candidates }, () => [])
  const holders: number[][] = Array.from({ length: instance.openings }, () => [])
  for (const [n, i] of pairs.candidate.entries()) {
    held[i]!.push(pairs.opening[n]!)
    holders[pairs.opening[n]!]!.push(i)
  }
  const reserved = new Map<number, number[]>()
  for (const [k, { opening }] of instance.reserves.entries())
    reserved.set(opening, [...(reserved.get(opening) ?? []), k])
  return { instance, prices, held, holders, reserved }
}

/** What the pair of person and opening adds, less the price of the place; the charges of the person's bands apart. */
function addsAt({ instance, prices, reserved }: View, i: number, a: number): number {
  const j = instance.head[a]!
  let adds = instance.fill + instance.score[a]! - prices.opening[j]!
  for (const k of reserved.get(j) ?? []) {
    const { family, label } = instance.reserves[k]!
    if (instance.families[family]!.label[i] === label) adds += prices.reserve[k]!
  }
  return adds
}

/** Bands that charge for the person, and what they charge in all (rewards taken off). */
function bandsOf({ instance, prices }: View, i: number): { bands: BandAt[]; charge: number } {
  const bands: BandAt[] = []
  let charge = 0
  for (const [f, family] of instance.families.entries()) {
    const label = family.label[i]!
    if (label < 0) continue
    charge += prices.label[f]![label]!
    if (prices.label[f]![label]! > 0) bands.push({ family: f, label })
  }
  return { bands, charge }
}

function explainPerson(view: View, i: number): PersonReason {
  const { first, head } = view.instance
  let [best, at] = [Number.NEGATIVE_INFINITY, -1]
  for (let a = first[i]!; a < first[i + 1]!; a++) {
    const adds = addsAt(view, i, a)
    if (adds > best) [best, at] = [adds, a]
  }
  const none = { candidate: i, bands: [], opening: -1 }
  if (at === -1) return { ...none, code: 'no_opening_eligible', wouldChange: [{ code: 'eligible_for_more' }] }

  const opening = head[at]!
  const { bands, charge } = bandsOf(view, i)
  const price = view.prices.opening[opening]!
  const onePlace = { code: 'one_more_place', opening } as const
  const inBands = bands.map(band => ({ code: 'one_more_in_band', ...band }) as const)
  const person = { candidate: i, opening, bands }
  if (drewLots(view, i, at)) return { ...person, code: 'drawn_among_equals', wouldChange: [onePlace] }
  if (best > 0 && bands.length > 0) return { ...person, code: 'band_full', wouldChange: inBands }
  if (best + price - charge > 0) return { ...person, code: 'places_taken', wouldChange: [onePlace] }
  return { ...person, code: 'places_taken_and_band_full', wouldChange: [] }
}

/** Whether somebody at the opening is the equal of person i there. */
function drewLots({ instance, holders }: View, i: number, a: number): boolean {
  const { first, head, score, families } = instance
  return holders[head[a]!]!.some(other => {
    const at = first[other]! + head.subarray(first[other]!, first[other + 1]!).indexOf(head[a]!)
    return score[at] === score[a] && families.every(({ label }) => label[i] === label[other])
  })
}

function explainPlaces(view: View): PlaceReason[] {
  const { instance, holders, held } = view
  const empty = new Map<
    number,
    { eligible: number; free: number; elsewhere: Map<number, number>; bands: Map<string, BandAt> }
  >()
  for (let j = 0; j < instance.openings; j++) {
    if (holders[j]!.length < instance.capacity[j]!)
      empty.set(j, { eligible: 0, free: 0, elsewhere: new Map(), bands: new Map() })
  }
  if (empty.size === 0) return []
  for (let i = 0; i < instance.candidates; i++) {
    for (let a = instance.first[i]!; a < instance.first[i + 1]!; a++) {
      const found = empty.get(instance.head[a]!)
      if (!found || instance.invitations[i] === 0 || held[i]!.includes(instance.head[a]!)) continue
      found.eligible++
      for (const j of held[i]!) found.elsewhere.set(j, (found.elsewhere.get(j) ?? 0) + 1)
      if (held[i]!.length >= instance.invitations[i]!) continue
      found.free++
      for (const band of bandsOf(view, i).bands) found.bands.set(`${band.family}/${band.label}`, band)
    }
  }
  return [...empty].map(([opening, { eligible, free, elsewhere, bands }]) => {
    const withFree = bands.size > 0 ? 'band_full' : 'adds_nothing'
    return {
      opening,
      empty: instance.capacity[opening]! - holders[opening]!.length,
      code: eligible === 0 ? 'nobody_eligible' : free > 0 ? withFree : 'needed_more_elsewhere',
      eligible,
      elsewhere: [...elsewhere]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, 5)
        .map(([j]) => j),
      bands: [...bands.values()],
    }
  })
}
