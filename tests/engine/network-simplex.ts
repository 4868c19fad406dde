/** Arcs of a circulation: whole flow between 0 and `most`, at `cost` a unit. */
export type Circulation = {
  readonly nodes: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly most: Int32Array
  readonly cost: Float64Array
}

const up = 1
const down = -1

/**
 * The cheapest circulation, by the primal network simplex: a spanning tree in which every pivot keeps the flow feasible and strongly so
 * (Cunningham 1976), entering arcs searched for block by block. A second opinion on large matchings: it shares nothing with the engine.
 * Returns the flow of each arc.
 */
export function cheapestCirculation(network: Circulation): Int32Array {
  const tree = plantTree(network)
  for (let arc = findEntering(tree); arc !== -1; arc = findEntering(tree)) pivot(tree, arc)
  const { order } = tree
  const flow = new Int32Array(order.length)
  for (let n = 0; n < order.length; n++) flow[order[n]!] = tree.flow[n]!
  return flow
}

type Tree = ReturnType<typeof plantTree>

/** Every node hangs on an extra root by an arc of its own that nobody would use. Real arcs lie at 0. */
function plantTree({ nodes, from, to, most, cost }: Circulation) {
  const arcs = from.length
  const root = nodes
  // Arcs of one node lie far apart, so that a block shows something of the whole network.
  const stride = Math.max(1, Math.floor(Math.sqrt(arcs)))
  const order = new Int32Array(arcs)
  for (let start = 0, n = 0; start < stride; start++) for (let arc = start; arc < arcs; arc += stride) order[n++] = arc
  const long = <T extends Int32Array | Float64Array>(values: T, made: T): T => {
    for (let n = 0; n < arcs; n++) made[n] = values[order[n]!]!
    return made
  }
  const tree = {
    order,
    real: arcs,
    from: long(from, new Int32Array(arcs + nodes)),
    to: long(to, new Int32Array(arcs + nodes)).fill(root, arcs),
    most: long(most, new Int32Array(arcs + nodes)).fill(2_000_000_000, arcs),
    cost: long(cost, new Float64Array(arcs + nodes)),
    flow: new Int32Array(arcs + nodes),
    /** Where an arc lies: at 0 (`up`: more flow is possible), at its most (`down`), or in the tree (0). */
    state: new Int8Array(arcs + nodes).fill(up, 0, arcs),
    parent: new Int32Array(nodes + 1).fill(root),
    pred: new Int32Array(nodes + 1),
    depth: new Int32Array(nodes + 1).fill(1),
    potential: new Float64Array(nodes + 1),
    firstChild: new Int32Array(nodes + 1).fill(-1),
    nextChild: new Int32Array(nodes + 1).fill(-1),
    previousChild: new Int32Array(nodes + 1).fill(-1),
    block: Math.max(20, Math.ceil(Math.sqrt(arcs))),
    next: 0,
  }
  const dear = cost.reduce((sum, one) => Math.max(sum, Math.abs(one)), 1) * (nodes + 1)
  tree.cost.fill(dear, arcs)
  tree.parent[root] = -1
  tree.depth[root] = 0
  for (let x = 0; x < nodes; x++) {
    tree.from[arcs + x] = x
    tree.pred[x] = arcs + x
    tree.potential[x] = -dear
    hang(tree, x, root)
  }
  return tree
}

/** The worst arc of the first block that has any whose use would pay; −1 when none is left. */
function findEntering(tree: Tree): number {
  const { real, from, to, cost, state, potential, block } = tree
  let [best, worst, left] = [-1, 0, block]
  let arc = tree.next
  for (let seen = 0; seen < real; seen++) {
    const gain = state[arc]! * (cost[arc]! + potential[from[arc]!]! - potential[to[arc]!]!)
    if (gain < worst) {
      worst = gain
      best = arc
    }
    if (++arc === real) arc = 0
    if (--left > 0) continue
    if (best !== -1) break
    left = block
  }
  tree.next = arc
  return best
}

