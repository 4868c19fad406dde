import type { Family, MatchInstance, TieRule } from './instance.ts'
import { drawOrder } from './ties.ts'

/**
 * The network in which a plan is a flow, by numbers only. Nodes are
 * `0 … openings−1` openings · `… ports−1` reserves · `… groupsEnd−1` groups · `… root−1` labels · `root`.
 * A group is the set of candidates that share every label that matters; persons are never nodes: a free person is the head of a
 * sorted list, a placed one an arc between two openings (see README.md).
 *
 * The candidate side is a tree: group → label → wider label → root. `low`, `high`, `penalty` are the band on the arc to `parent`.
 * The port side: a reserve's `parent` is its opening (or a wider reserve there), `low` is its count.
 */
export type Network = {
  readonly openings: number
  readonly ports: number
  readonly groupsEnd: number
  readonly root: number
  readonly parent: Int32Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly penalty: Float64Array
  /** Children of each node: `child[childFirst[x] … childFirst[x + 1] − 1]`. */
  readonly childFirst: Int32Array
  readonly child: Int32Array
  /** Persons ordered by group, then by the tie rule. Everything inside the engine counts persons in this order. */
  readonly person: Int32Array
  /** Persons of group g, counted from the first group: `personFirst[g] … personFirst[g + 1] − 1`. */
  readonly personFirst: Int32Array
  /** Group node of each person. */
  readonly groupOf: Int32Array
  /** Port through which a group comes to an opening: the narrowest reserve it belongs to, else the opening itself. */
  readonly portFor: (opening: number, group: number) => number
  /** One candidate of each group: its labels are the group's. */
  readonly sample: readonly number[]
  /** Which label each label node is: [family, label]. */
  readonly labelOf: readonly (readonly [family: number, label: number])[]
  /** Which reserve each reserve port is. */
  readonly reserveOf: readonly number[]
  /** What breaks the tree: families that cross another, reserves that overlap another at the same opening. Priced out in cross.ts. */
  readonly crossing: { readonly families: readonly number[]; readonly reserves: readonly number[] }
}

/** Builds the network of an instance. O(candidates × families + reserves); arcs are not looked at. */
export function layNetwork(
  instance: MatchInstance,
  ties: TieRule,
  bands: 'binding' | 'every band' = 'binding',
): Network {
  const { candidates, openings, families, reserves } = instance
  const everybody = instance.invitations.reduce((sum, one) => sum + one, 0)
  // A band that cannot be broken is left out, unless it may be moved later.
  const most = bands === 'binding' ? everybody : Number.POSITIVE_INFINITY
  const banding = families.flatMap((family, f) => (binds(family, most) ? [f] : []))
  const reserving = new Set(reserves.filter(one => one.penalty > 0 && one.count > 0).map(one => one.family))
  const telling = [...new Set([...banding, ...reserving])].map(f => families[f]!)

  const { group, sample, size } = groupCandidates(candidates, telling)
  const groups = sample.length
  const labelIn = (f: number, g: number): number => families[f]!.label[sample[g]!]!

  const sets = labelSets(instance, banding, groups, labelIn, size)
  const tree = growTree(sets, banding, groups)
  const shelf = shelve(instance, groups, labelIn, size)

  const ports = openings + shelf.ports.length
  const groupsEnd = ports + groups
  const root = groupsEnd + tree.kept.length
  const parent = new Int32Array(root + 1).fill(root)
  const [low, high, penalty] = [0, Number.POSITIVE_INFINITY, 0].map(value =>
    new Float64Array(root + 1).fill(value),
  ) as [Float64Array, Float64Array, Float64Array]
  parent.fill(-1, 0, openings)
  for (const [n, port] of shelf.ports.entries()) {
    const x = openings + n
    parent[x] = port.parent === -1 ? port.opening : openings + port.parent
    low[x] = port.count
    penalty[x] = port.penalty
  }
  for (let g = 0; g < groups; g++)
    parent[ports + g] = tree.groupParent[g] === -1 ? root : groupsEnd + tree.groupParent[g]!
  for (const [n, set] of tree.kept.entries()) {
    const x = groupsEnd + n
    parent[x] = tree.parent[n] === -1 ? root : groupsEnd + tree.parent[n]!
    const family = families[set.family]!
    low[x] = family.low[set.label]!
    high[x] = Math.min(family.high[set.label]!, everybody)
    penalty[x] = family.penalty[set.label]!
  }
  const person = new Int32Array(candidates)
  const groupOf = new Int32Array(candidates)
  const personFirst = new Int32Array(groups + 1)
  for (let g = 0; g < groups; g++) personFirst[g + 1] = personFirst[g]! + size[g]!
  placeInOrder(drawOrder(candidates, ties), group, personFirst, ports, person, groupOf)
  return {
    openings,
    ports,
    groupsEnd,
    root,
    parent,
    low,
    high,
    penalty,
    ...childrenOf(parent),
    person,
    personFirst,
    groupOf,
    portFor: (opening, node) => shelf.portFor(opening, node - ports),
    sample,
    labelOf: tree.kept.map(set => [set.family, set.label] as const),
    reserveOf: shelf.ports.map(port => port.reserve),
    crossing: { families: tree.crossing, reserves: shelf.crossing },
  }
}

