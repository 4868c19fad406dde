import type { Criterion, Tender } from '../tendering.ts'
import { pointsIn, type TotalPoints, totalPoints } from './score.ts'

export type Ranked = {
  readonly tender: string
  readonly total: TotalPoints
  /** 1 is first. Tenders that nothing parts share a rank, and the lot must be drawn. */
  readonly rank: number
  /** What parted it from the one before it: the points, a criterion by id, the lot that was drawn, or nothing yet. */
  readonly partedBy?: 'total' | 'drawn' | 'nothing' | `criterion:${string}`
}

/**
 * Ranks by weighted points; of equals the one with more points in the criteria that were published for ties, first to last; then as the lot
 * was drawn. Source: LOU 16:2, 16:6 and 4:1.
 */
export function rank(
  tenders: readonly Tender[],
  criteria: readonly Criterion[],
  ties: readonly string[],
  drawn: readonly string[] = [],
): Ranked[] {
  const steps: { by: NonNullable<Ranked['partedBy']>; of: (tender: Tender) => number }[] = [
    { by: 'total', of: tender => totalPoints(criteria, tender) },
    ...criteria
      .filter(({ id }) => ties.includes(id))
      .toSorted((a, b) => ties.indexOf(a.id) - ties.indexOf(b.id))
      .map(criterion => ({
        by: `criterion:${criterion.id}` as const,
        of: (tender: Tender) => pointsIn(criterion, tender),
      })),
    { by: 'drawn', of: ({ id }) => (drawn.includes(id) ? -drawn.indexOf(id) : -drawn.length) },
  ]
  const parting = (a: Tender, b: Tender) => steps.find(({ of }) => of(a) !== of(b))
  const inOrder = tenders.toSorted((a, b) => {
    const step = parting(a, b)
    return step ? step.of(b) - step.of(a) : 0
  })

  const ranked: Ranked[] = []
  for (const [index, tender] of inOrder.entries()) {
    const total = totalPoints(criteria, tender)
    const before = inOrder[index - 1]
    if (!before) {
      ranked.push({ tender: tender.id, total, rank: 1 })
      continue
    }
    const partedBy = parting(before, tender)?.by ?? 'nothing'
    ranked.push({
      tender: tender.id,
      total,
      rank: partedBy === 'nothing' ? ranked[index - 1]!.rank : index + 1,
      partedBy,
    })
  }
  return ranked
}
