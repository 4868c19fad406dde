import { bestChain, type Chain, noPrice } from './chain.ts'
import { faultsOfPlans } from './check.ts'
import { choicesOf, isOpen, lacking, stepsOf } from './choices.ts'
import type { TrackInstance, TrackModule, TrackParticipant, TrackPlan, TrackStep } from './track.ts'

/** A step, and by how many weeks it alone may slip before a rule breaks or the plan ends later. Critical: by none. */
export type ExplainedStep = TrackStep & { readonly slack: number; readonly critical: boolean }

/** What one more start, or one more seat at a start, would save this participant, the others' plans as they are. */
export type Saving = {
  readonly module: number
  readonly week: number
  readonly weeks: number
  /** Of training; below nought when weeks are saved by more training. */
  readonly hours: number
}

export type TrackExplanation = {
  readonly participant: number
  readonly steps: readonly ExplainedStep[]
  /** The step that the finish waits for: among those without slack, the one for which another start would save most; else the last. */
  readonly criticalStep?: TrackStep
  /** Greatest saving first. */
  readonly extraStarts: readonly Saving[]
  readonly extraSeats: readonly Saving[]
}

/**
 * Why a participant's plan takes the time it takes (JSP-5): slack of each step, the critical one, and what another start or another
 * seat would save. Each saving is exact: the best plan is sought anew with it, on the seats that the other plans leave.
 * O(modules and full starts within reach) searches of one participant.
 */
export function explainTrack(
  instance: TrackInstance,
  plans: readonly TrackPlan[],
  participant: number,
): TrackExplanation | undefined {
  const plan = plans.find(one => one.participant === participant)
  const person = instance.participants.find(one => one.id === participant)
  if (!plan || !person) return undefined
  const steps = plan.steps.map(step => {
    const slack = slackOf(instance, plan, step)
    return { ...step, slack, critical: slack === 0 }
  })
  const left = seatsLeft(instance, plans, participant)
  const wanted = new Set(lacking(left, person))
  const useful = left.modules.filter(
    module => isOpen(left, person, module) && module.covers.some(competence => wanted.has(competence)),
  )
  const extraStarts = savings(
    left,
    person,
    useful.map(module => withStartEveryWeek(left, module)),
  )
  const full = useful.flatMap(module =>
    module.starts.filter(({ seats }) => seats === 0).map(({ week }) => withSeat(module, week)),
  )
  const critical = steps.filter(step => step.critical)
  return {
    participant,
    steps,
    criticalStep:
      extraStarts.flatMap(({ module }) => critical.find(step => step.module === module) ?? [])[0] ??
      critical.toSorted((a, b) => b.end - a.end)[0],
    extraStarts,
    extraSeats: savings(left, person, full),
  }
}

/** The instance as it is for one participant when the others keep their plans. */
export function seatsLeft(instance: TrackInstance, plans: readonly TrackPlan[], participant: number): TrackInstance {
  const taken = new Map<string, number>()
  for (const plan of plans) {
    if (plan.participant === participant) continue
    for (const { module, start } of plan.steps)
      taken.set(`${module}@${start}`, (taken.get(`${module}@${start}`) ?? 0) + 1)
  }
  const modules = instance.modules.map(module => ({
    ...module,
    starts: module.starts.map(({ week, seats }) => ({ week, seats: seats - (taken.get(`${module.id}@${week}`) ?? 0) })),
  }))
  return { ...instance, modules }
}

/** By how many weeks a step alone may slip: tried week by week, whether or not there is a start then. */
function slackOf(instance: TrackInstance, plan: TrackPlan, step: TrackStep): number {
  let slack = 0
  while (step.end + slack < plan.end && holds(slack + 1)) slack += 1
  return slack

  function holds(weeks: number): boolean {
    const moved = plan.steps.map(one =>
      one === step ? { ...one, start: one.start + weeks, end: one.end + weeks } : one,
    )
    const modules = instance.modules.map(module => ({
      ...module,
      starts: moved.filter(one => one.module === module.id).map(({ start }) => ({ week: start, seats: 1 })),
    }))
    return faultsOfPlans({ ...instance, modules }, [{ ...plan, steps: moved }]).length === 0
  }
}

function withStartEveryWeek({ weeks }: TrackInstance, module: TrackModule): TrackModule {
  const starts = Array.from({ length: Math.max(0, weeks - module.weeks + 1) }, (_, week) => ({ week, seats: 1 }))
  return { ...module, starts }
}

function withSeat(module: TrackModule, full: number): TrackModule {
  return { ...module, starts: module.starts.map(({ week, seats }) => ({ week, seats: week === full ? 1 : seats })) }
}

/** What each changed module would save, one at a time; those that save nothing, or are not used even so, left out. */
function savings(instance: TrackInstance, person: TrackParticipant, changed: readonly TrackModule[]): Saving[] {
  const now = best(instance, person, Number.POSITIVE_INFINITY)
  if (!now) return []
  const saved = changed.flatMap(module => {
    const modules = instance.modules.map(other => (other.id === module.id ? module : other))
    const chain = best({ ...instance, modules }, person, now.value)
    const step = chain && stepsOf(modules, chain.offers).find(one => one.module === module.id)
    if (!chain || !step) return []
    return [{ module: module.id, week: step.start, weeks: now.end - chain.end, hours: now.hours - chain.hours }]
  })
  return saved.sort((a, b) => b.weeks - a.weeks || b.hours - a.hours || a.module - b.module || a.week - b.week)
}

function best(instance: TrackInstance, person: TrackParticipant, below: number): Chain | undefined {
  const week = 1 + person.hours * instance.weeks
  const effort = { nodes: 0, stopped: false, enough: () => false }
  return bestChain(choicesOf(instance, person), week, noPrice, below, effort)
}
