import { type MatchChange, type MatchInstance, matchNow, openPlan, replan } from '#engine'
import { percentile } from '../table.ts'

const changes = 120

/** What one change and its proof take on a standing plan, beside planning anew: withdrawals, places more, bands moved by one. */
export function measureChanges(instance: MatchInstance): Record<string, string> {
  let [cold, answer] = [Number.POSITIVE_INFINITY, matchNow(instance)]
  for (let run = 0; run < 3; run++) {
    const began = performance.now()
    answer = matchNow(instance)
    cold = Math.min(cold, performance.now() - began)
  }
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  const standing = openPlan(instance, answer.value)
  const { candidate } = answer.value.pairs
  const times: number[] = []
  for (let n = 0; n < changes; n++) {
    const change = draw(instance, candidate, n)
    const began = performance.now()
    replan(standing, change)
    times.push(performance.now() - began)
  }
  return {
    'cold ms': cold.toFixed(0),
    'median ms': percentile(times, 0.5).toFixed(2),
    'p90 ms': percentile(times, 0.9).toFixed(2),
    'cold / median': (cold / percentile(times, 0.5)).toFixed(0),
  }
}

/** The nth change: everybody and everything at most once, spread over the whole instance. */
function draw({ openings, capacity, families }: MatchInstance, placed: Int32Array, n: number): MatchChange {
  const part = n / changes
  if (n % 3 === 0) {
    return { kind: 'invitations', candidate: placed[Math.floor(part * placed.length)]!, invitations: 0 }
  }
  const family = families[0]
  if (n % 3 === 1 || !family) {
    const opening = Math.floor(part * openings)
    return { kind: 'places', opening, capacity: capacity[opening]! + 1 }
  }
  const label = n % family.low.length
  return { kind: 'band', family: 0, label, low: family.low[label]! + 1, high: family.high[label]! + 1 }
}
