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

/**
 * Leaves out every start that cannot be part of a plan which ends by week `by`: its needs come too late even when weekly hours
 * are no limit, or what it gives comes too late for anything. `price` is per start.
 */
export function narrow(choices: Choices, by: number, price: (offer: number) => number): Window {
  const { start, end, hours, offer, size, cap } = choices
  const cost = new Float64Array(size)
  for (let i = 0; i < size; i++) cost[i] = (end[i]! - start[i]!) * hours[i]! + price(offer[i]!)
  const whole = {
    ...choices,
    by,
    bits: choices.competences.length,
    cost,
    room: hours,
    work: new Float64Array(size),
  }
  const window = keep(whole, i => end[i]! <= by)
  const least = window.hours.reduce((a, b) => Math.min(a, b), cap)
  const room = window.hours.map(one => (one + least > cap ? cap : one))
  return { ...window, room, work: Float64Array.from(room, (one, row) => one * (window.end[row]! - window.start[row]!)) }
}

/** The rows that stay, and of these only what can still be part of a plan; repeated until nothing more falls. O(rows + weeks) each time. */
export function keep(window: Window, stays: (row: number) => boolean): Window {
  const { covers, needs, start, end, goal, by } = window
  const gained = new Int32Array(by + 1)
  const wanted = new Int32Array(by + 1)
  const rows = new Int32Array(window.size)
  let count = 0
  for (let row = 0; row < window.size; row++) if (stays(row)) rows[count++] = row
  for (let before = -1; before !== count; ) {
    before = count
    gained.fill(0)
    let [held, week, left] = [0, 0, 0]
    for (let at = 0; at < count; at++) {
      const i = rows[at]!
      for (; week <= start[i]!; week++) held |= gained[week]!
      if ((needs[i]! & ~held) !== 0) continue
      gained[end[i]!]! |= covers[i]!
      rows[left++] = i
    }
    wanted[by] = goal
    let top = left
    week = by
    for (let at = left - 1; at >= 0; at--) {
      const i = rows[at]!
      for (; week > start[i]!; week--) wanted[week - 1] = wanted[week]!
      if ((covers[i]! & wanted[end[i]!]!) === 0) continue
      wanted[week]! |= needs[i]!
      rows[--top] = i
    }
    rows.copyWithin(0, top, left)
    count = left - top
  }
  if (count === window.size) return window
  const kept = rows.subarray(0, count)
  const pick = <Column extends Int32Array | Float64Array>(column: Column, into: Column): Column => {
    for (let at = 0; at < count; at++) into[at] = column[kept[at]!]!
    return into
  }
  const whole = (column: Int32Array): Int32Array => pick(column, new Int32Array(count))
  return {
    ...window,
    size: count,
    offer: whole(window.offer),
    module: whole(window.module),
    start: whole(start),
    end: whole(end),
    hours: whole(window.hours),
    covers: whole(covers),
    needs: whole(needs),
    cost: pick(window.cost, new Float64Array(count)),
    room: whole(window.room),
    work: pick(window.work, new Float64Array(count)),
  }
}

/** The number of the lowest bit that is set; `mask` must not be 0. */
export function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask)
}

/**
 * The week by which the goal can be reached at the earliest with starts `from` and later, when `held` is held and the rows in
 * `active` are in progress; weekly hours are a limit only beside these. Infinity when it cannot. `gained` is room to work in, all
 * noughts, for `by` + 1 weeks. O(starts + weeks): starts are in order, so what a start needs was gained before it.
 */
export function earliestEnd(
  window: Window,
  from: number,
  held: number,
  active: readonly number[],
  gained: Int32Array,
): number {
  const { size, start, end, hours, covers, needs, goal, by, cap } = window
  if ((goal & ~held) === 0) return window.ready
  let left = cap
  let freed = by
  for (const row of active) {
    gained[end[row]!]! |= covers[row]!
    left -= hours[row]!
    if (end[row]! < freed) freed = end[row]!
  }
  let now = held
  let row = from
  let week = from < size ? Math.min(start[from]!, freed) : freed
  for (; week <= by; week++) {
    if (gained[week] !== 0) {
      now |= gained[week]!
      gained[week] = 0
      if ((goal & ~now) === 0) break
    }
    if (week === freed) {
      freed = by
      for (const one of active) {
        if (end[one] === week) left += hours[one]!
        else if (end[one]! > week && end[one]! < freed) freed = end[one]!
      }
    }
    for (; row < size && start[row] === week; row++) {
      if (hours[row]! <= left && (needs[row]! & ~now) === 0) gained[end[row]!]! |= covers[row]!
    }
  }
  gained.fill(0, week)
  return week <= by ? week : Number.POSITIVE_INFINITY
}
