/** Whole öre. Money never touches floating-point arithmetic that is kept. */
export type Ore = number & { readonly __ore?: true }

/** Kronor to öre, the one place where money is rounded: half away from zero. */
export function ore(kronor: number): Ore {
  return (Math.sign(kronor) * Math.round(Math.abs(kronor) * 100)) as Ore
}

/**
 * A part of an amount, `part` of `whole`, rounded as `ore` rounds: half away from zero. Both may have six decimals; the arithmetic is
 * exact, so that two who follow the same rule come to the same öre. `portion(2_000_000, 0.3142)` is 31.42 % of 20 000 kr.
 */
export function portion(amount: Ore, part: number, whole = 1): Ore {
  const [taken, of] = [Math.round(part * million), Math.round(whole * million)]
  if (of <= 0) throw new RangeError('A part is taken of something')
  const product = amount * taken
  if (Number.isSafeInteger(product)) return nearest(product, of)
  const exact = BigInt(amount) * BigInt(taken)
  const rest = exact % BigInt(of)
  return Number((exact - rest) / BigInt(of)) + nearest(Number(rest), of)
}

const million = 1_000_000

/** A quotient rounded half away from zero. The remainder of whole numbers is exact, so no boundary is missed. */
function nearest(product: number, by: number): number {
  const rest = product % by
  const down = (product - rest) / by
  return Math.abs(rest) * 2 >= by ? down + Math.sign(rest) : down
}

function millionths(number: number): bigint {
  return BigInt(Math.round(number * million))
}

/**
 * Splits an amount by weights so that the parts sum to the whole; what is left over goes by largest fraction, then order. Weights may have
 * six decimals, and are compared exactly: two fractions that are alike are alike here too.
 */
export function share(amount: Ore, weights: readonly number[]): Ore[] {
  const exact = weights.map(millionths)
  const sum = exact.reduce((a, b) => a + b, 0n)
  if (sum <= 0n) throw new RangeError('Weights must have a positive sum')
  const rest = exact.map(weight => modulo(BigInt(amount) * weight, sum))
  const parts = exact.map((weight, i) => Number((BigInt(amount) * weight - rest[i]!) / sum))
  const left = amount - parts.reduce((a, b) => a + b, 0)
  const first = rest
    .map((fraction, i) => ({ i, fraction }))
    .sort((a, b) => Number(b.fraction - a.fraction) || a.i - b.i)
  for (const { i } of first.slice(0, left)) parts[i]! += 1
  return parts
}

function modulo(number: bigint, by: bigint): bigint {
  return ((number % by) + by) % by
}

/** `410 000 kr`, with no-break spaces. */
export function formatKronor(amount: Ore): string {
  return `${Math.round(amount / 100).toLocaleString('sv-SE')} kr`.replaceAll(' ', ' ')
}
