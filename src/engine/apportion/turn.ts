import type { TieRule } from './apportionment.ts'
import { boundOf, type Standing, type Table, thresholdOf } from './standing.ts'

/** Whose turn it is, who comes next, and what decided between them. */
export type Turn = {
  readonly first: Standing
  readonly second?: Standing
  readonly why: 'earliest_deadline' | 'greatest_claim'
  readonly tie?: TieRule
}

/**
 * Tijdeman's rule (R. Tijdeman, "The chairman assignment problem", Discrete Mathematics 32, 1980): among the areas whose
 * claim has reached 1/(2n − 2) of a place, the next place goes to the one whose claim would first reach 1 − 1/(2n − 2),
 * since that one would first be left too far behind. It keeps every deviation within 1 − 1/(2n − 2) for any tie rule;
 * ours is: larger claim, larger share, order of the key. O(n).
 *
 * When some pass, the claims of those who take part may all be under the threshold: then the greatest claim goes first.
 * `standings` are those who may have the place, with this place already counted into their claims.
 */
export function nextTurn(table: Table, standings: readonly Standing[]): Turn | undefined {
  const threshold = thresholdOf(table)
  const due = standings.filter(row => row.claim >= threshold)
  if (due.length === 0) return pick(standings, compareClaims, 'greatest_claim')
  return pick(
    due,
    (a, b) => compareWaits(wait(table, a), wait(table, b)) || compareClaims(a, b),
    'earliest_deadline',
    (a, b) => wait(table, a) === wait(table, b),
  )
}

/** How many more places may be dealt before the area's claim reaches the bound; 0 = it is due now, undefined = never. */
export function wait(table: Table, { claim, share }: Standing): bigint | undefined {
  const bound = boundOf(table)
  if (claim >= bound) return 0n
  return share === 0n ? undefined : (bound - claim + share - 1n) / share
}

function compareWaits(a: bigint | undefined, b: bigint | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  return b === undefined || a < b ? -1 : 1
}

function compareClaims(a: Standing, b: Standing): number {
  return b.claim > a.claim ? 1 : b.claim < a.claim ? -1 : b.share > a.share ? 1 : b.share < a.share ? -1 : 0
}

function pick(
  rows: readonly Standing[],
  compare: (a: Standing, b: Standing) => number,
  why: Turn['why'],
  tied: (a: Standing, b: Standing) => boolean = (a, b) => a.claim === b.claim,
): Turn | undefined {
  let first: Standing | undefined
  let second: Standing | undefined
  for (const row of rows) {
    // Strictly before: equals keep the order of the key.
    if (!first || compare(row, first) < 0) {
      second = first
      first = row
    } else if (!second || compare(row, second) < 0) second = row
  }
  if (!first) return undefined
  if (!second) return { first, why }
  return tied(first, second) ? { first, second, why, tie: tieRule(first, second) } : { first, second, why }
}

function tieRule(first: Standing, second: Standing): TieRule {
  return first.claim !== second.claim ? 'claim' : first.share !== second.share ? 'share' : 'order'
}
