import { everyChain } from './every-chain.ts'
import { columnOf, overfull, type Work } from './joint.ts'
import { type Column, type SeatModel, scarce } from './seat-model.ts'
import type { Priced } from './seat-prices.ts'
import { roundOff } from './whole-plans.ts'

/** The first spread, as a share of the plan in hand. */
const firstSpread = 1 / 1000

const mostChains = 10_000

/**
 * Closes the gap that seat prices leave. In a joint plan better than bound + spread, nobody's chain is dearer than that person's
 * least by more than the spread, at the prices that gave the bound. So all such chains are listed and the best choice among them
 * is made: no joint plan is better than that choice, or than bound + spread. The spread grows until that is the plan in hand.
 *
 * Only seats that have been contested count in the lists; when a choice overfills others, they are contested too, and all is
 * listed again. Stops without closing the gap when a list grows too long; the bound reached by then stands.
 */
export async function widen(work: Work, model: SeatModel, { prices, least, bound: base }: Priced): Promise<void> {
  const { standing, seats, pool, effort, none } = work
  const contested = new Map<number, number>()
  const contest = (offers: Iterable<number>): void => {
    for (const offer of offers) if (!contested.has(offer)) contested.set(offer, contested.size)
  }
  contest(prices.keys())
  contest(scarce(pool, seats))

  const gap = (): number => standing.cost - base
  let spread = Math.ceil(Math.min(gap(), (standing.cost % none) * firstSpread))
  while (standing.cost > standing.bound && !effort.stopped) {
    const below = least.map(one => one + spread + 1)
    const columns = await listColumns(work, prices, contested, below)
    if (!columns) return
    for (const [who, one] of least.entries()) if (none <= one + spread) columns.push({ who, cost: none })
    const loose = spread < gap() ? spread / 2 : 0
    const chosen = model.choose(columns, loose, effort.enough, new Set(contested.keys()))
    const over = overfull(chosen.columns ?? [], seats)
    roundOff(work, chosen.columns ?? [])
    work.prove(Math.min(chosen.bound, base + spread))
    if (over.length > 0) contest(over)
    else if (loose > 0) spread = Math.min(spread * 3, gap())
    else return
    await work.pause()
  }
}

async function listColumns(
  work: Work,
  prices: ReadonlyMap<number, number>,
  contested: ReadonlyMap<number, number>,
  below: readonly number[],
): Promise<Column[] | undefined> {
  const columns: Column[] = []
  for (const [who, choices] of work.choices.entries()) {
    const effort = { nodes: 0, stopped: false, enough: work.effort.enough }
    const chains = everyChain(
      choices,
      work.week,
      offer => prices.get(offer) ?? 0,
      below[who]!,
      offer => contested.get(offer),
      mostChains,
      effort,
    )
    work.effort.nodes += effort.nodes
    if (!chains) return undefined
    columns.push(...chains.map(chain => columnOf(work, who, chain)))
    await work.pause()
  }
  return columns
}
