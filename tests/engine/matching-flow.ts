import type { MatchInstance } from '#engine'
import { cheapestCirculation } from './network-simplex.ts'

/**
 * The most that a matching can be worth, by a network simplex over every candidate and every pair. Families must nest, the finer before the
 * wider; reserves must not overlap at an opening.
 */
export function bestByNetworkSimplex(instance: MatchInstance): number {
  const { candidates, openings, first, head, score, capacity, invitations, families, reserves, fill } = instance
  const everybody = invitations.reduce((sum, one) => sum + one, 0)
  const banding = families.flatMap((family, f) => (Array.from(family.penalty).some(one => one > 0) ? [f] : []))
  const labelAt = new Map<number, number>()
  let nodes = candidates + openings
  for (const f of banding) {
    labelAt.set(f, nodes)
    nodes += families[f]!.low.length
  }
  const reserveAt = nodes
  const [root, all] = [nodes + reserves.length, nodes + reserves.length + 1]
  const room = head.length + candidates + openings + 3 * (nodes - candidates - openings) + 2 * reserves.length
  const [from, to, most] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)]
  const cost = new Float64Array(room)
  let arcs = 0
  const arc = (source: number, target: number, units: number, price: number): void => {
    if (units <= 0) return
    from[arcs] = source
    to[arcs] = target
    most[arcs] = units
    cost[arcs++] = price
  }
  /** The label node of candidate i in the nth family that bands, or in the next wider that knows them; else the root. */
  const labelOf = (i: number, nth: number): number => {
    for (let n = nth; n < banding.length; n++) {
      const label = families[banding[n]!]!.label[i]!
      if (label >= 0) return labelAt.get(banding[n]!)! + label
    }
    return root
  }
  let unavoidable = 0
  for (const [n, f] of banding.entries()) {
    const { label, low, high, penalty } = families[f]!
    for (let l = 0; l < low.length; l++) {
      const member = label.indexOf(l)
      const above = member === -1 ? root : labelOf(member, n + 1)
      const at = labelAt.get(f)! + l
      unavoidable += low[l]! * penalty[l]!
      arc(above, at, low[l]!, -penalty[l]!)
      arc(above, at, Math.min(high[l]!, everybody) - low[l]!, 0)
      arc(above, at, everybody, penalty[l]!)
    }
  }
  const reservesAt = new Map<number, number[]>()
  for (const [k, { opening, count, penalty }] of reserves.entries()) {
    reservesAt.set(opening, [...(reservesAt.get(opening) ?? []), k])
    unavoidable += count * penalty
    arc(reserveAt + k, candidates + opening, count, -penalty)
    arc(reserveAt + k, candidates + opening, capacity[opening]!, 0)
  }
  for (let i = 0; i < candidates; i++) {
    arc(labelOf(i, 0), i, invitations[i]!, 0)
    for (let a = first[i]!; a < first[i + 1]!; a++) {
      const j = head[a]!
      const meant =
        reserves.length === 0
          ? undefined
          : reservesAt.get(j)?.find(k => families[reserves[k]!.family]!.label[i] === reserves[k]!.label)
      arc(i, meant === undefined ? candidates + j : reserveAt + meant, 1, -fill - score[a]!)
    }
  }
  for (let j = 0; j < openings; j++) arc(candidates + j, root, capacity[j]!, 0)
  const flow = cheapestCirculation({
    nodes: all,
    from: from.subarray(0, arcs),
    to: to.subarray(0, arcs),
    most: most.subarray(0, arcs),
    cost: cost.subarray(0, arcs),
  })
  let paid = 0
  for (let n = 0; n < arcs; n++) paid += flow[n]! * cost[n]!
  return -paid - unavoidable
}
