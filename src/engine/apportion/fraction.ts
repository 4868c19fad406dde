/**
 * An exact number of places as text, `-13/250` or `2`: always reduced, JSON-safe at any size, readable in minutes and exports.
 * Shares and claims are kept so, since a key is whole numbers and nothing in TGT-4 needs rounding before a picture is drawn.
 */
export type Fraction = string & { readonly __fraction?: true }

export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }

/** Reads `-13/250`, `2` or `0`. Undefined for anything else, also for a zero denominator. */
export function parseFraction(text: unknown): Ratio | undefined {
  const match = typeof text === 'string' ? /^(-?\d{1,40})(?:\/(\d{1,40}))?$/.exec(text) : null
  if (!match) return undefined
  const denominator = BigInt(match[2] ?? '1')
  return denominator === 0n ? undefined : { numerator: BigInt(match[1]!), denominator }
}

/** A reduced fraction from whole numbers; the denominator must be positive. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator <= 0n) throw new RangeError('A fraction needs a positive denominator')
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator)
  const over = denominator / divisor
  return over === 1n ? `${numerator / divisor}` : `${numerator / divisor}/${over}`
}

/** The nearest number, for pictures and tables only: decisions are made on the exact value. */
export function fractionValue(text: Fraction): number {
  const ratio = parseFraction(text)
  if (!ratio) throw new RangeError(`Not a fraction: ${text}`)
  const whole = ratio.numerator / ratio.denominator
  const rest = ratio.numerator % ratio.denominator
  return Number(whole) + Number(rest) / Number(ratio.denominator)
}

export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

export function leastMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestDivisor(a, b)) * b
}
