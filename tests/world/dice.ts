/** Randomness of one's own: the same seed and labels give the same throws on every machine. */
export type Dice = {
  /** A number from 0 up to, not including, 1. */
  readonly fraction: () => number
  /** A whole number from `least` to `most`, both counted. */
  readonly between: (least: number, most: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

/** Dice of their own for each subject (`dice(seed, 'person', 17)`), so that one more throw somewhere changes nothing elsewhere. */
export function dice(seed: number, ...labels: readonly (string | number)[]): Dice {
  let state = hash(`${seed}/${labels.join('/')}`)
  // mulberry32 (public domain, T. Ettinger): 32 bits of state are plenty for a world of a few million throws.
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    between,
    chance: share => fraction() < share,
    pick: <T>(list: readonly T[]): T => list[Math.floor(fraction() * list.length)] as T,
    weighted: <T>(list: readonly (readonly [T, number])[]): T => {
      let left = fraction() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        left -= weight
        if (left < 0) return value
      }
      return (list.at(-1) as readonly [T, number])[0]
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const mixed = [...list]
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = between(0, last)
        const held = mixed[last] as T
        mixed[last] = mixed[other] as T
        mixed[other] = held
      }
      return mixed
    },
  }
}

/** FNV-1a with a last stir, 32 bits. */
function hash(text: string): number {
  let h = 2_166_136_261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619)
  h = Math.imul(h ^ (h >>> 16), 2_246_822_507)
  return h ^ (h >>> 13)
}