/** A family steers the plan when some label could cost something. */
function binds(family: Family, most: number): boolean {
  return Array.from(family.penalty).some(
    (penalty, label) => penalty > 0 && (family.low[label]! > 0 || family.high[label]! < most),
  )
}

/** Candidates by their tuple of labels: group of each, one sample and the size of each group. */
function groupCandidates(
  candidates: number,
  families: readonly Family[],
): { group: Int32Array; sample: number[]; size: number[] } {
  const group = new Int32Array(candidates)
  let groups = candidates === 0 ? 0 : 1
  for (const family of families) {
    const width = family.low.length + 1
    const seen = new Int32Array(groups * width).fill(-1)
    let next = 0
    for (let i = 0; i < candidates; i++) {
      const key = group[i]! * width + family.label[i]! + 1
      if (seen[key] === -1) seen[key] = next++
      group[i] = seen[key]!
    }
    groups = next
  }
  const sample: number[] = new Array(groups).fill(-1)
  const size: number[] = new Array(groups).fill(0)
  for (let i = 0; i < candidates; i++) {
    const g = group[i]!
    if (sample[g] === -1) sample[g] = i
    size[g] = size[g]! + 1
  }
  return { group, sample, size }
}

type LabelSet = {
  readonly family: number
  readonly label: number
  readonly groups: readonly number[]
  readonly size: number
}

function labelSets(
  instance: MatchInstance,
  banding: readonly number[],
  groups: number,
  labelIn: (f: number, g: number) => number,
  size: readonly number[],
): LabelSet[] {
  return banding.flatMap(f => {
    const members: number[][] = Array.from({ length: instance.families[f]!.low.length }, () => [])
    for (let g = 0; g < groups; g++) if (labelIn(f, g) >= 0) members[labelIn(f, g)]!.push(g)
    return members.map((list, label) => ({
      family: f,
      label,
      groups: list,
      size: list.reduce((sum, g) => sum + size[g]!, 0),
    }))
  })
}

type Tree = {
  readonly kept: readonly LabelSet[]
  readonly parent: readonly number[]
  readonly groupParent: readonly number[]
  readonly crossing: readonly number[]
}

/** Takes in families, those with most labels first, as long as their labels nest in a tree; the others cross. */
function growTree(sets: readonly LabelSet[], banding: readonly number[], groups: number): Tree {
  const labels = (f: number): number => sets.filter(set => set.family === f && set.groups.length > 0).length
  const order = banding.toSorted((a, b) => labels(b) - labels(a) || a - b)
  let tree: Tree = { kept: [], parent: [], groupParent: new Array<number>(groups).fill(-1), crossing: [] }
  for (const family of order) {
    const wider = nest([...tree.kept, ...sets.filter(set => set.family === family)], groups)
    tree = wider ? { ...wider, crossing: tree.crossing } : { ...tree, crossing: [...tree.crossing, family] }
  }
  return tree
}

