import { bestChain } from './chain.ts'
import type { Choices } from './choices.ts'
import { columnOf, type Work } from './joint.ts'
import type { Column } from './seat-model.ts'

/** Seeks somebody's best chain at some prices of seats, exactly; what is better than the columns known joins the pool. Answers what the best is worth. */
export function seek(
  work: Work,
  who: number,
  choices: Choices,
  known: readonly Column[],
  prices: ReadonlyMap<number, number>,
): number {
  const price = (offer: number): number => prices.get(offer) ?? 0
  const worth = ({ cost, chain }: Column): number =>
    (chain?.offers ?? []).reduce((sum, offer) => sum + price(offer), cost)
  const least = Math.min(...known.filter(column => column.who === who).map(worth))
  const chain = bestChain(choices, work.week, price, least, work.effort, {
    onFound: found => work.add(columnOf(work, who, found)),
  })
  return chain?.value ?? least
}
