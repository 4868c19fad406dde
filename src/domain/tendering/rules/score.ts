import type { Criterion, Tender } from '../tendering.ts'

/** Points in hundredths: 100 to 500. */
export type Hundredths = number

/** Weighted points in ten-thousandths: 10 000 to 50 000. Whole: nothing is rounded but the points by price, as published. */
export type TotalPoints = number

const [lowest, highest] = [100, 500]

/**
 * A tender's points in one criterion: the assessors' 1–5, or by price on the straight line between the published bounds, rounded to hundredths.
 * No other tender is looked at, so nobody's points change because somebody else took part or withdrew. Source: Dua/Werket 12.2 (1–5);
 * the fixed line is our choice, after LOU 4:1 (openness, equal treatment).
 */
export function pointsIn(criterion: Criterion, tender: Tender): Hundredths {
  const { price } = criterion
  // The reading has refused a tender without points in a criterion that is scored.
  if (!price) return tender.scores[criterion.id]!.points * 100
  const asked = Math.min(Math.max(tender.price ?? price.worst, price.best), price.worst)
  const width = price.worst - price.best
  return lowest + Math.floor((2 * (highest - lowest) * (price.worst - asked) + width) / (2 * width))
}

/** Weights are whole per cent that sum to 100. Source: LOU 16:6 (the weight of each criterion is stated beforehand). */
export function totalPoints(criteria: readonly Criterion[], tender: Tender): TotalPoints {
  return criteria.reduce((sum, criterion) => sum + criterion.weight * pointsIn(criterion, tender), 0)
}

/** The criteria in which the tender is under the least that the procurement asks for. */
export function underLeast(criteria: readonly Criterion[], tender: Tender): string[] {
  return criteria.filter(one => pointsIn(one, tender) < (one.least ?? 0) * 100).map(({ id }) => id)
}
