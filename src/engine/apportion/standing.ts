import { accept, type Outcome, refuse } from '#kernel'
import type { ApportionmentInput, ApportionRefusal, AreaId, Key, WholeTreatment } from './apportionment.ts'
import { leastMultiple, parseFraction } from './fraction.ts'

/** One area's state while places are dealt; every claim is a whole number of units. */
export type Standing = {
  readonly area: AreaId
  readonly weight: number
  /** Units of claim that each place adds. */
  readonly share: bigint
  claim: bigint
  given: number
  received: number
  turnsPassed: number
  lapsed: bigint
}

export type Table = {
  /** Units in one place: all shares and all claims brought are whole in it. */
  readonly unit: bigint
  /** Tijdeman's 2n − 2, n being the areas that have a share or a claim: an area without weight may get one while places are dealt. */
  spread: bigint
  readonly standings: readonly Standing[]
  readonly key: {
    readonly sum: number
    readonly whole: number
    readonly treatment: WholeTreatment
    readonly fits: boolean
  }
}

/** A lapsed claim is shared out in whole units; a millionth of a place is finer than anybody can be wronged by. */
const finest = 1_000_000n

/** The key with its treatment, and the ledger, on one common unit. */
export function setTable({ key, ledger = [] }: ApportionmentInput): Outcome<Table, ApportionRefusal> {
  const read = readKey(key)
  if (!read.ok) return read
  const { rows, divisor } = read.value

  const known = new Map(rows.map(row => [row.area, row]))
  const brought = new Map<AreaId, { claim: { numerator: bigint; denominator: bigint }; given: number }>()
  for (const [index, row] of ledger.entries()) {
    const pointer = `/ledger/${index}`
    const claim = parseFraction(row.claim)
    if (!claim || !Number.isSafeInteger(row.given) || row.given < 0)
      return refuse('apportion.ledger_malformed', { pointer })
    if (brought.has(row.area)) return refuse('apportion.ledger_area_twice', { pointer })
    // An area that left the key must have its claim moved on purpose (`carryLedger`), never dropped in silence.
    if (!known.has(row.area) && (claim.numerator !== 0n || row.area !== null)) {
      return refuse('apportion.ledger_area_unknown', { pointer, area: row.area ?? '' })
    }
    if (known.has(row.area)) brought.set(row.area, { claim, given: row.given })
  }

  let unit = BigInt(divisor)
  for (const { claim } of brought.values()) unit = leastMultiple(unit, claim.denominator)
  unit *= (finest + unit - 1n) / unit

  const standings = rows.map(({ area, weight }) => {
    const had = brought.get(area)
    const claim = had ? (had.claim.numerator * unit) / had.claim.denominator : 0n
    const share = (BigInt(weight) * unit) / BigInt(divisor)
    return { area, weight, share, claim, given: had?.given ?? 0, received: 0, turnsPassed: 0, lapsed: 0n }
  })
  if (standings.reduce((sum, row) => sum + row.claim, 0n) !== 0n) {
    return refuse('apportion.ledger_unbalanced', { pointer: '/ledger' })
  }
  return accept({ unit, spread: spreadOf(standings), standings, key: read.value.key })
}

/** Tijdeman's 2n − 2 as the claims are now. */
export function spreadOf(standings: readonly Standing[]): bigint {
  const taking = standings.filter(({ share, claim }) => share > 0n || claim !== 0n).length
  return BigInt(2 * Math.max(taking, 2) - 2)
}

/** The least whole claim that has reached 1/(2n − 2) of a place: with it an area may take one. */
export function thresholdOf({ unit, spread }: Table): bigint {
  return (unit + spread - 1n) / spread
}

/** The least whole claim that has reached 1 − 1/(2n − 2) of a place: an area with it would be left too far behind. */
export function boundOf({ unit, spread }: Table): bigint {
  return unit - unit / spread
}

type ReadKey = {
  readonly rows: readonly { readonly area: AreaId; readonly weight: number }[]
  readonly divisor: number
  readonly key: Table['key']
}

/** Checks the key and applies the treatment of one that misses its whole. */
export function readKey({ rows, whole, treatment = 'normalise' }: Key): Outcome<ReadKey, ApportionRefusal> {
  if (rows.length === 0) return refuse('apportion.no_areas', { pointer: '/key/rows' })
  const seen = new Set<string>()
  let sum = 0
  for (const [index, row] of rows.entries()) {
    const pointer = `/key/rows/${index}`
    if (typeof row.area !== 'string' || row.area === '')
      return refuse('apportion.bad_area', { pointer: `${pointer}/area` })
    if (seen.has(row.area)) return refuse('apportion.area_twice', { pointer: `${pointer}/area`, area: row.area })
    if (!Number.isSafeInteger(row.weight) || row.weight < 0)
      return refuse('apportion.bad_weight', { pointer: `${pointer}/weight` })
    seen.add(row.area)
    sum += row.weight
    if (!Number.isSafeInteger(sum)) return refuse('apportion.bad_weight', { pointer: `${pointer}/weight` })
  }
  if (sum === 0) return refuse('apportion.key_is_zero', { pointer: '/key/rows' })
  if (whole !== undefined && (!Number.isSafeInteger(whole) || whole <= 0))
    return refuse('apportion.bad_whole', { pointer: '/key/whole' })

  const intended = whole ?? sum
  const key = { sum, whole: intended, treatment, fits: sum === intended }
  if (key.fits || treatment === 'normalise') return accept({ rows, divisor: sum, key })
  if (treatment === 'refuse') return refuse('apportion.key_not_whole', { pointer: '/key', sum, whole: intended })
  if (sum > intended) return refuse('apportion.key_above_whole', { pointer: '/key', sum, whole: intended })
  return accept({ rows: [...rows, { area: null, weight: intended - sum }], divisor: intended, key })
}
