/** A labelling of the candidates (district × target group, gender …) with a band on the number of placed persons per label. */
export type Family = {
  /** Label of each candidate, −1 for none. */
  readonly label: Int32Array
  /** Per label: fewest and most placed persons without penalty (`noLimit` = no upper end), and the penalty per person outside. */
  readonly low: ArrayLike<number>
  readonly high: ArrayLike<number>
  readonly penalty: ArrayLike<number>
}

/** `count` places at one opening are meant for persons with a label; each one missing costs `penalty`. */
export type Reserve = {
  readonly opening: number
  readonly family: number
  readonly label: number
  readonly count: number
  readonly penalty: number
}

/**
 * Candidates × openings as plain numbers. Only eligible pairs are listed: the hard rules have been applied before.
 * Wanted is the set of pairs with the greatest sum of (fill + score) − penalties for bands and reserves.
 */
export type MatchInstance = {
  readonly candidates: number
  readonly openings: number
  /** Pairs of candidate i are `first[i] … first[i + 1] − 1`; length candidates + 1. */
  readonly first: Int32Array
  /** Opening of each pair, ascending within a candidate. */
  readonly head: Int32Array
  /** Fit of each pair, whole numbers of at least 0. */
  readonly score: Uint16Array | Int32Array
  /** Places per opening. */
  readonly capacity: Int32Array
  /** How many openings a candidate may hold: 1 for a job, 2–3 for invitations. */
  readonly invitations: Int32Array
  /** Functional region of each candidate and each opening: where the work may be divided. */
  readonly candidateRegion: Int32Array
  readonly openingRegion: Int32Array
  readonly families: readonly Family[]
  readonly reserves: readonly Reserve[]
  /** Worth of a filled place. */
  readonly fill: number
}

/** Among equals: the longest wait first, then a permutation drawn from the seed. Both are public, neither is the order of the file. */
export type TieRule = { readonly seed: number; readonly waiting?: Int32Array }

/** Used pairs: `candidate[n]` with `opening[n]`, ordered by candidate, then opening. */
export type Pairs = { readonly candidate: Int32Array; readonly opening: Int32Array }

/** Prices that prove an answer: per opening (≥ 0), per family and label (−penalty … penalty), per reserve (0 … penalty). */
export type Prices = {
  readonly opening: Float64Array
  readonly label: readonly Float64Array[]
  readonly reserve: Float64Array
}

/** "No upper end" of a band, as the file format writes it. */
export const noLimit = 2_147_483_647
