import type { Day } from '#kernel'

/**
 * Requirement × person (GEN-4): met, not met, unknown, or met by a day. No score, no total, no number at all: the officer sees
 * what stands against what and decides. Facts about sex, origin, age or group are not parameters and cannot change anything.
 */

/** What a profile asks for. `level` is a step on the concept's own scale; absent = any level does. `teachable` is learnt on the way. */
export type Requirement = {
  readonly id: string
  readonly kind: 'must' | 'merit' | 'teachable'
  readonly concept: string
  readonly level?: number
}

/** What is known of one competence. What is not listed is unknown, never lacking. */
export type HeldCompetence = {
  readonly concept: string
  readonly state: 'held' | 'lacking'
  readonly level?: number
}

/** An intervention that would give the competence, ready on a day. Without `level` it gives what the requirement asks for. */
export type Opportunity = {
  readonly concept: string
  readonly readyOn: Day
  readonly interventionId: string
  readonly level?: number
}

export type MatchPerson = {
  readonly competences: readonly HeldCompetence[]
  readonly opportunities: readonly Opportunity[]
}

/** `not_met` names the first opportunity when there is one that comes too late. */
export type MatchState =
  | { readonly state: 'met' }
  | { readonly state: 'by_date'; readonly byDate: Day; readonly through: string }
  | { readonly state: 'not_met'; readonly tooLate?: { readonly byDate: Day; readonly through: string } }
  | { readonly state: 'unknown' }

export type MatchCell = MatchState & { readonly requirement: string; readonly kind: Requirement['kind'] }

/** One cell per requirement, in the order of the profile. `neededBy` is the day on which a competence must be there at the latest. */
export function matchPerson(requirements: readonly Requirement[], person: MatchPerson, neededBy: Day): MatchCell[] {
  return requirements.map(requirement => ({
    requirement: requirement.id,
    kind: requirement.kind,
    ...matchRequirement(requirement, person, neededBy),
  }))
}

/**
 * One requirement against one person. Held at the level asked for: met. Lacking, or held at a lower level: met by the day of
 * the earliest opportunity, if it is ready in time. Not known, or held at an unknown level where a level is asked for: unknown,
 * since a course is no answer to a question that has not been put.
 */
export function matchRequirement(requirement: Requirement, person: MatchPerson, neededBy: Day): MatchState {
  const known = person.competences.filter(({ concept }) => concept === requirement.concept)
  if (known.some(one => one.state === 'held' && reaches(one.level, requirement.level) === 'yes'))
    return { state: 'met' }
  const undecided =
    known.length === 0 || known.some(one => one.state === 'held' && reaches(one.level, requirement.level) === 'unknown')
  if (undecided) return { state: 'unknown' }

  const [first] = person.opportunities
    .filter(
      ({ concept, level }) =>
        concept === requirement.concept && (level === undefined || reaches(level, requirement.level) === 'yes'),
    )
    .toSorted((a, b) => compare(a.readyOn, b.readyOn) || compare(a.interventionId, b.interventionId))
  if (!first) return { state: 'not_met' }
  const way = { byDate: first.readyOn, through: first.interventionId }
  return first.readyOn <= neededBy ? { state: 'by_date', ...way } : { state: 'not_met', tooLate: way }
}

/** A line in a list of people: the number people know it by, since when it waits, and its cells. */
export type Listed = {
  readonly id: string
  readonly number: string
  readonly waitingSince: Day
  readonly cells: readonly MatchCell[]
}

/** The orders a user may choose (GEN-4): none of them is a judgement of the person. */
export const listOrders = ['waiting_longest', 'ready_first', 'number'] as const
export type ListOrder = (typeof listOrders)[number]

/** The list in the chosen order; deterministic, ties by number and then id. Returns a new list with the same lines. */
export function inOrder<Line extends Listed>(lines: readonly Line[], order: ListOrder): Line[] {
  const first: (a: Line, b: Line) => number = {
    waiting_longest: (a: Line, b: Line) => compare(a.waitingSince, b.waitingSince),
    ready_first: (a: Line, b: Line) => compareReady(readyFor(a.cells), readyFor(b.cells)),
    number: () => 0,
  }[order]
  return lines.toSorted((a, b) => first(a, b) || compareNumbers(a.number, b.number) || compare(a.id, b.id))
}

/**
 * When every must is met: `now`, on a day, or not known (something is unknown or has no way to it). Merits do not count, since
 * they are not needed, and teachables do not, since they are learnt on the way.
 */
export function readyFor(
  cells: readonly MatchCell[],
): { readonly ready: 'now' | 'not_known' } | { readonly ready: 'on'; readonly day: Day } {
  const musts = cells.filter(({ kind }) => kind === 'must')
  const days: Day[] = []
  for (const cell of musts) {
    if (cell.state === 'not_met' || cell.state === 'unknown') return { ready: 'not_known' }
    if (cell.state === 'by_date') days.push(cell.byDate)
  }
  const day = days.toSorted().at(-1)
  return day === undefined ? { ready: 'now' } : { ready: 'on', day }
}

function reaches(level: number | undefined, asked: number | undefined): 'yes' | 'no' | 'unknown' {
  if (asked === undefined) return 'yes'
  if (level === undefined) return 'unknown'
  return level >= asked ? 'yes' : 'no'
}

function compareReady(a: ReturnType<typeof readyFor>, b: ReturnType<typeof readyFor>): number {
  const key = (one: ReturnType<typeof readyFor>): string =>
    one.ready === 'now' ? '0' : one.ready === 'on' ? `1 ${one.day}` : '2'
  return compare(key(a), key(b))
}

/** Case numbers as people read them: 99 before 100, without trusting that they are numbers. */
function compareNumbers(a: string, b: string): number {
  return /^\d+$/.test(a) && /^\d+$/.test(b)
    ? compare(a.padStart(b.length, '0'), b.padStart(a.length, '0'))
    : compare(a, b)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
