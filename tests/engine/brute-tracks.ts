import { faultsOfPlans, type TrackInstance, type TrackPlan, type TrackScore } from '#engine'

/** The best score by trying every combination of starts for each, and every combination of these for all. */
export function bestOfAll(instance: TrackInstance): TrackScore {
  const options = instance.participants.map(({ id }) => allowedPlans(instance, id))
  let best: TrackScore | undefined
  const left = new Map<string, number>(
    instance.modules.flatMap(({ id, starts }) => starts.map(({ week, seats }) => [`${id}@${week}`, seats] as const)),
  )
  const choose = (who: number, sum: TrackScore): void => {
    if (best && !isBefore(sum, best)) return
    if (who === options.length) {
      best = sum
      return
    }
    for (const plan of options[who]!) {
      const places = plan.steps.map(({ module, start }) => `${module}@${start}`)
      if (places.some(place => left.get(place) === 0)) continue
      for (const place of places) left.set(place, left.get(place)! - 1)
      choose(who + 1, { ...sum, ends: sum.ends + plan.end, hours: sum.hours + plan.hours })
      for (const place of places) left.set(place, left.get(place)! + 1)
    }
    choose(who + 1, { ...sum, unplanned: sum.unplanned + 1 })
  }
  choose(0, { unplanned: 0, ends: 0, hours: 0 })
  return best!
}

function isBefore(one: TrackScore, other: TrackScore): boolean {
  return (one.unplanned - other.unplanned || one.ends - other.ends || one.hours - other.hours) < 0
}

/** Every allowed plan of a participant, the best first. Starts that are not allowed even alone are left out at once. */
export function allowedPlans(instance: TrackInstance, id: number): TrackPlan[] {
  const { ready } = instance.participants.find(one => one.id === id)!
  const hoursOf = new Map(instance.modules.map(module => [module.id, module.weeks * module.hours]))
  const planOf = (steps: TrackPlan['steps']): TrackPlan => ({
    participant: id,
    steps,
    end: Math.max(ready, ...steps.map(({ end }) => end)),
    hours: steps.reduce((sum, { module }) => sum + hoursOf.get(module)!, 0),
  })
  const faults = (steps: TrackPlan['steps']): string[] =>
    faultsOfPlans(instance, [planOf(steps)]).map(({ rule }) => rule)
  let sets: TrackPlan['steps'][] = [[]]
  for (const { id: module, starts, weeks } of instance.modules) {
    const steps = starts
      .map(({ week }) => ({ module, start: week, end: week + weeks }))
      .filter(step => faults([step]).every(rule => rule === 'lacks' || rule === 'needs'))
    sets = sets.flatMap(set => [set, ...steps.map(step => [...set, step])])
  }
  return sets
    .filter(steps => faults(steps).length === 0)
    .map(planOf)
    .sort((a, b) => a.end - b.end || a.hours - b.hours)
}
