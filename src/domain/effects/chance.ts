import type { Range } from './assumptions.ts'

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed, so that a simulation can be run again. */
export type Chance = () => number

/** Marsaglia's xorshift, 32 bits. The first numbers are thrown away, since neighbouring seeds begin alike. */
export function chanceFrom(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  const next: Chance = () => {
    state = (state ^ (state << 13)) >>> 0
    state = (state ^ (state >>> 17)) >>> 0
    state = (state ^ (state << 5)) >>> 0
    return state / 2 ** 32
  }
  for (let i = 0; i < 16; i++) next()
  return next
}

/** A value of a triangular distribution: never beyond the ends, most often near the likely one. */
export function drawFrom({ low, likely, high }: Range, chance: Chance): number {
  if (low === high) return low
  const u = chance()
  const rising = (likely - low) / (high - low)
  return u < rising
    ? low + Math.sqrt(u * (high - low) * (likely - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - likely))
}

/** The value that a part of them all, 0–1, does not exceed. `sorted` ascending, not empty. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? 0
}
