import { leastCost } from './least-cost.ts'
import type { Effort, Quest } from './quest.ts'
import { earliestEnd, type Window } from './window.ts'

type Step = {
  readonly row: number
  readonly held: number
  readonly active: readonly number[]
  readonly cost: number
  readonly bound: number
}

/**
 * Goes through the chains of a window, depth first over starts in order of week. A branch is cut when what is left to gain
 * cannot be gained by `window.by` (in the hours that what is in progress leaves, or by the hours that are left) or costs too
 * much at the least, when the quest has been in the same state at no higher cost, or when the same module could have begun before.
 *
 * A chain's value is `week` × its last week + cost. No chain ends before `soonest`: a caller who has been through the chains that
 * do asks for the rest.
 */
export function explore(window: Window, week: number, soonest: number, quest: Quest, effort: Effort): void {
  const { size, start, end, hours, covers, needs, module, cost, room, work, cap, goal, must, by } = window
  const leastLeft = leastCost(window, cost)
  if (week * soonest + leastLeft(0, must) >= quest.limit) return
  const workLeft = leastCost(window, work)
  // Work fills weeks: what it takes of a week's hours, at a week's value, and what it costs are least together.
  const both = leastCost(
    window,
    cost.map((one, row) => one + (week / cap) * work[row]!),
  )
  const lastCall = lastCalls(window)
  const sameBefore = previous(module)
  const groupOf = groups(size)
  const gained = new Int32Array(by + 1)
  const path: number[] = []

  const extend = (from: number, held: number, active: readonly number[], spent: number): void => {
    effort.nodes += 1
    if (effort.nodes % 256 === 0 && effort.enough()) effort.stopped = true
    const ends = Math.max(soonest, earliestEnd(window, from, held, active, gained))
    if (ends > by) return
    for (const step of stepsFrom(from, held, active, spent, ends)) {
      if (step.bound >= quest.limit || effort.stopped) return
      path.push(step.row)
      const group = groupOf(step.active)
      if (quest.enter(group, step.held, path, step.cost)) extend(step.row + 1, step.held, step.active, step.cost)
      path.pop()
    }
  }

  /** Every start that may come next, the most promising first. Starts before it that were not taken are then given up. */
  const stepsFrom = (from: number, held: number, active: readonly number[], spent: number, ends: number): Step[] => {
    const coming = active.reduce((mask, one) => mask | covers[one]!, held)
    const close = lastCall(coming)
    const steps: Step[] = []
    let heldNow = held
    let used = 0
    let toDo = 0
    let going = ends
    for (let row = from; row < close; row++) {
      const now = start[row]!
      if (row === from || start[row - 1] !== now) {
        if (week * ends + spent + leastLeft(row, must & ~coming) >= quest.limit) break
        heldNow = held
        going = ends
        used = 0
        toDo = 0
        for (const one of active) {
          if (end[one]! <= now) heldNow |= covers[one]!
          else {
            used += hours[one]!
            toDo += room[one]! * (end[one]! - now)
            going = Math.max(going, end[one]!)
          }
        }
      }
      if (used + hours[row]! > cap || (needs[row]! & ~heldNow) !== 0) continue
      let gain = covers[row]! & ~heldNow
      for (const one of active) if (end[one]! <= end[row]!) gain &= ~covers[one]!
      if (gain === 0) continue

      const after = coming | covers[row]!
      const missing = must & ~after
      const total = spent + cost[row]!
      const worked = now + (toDo + work[row]!) / cap
      const bound = Math.max(
        week * Math.max(going, end[row]!) + total + leastLeft(row + 1, missing),
        week * worked + total + both(row + 1, missing),
      )
      if (bound >= quest.limit || couldHaveBegun(row, from, held, active)) continue
      if ((goal & ~after) === 0) quest.reached([...path, row], week * Math.max(going, end[row]!) + total)
      else if (worked + workLeft(row + 1, missing) / cap <= by) {
        steps.push({ row, held: heldNow, active: [...active.filter(one => end[one]! > now), row], cost: total, bound })
      }
    }
    return steps.sort((a, b) => a.bound - b.bound)
  }

  /** Whether the module could have begun since the last decision without this wait: then a better chain is searched elsewhere. */
  const couldHaveBegun = (row: number, from: number, held: number, active: readonly number[]): boolean => {
    for (let other = sameBefore[row]!; other >= from; other = sameBefore[other]!) {
      if (cost[other]! > cost[row]! || !quest.mayReplace(other, row)) continue
      const at = start[other]!
      let used = hours[other]!
      let heldThen = held
      for (const one of active) {
        if (end[one]! > at) used += hours[one]!
        else heldThen |= covers[one]!
      }
      if (used <= cap && (needs[other]! & ~heldThen) === 0) return true
    }
    return false
  }

  if (window.ready + workLeft(0, must) / cap <= by) extend(0, 0, [], 0)
}

/** The row from which on it is too late to begin what reaches the goal from some held competences; weekly hours are no limit. */
function lastCalls(window: Window): (held: number) => number {
  const { size, start, by } = window
  const weeks = Array.from({ length: size }, (_, row) => row).filter(row => row === 0 || start[row] !== start[row - 1])
  const gained = new Int32Array(by + 1)
  const known = new Map<number, number>()
  return held => {
    const before = known.get(held)
    if (before !== undefined) return before
    let [sure, unsure] = [-1, weeks.length]
    while (unsure - sure > 1) {
      const middle = (sure + unsure) >> 1
      if (earliestEnd(window, weeks[middle]!, held, [], gained) <= by) sure = middle
      else unsure = middle
    }
    const row = weeks[unsure] ?? size
    known.set(held, row)
    return row
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
