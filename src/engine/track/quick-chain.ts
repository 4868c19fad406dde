import { type Chain, chainOf, noPrice } from './chain.ts'
import type { Choices } from './choices.ts'
import type { Quest } from './quest.ts'
import { explore } from './search.ts'
import { narrow } from './window.ts'

const mostNodes = 512

/** The first chain that a search meets, good or not, so that there is something to show at once. Undefined: none within few nodes. */
export function quickChain(choices: Choices, week: number): Chain | undefined {
  const { ready } = choices
  if (choices.goal === 0) return { offers: [], end: ready, hours: 0, value: week * ready }
  const window = narrow(
    choices,
    choices.end.reduce((a, b) => Math.max(a, b), 0),
    noPrice,
  )
  let found: Chain | undefined
  const quest: Quest = {
    limit: Number.POSITIVE_INFINITY,
    reached: rows => {
      found = chainOf(window, week, rows)
      quest.limit = Number.NEGATIVE_INFINITY
    },
    enter: () => true,
    mayReplace: () => true,
  }
  const effort = { nodes: 0, stopped: false, enough: () => effort.nodes >= mostNodes }
  explore(window, week, ready, quest, effort)
  return found
}
