/** One dated start of a module: the week it begins, and how many may take part. */
export type TrackStart = { readonly week: number; readonly seats: number }

/** An intervention, or a part of one that can be taken on its own (JSP-4, JSP-5). */
export type TrackModule = {
  readonly id: number
  /** Competences held from the week in which the module has ended. */
  readonly covers: readonly number[]
  readonly weeks: number
  /** Hours a week. */
  readonly hours: number
  /** Town in which it is held; -1 at a distance, open to all. */
  readonly town: number
  /** Competences that must be held before it starts. */
  readonly needs: readonly number[]
  readonly starts: readonly TrackStart[]
}

/** Somebody who is to reach the profile. A number, never a name. */
export type TrackParticipant = {
  readonly id: number
  readonly town: number
  /** Longest journey, in minutes. */
  readonly reach: number
  /** Most hours of training a week. */
  readonly hours: number
  /** First possible week. */
  readonly ready: number
  readonly has: readonly number[]
}

/** What is to be planned: weeks 0 … weeks − 1, competences 0 … competences − 1, minutes between towns. */
export type TrackInstance = {
  readonly weeks: number
  readonly competences: number
  readonly profile: readonly number[]
  readonly travel: readonly (readonly number[])[]
  readonly modules: readonly TrackModule[]
  readonly participants: readonly TrackParticipant[]
  /** What competences and towns are called, in order, where the caller wants them in gap signals (JSP-6). */
  readonly names?: { readonly competences?: readonly string[]; readonly towns?: readonly string[] }
}

/** A taken start: a module, its first week, and the week in which it has ended. */
export type TrackStep = { readonly module: number; readonly start: number; readonly end: number }

/** One participant's chain. `end` is the week in which the last module has ended (`ready` when nothing is needed); `hours` all training. */
export type TrackPlan = {
  readonly participant: number
  readonly steps: readonly TrackStep[]
  readonly end: number
  readonly hours: number
}

/** What is minimised, in strict order: participants without a plan, the sum of their last weeks, the sum of hours of training. */
export type TrackScore = { readonly unplanned: number; readonly ends: number; readonly hours: number }

/**
 * What a seat at a start with a queue is worth: no plan gains more than this by one more seat there. Weeks first, then hours, below
 * nought when weeks are saved by more training.
 */
export type SeatPrice = {
  readonly module: number
  readonly start: number
  readonly weeks: number
  readonly hours: number
}
