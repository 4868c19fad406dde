import { accept, type Outcome, refuse } from '#kernel'
import { apportion } from './apportion.ts'
import type { Apportionment, ApportionmentInput, ApportionRefusal, AreaId, Key, LedgerRow } from './apportionment.ts'
import { type Fraction, fraction, parseFraction, type Ratio } from './fraction.ts'
import { readKey } from './standing.ts'

/**
 * The ledger of a period that began without one: claims from what each area has been given so far, against the key.
 * For places dealt before the product came into use (TGT-4); `given` lists areas with at least one place.
 */
export function openLedger(key: Key, given: Readonly<Record<string, number>>): Outcome<LedgerRow[], ApportionRefusal> {
  const read = readKey(key)
  if (!read.ok) return read
  const areas = new Set(read.value.rows.map(row => row.area))
  let places = 0
  for (const [area, count] of Object.entries(given)) {
    const pointer = `/given/${area}`
    if (!areas.has(area)) return refuse('apportion.ledger_area_unknown', { pointer, area })
    if (!Number.isSafeInteger(count) || count < 0) return refuse('apportion.ledger_malformed', { pointer })
    places += count
  }
  const divisor = BigInt(read.value.divisor)
  return accept(
    read.value.rows.map(({ area, weight }) => {
      const had = area === null ? 0 : (given[area] ?? 0)
      return { area, given: had, claim: fraction(BigInt(weight) * BigInt(places) - BigInt(had) * divisor, divisor) }
    }),
  )
}

/** Where an old area's claim goes when areas change: parts of a whole, each to one new area. */
export type Move = { readonly from: string; readonly to: readonly { readonly area: string; readonly part: Fraction }[] }

/**
 * The ledger after a change of areas within the year (ten districts to four city areas, TGT-4). Claims move exactly by the
 * stated parts and still sum to nought; places already given are split in whole places (largest fraction, then order), which
 * changes only what is shown, since the order of coming places depends on claims alone. Areas without a move stay.
 */
export function carryLedger(
  ledger: readonly LedgerRow[],
  moves: readonly Move[],
): Outcome<LedgerRow[], ApportionRefusal> {
  const carried = new Map<string | null, { claim: Ratio; given: number }>()
  const add = (area: string | null, claim: Ratio, given: number): void => {
    const had = carried.get(area)
    carried.set(area, { claim: had ? plus(had.claim, claim) : claim, given: (had?.given ?? 0) + given })
  }
  for (const [index, move] of moves.entries()) {
    const parts = move.to.map(({ part }) => parseFraction(part))
    const sum = parts.reduce<Ratio | undefined>(
      (total, part) => (total && part && part.numerator >= 0n ? plus(total, part) : undefined),
      nought,
    )
    if (!sum || sum.numerator !== sum.denominator)
      return refuse('apportion.parts_not_whole', { pointer: `/moves/${index}`, area: move.from })
    if (moves.findIndex(other => other.from === move.from) !== index)
      return refuse('apportion.area_twice', { pointer: `/moves/${index}`, area: move.from })
    if (!ledger.some(row => row.area === move.from))
      return refuse('apportion.ledger_area_unknown', { pointer: `/moves/${index}`, area: move.from })
  }
  for (const [index, row] of ledger.entries()) {
    const claim = parseFraction(row.claim)
    if (!claim) return refuse('apportion.ledger_malformed', { pointer: `/ledger/${index}` })
    const move = moves.find(({ from }) => from === row.area)
    if (!move) add(row.area, claim, row.given)
    else {
      const parts = move.to.map(({ part }) => parseFraction(part)!)
      const given = splitWhole(row.given, parts)
      for (const [to, { area }] of move.to.entries()) add(area, times(claim, parts[to]!), given[to]!)
    }
  }
  return accept(
    [...carried].map(([area, { claim, given }]) => ({
      area,
      given,
      claim: fraction(claim.numerator, claim.denominator),
    })),
  )
}

/**
 * The ledger that a new year begins with: nothing given, and of each claim at most `cap` places carried over. What is cut from those with too much
 * to claim is taken off, in proportion, what the others are ahead, so that claims still sum to nought. With cap nought every year stands alone (TGT-4:
 * the keys are shares of one year's places).
 */
export function nextYear(ledger: readonly LedgerRow[], cap: Fraction): Outcome<LedgerRow[], ApportionRefusal> {
  const most = parseFraction(cap)
  if (!most || most.numerator < 0n) return refuse('apportion.bad_cap', { pointer: '/cap' })
  const claims: { area: AreaId; claim: Ratio }[] = []
  for (const [index, { area, claim }] of ledger.entries()) {
    const read = parseFraction(claim)
    if (!read) return refuse('apportion.ledger_malformed', { pointer: `/ledger/${index}` })
    claims.push({ area, claim: exceeds(read, most) ? most : read })
  }
  const sumOf = (positive: boolean): Ratio =>
    claims
      .filter(({ claim }) => claim.numerator > 0n === positive)
      .reduce((total, { claim }) => plus(total, claim), nought)
  const [owed, ahead] = [sumOf(true), sumOf(false)]
  // Those ahead keep as much of it as is still owed to the others: owed / −ahead of it.
  const kept: Ratio =
    ahead.numerator === 0n
      ? nought
      : { numerator: owed.numerator * ahead.denominator, denominator: -ahead.numerator * owed.denominator }
  return accept(
    claims.map(({ area, claim }) => {
      const carried = claim.numerator > 0n ? claim : times(claim, kept)
      return { area, given: 0, claim: fraction(carried.numerator, carried.denominator) }
    }),
  )
}

/** A district's own distribution of the places it got (TGT-4): which of the places, by number, go to which part of the district. */
export type SubApportionment = Apportionment & { readonly places: readonly number[] }

/** Deals the places that `area` received in `whole` by the district's own key and ledger. `places[i]` goes to `order[i]`. */
export function subApportion(
  whole: Apportionment,
  area: string,
  input: Omit<ApportionmentInput, 'places'>,
): Outcome<SubApportionment, ApportionRefusal> {
  const places = whole.steps.filter(step => step.area === area).map(step => step.place)
  const result = apportion({ ...input, places: places.length })
  return result.ok ? accept({ ...result.value, places }) : result
}

const nought: Ratio = { numerator: 0n, denominator: 1n }

function plus(a: Ratio, b: Ratio): Ratio {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

function exceeds(a: Ratio, b: Ratio): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator
}

function times(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

function splitWhole(count: number, parts: readonly Ratio[]): number[] {
  const exact = parts.map(part => ({ whole: (BigInt(count) * part.numerator) / part.denominator, part }))
  const split = exact.map(({ whole }) => Number(whole))
  const rests = exact
    .map(({ part }, index) => ({
      index,
      rest: Number((BigInt(count) * part.numerator) % part.denominator) / Number(part.denominator),
    }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  const left = count - split.reduce((sum, n) => sum + n, 0)
  for (const { index } of rests.slice(0, left)) split[index]! += 1
  return split
}
