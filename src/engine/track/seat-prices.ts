import { bestChain, noPrice } from './chain.ts'
import { onlyWith } from './choices.ts'
import { columnOf, overfull, type Work } from './joint.ts'
import type { Column, SeatModel } from './seat-model.ts'
import { seek } from './seek.ts'
import { roundOff } from './whole-plans.ts'

/** Everybody's best chain, as if alone: their sum is the first bound, and the answer when seats suffice. Told as it rises. */
export async function planAlone(work: Work): Promise<void> {
  const bounds = work.choices.map(({ ready }) => work.week * ready)
  const columns: Column[] = []
  for (const [who, choices] of work.choices.entries()) {
    const tellBound = (bound: number): void => {
      bounds[who] = bound
      work.prove(bounds.reduce((sum, one) => sum + one, 0))
    }
    // Alone nobody does worse than in the plan at once.
    const below = Math.min(work.none, 1 + work.standing.columns.find(column => column.who === who)!.cost)
    const chain = bestChain(choices, work.week, noPrice, below, work.effort, { onBound: tellBound })
    const column = chain ? columnOf(work, who, chain) : work.pool[who]!
    work.add(column)
    columns.push(column)
    if (work.effort.stopped) return
    if (!chain) work.choices[who] = onlyWith(choices, () => false)
    tellBound(column.cost)
    await work.pause()
  }
  if (overfull(columns, work.seats).length === 0) work.take(columns)
}

/** Seat prices, what everybody's best chain is worth at them, and the bound that they prove together. */
export type Priced = {
  readonly prices: ReadonlyMap<number, number>
  readonly least: readonly number[]
  readonly bound: number
}

/** Prices that prove all but this share of what the best mix is worth are good enough to choose whole chains by. */
const near = 1 / 2000

/**
 * Prices on the seats that many want, by column generation (G. B. Dantzig, P. Wolfe, "Decomposition principle for linear
 * programs", Operations Research 8, 1960): the best mix of the chains found so far says what a seat is worth; at these prices
 * everybody's best chain is sought anew, exactly. What all pay together, less the price of all seats, is a bound for every joint
 * plan (Lagrange), whatever the prices. Each mix is rounded off to a plan in hand. Ends when no new chain turns up, or hardly
 * anything is left to prove. Answers the prices that proved most.
 */
export async function findPrices(work: Work, model: SeatModel): Promise<Priced | undefined> {
  const { standing, pool } = work
  let best: Priced | undefined
  for (let before = -1; standing.cost > standing.bound && before !== pool.length; ) {
    before = pool.length
    const { prices, value, mix } = model.relax(pool)
    roundOff(
      work,
      mix.map(({ column }) => column),
    )
    if (best && value - best.bound <= near * value) break
    const priced = await seekAt(work, prices)
    if (!priced) break
    if (!best || priced.bound > best.bound) {
      best = priced
      standing.prices = prices
    }
    work.prove(priced.bound)
  }
  return best
}

/** Everybody's best chain at some prices; what is new joins the pool. Undefined when stopped on the way. */
async function seekAt(work: Work, prices: ReadonlyMap<number, number>): Promise<Priced | undefined> {
  const least: number[] = []
  for (const [who, choices] of work.choices.entries()) {
    least.push(seek(work, who, choices, work.pool, prices))
    if (work.effort.stopped) return undefined
    await work.pause()
  }
  const paid = least.reduce((sum, one) => sum + one, 0)
  const allSeats = [...prices].reduce((sum, [offer, one]) => sum + one * work.seats[offer]!, 0)
  return { prices, least, bound: paid - allSeats }
}
