import { move, type Plan, place, release } from './plan.ts'

/**
 * One step of a chain of moves: node x, which lacked a unit, now has one and z lacks it instead.
 *
 * - port → group (`by` = person): x takes a free person of the group
 * - port → port (`by` = slot): x takes the person in the slot from z; `by` = −1: between a reserve and what it belongs to
 * - group → port (`by` = slot): the person in the slot gives up the place at z
 * - label → wider label, root → label and the reverse (`by` = −1): the band counts one more, or one less
 * - root → opening: one of its empty places is to be filled
 */
export function takeStep(plan: Plan, x: number, z: number, by: number, weight: number): void {
  const { network, flow } = plan
  const { ports, parent } = network
  if (by === -1) {
    if (x < ports) {
      if (parent[z] === x) flow[z]!++
      else flow[x]!--
    } else if (parent[x] === z) flow[x]!++
    else if (z < network.openings) flow[z]!++
    else flow[z]!--
  } else if (x >= ports) release(plan, by)
  else if (z >= ports) place(plan, by, x, weight)
  else move(plan, by, x, weight)
}

/** What one person more through a label costs, by its band: a reward below it, nothing within, a penalty above; and the charge. */
export function upCost({ flow, network: { low, high, penalty }, charge }: Plan, x: number): number {
  const f = flow[x]!
  return (f < low[x]! ? -penalty[x]! : f < high[x]! ? 0 : penalty[x]!) + charge[x]!
}

/** What one person less through a label costs. */
export function downCost({ flow, network: { low, high, penalty }, charge }: Plan, x: number): number {
  const f = flow[x]!
  return (f > high[x]! ? -penalty[x]! : f > low[x]! ? 0 : penalty[x]!) - charge[x]!
}
