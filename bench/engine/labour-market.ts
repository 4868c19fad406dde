import { type MatchInstance, noLimit } from '#engine'

/** What to generate. Sizes are counts; `places` is the mean number of places per opening. */
export type Market = {
  readonly seed: number
  readonly candidates: number
  readonly openings: number
  readonly regions: number
  readonly places: number
  readonly invitations: number
  readonly quotas: 'none' | 'key' | 'reserve' | 'cross'
}

const districts = 10
const kinds = 2
/** Mean number of openings a candidate is eligible for: as in the field, some tens. */
const degree = 40

/**
 * A made-up labour market. Trades lie on a ring; a person knows a few beside each other and lives in one of ten districts on a line;
 * an opening wants one trade, somewhere, at some level. Fit falls with distance in both, some employers suit everybody better.
 * Same numbers for the same seed on every machine.
 */
export function layMarket(market: Market): MatchInstance {
  const { candidates, openings, regions } = market
  const draw = drawer(market.seed)
  const trades = Math.max(3, Math.round((openings / regions) * (3 / degree)))
  const regionOf = (n: number, of: number): number => Math.floor((n / of) ** 1.6 * regions)
  const candidateRegion = Int32Array.from({ length: candidates }, (_, i) => regionOf(i, candidates))
  const openingRegion = Int32Array.from({ length: openings }, (_, j) => regionOf(j, openings))

  const shelf = new Map<number, number[]>()
  const opening = Array.from({ length: openings }, (_, j) => {
    const one = { trade: draw(trades), home: draw(districts), level: draw(4), pull: draw(120) }
    const key = openingRegion[j]! * trades + one.trade
    shelf.set(key, [...(shelf.get(key) ?? []), j])
    return one
  })
  const capacity = Int32Array.from(
    opening,
    () => 1 + Math.floor((draw(1000) / 1000) ** 2 * 3 * (market.places - 1) + 0.5),
  )

  const person = Array.from({ length: candidates }, () => ({
    trade: draw(trades),
    known: 2 + draw(3),
    home: draw(districts),
    kind: draw(5) === 0 ? 1 : 0,
    gender: draw(100) < 42 ? 0 : 1,
    level: draw(4),
    reach: 3 + draw(7),
    wait: draw(150),
  }))
  const first = new Int32Array(candidates + 1)
  const [head, score]: [number[], number[]] = [[], []]
  for (const [i, { trade, known, home, level, reach, wait }] of person.entries()) {
    const row: [opening: number, fit: number][] = []
    for (let step = 0; step < known; step++) {
      // Every twentieth looks for work in the next region too.
      const beside = i % 20 === 0 && regions > 1 ? [0, 1] : [0]
      for (const away of beside) {
        const region = (candidateRegion[i]! + away) % regions
        for (const j of shelf.get(region * trades + ((trade + step) % trades)) ?? []) {
          const { home: there, level: wanted, pull } = opening[j]!
          const way = Math.abs(home - there)
          if (way > reach || level < wanted - 1) continue
          const fit =
            200 +
            (level >= wanted ? 250 - 40 * (level - wanted) : 100) +
            20 * (9 - way) -
            60 * step +
            wait +
            pull +
            draw(150)
          row.push([j, Math.max(1, Math.min(1000, fit))])
        }
      }
    }
    row.sort((a, b) => a[0] - b[0])
    for (const [n, [j, fit]] of row.entries()) {
      if (n > 0 && row[n - 1]![0] === j) continue
      head.push(j)
      score.push(fit)
    }
    first[i + 1] = head.length
  }
  const bands = quotas(market, person, candidateRegion, openingRegion, capacity)
  return {
    candidates,
    openings,
    first,
    head: Int32Array.from(head),
    score: Uint16Array.from(score),
    capacity,
    invitations: new Int32Array(candidates).fill(market.invitations),
    candidateRegion,
    openingRegion,
    ...bands,
    fill: 10_000,
  }
}

/** Bands by district and kind of 95–105 % of a key, one reserved place at every sixth larger opening, gender within 49–51 %. */
function quotas(
  { quotas: mode, regions, openings }: Market,
  person: readonly { readonly home: number; readonly kind: number; readonly gender: number }[],
  candidateRegion: Int32Array,
  openingRegion: Int32Array,
  capacity: Int32Array,
): Pick<MatchInstance, 'families' | 'reserves'> {
  if (mode === 'none') return { families: [], reserves: [] }
  const places = new Float64Array(regions)
  for (let j = 0; j < openings; j++) places[openingRegion[j]!]! += capacity[j]!
  const size = regions * kinds * districts
  const share = (label: number): number => {
    const [region, kind, district] = [Math.floor(label / 20), Math.floor(label / 10) % 2, label % 10]
    return (places[region]! * (kind === 1 ? 0.2 : 0.8) * (6 + district)) / 105
  }
  const filled = (length: number, value: (label: number) => number): Int32Array =>
    Int32Array.from({ length }, (_, l) => value(l))
  const key = {
    label: Int32Array.from(person, ({ home, kind }, i) => (candidateRegion[i]! * kinds + kind) * districts + home),
    low: filled(size, label => Math.floor(share(label) * 0.95)),
    high: filled(size, label => Math.ceil(share(label) * 1.05)),
    penalty: filled(size, () => 2000),
  }
  const kind = {
    label: Int32Array.from(person, one => one.kind),
    low: new Int32Array(2),
    high: new Int32Array(2).fill(noLimit),
    penalty: new Int32Array(2),
  }
  const gender = {
    label: Int32Array.from(person, (one, i) => candidateRegion[i]! * 2 + one.gender),
    low: filled(regions * 2, label => Math.floor(places[label >> 1]! * 0.49)),
    high: filled(regions * 2, label => Math.ceil(places[label >> 1]! * 0.51)),
    penalty: filled(regions * 2, () => 2000),
  }
  if (mode === 'key') return { families: [key], reserves: [] }
  const reserves = Array.from(capacity.keys())
    .filter(j => j % 6 === 0 && capacity[j]! > 1)
    .map(opening => ({ opening, family: 1, label: 1, count: 1, penalty: 2000 }))
  return { families: mode === 'cross' ? [key, kind, gender] : [key, kind], reserves }
}

/** Whole numbers 0 … n − 1 from a seed (mulberry32, Tommy Ettinger). */
function drawer(seed: number): (n: number) => number {
  let state = seed | 0
  return n => {
    state = (state + 0x6d2b_79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n)
  }
}
