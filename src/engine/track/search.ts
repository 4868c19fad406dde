import { leastCost } from './least-cost.ts'
import { earliestEnd, lowestBit, type Window } from './window.ts'

/** Counts the nodes of a search and may end it; `stopped` says that something was left unsearched. */
export type Effort = { nodes: number; stopped: boolean; readonly enough: () => boolean }

/** What a search looks for. Rows are of the window, in order of start. */
export type Quest = {
  /** Only chains of smaller value count; the search reads it anew at every step. */
  limit: number
  /** A whole chain below the limit. */
  reached: (rows: readonly number[], value: number) => void
  /** Whether a state (what is held and what is in progress, as one number) is worth entering with this cost. */
  enter: (state: number, rows: readonly number[], cost: number) => boolean
  /** Whether an earlier start of the same module can stand for a later one that costs no less. */
  mayReplace: (earlier: number, later: number) => boolean
}

/** Looks for the best chain only: whatever is found lowers the limit, and a state is entered again only when cheaper. */
export function bestOnly(below: number, found: (rows: readonly number[]) => void): Quest {
  const cheapest = new Map<number, number>()
  const quest: Quest = {
    limit: below,
    reached: (rows, value) => {
      quest.limit = value
      found(rows)
    },
    enter: (state, _rows, cost) => {
      if ((cheapest.get(state) ?? Number.POSITIVE_INFINITY) <= cost) return false
      cheapest.set(state, cost)
      return true
    },
    mayReplace: () => true,
  }
  return quest
}

type Step = {
  readonly row: number
  readonly held: number
  readonly active: readonly number[]
  readonly cost: number
  readonly bound: number
}

/**
 * Goes through the chains of a window, depth first over starts in order of week. A branch is cut when what is left to gain
 * cannot be gained by `window.by` (without limits of weekly hours, or by the hours that are left) or costs too much at the
 * least, when the quest has been in the same state at no higher cost, or when the same module could have begun before.
 *
 * A chain's value is `week` × `window.by` + cost: weeks are tried in rising order, so a chain that ends before is known already.
 */
export function explore(window: Window, week: number, quest: Quest, effort: Effort): void {
  const { size, start, end, hours, covers, needs, module, cost, room, work, cap, goal, must, by } = window
  const value = (spent: number): number => week * by + spent
  const leastLeft = leastCost(window, cost)
  if (value(leastLeft(must)) >= quest.limit) return
  const workLeft = leastCost(window, work)
  const finish = finishes(window)
  const sameBefore = previous(module)
  const groupOf = groups(size)
  const span = 2 ** window.bits
  const path: number[] = []

  const extend = (from: number, held: number, active: readonly number[], spent: number): void => {
    effort.nodes += 1
    if (effort.nodes % 256 === 0 && effort.enough()) effort.stopped = true
    for (const step of stepsFrom(from, held, active, spent)) {
      if (step.bound >= quest.limit || effort.stopped) return
      path.push(step.row)
      const state = groupOf(step.active) * span + step.held
      if (quest.enter(state, path, step.cost)) extend(step.row + 1, step.held, step.active, step.cost)
      path.pop()
    }
  }

  /** Every start that may come next, the most promising first. Starts before it that were not taken are then given up. */
  const stepsFrom = (from: number, held: number, active: readonly number[], spent: number): Step[] => {
    const coming = active.reduce((mask, one) => mask | covers[one]!, held)
    const steps: Step[] = []
    let heldNow = held
    let activeNow = active
    let used = 0
    for (let row = from; row < size; row++) {
      const now = start[row]!
      if (row === from || start[row - 1] !== now) {
        if (finish(row, coming) > by || value(spent + leastLeft(must & ~coming)) >= quest.limit) break
        activeNow = active.filter(one => end[one]! > now)
        used = activeNow.reduce((sum, one) => sum + hours[one]!, 0)
        heldNow = heldAt(now, held, active)
      }
      if (used + hours[row]! > cap || (needs[row]! & ~heldNow) !== 0) continue
      let gain = covers[row]! & ~heldNow
      for (const one of activeNow) if (end[one]! <= end[row]!) gain &= ~covers[one]!
      if (gain === 0 || couldHaveBegun(row, from, held, active)) continue

      const after = coming | covers[row]!
      const total = spent + cost[row]!
      const bound = value(total + leastLeft(must & ~after))
      if (bound >= quest.limit) continue
      if ((goal & ~after) === 0) {
        quest.reached([...path, row], value(total))
        continue
      }
      let toDo = workLeft(must & ~after) + work[row]!
      for (const one of activeNow) toDo += room[one]! * (end[one]! - now)
      if (now + toDo / cap > by) continue
      steps.push({ row, held: heldNow, active: [...activeNow, row], cost: total, bound })
    }
    return steps.sort((a, b) => a.bound - b.bound)
  }

  /** Whether the module could have begun since the last decision without this wait: then a better chain is searched elsewhere. */
  const couldHaveBegun = (row: number, from: number, held: number, active: readonly number[]): boolean => {
    for (let other = sameBefore[row]!; other >= from; other = sameBefore[other]!) {
      if (cost[other]! > cost[row]! || !quest.mayReplace(other, row)) continue
      const at = start[other]!
      let used = hours[other]!
      for (const one of active) if (end[one]! > at) used += hours[one]!
      if (used <= cap && (needs[other]! & ~heldAt(at, held, active)) === 0) return true
    }
    return false
  }

  const heldAt = (now: number, held: number, active: readonly number[]): number => {
    let mask = held
    for (const one of active) if (end[one]! <= now) mask |= covers[one]!
    return mask
  }

  if (finish(0, 0) <= by && window.ready + workLeft(must) / cap <= by) extend(0, 0, [], 0)
}

/** `earliestEnd`, with answers kept by week and held competences, and a quick no when a competence's last start has gone. */
function finishes(window: Window): (row: number, held: number) => number {
  const { size, start, covers, bits, must } = window
  const firstOfWeek = new Int32Array(size + 1)
  const lastFor = new Int32Array(bits).fill(-1)
  for (let row = 0; row < size; row++) {
    if (row > 0) firstOfWeek[row] = start[row] === start[row - 1] ? firstOfWeek[row - 1]! : row
    for (let left = covers[row]!; left !== 0; left &= left - 1) lastFor[lowestBit(left)] = row
  }
  firstOfWeek[size] = size
  const scratch = new Int32Array(bits)
  const known = new Map<number, number>()
  return (row, held) => {
    for (let left = must & ~held; left !== 0; left &= left - 1) {
      if (lastFor[lowestBit(left)]! < row) return Number.POSITIVE_INFINITY
    }
    const from = firstOfWeek[row]!
    const key = from * 2 ** bits + held
    let end = known.get(key)
    if (end === undefined) {
      end = earliestEnd(window, from, held, scratch)
      known.set(key, end)
    }
    return end
  }
}

/** For each row the row before it with the same number; −1 for the first. */
function previous(numbers: Int32Array): Int32Array {
  const seen = new Map<number, number>()
  return numbers.map((number, row) => {
    const before = seen.get(number) ?? -1
    seen.set(number, row)
    return before
  })
}

/** Gives every set of rows, in order, a number of its own. */
function groups(size: number): (rows: readonly number[]) => number {
  const numbers = new Map<number, number>()
  return rows => {
    let group = 0
    for (const row of rows) {
      const key = group * size + row
      let next = numbers.get(key)
      if (next === undefined) {
        next = numbers.size + 1
        numbers.set(key, next)
      }
      group = next
    }
    return group
  }
}