/** The tree of sets that contain one another or are apart; undefined when two overlap. Narrow sets come first. */
function nest(sets: readonly LabelSet[], groups: number): Omit<Tree, 'crossing'> | undefined {
  const kept = sets.toSorted((a, b) => a.groups.length - b.groups.length)
  const top = new Array<number>(groups).fill(-1)
  const groupParent = new Array<number>(groups).fill(-1)
  const parent = new Array<number>(kept.length).fill(-1)
  for (const [n, set] of kept.entries()) {
    const within = new Set(set.groups.map(g => top[g]!))
    within.delete(-1)
    const covered = [...within].reduce((sum, inner) => sum + kept[inner]!.groups.length, 0)
    const bare = set.groups.filter(g => top[g] === -1).length
    if (covered + bare !== set.groups.length) return undefined
    for (const inner of within) parent[inner] = n
    for (const g of set.groups) {
      if (top[g] === -1) groupParent[g] = n
      top[g] = n
    }
  }
  return { kept, parent, groupParent }
}

type ReservePort = { opening: number; parent: number; count: number; penalty: number; reserve: number }

/** Turns reserves into ports of their openings; those that overlap another at the same opening cross. */
function shelve(
  { openings, reserves }: MatchInstance,
  groups: number,
  labelIn: (f: number, g: number) => number,
  size: readonly number[],
): { ports: ReservePort[]; crossing: number[]; portFor: (opening: number, group: number) => number } {
  const ports: ReservePort[] = []
  const crossing: number[] = []
  const at: (Int32Array | undefined)[] = new Array(openings)
  const members = new Map<string, number[]>()
  const membersOf = (family: number, label: number): number[] => {
    const key = `${family}/${label}`
    if (!members.has(key)) {
      members.set(
        key,
        Array.from({ length: groups }, (_, g) => g).filter(g => labelIn(family, g) === label),
      )
    }
    return members.get(key)!
  }
  const binding = [...reserves.keys()].filter(k => reserves[k]!.penalty > 0 && reserves[k]!.count > 0)
  const width = (k: number): number =>
    membersOf(reserves[k]!.family, reserves[k]!.label).reduce((sum, g) => sum + size[g]!, 0)
  // The widest first: each later one must lie wholly within one port that is already there.
  for (const k of binding.toSorted((a, b) => width(b) - width(a) || a - b)) {
    const { opening, family, label, count, penalty } = reserves[k]!
    const map = at[opening] ?? new Int32Array(groups).fill(-1)
    const inside = membersOf(family, label)
    const outer = map[inside[0] ?? 0] ?? -1
    if (inside.some(g => map[g] !== outer)) crossing.push(k)
    else {
      for (const g of inside) map[g] = ports.length
      ports.push({ opening, parent: outer, count, penalty, reserve: k })
      at[opening] = map
    }
  }
  if (ports.length === 0) return { ports, crossing, portFor: opening => opening }
  const portFor = (opening: number, group: number): number => {
    const port = at[opening]?.[group]
    return port === undefined || port === -1 ? opening : openings + port
  }
  return { ports, crossing, portFor }
}

function placeInOrder(
  order: Int32Array,
  group: Int32Array,
  personFirst: Int32Array,
  ports: number,
  person: Int32Array,
  groupOf: Int32Array,
): void {
  const next = personFirst.slice()
  for (const i of order) {
    const t = next[group[i]!]!++
    person[t] = i
    groupOf[t] = ports + group[i]!
  }
}

function childrenOf(parent: Int32Array): { childFirst: Int32Array; child: Int32Array } {
  const childFirst = new Int32Array(parent.length + 1)
  for (let x = 0; x < parent.length - 1; x++) if (parent[x]! >= 0) childFirst[parent[x]! + 1]!++
  for (let x = 0; x < parent.length; x++) childFirst[x + 1]! += childFirst[x]!
  const child = new Int32Array(childFirst[parent.length]!)
  const next = childFirst.slice()
  for (let x = 0; x < parent.length - 1; x++) if (parent[x]! >= 0) child[next[parent[x]!]!++] = x
  return { childFirst, child }
}
