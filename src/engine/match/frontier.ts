/**
 * The nodes a shortest-path search has reached: distance, how each was reached, and a binary heap of those still to settle.
 * Nodes are numbers; the arrays are made once and cleaned by `clear`, so a small search costs only what it touches.
 */
export class Frontier {
  readonly distance: Float64Array
  /** The neighbour through which a node was reached, and the step between the two: a slot, a person, or −1 (see step.ts). */
  readonly through: Int32Array
  readonly by: Int32Array
  readonly weight: Int32Array
  readonly touched: Int32Array
  touchedCount = 0
  readonly #heap: Int32Array
  readonly #at: Int32Array
  #size = 0

  constructor(nodes: number) {
    this.distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
    const array = (): Int32Array => new Int32Array(nodes)
    ;[this.through, this.by, this.weight, this.touched, this.#heap] = [array(), array(), array(), array(), array()]
    this.#at = array().fill(-1)
  }

  get empty(): boolean {
    return this.#size === 0
  }

  /** Notes that a node can be reached at a distance; keeps the shorter way. */
  reach(node: number, distance: number, through: number, by: number, weight: number): void {
    const { distance: known } = this
    if (distance >= known[node]!) return
    if (known[node] === Number.POSITIVE_INFINITY) {
      this.touched[this.touchedCount++] = node
      this.#at[node] = this.#size
      this.#heap[this.#size++] = node
    }
    known[node] = distance
    this.through[node] = through
    this.by[node] = by
    this.weight[node] = weight
    this.#rise(this.#at[node]!)
  }

  /** The nearest node not yet settled, taken out. */
  settle(): number {
    const heap = this.#heap
    const node = heap[0]!
    const last = heap[--this.#size]!
    if (this.#size > 0) this.#fall(last)
    return node
  }

  /** Forgets everything reached. */
  clear(): void {
    for (let n = 0; n < this.touchedCount; n++) this.distance[this.touched[n]!] = Number.POSITIVE_INFINITY
    this.touchedCount = 0
    this.#size = 0
  }

  #rise(from: number): void {
    const [heap, at, distance] = [this.#heap, this.#at, this.distance]
    let n = from
    const node = heap[n]!
    const d = distance[node]!
    while (n > 0) {
      const above = (n - 1) >> 1
      const other = heap[above]!
      if (distance[other]! <= d) break
      heap[n] = other
      at[other] = n
      n = above
    }
    heap[n] = node
    at[node] = n
  }

  #fall(node: number): void {
    const [heap, at, distance, size] = [this.#heap, this.#at, this.distance, this.#size]
    const d = distance[node]!
    let n = 0
    for (;;) {
      let below = 2 * n + 1
      if (below >= size) break
      if (below + 1 < size && distance[heap[below + 1]!]! < distance[heap[below]!]!) below++
      const other = heap[below]!
      if (distance[other]! >= d) break
      heap[n] = other
      at[other] = n
      n = below
    }
    heap[n] = node
    at[node] = n
  }
}
