import { adopt } from './adopt.ts'
import { settle } from './balance.ts'
import { changeAmongEquals } from './fair.ts'
import type { MatchInstance, Pairs, Prices, TieRule } from './instance.ts'
import { dealLists } from './lists.ts'
import type { Matching } from './match.ts'
import { layNetwork } from './network.ts'
import { emptyPlan } from './plan.ts'
import type { Progress } from './progress.ts'
import { createSearch, type Search } from './search.ts'

/** A region's own part of an instance, and how to find the way back. */
export type RegionPart = {
  readonly region: number
  readonly instance: MatchInstance
  readonly candidateAt: Int32Array
  readonly openingAt: Int32Array
  /** Old family and labels of each family kept: labels whose candidates all live in the region. */
  readonly labelAt: readonly { readonly family: number; readonly labels: Int32Array }[]
  readonly reserveAt: Int32Array
}

/** Cuts an instance into its regions. Pairs that cross a border, and labels that reach over one, are left for `joinRegions`. */
export function splitRegions(instance: MatchInstance): RegionPart[] {
  const { candidateRegion, openingRegion, families, openings } = instance
  const homes = families.map(family => homeOfLabels(family.label, family.low.length, candidateRegion))
  const openingsOf = byRegion(openingRegion)
  const openingTo = new Int32Array(openings)
  for (const at of openingsOf.values()) for (const [to, from] of at.entries()) openingTo[from] = to
  return [...byRegion(candidateRegion)]
    .sort(([a], [b]) => a - b)
    .map(([region, candidateAt]) =>
      cut(instance, region, candidateAt, openingsOf.get(region) ?? new Int32Array(0), openingTo, homes),
    )
}

function byRegion(regions: Int32Array): Map<number, Int32Array> {
  const size = new Map<number, number>()
  for (const region of regions) size.set(region, (size.get(region) ?? 0) + 1)
  const found = new Map([...size].map(([region, count]) => [region, new Int32Array(count)]))
  for (let n = regions.length - 1; n >= 0; n--) {
    const left = size.get(regions[n]!)! - 1
    size.set(regions[n]!, left)
    found.get(regions[n]!)![left] = n
  }
  return found
}

const nowhere = -1
const manyRegions = -2

function homeOfLabels(label: Int32Array, labels: number, region: Int32Array): Int32Array {
  const home = new Int32Array(labels).fill(nowhere)
  for (let i = 0; i < label.length; i++) {
    const l = label[i]!
    if (l < 0 || home[l] === region[i]) continue
    home[l] = home[l] === nowhere ? region[i]! : manyRegions
  }
  return home
}

function cut(
  instance: MatchInstance,
  region: number,
  candidateAt: Int32Array,
  openingAt: Int32Array,
  openingTo: Int32Array,
  homes: readonly Int32Array[],
): RegionPart {
  const { openingRegion } = instance
  const first = new Int32Array(candidateAt.length + 1)
  const most = candidateAt.reduce((sum, i) => sum + instance.first[i + 1]! - instance.first[i]!, 0)
  const head = new Int32Array(most)
  const score = instance.score.slice(0, most)
  let arcs = 0
  for (const [to, i] of candidateAt.entries()) {
    for (let a = instance.first[i]!; a < instance.first[i + 1]!; a++) {
      const j = instance.head[a]!
      if (openingRegion[j] !== region) continue
      head[arcs] = openingTo[j]!
      score[arcs++] = instance.score[a]!
    }
    first[to + 1] = arcs
  }
  const pick = (values: ArrayLike<number>, at: Int32Array): Int32Array => Int32Array.from(at, n => values[n]!)
  const labelAt = homes.map((home, family) => ({
    family,
    labels: Int32Array.from([...home.keys()].filter(l => home[l] === region)),
  }))
  const families = labelAt.map(({ family, labels }) => {
    const { label, low, high, penalty } = instance.families[family]!
    const to = new Map([...labels].map((from, n) => [from, n]))
    return {
      label: Int32Array.from(candidateAt, i => to.get(label[i]!) ?? -1),
      low: pick(low, labels),
      high: pick(high, labels),
      penalty: pick(penalty, labels),
    }
  })
  const reserveAt = Int32Array.from(
    [...instance.reserves.keys()].filter(k => {
      const { opening, family, label } = instance.reserves[k]!
      return openingRegion[opening] === region && homes[family]![label] === region
    }),
  )
  const reserves = Array.from(reserveAt, k => {
    const reserve = instance.reserves[k]!
    const label = labelAt[reserve.family]!.labels.indexOf(reserve.label)
    return { ...reserve, opening: openingTo[reserve.opening]!, label }
  })
  return {
    region,
    candidateAt,
    openingAt,
    labelAt,
    reserveAt,
    instance: {
      candidates: candidateAt.length,
      openings: openingAt.length,
      first,
      head: head.slice(0, arcs),
      score: score.slice(0, arcs),
      capacity: pick(instance.capacity, openingAt),
      invitations: pick(instance.invitations, candidateAt),
      candidateRegion: pick(instance.candidateRegion, candidateAt),
      openingRegion: pick(instance.openingRegion, openingAt),
      families,
      reserves,
      fill: instance.fill,
    },
  }
}

/** Joins the regions' plans into one and repairs it across the borders, exactly. Progress as when planned in one piece. */
export function* joinRegions(
  instance: MatchInstance,
  parts: readonly { readonly part: RegionPart; readonly matching: Pick<Matching, 'pairs' | 'prices'> }[],
  ties: TieRule,
): Generator<Progress, Search, void> {
  const network = layNetwork(instance, ties)
  const search = createSearch(emptyPlan(instance, network, dealLists(instance, network)))
  const prices: Prices = {
    opening: new Float64Array(instance.openings),
    label: instance.families.map(family => new Float64Array(family.low.length)),
    reserve: new Float64Array(instance.reserves.length),
  }
  const pairs: [candidate: number, opening: number][] = []
  for (const { part, matching } of parts) {
    for (const [n, j] of part.openingAt.entries()) prices.opening[j] = matching.prices.opening[n]!
    for (const [n, k] of part.reserveAt.entries()) prices.reserve[k] = matching.prices.reserve[n]!
    for (const [f, { family, labels }] of part.labelAt.entries()) {
      for (const [n, l] of labels.entries()) prices.label[family]![l] = matching.prices.label[f]![n]!
    }
    for (const [n, i] of matching.pairs.candidate.entries()) {
      pairs.push([part.candidateAt[i]!, part.openingAt[matching.pairs.opening[n]!]!])
    }
  }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: Pairs = {
    candidate: Int32Array.from(pairs, pair => pair[0]),
    opening: Int32Array.from(pairs, pair => pair[1]),
  }
  adopt(search, joined, prices)
  yield* settle(search)
  changeAmongEquals(search.plan)
  return search
}
