import { bestChain, chainOf, noPrice } from './chain.ts'
import { faultsOfPlans } from './check.ts'
import { type Choices, choicesOf, onlyWith, stepsOf } from './choices.ts'
import { gapsOf, type TrackGap } from './gaps.ts'
import { bestOnly } from './quest.ts'
import { explore } from './search.ts'
import type { TrackInstance, TrackParticipant, TrackStep } from './track.ts'
import { narrow } from './window.ts'

/** The latest way to the profile: every step at the last week in which it may begin. */
export type LatestStarts = {
  readonly possible: true
  readonly steps: readonly TrackStep[]
  /** The last week in which the first step may begin; the contract's start when nothing is needed. */
  readonly begin: number
  /** Weeks of training before the contract starts. */
  readonly lead: number
}

/** No way is ready in time: the earliest week in which one is, if there is one, and what the catalogue lacks. */
export type TooLate = { readonly possible: false; readonly earliest?: number; readonly gaps: readonly TrackGap[] }

/**
 * Counts backwards from the week in which a contract starts (PRC-2): the latest week in which each step towards the profile may
 * begin. The way is the one that can begin latest; of those, the one with least training; then each step is moved as late as the
 * starts allow, the last one first. Exact; a search for each halving of the possible first weeks.
 */
export function latestStarts(
  instance: TrackInstance,
  participant: TrackParticipant,
  contractStart: number,
): LatestStarts | TooLate {
  const choices = choicesOf(instance, participant)
  if (choices.goal === 0) return { possible: true, steps: [], begin: contractStart, lead: 0 }
  const weeks = [...new Set(choices.start)]
  const wayFrom = (week: number): readonly number[] | undefined =>
    leastTraining(startingFrom(choices, week), contractStart)

  let found = weeks[0] === undefined ? undefined : wayFrom(weeks[0])
  if (!found) return tooLate(instance, participant, choices)
  let [sure, unsure] = [0, weeks.length]
  while (unsure - sure > 1) {
    const middle = (sure + unsure) >> 1
    const way = wayFrom(weeks[middle]!)
    if (way) found = way
    if (way) sure = middle
    else unsure = middle
  }
  const steps = asLateAsPossible(instance, participant, stepsOf(instance.modules, found), contractStart)
  const begin = steps[0]!.start
  return { possible: true, steps, begin, lead: contractStart - begin }
}

function startingFrom(choices: Choices, week: number): Choices {
  const early = new Set(choices.offer.filter((_, row) => choices.start[row]! < week))
  return onlyWith(choices, offer => !early.has(offer))
}

/** The chain with least training that ends by a week, as numbers of starts. */
function leastTraining(choices: Choices, by: number): readonly number[] | undefined {
  const window = narrow(choices, by, noPrice)
  let found: readonly number[] | undefined
  const quest = bestOnly(Number.POSITIVE_INFINITY, rows => {
    found = chainOf(window, 0, rows).offers
  })
  explore(window, 0, 0, quest, { nodes: 0, stopped: false, enough: () => false })
  return found
}

function asLateAsPossible(
  instance: TrackInstance,
  participant: TrackParticipant,
  steps: readonly TrackStep[],
  contractStart: number,
): TrackStep[] {
  const late = [...steps]
  for (const [index, step] of [...late.entries()].reverse()) {
    const module = instance.modules.find(({ id }) => id === step.module)!
    const later = module.starts
      .filter(({ week, seats }) => week > step.start && week + module.weeks <= contractStart && seats > 0)
      .map(({ week }) => ({ ...step, start: week, end: week + module.weeks }))
      .sort((a, b) => b.start - a.start)
    late[index] = later.find(moved => isAllowed(instance, participant, late.with(index, moved))) ?? step
  }
  return late.sort((a, b) => a.start - b.start || a.module - b.module)
}

function isAllowed(instance: TrackInstance, participant: TrackParticipant, steps: readonly TrackStep[]): boolean {
  const plan = { participant: participant.id, steps, end: Number.NaN, hours: Number.NaN }
  return faultsOfPlans(instance, [plan]).every(({ rule }) => rule === 'sum')
}

function tooLate(instance: TrackInstance, participant: TrackParticipant, choices: Choices): TooLate {
  const effort = { nodes: 0, stopped: false, enough: () => false }
  const earliest = bestChain(choices, 1 + participant.hours * instance.weeks, noPrice, Number.POSITIVE_INFINITY, effort)
  return { possible: false, earliest: earliest?.end, gaps: earliest ? [] : gapsOf(instance, participant) }
}
