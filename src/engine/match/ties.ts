import type { TieRule } from './instance.ts'

/** Whole numbers from a seed (sfc32, Chris Doty-Humphrey): the same on every machine. `below(n)` is 0 … n − 1. */
export function seeded(seed: number): { below: (n: number) => number } {
  let [a, b, c, counter] = [seed | 0, 0x6d61_7463, 0x9e37_79b9 | 0, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 16; warm++) next()
  return { below: n => Math.floor((next() / 4_294_967_296) * n) }
}

/** Candidates in the order of the tie rule: longest wait first, equals in a seeded permutation (Fisher and Yates). */
export function drawOrder(candidates: number, ties: TieRule): Int32Array {
  const order = Int32Array.from({ length: candidates }, (_, i) => i)
  const random = seeded(ties.seed)
  for (let last = candidates - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const kept = order[last]!
    order[last] = order[other]!
    order[other] = kept
  }
  const waiting = ties.waiting
  return waiting ? order.sort((a, b) => waiting[b]! - waiting[a]!) : order
}
