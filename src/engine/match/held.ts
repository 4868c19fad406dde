import type { MatchInstance, Pairs } from './instance.ts'

/**
 * What is left to plan when some pairs are held fixed: their places, invitations and share of bands and reserves are taken. A plan of
 * the rest together with the held pairs is best among all plans that hold them; `withHeld` puts the two together. O(arcs).
 * Throws RangeError when a held pair is not among the eligible ones, or more are held than there is room for.
 */
export function withoutHeld(instance: MatchInstance, held: Pairs): MatchInstance {
  const { candidates, first, families, reserves } = instance
  const fixed = new Uint8Array(instance.head.length)
  const capacity = instance.capacity.slice()
  const invitations = instance.invitations.slice()
  const taken = families.map(family => new Int32Array(family.low.length))
  const kept = new Int32Array(reserves.length)
  for (const [n, i] of held.candidate.entries()) {
    const j = held.opening[n]!
    const a = instance.head.subarray(first[i] ?? 0, first[i + 1] ?? 0).indexOf(j)
    if (a === -1 || fixed[first[i]! + a] === 1) throw new RangeError(`Candidate ${i} cannot be held at opening ${j}`)
    fixed[first[i]! + a] = 1
    capacity[j]!--
    invitations[i]!--
    if (capacity[j]! < 0 || invitations[i]! < 0) throw new RangeError(`No room to hold candidate ${i} at opening ${j}`)
    for (const [f, family] of families.entries()) if (family.label[i]! >= 0) taken[f]![family.label[i]!]!++
    for (const [k, { opening, family, label }] of reserves.entries()) {
      if (opening === j && families[family]!.label[i] === label) kept[k]!++
    }
  }
  const newFirst = new Int32Array(candidates + 1)
  const head = new Int32Array(instance.head.length - held.candidate.length)
  const score = instance.score.slice(0, head.length)
  let arcs = 0
  for (let i = 0; i < candidates; i++) {
    for (let a = first[i]!; a < first[i + 1]!; a++) {
      if (fixed[a] === 1) continue
      head[arcs] = instance.head[a]!
      score[arcs++] = instance.score[a]!
    }
    newFirst[i + 1] = arcs
  }
  const less = (ends: ArrayLike<number>, f: number): Float64Array =>
    Float64Array.from(ends, (end, label) => Math.max(0, end - taken[f]![label]!))
  return {
    ...instance,
    first: newFirst,
    head,
    score,
    capacity,
    invitations,
    families: families.map((family, f) => ({ ...family, low: less(family.low, f), high: less(family.high, f) })),
    reserves: reserves.map((reserve, k) => ({ ...reserve, count: Math.max(0, reserve.count - kept[k]!) })),
  }
}

/** Held pairs and those planned beside them, by candidate and opening. */
export function withHeld(held: Pairs, planned: Pairs): Pairs {
  const all = [held, planned].flatMap(({ candidate, opening }) =>
    Array.from(candidate, (i, n) => [i, opening[n]!] as const),
  )
  all.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return { candidate: Int32Array.from(all, pair => pair[0]), opening: Int32Array.from(all, pair => pair[1]) }
}
