/** How concentrated a market is. Shares are per cent to one decimal; the index is 0–10 000 to one decimal. */
export type Concentration = {
  readonly suppliers: number
  readonly participants: number
  readonly largest: readonly { readonly suppliers: number; readonly percent: number }[]
  readonly hhi: number
}

/** Shares of the largest by count, and the Herfindahl–Hirschman index: the sum of all squared shares in per cent. Suppliers without participants are not in the market. */
export function concentration(counts: readonly number[], sizes: readonly number[] = [10, 20]): Concentration {
  const present = counts.filter(count => count > 0).toSorted((a, b) => b - a)
  const total = sum(present)
  const squares = present.reduce((all, count) => all + BigInt(count) * BigInt(count), 0n)
  const whole = BigInt(total) * BigInt(total)
  return {
    suppliers: present.length,
    participants: total,
    largest: sizes.map(size => ({
      suppliers: size,
      percent: total === 0 ? 0 : Math.round((1000 * sum(present.slice(0, size))) / total) / 10,
    })),
    hhi: whole === 0n ? 0 : Number((squares * 200_000n + whole) / (2n * whole)) / 10,
  }
}

/** What a published table says: so many suppliers, and what the largest have together, in per cent, in order of how many. */
export type PublishedShares = {
  readonly suppliers: number
  readonly largest: readonly { readonly suppliers: number; readonly percent: number }[]
}

export type HhiBounds = { readonly least: number; readonly most: number }

/**
 * Between which bounds the index must lie when only the shares of the largest are known. Least: all within a group alike. Most: within each group one as large
 * as can be, when nobody is larger than the mean of the group above nor smaller than the mean of the group below. To one decimal, outwards.
 * Undefined when the published shares contradict each other (a later group with a higher mean than an earlier one).
 */
export function hhiBounds({ suppliers, largest }: PublishedShares): HhiBounds | undefined {
  const cuts = [...largest, { suppliers, percent: 100 }]
  const tiers = cuts
    .map((cut, index) => ({
      count: cut.suppliers - (cuts[index - 1]?.suppliers ?? 0),
      percent: cut.percent - (cuts[index - 1]?.percent ?? 0),
    }))
    .filter(({ count, percent }) => count !== 0 || percent !== 0)
  const means = tiers.map(({ count, percent }) => percent / count)
  if (tiers.some(({ count, percent }) => count <= 0 || percent < 0)) return undefined
  if (means.some((mean, index) => index > 0 && mean > means[index - 1]! + 1e-9)) return undefined

  const least = tiers.reduce((all, { percent }, index) => all + percent * means[index]!, 0)
  const most = tiers.reduce(
    (all, { count, percent }, index) =>
      all + mostSquares(count, percent, means[index + 1] ?? 0, means[index - 1] ?? 100),
    0,
  )
  return { least: Math.floor(least * 10 + 1e-6) / 10, most: Math.ceil(most * 10 - 1e-6) / 10 }
}

/** The greatest sum of squares of `count` numbers between `low` and `high` that sum to `total`: as many as possible at the top, the others at the bottom. */
function mostSquares(count: number, total: number, low: number, high: number): number {
  const step = high - low
  const above = total - count * low
  const atTop = step <= 1e-12 ? 0 : Math.min(count, Math.floor(above / step + 1e-9))
  const left = above - atTop * step
  const between = atTop < count ? (low + left) ** 2 + (count - atTop - 1) * low ** 2 : 0
  return atTop * high ** 2 + between
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
