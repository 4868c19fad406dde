import { bestChain, noPrice } from './chain.ts'
import { onlyWith } from './choices.ts'
import { columnOf, type Joint, overfull, type Work } from './joint.ts'
import { quickChain } from './quick-chain.ts'
import type { Column, SeatModel } from './seat-model.ts'

/** A plan at once: one participant after the other takes a chain, the first that is found, from the seats that are left. */
export function planAtOnce(work: Work): void {
  takeTurns(work, choices => quickChain(choices, work.week))
}

/** One participant after the other takes the best chain that the seats left allow. */
export function planInTurn(work: Work): void {
  takeTurns(work, choices => bestChain(choices, work.week, noPrice, work.none, work.effort))
}

function takeTurns(work: Work, pick: (choices: Joint['choices'][number]) => ReturnType<typeof quickChain>): void {
  const left = work.seats.slice()
  const columns = work.choices.map((mine, who) => {
    const chain = pick(onlyWith(mine, offer => left[offer]! > 0))
    if (!chain) return work.pool[who]!
    for (const offer of chain.offers) left[offer]! -= 1
    return columnOf(work, who, chain)
  })
  for (const column of columns) work.add(column)
  work.take(columns)
}

/** Everybody's best chain, as if alone: their sum is the first bound, and the answer when seats suffice. Told as it rises. */
export async function planAlone(work: Work): Promise<void> {
  const bounds = work.choices.map(({ ready }) => work.week * ready)
  const columns: Column[] = []
  for (const [who, choices] of work.choices.entries()) {
    const tellBound = (bound: number): void => {
      bounds[who] = bound
      work.prove(bounds.reduce((sum, one) => sum + one, 0))
    }
    const chain = bestChain(choices, work.week, noPrice, work.none, work.effort, tellBound)
    if (chain) work.add(columnOf(work, who, chain))
    columns.push(chain ? columnOf(work, who, chain) : work.pool[who]!)
    if (work.effort.stopped) return
    tellBound(columns[who]!.cost)
    await work.pause()
  }
  if (overfull(columns, work.seats).length === 0) work.take(columns)
}

/** After so many rounds of prices, a whole choice among the chains so far is made, for a better plan in hand. */
const wholeEvery = 4

/** Seat prices, what everybody's best chain is worth at them, and the bound that they prove together. */
export type Priced = {
  readonly prices: ReadonlyMap<number, number>
  readonly least: readonly number[]
  readonly bound: number
}

/**
 * Prices on the seats that many want, by column generation (G. B. Dantzig, P. Wolfe, "Decomposition principle for linear
 * programs", Operations Research 8, 1960): the best mix of the chains found so far says what a seat is worth; at these prices
 * everybody's best chain is sought anew, exactly. What all pay together, less the price of all seats, is a bound for every joint
 * plan (Lagrange), whatever the prices. Ends when no new chain turns up. Answers the prices that proved most.
 */
export async function findPrices(work: Work, model: SeatModel): Promise<Priced | undefined> {
  const { standing, pool, effort } = work
  let best: Priced | undefined
  for (let round = 1; standing.cost > standing.bound; round++) {
    const { prices, columns } = model.relax(pool)
    const whole = columns ?? (round % wholeEvery === 0 ? model.choose(pool, effort.enough).columns : undefined)
    if (whole) work.take(whole)
    const before = pool.length
    const priced = await seekAt(work, prices)
    if (!priced) return best
    if (!best || priced.bound > best.bound) {
      best = priced
      standing.prices = prices
    }
    work.prove(priced.bound)
    if (pool.length === before) break
  }
  return best
}

/** Everybody's best chain at some prices; what is new joins the pool. Undefined when stopped on the way. */
async function seekAt(work: Work, prices: ReadonlyMap<number, number>): Promise<Priced | undefined> {
  const { choices, seats, week, pool, effort } = work
  const price = (offer: number): number => prices.get(offer) ?? 0
  const worth = ({ cost, chain }: Column): number =>
    (chain?.offers ?? []).reduce((sum, offer) => sum + price(offer), cost)
  const least: number[] = []
  for (const [who, mine] of choices.entries()) {
    const known = Math.min(...pool.filter(column => column.who === who).map(worth))
    const chain = bestChain(mine, week, price, known, effort)
    if (effort.stopped) return undefined
    if (chain) work.add(columnOf(work, who, chain))
    least.push(chain?.value ?? known)
    await work.pause()
  }
  const paid = least.reduce((sum, one) => sum + one, 0)
  const allSeats = [...prices].reduce((sum, [offer, one]) => sum + one * seats[offer]!, 0)
  return { prices, least, bound: paid - allSeats }
}
