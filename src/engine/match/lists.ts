import type { MatchInstance } from './instance.ts'
import type { Network } from './network.ts'

/**
 * The eligible persons of each opening, group by group, best score first. A list is sorted lazily from its front: an optimal plan
 * looks at a few persons of each list only, and sorting the rest would be most of the time of the whole engine.
 */
export type Lists = {
  /** Lists of opening j are `ofOpening[j] … ofOpening[j + 1] − 1`, in the order of their groups. */
  readonly ofOpening: Int32Array
  readonly group: Int32Array
  readonly port: Int32Array
  /** List q occupies `start[q] … start[q + 1] − 1` of `person` and `weight`; before `sorted[q]` it is in order. */
  readonly start: Int32Array
  readonly sorted: Int32Array
  /** Score of the best person of each list, side by side so that a search can pass a list by without opening it. */
  readonly top: Int32Array
  readonly person: Int32Array
  readonly weight: Int32Array
  /** Lists of each group: `ofGroup[groupFirst[g] …]`, g counted from the first group. */
  readonly groupFirst: Int32Array
  readonly ofGroup: Int32Array
}

/** Deals all pairs into lists: a counting sort by opening of the persons in the order of their groups. 8 bytes per arc. */
export function dealLists(instance: MatchInstance, network: Network): Lists {
  const { openings, first, head, score } = instance
  const { ports, groupsEnd, personFirst, groupOf } = network
  const arcs = new Int32Array(openings + 1)
  for (let a = 0; a < head.length; a++) arcs[head[a]!]!++
  const from = starts(arcs)
  const next = from.slice()
  const person = new Int32Array(head.length)
  const weight = new Int32Array(head.length)
  for (const t of byNumber(network)) {
    const i = network.person[t]!
    const end = first[i + 1]!
    for (let a = first[i]!; a < end; a++) {
      const at = next[head[a]!]!++
      person[at] = t
      weight[at] = score[a]!
    }
  }
  const count = countLists(from, person, network)
  const [group, port, top] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  const start = new Int32Array(count + 1).fill(head.length)
  const ofOpening = new Int32Array(openings + 1).fill(count)
  let q = -1
  for (let j = 0; j < openings; j++) {
    ofOpening[j] = q + 1
    let groupEnd = 0
    for (let at = from[j]!; at < from[j + 1]!; at++) {
      if (person[at]! >= groupEnd) {
        const g = groupOf[person[at]!]!
        groupEnd = personFirst[g - ports + 1]!
        q++
        group[q] = g
        port[q] = network.portFor(j, g)
        start[q] = at
      }
      if (weight[at]! > top[q]!) top[q] = weight[at]!
    }
  }
  const sorted = start.slice(0, count)
  return { ofOpening, group, port, start, sorted, top, person, weight, ...byGroup(group, ports, groupsEnd) }
}

/**
 * Persons group by group, in a group by their number in the instance and not by the tie rule: neighbours there mostly want the same openings,
 * whose lists are then near at hand. A list is sorted later, so any order within a group will do.
 */
function byNumber({ person, personFirst, groupOf, ports }: Network): Int32Array {
  const at = new Int32Array(person.length)
  for (let t = 0; t < person.length; t++) at[person[t]!] = t
  const next = personFirst.slice()
  const order = new Int32Array(person.length)
  for (const t of at) order[next[groupOf[t]! - ports]!++] = t
  return order
}

function countLists(from: Int32Array, person: Int32Array, { groupOf, personFirst, ports }: Network): number {
  let count = 0
  for (let j = 0; j + 1 < from.length; j++) {
    let groupEnd = 0
    for (let at = from[j]!; at < from[j + 1]!; at++) {
      if (person[at]! < groupEnd) continue
      groupEnd = personFirst[groupOf[person[at]!]! - ports + 1]!
      count++
    }
  }
  return count
}

/** Turns counts per entry into first positions, in place of the counts shifted by one. */
function starts(counts: Int32Array): Int32Array {
  const from = new Int32Array(counts.length)
  for (let j = 1; j < counts.length; j++) from[j] = from[j - 1]! + counts[j - 1]!
  return from
}

function byGroup(group: Int32Array, ports: number, groupsEnd: number): { groupFirst: Int32Array; ofGroup: Int32Array } {
  const counts = new Int32Array(groupsEnd - ports + 1)
  for (const g of group) counts[g - ports]!++
  const groupFirst = starts(counts)
  const next = groupFirst.slice()
  const ofGroup = new Int32Array(group.length)
  for (let q = 0; q < group.length; q++) ofGroup[next[group[q]! - ports]!++] = q
  return { groupFirst, ofGroup }
}

/**
 * Brings one more entry of list q in order: a heap that lies back to front behind the sorted part gives up its best.
 * The first call builds the heap. The caller has checked that `sorted[q] < start[q + 1]`.
 */
export function sortOneMore(lists: Lists, q: number): void {
  const { start, sorted, person, weight } = lists
  const front = sorted[q]!
  const end = start[q + 1]!
  if (front === start[q])
    for (let h = ((end - front) >> 1) - 1; h >= 0; h--) sink(person, weight, end - 1, h, end - front)
  const last = end - 1
  const [bestPerson, bestWeight] = [person[last]!, weight[last]!]
  person[last] = person[front]!
  weight[last] = weight[front]!
  person[front] = bestPerson
  weight[front] = bestWeight
  sorted[q] = front + 1
  sink(person, weight, last, 0, end - front - 1)
}

/** Sinks entry h of a heap of `size` entries whose entry 0 lies at `top` and the others before it. Ties: earlier person. */
function sink(person: Int32Array, weight: Int32Array, top: number, h: number, size: number): void {
  if (h >= size) return
  const p = person[top - h]!
  const w = weight[top - h]!
  let at = h
  for (;;) {
    let below = 2 * at + 1
    if (below >= size) break
    let bp = person[top - below]!
    let bw = weight[top - below]!
    if (below + 1 < size) {
      const rp = person[top - below - 1]!
      const rw = weight[top - below - 1]!
      if (rw > bw || (rw === bw && rp < bp)) {
        below++
        bp = rp
        bw = rw
      }
    }
    if (w > bw || (w === bw && p < bp)) break
    person[top - at] = bp
    weight[top - at] = bw
    at = below
  }
  person[top - at] = p
  weight[top - at] = w
}
