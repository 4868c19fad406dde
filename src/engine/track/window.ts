import type { Choices } from './choices.ts'

/** The choices that can be part of a plan which ends by a given week, with what each costs. Columns as in `Choices`. */
export type Window = Pick<Choices, 'cap' | 'goal' | 'must'> & {
  readonly ready: number
  readonly by: number
  /** Number of competences. */
  readonly bits: number
  readonly size: number
  readonly offer: Int32Array
  readonly module: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly hours: Int32Array
  readonly covers: Int32Array
  readonly needs: Int32Array
  /** Hours of training, and the price of the seat. */
  readonly cost: Float64Array
  /** Hours that the row takes of a week, and of all its weeks: all there are when nothing else fits beside it. */
  readonly room: Int32Array
  readonly work: Float64Array
}

const never = 1 << 28

/**
 * Leaves out every start that cannot be part of a plan which ends by week `by`: its needs come too late even when weekly hours
 * are no limit, or what it gives comes too late for anything. Repeated until nothing more falls. `price` is per start.
 */
export function narrow(choices: Choices, by: number, price: (offer: number) => number): Window {
  const { covers, needs, start, end, goal, competences } = choices
  const bits = competences.length
  const early = new Int32Array(bits)
  const late = new Int32Array(bits)
  const rows = new Int32Array(choices.size)
  let count = 0
  for (let i = 0; i < choices.size; i++) if (end[i]! <= by) rows[count++] = i
  for (let before = -1; before !== count; ) {
    before = count
    early.fill(never)
    let left = 0
    for (let at = 0; at < count; at++) {
      const i = rows[at]!
      if (latestOf(early, needs[i]!) > start[i]!) continue
      lower(early, covers[i]!, end[i]!)
      rows[left++] = i
    }
    late.fill(-1)
    raise(late, goal, by)
    let top = left
    for (let at = left - 1; at >= 0; at--) {
      const i = rows[at]!
      if (latestOf(late, covers[i]!) < end[i]!) continue
      raise(late, needs[i]!, start[i]!)
      rows[--top] = i
    }
    rows.copyWithin(0, top, left)
    count = left - top
  }
  const kept = rows.slice(0, count)
  const pick = (column: Int32Array): Int32Array => kept.map(i => column[i]!)
  const hours = pick(choices.hours)
  const least = hours.reduce((a, b) => Math.min(a, b), choices.cap)
  const room = hours.map(one => (one + least > choices.cap ? choices.cap : one))
  return {
    cap: choices.cap,
    goal,
    must: choices.must,
    ready: choices.ready,
    by,
    bits,
    size: count,
    offer: pick(choices.offer),
    module: pick(choices.module),
    start: pick(start),
    end: pick(end),
    hours,
    covers: pick(covers),
    needs: pick(needs),
    cost: Float64Array.from(kept, i => (end[i]! - start[i]!) * choices.hours[i]! + price(choices.offer[i]!)),
    room,
    work: Float64Array.from(kept, (i, row) => (end[i]! - start[i]!) * room[row]!),
  }
}

/** The greatest of the weeks at which the competences in `which` stand; −1 for none. */
function latestOf(weeks: Int32Array, which: number): number {
  let latest = -1
  for (let left = which; left !== 0; left &= left - 1) latest = Math.max(latest, weeks[lowestBit(left)]!)
  return latest
}

function lower(weeks: Int32Array, which: number, week: number): void {
  for (let left = which; left !== 0; left &= left - 1) {
    const c = lowestBit(left)
    if (week < weeks[c]!) weeks[c] = week
  }
}

function raise(weeks: Int32Array, which: number, week: number): void {
  for (let left = which; left !== 0; left &= left - 1) {
    const c = lowestBit(left)
    if (week > weeks[c]!) weeks[c] = week
  }
}

/** The number of the lowest bit that is set; `mask` must not be 0. */
export function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask)
}

/**
 * The week by which the goal can be reached at the earliest with starts `from` and later, what is in `held` counted as held and
 * weekly hours as no limit. Infinity when it cannot. O(starts): they are in order, so what a start needs was gained before it.
 */
export function earliestEnd(window: Window, from: number, held: number, early: Int32Array): number {
  const { size, start, end, covers, needs, goal } = window
  early.fill(never)
  let open = goal & ~held
  let latest: number = never
  // When everything has been reached, only what starts before the last of it can still improve it.
  for (let i = from; i < size && start[i]! < latest; i++) {
    if (latestOf(early, needs[i]! & ~held) > start[i]!) continue
    const gained = covers[i]! & ~held
    lower(early, gained, end[i]!)
    if (open === 0) continue
    open &= ~gained
    if (open === 0) latest = latestOf(early, goal & ~held)
  }
  if (open !== 0) return Number.POSITIVE_INFINITY
  return latestOf(early, goal & ~held)
}
