import type { TrackInstance, TrackModule, TrackParticipant, TrackPlan, TrackStep } from './track.ts'

/** How a plan breaks a rule of the instance. */
export type PlanFault = {
  readonly rule: 'lacks' | 'needs' | 'twice' | 'no_such_start' | 'calendar' | 'hours' | 'reach' | 'seats' | 'sum'
  readonly participant?: number
  readonly module?: number
  readonly competence?: number
  readonly week?: number
}

type Taken = TrackStep & { readonly taught: TrackModule }

/** Every rule that plans break, each on its own words and none of the search's; empty when they are allowed. Trusts nobody. */
export function faultsOfPlans(instance: TrackInstance, plans: readonly TrackPlan[]): PlanFault[] {
  const modules = new Map(instance.modules.map(module => [module.id, module]))
  const faults: PlanFault[] = []
  const seats = new Map<string, number>()
  for (const plan of plans) {
    const participant = instance.participants.find(one => one.id === plan.participant)
    const taken = plan.steps.flatMap(step => {
      const taught = modules.get(step.module)
      const offer = taught?.starts.find(start => start.week === step.start)
      const place = `${step.module}@${step.start}`
      seats.set(place, (seats.get(place) ?? 0) + 1)
      if (!taught || !offer || step.end !== step.start + taught.weeks) {
        faults.push({ rule: 'no_such_start', participant: plan.participant, module: step.module, week: step.start })
        return []
      }
      if (seats.get(place) === offer.seats + 1) faults.push({ rule: 'seats', module: step.module, week: step.start })
      return [{ ...step, taught }]
    })
    if (participant) faults.push(...faultsOfOne(instance, participant, plan, taken))
    else faults.push({ rule: 'lacks', participant: plan.participant })
  }
  return faults
}

function faultsOfOne(
  instance: TrackInstance,
  { id, town, reach, hours, ready, has }: TrackParticipant,
  plan: TrackPlan,
  taken: readonly Taken[],
): PlanFault[] {
  const faults: PlanFault[] = []
  const heldFrom = (competence: number): number =>
    has.includes(competence)
      ? Number.NEGATIVE_INFINITY
      : Math.min(...taken.filter(({ taught }) => taught.covers.includes(competence)).map(({ end }) => end))
  for (const competence of instance.profile) {
    if (heldFrom(competence) === Number.POSITIVE_INFINITY) faults.push({ rule: 'lacks', participant: id, competence })
  }
  for (const [index, { taught, start, end, module }] of taken.entries()) {
    const fault = { participant: id, module, week: start }
    for (const competence of taught.needs) {
      if (heldFrom(competence) > start) faults.push({ rule: 'needs', ...fault, competence })
    }
    if (start < ready || end > instance.weeks) faults.push({ rule: 'calendar', ...fault })
    if (taught.town >= 0 && instance.travel[town]![taught.town]! > reach) faults.push({ rule: 'reach', ...fault })
    if (taken.findIndex(other => other.module === module) !== index) faults.push({ rule: 'twice', ...fault })
    // The load can only exceed the limit in a week in which something begins.
    const load = taken.filter(other => other.start <= start && start < other.end)
    if (load.reduce((sum, other) => sum + other.taught.hours, 0) > hours) faults.push({ rule: 'hours', ...fault })
  }
  const training = taken.reduce((sum, { taught }) => sum + taught.weeks * taught.hours, 0)
  if (plan.end !== Math.max(ready, ...taken.map(({ end }) => end)) || plan.hours !== training) {
    faults.push({ rule: 'sum', participant: id })
  }
  return faults
}
