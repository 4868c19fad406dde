import type { Highs } from 'highs'

let solver: Promise<Highs> | undefined

/** HiGHS, for the few questions whose structure no search of ours has. Some megabytes of wasm: loaded once, when a planner first asks. */
export function loadSolver(): Promise<Highs> {
  solver ??= import('highs').then(({ default: load }) => load())
  return solver
}