/** Sends as much as fits around the cycle that the arc closes, and takes the arc that stopped it out of the tree. */
function pivot(tree: Tree, entering: number): void {
  const { from, to, most, flow, state, parent, pred, depth } = tree
  const onwards = state[entering] === up
  const first = onwards ? from[entering]! : to[entering]!
  const second = onwards ? to[entering]! : from[entering]!
  let [a, b] = [first, second]
  while (a !== b) {
    if (depth[a]! >= depth[b]!) a = parent[a]!
    else b = parent[b]!
  }
  const join = a
  let amount = most[entering]!
  let [leaving, inner] = [-1, -1]
  for (let x = first; x !== join; x = parent[x]!) {
    const arc = pred[x]!
    const room = from[arc] === x ? flow[arc]! : most[arc]! - flow[arc]!
    if (room >= amount) continue
    amount = room
    leaving = x
    inner = first
  }
  // The last one met in the direction of the flow leaves: so no chain of pivots without flow comes back to where it began.
  for (let x = second; x !== join; x = parent[x]!) {
    const arc = pred[x]!
    const room = from[arc] === x ? most[arc]! - flow[arc]! : flow[arc]!
    if (room > amount) continue
    amount = room
    leaving = x
    inner = second
  }
  if (amount > 0) {
    flow[entering]! += onwards ? amount : -amount
    for (let x = first; x !== join; x = parent[x]!) flow[pred[x]!]! += from[pred[x]!] === x ? -amount : amount
    for (let x = second; x !== join; x = parent[x]!) flow[pred[x]!]! += from[pred[x]!] === x ? amount : -amount
  }
  if (leaving === -1) {
    state[entering] = onwards ? down : up
    return
  }
  state[pred[leaving]!] = flow[pred[leaving]!] === 0 ? up : down
  state[entering] = 0
  rehang(tree, entering, inner, inner === first ? second : first, leaving)
  settlePotentials(tree, entering, inner)
}

/** The part of the tree below `leaving` now hangs by `inner` on `outer`: the way between is turned round. */
function rehang(tree: Tree, entering: number, inner: number, outer: number, leaving: number): void {
  const { parent, pred } = tree
  let [x, above, by] = [inner, outer, entering]
  for (;;) {
    const oldAbove = parent[x]!
    const oldBy = pred[x]!
    unhang(tree, x)
    hang(tree, x, above)
    pred[x] = by
    if (x === leaving) return
    above = x
    by = oldBy
    x = oldAbove
  }
}

/** Depths and potentials of everything that hangs below `top`, which the entering arc now holds. */
function settlePotentials(tree: Tree, entering: number, top: number): void {
  const { from, to, cost, parent, depth, potential, firstChild, nextChild } = tree
  const shift =
    (top === from[entering] ? -1 : 1) * (cost[entering]! + potential[from[entering]!]! - potential[to[entering]!]!)
  let x = top
  for (;;) {
    potential[x]! += shift
    depth[x] = depth[parent[x]!]! + 1
    if (firstChild[x] !== -1) {
      x = firstChild[x]!
      continue
    }
    while (x !== top && nextChild[x] === -1) x = parent[x]!
    if (x === top) return
    x = nextChild[x]!
  }
}

function hang({ parent, firstChild, nextChild, previousChild }: Tree, x: number, above: number): void {
  const old = firstChild[above]!
  parent[x] = above
  nextChild[x] = old
  previousChild[x] = -1
  if (old !== -1) previousChild[old] = x
  firstChild[above] = x
}

function unhang({ parent, firstChild, nextChild, previousChild }: Tree, x: number): void {
  const [before, after] = [previousChild[x]!, nextChild[x]!]
  if (before === -1) firstChild[parent[x]!] = after
  else nextChild[before] = after
  if (after !== -1) previousChild[after] = before
}
