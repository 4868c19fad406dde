/** Counts the nodes of a search and may end it; `stopped` says that something was left unsearched. */
export type Effort = { nodes: number; stopped: boolean; readonly enough: () => boolean }

/** What a search looks for. Rows are of the window, in order of start. */
export type Quest = {
  /** Only chains of smaller value count; the search reads it anew at every step. */
  limit: number
  /** A whole chain below the limit. */
  reached: (rows: readonly number[], value: number) => void
  /** Whether a state is worth entering with this cost: what is held, and what is in progress by the number of that group. */
  enter: (group: number, held: number, rows: readonly number[], cost: number) => boolean
  /** Whether an earlier start of the same module can stand for a later one that costs no less. */
  mayReplace: (earlier: number, later: number) => boolean
}

/** Looks for the best chain only: whatever is found lowers the limit, and a state is entered again only when cheaper. */
export function bestOnly(below: number, found: (rows: readonly number[]) => void): Quest {
  const cheapest: Map<number, number>[] = []
  const quest: Quest = {
    limit: below,
    reached: (rows, value) => {
      quest.limit = value
      found(rows)
    },
    enter: (group, held, _rows, cost) => {
      cheapest[group] ??= new Map()
      if ((cheapest[group].get(held) ?? Number.POSITIVE_INFINITY) <= cost) return false
      cheapest[group].set(held, cost)
      return true
    },
    mayReplace: () => true,
  }
  return quest
}
