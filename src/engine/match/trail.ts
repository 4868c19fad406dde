/**
 * Depth-first search along steps that cost nothing: the last reached is looked at first. Nodes from which no end was found stay
 * closed until `open`, so that all the chains of one round together look at each node little more than once.
 */
export class Trail {
  readonly through: Int32Array
  readonly by: Int32Array
  readonly weight: Int32Array
  readonly #closed: Uint8Array
  /** Steps still to try, four numbers each: node, through, by, weight. */
  #steps = new Int32Array(1024)
  #top = 0

  constructor(nodes: number) {
    const array = (): Int32Array => new Int32Array(nodes)
    ;[this.through, this.by, this.weight] = [array(), array(), array()]
    this.#closed = new Uint8Array(nodes)
  }

  reach(node: number, distance: number, through: number, by: number, weight: number): void {
    if (distance > 0 || this.#closed[node] === 1) return
    if (this.#top + 4 > this.#steps.length) {
      const wider = new Int32Array(2 * this.#steps.length)
      wider.set(this.#steps)
      this.#steps = wider
    }
    const steps = this.#steps
    steps[this.#top++] = node
    steps[this.#top++] = through
    steps[this.#top++] = by
    steps[this.#top++] = weight
  }

  /** The next node to look at, closed from now on; −1 when there is none. */
  next(): number {
    const steps = this.#steps
    while (this.#top > 0) {
      this.#top -= 4
      const node = steps[this.#top]!
      if (this.#closed[node] === 1) continue
      this.#closed[node] = 1
      this.through[node] = steps[this.#top + 1]!
      this.by[node] = steps[this.#top + 2]!
      this.weight[node] = steps[this.#top + 3]!
      return node
    }
    return -1
  }

  /** An end was found: the nodes of its chain may be used again, the steps not yet tried are dropped. */
  reopen(node: number): void {
    for (let x = node; x !== -1; x = this.through[x]!) this.#closed[x] = 0
    this.#top = 0
  }

  /** Opens every node for a new round. */
  open(): void {
    this.#closed.fill(0)
    this.#top = 0
  }
}
