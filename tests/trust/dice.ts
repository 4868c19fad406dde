/** Random choices that can be thrown again: the seed is printed with every run (trust.md §9.4). */
export type Throws = { readonly below: (limit: number) => number; readonly pick: <T>(list: readonly T[]) => T }

/** FNV-like mixing of a counter: enough to choose orders and identities. `FOTFASTE_SEED` throws the same again. */
export function throwsOf(seed: number): Throws {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit
  }
  return { below, pick: list => list[below(list.length)]! }
}
