import { bestChain, type Chain, noPrice } from './chain.ts'
import { type Choices, onlyWith } from './choices.ts'
import { columnOf, type Work } from './joint.ts'
import { quickChain } from './quick-chain.ts'
import type { Column, SeatModel } from './seat-model.ts'
import { seek } from './seek.ts'

/** A plan at once: one participant after the other takes a chain, the first that is found, from the seats that are left. */
export function planAtOnce(work: Work): void {
  takeTurns(work, [], choices => quickChain(choices, work.week))
}

/** One participant after the other takes the best chain that the seats left allow. */
export function planInTurn(work: Work): void {
  roundOff(work, [])
}

/** A whole plan near some columns: the first of each participant's that the seats allow; one after the other, the rest take the best that is left. */
export function roundOff(work: Work, columns: readonly Column[]): void {
  takeTurns(work, columns, choices => bestChain(choices, work.week, noPrice, work.none, work.effort))
}

function takeTurns(work: Work, first: readonly Column[], pick: (choices: Choices) => Chain | undefined): void {
  const taken = takeFrom(work.seats)
  for (const column of first) if (column.chain && taken.fits(column)) taken.take(column)
  for (const [who, mine] of work.choices.entries()) {
    if (taken.has(who)) continue
    const chain = pick(taken.leftOf(mine))
    taken.take(chain ? columnOf(work, who, chain) : work.pool[who]!)
  }
  for (const column of taken.columns()) work.add(column)
  work.take(taken.columns())
}

/** Who takes this share of one chain in a mix may as well take all of it. */
const nearlyWhole = 0.9

/**
 * A whole plan by steps: who takes most of one chain in the best mix takes all of it, and the others' chains are priced and mixed anew
 * on the seats that are left.
 */
export async function dive(work: Work, model: SeatModel): Promise<void> {
  const taken = takeFrom(work.seats)
  const open = (): readonly Column[] => work.pool.filter(column => taken.fits(column))
  while (taken.columns().length < work.choices.length) {
    const { prices } = model.relax(open(), taken.left)
    for (const [who, mine] of work.choices.entries()) {
      if (!taken.has(who)) seek(work, who, taken.leftOf(mine), open(), prices)
      if (work.effort.stopped) return
      await work.pause()
    }
    const { mix } = model.relax(open(), taken.left)
    for (const [index, { column, share }] of mix.entries()) {
      if ((index === 0 || share > nearlyWhole) && taken.fits(column)) taken.take(column)
    }
  }
  work.take(taken.columns())
}

/** Columns taken one after the other, and the seats that they leave. */
type Taking = {
  readonly left: Int32Array
  readonly has: (who: number) => boolean
  readonly fits: (column: Column) => boolean
  readonly take: (column: Column) => void
  readonly leftOf: (choices: Choices) => Choices
  readonly columns: () => readonly Column[]
}

function takeFrom(seats: Int32Array): Taking {
  const left = seats.slice()
  const taken = new Map<number, Column>()
  return {
    left,
    has: who => taken.has(who),
    fits: ({ who, chain }) => !taken.has(who) && (chain?.offers ?? []).every(offer => left[offer]! > 0),
    take: column => {
      taken.set(column.who, column)
      for (const offer of column.chain?.offers ?? []) left[offer]! -= 1
    },
    leftOf: choices => onlyWith(choices, offer => left[offer]! > 0),
    columns: () => [...taken.values()],
  }
}
