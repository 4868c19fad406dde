import { type Family, type MatchInstance, noLimit, type Reserve } from './instance.ts'
import { seeded } from './ties.ts'

/** Shape of a random instance for tests. */
export type Shape = {
  readonly candidates: number
  readonly openings: number
  /** Chance in per cent that a pair is eligible. */
  readonly density: number
  readonly scores: number
  readonly places: number
  readonly invitations: number
  /** Labels per family; a family is a refinement of the one before when `nested`. */
  readonly families: readonly number[]
  readonly nested?: boolean
  readonly reserves: number
  readonly fill?: number
  readonly penalty?: number
}

/** An instance drawn from a seed: bands around a rough share, so that some are met, some missed and some overfull. */
export function randomInstance(seed: number, shape: Shape): MatchInstance {
  const { below } = seeded(seed)
  const { candidates, openings, penalty = 50 } = shape
  const [first, head, score]: number[][] = [[0], [], []]
  for (let i = 0; i < candidates; i++) {
    for (let j = 0; j < openings; j++) {
      if (below(100) >= shape.density) continue
      head!.push(j)
      score!.push(1 + below(shape.scores))
    }
    first!.push(head!.length)
  }
  const families: Family[] = []
  for (const [f, labels] of shape.families.entries()) {
    const finer = shape.nested ? families[f - 1] : undefined
    const label = Int32Array.from({ length: candidates }, (_, i) =>
      finer ? Math.floor((finer.label[i]! * labels) / finer.low.length) : below(labels + 1) - (below(4) === 0 ? 1 : 0),
    ).map(l => (finer && l < 0 ? -1 : Math.min(labels - 1, l)))
    const low = Int32Array.from({ length: labels }, () => below(3))
    families.push({
      label,
      low,
      high: low.map(least => (below(5) === 0 ? noLimit : least + below(3))),
      penalty: low.map(() => (below(6) === 0 ? 0 : 1 + below(penalty))),
    })
  }
  const reserves: Reserve[] =
    families.length === 0
      ? []
      : Array.from({ length: shape.reserves }, () => {
          const family = below(families.length)
          const label = below(families[family]!.low.length)
          return { opening: below(openings), family, label, count: 1 + below(2), penalty: 1 + below(penalty) }
        })
  return {
    candidates,
    openings,
    first: Int32Array.from(first!),
    head: Int32Array.from(head!),
    score: Uint16Array.from(score!),
    capacity: Int32Array.from({ length: openings }, () => below(shape.places + 1)),
    invitations: Int32Array.from({ length: candidates }, () => 1 + below(shape.invitations)),
    candidateRegion: new Int32Array(candidates),
    openingRegion: new Int32Array(openings),
    families,
    reserves,
    fill: shape.fill ?? below(2) * 60,
  }
}

/** The same instance with candidates and openings renumbered: `candidateAt[i]` is the old number of the new candidate i. */
export function permuted(instance: MatchInstance, seed: number): MatchInstance {
  const { below } = seeded(seed)
  const shuffle = (length: number): number[] => {
    const order = Array.from({ length }, (_, n) => n)
    for (let n = length - 1; n > 0; n--) {
      const other = below(n + 1)
      ;[order[n], order[other]] = [order[other]!, order[n]!]
    }
    return order
  }
  const candidateAt = shuffle(instance.candidates)
  const openingAt = shuffle(instance.openings)
  const openingTo = new Int32Array(instance.openings)
  for (const [to, from] of openingAt.entries()) openingTo[from] = to
  const [first, head, score]: [number[], number[], number[]] = [[0], [], []]
  for (const from of candidateAt) {
    const pairs: [opening: number, score: number][] = []
    for (let a = instance.first[from]!; a < instance.first[from + 1]!; a++) {
      pairs.push([openingTo[instance.head[a]!]!, instance.score[a]!])
    }
    for (const [opening, fit] of pairs.sort((a, b) => a[0] - b[0])) {
      head.push(opening)
      score.push(fit)
    }
    first.push(head.length)
  }
  const move = (values: Int32Array, from: readonly number[]): Int32Array => Int32Array.from(from, n => values[n]!)
  return {
    ...instance,
    first: Int32Array.from(first),
    head: Int32Array.from(head),
    score: Uint16Array.from(score),
    capacity: move(instance.capacity, openingAt),
    invitations: move(instance.invitations, candidateAt),
    candidateRegion: move(instance.candidateRegion, candidateAt),
    openingRegion: move(instance.openingRegion, openingAt),
    families: instance.families.map(family => ({ ...family, label: move(family.label, candidateAt) })),
    reserves: instance.reserves.map(reserve => ({ ...reserve, opening: openingTo[reserve.opening]! })),
  }
}

/** The best value by trying every allowed plan. For a handful of pairs only. */
export function bestByTrying(
  instance: MatchInstance,
  value: (candidate: number[], opening: number[]) => number,
): number {
  const { candidates, first, head, capacity, invitations } = instance
  const left = capacity.slice()
  const [candidate, opening]: [number[], number[]] = [[], []]
  let best = Number.NEGATIVE_INFINITY
  const tryFrom = (i: number, a: number, held: number): void => {
    if (i === candidates) {
      best = Math.max(best, value(candidate, opening))
      return
    }
    if (a === first[i + 1]) {
      tryFrom(i + 1, a, 0)
      return
    }
    tryFrom(i, a + 1, held)
    const j = head[a]!
    if (left[j] === 0 || held === invitations[i]) return
    left[j]!--
    candidate.push(i)
    opening.push(j)
    tryFrom(i, a + 1, held + 1)
    candidate.pop()
    opening.pop()
    left[j]!++
  }
  tryFrom(0, 0, 0)
  return best
}
