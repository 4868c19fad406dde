import type { Highs } from 'highs'
import { pairsOf, pricesOf } from './answer.ts'
import { balanceLabels } from './balance.ts'
import { judge, upperBound } from './certificate.ts'
import { type CoreAnswer, coreOf, solveCore, widenCore } from './core.ts'
import { fillPlaces } from './fill.ts'
import type { Pairs, Prices } from './instance.ts'
import type { Matching } from './match.ts'
import { clearPlan, type Plan } from './plan.ts'
import type { Progress } from './progress.ts'
import type { Search } from './search.ts'

/** How long and how wide to look when families cross: seconds for each whole-numbered core, points of reach for the last one. */
export type CrossLimits = { readonly seconds: number; readonly reach: number }

/**
 * Families that cross break the network. They are priced out: each of their labels gets a charge, the network is solved exactly at
 * these charges, which bounds every plan, and only the pairs that come near (the core) are handed to HiGHS. The core's linear
 * programme gives better charges, the better charges a better core, until value and bound meet or `limits` are reached.
 * The gap is stated; it need not be 0 even for the best plan, since whole persons cannot be divided.
 */
export function* priceOut(search: Search, highs: Highs, limits: CrossLimits): Generator<Progress, Matching> {
  const { plan } = search
  const { instance } = plan
  let best = weigh(plan, pairsOf(plan), pricesOf(plan))
  const inCore = new Uint8Array(instance.head.length)
  for (let reach = 8; best.gap >= 1 && reach <= limits.reach; reach *= 3) {
    widenCore(instance, inCore, best.prices, reach)
    // Charges settle in a few turns. A turn that bounds no better has still found pairs that the core lacked.
    for (let turn = 0; turn < 12 && best.gap >= 1; turn++) {
      const relaxed = solveCore(highs, instance, coreOf(instance, inCore), false, limits.seconds)
      best = withPairs(plan, best, relaxed)
      yield progress(best, reach, limits)
      if (!relaxed.solved || relaxed.value > best.bound - 0.5 || !charge(plan, relaxed)) break
      clearPlan(plan)
      // While the network is planned anew, the best so far stands.
      for (const steps of [fillPlaces(search), balanceLabels(search)]) {
        while (!steps.next().done) yield progress(best, reach, limits)
      }
      const next = weigh(plan, pairsOf(plan), pricesOf(plan))
      const pairs = next.worth.value > best.worth.value ? next.pairs : best.pairs
      widenCore(instance, inCore, next.prices, reach)
      best = weigh(plan, pairs, next.bound < best.bound ? next.prices : best.prices)
    }
    if (best.gap < 1) break
    const whole = solveCore(highs, instance, coreOf(instance, inCore), true, limits.seconds)
    best = withPairs(plan, best, whole)
    yield progress(best, reach, limits)
  }
  return best
}

/** The pairs of a core's answer, if they are allowed and worth more: a relaxed programme often has whole persons by itself. */
function withPairs(plan: Plan, best: Matching, { solved, pairs }: CoreAnswer): Matching {
  const worth = judge(plan.instance, pairs)
  return solved && worth.allowed && worth.value > best.worth.value ? weigh(plan, pairs, best.prices) : best
}

/** Takes over the charges of the crossing families, rounded to whole points; false when nothing changed. */
function charge({ instance, network, charges, charge: onGroup, price }: Plan, answer: CoreAnswer): boolean {
  let changed = false
  for (const f of network.crossing.families) {
    const { penalty } = instance.families[f]!
    for (let l = 0; l < penalty.length; l++) {
      const wanted = Math.max(-penalty[l]!, Math.min(penalty[l]!, Math.round(answer.charges[f]![l]!)))
      changed ||= wanted !== charges[f]![l]
      charges[f]![l] = wanted
    }
  }
  for (let g = network.ports; g < network.groupsEnd; g++) {
    const i = network.sample[g - network.ports]!
    onGroup[g] = network.crossing.families.reduce(
      (sum, f) => sum + (charges[f]![instance.families[f]!.label[i]!] ?? 0),
      0,
    )
    price[g] = price[network.parent[g]!]! - onGroup[g]!
  }
  return changed
}

function weigh({ instance }: Plan, pairs: Pairs, prices: Prices): Matching {
  const worth = judge(instance, pairs)
  const bound = upperBound(instance, prices)
  if (!worth.allowed || bound === undefined || bound < worth.value) {
    throw new Error(`The matching failed its own proof: allowed ${worth.allowed}, value ${worth.value}, bound ${bound}`)
  }
  return { pairs, prices, worth, bound, gap: bound - worth.value }
}

function progress(best: Matching, reach: number, limits: CrossLimits): Progress {
  return {
    stage: 'crossing',
    done: reach,
    of: limits.reach,
    soFar: () => ({ value: best.worth.value, bound: best.bound }),
  }
}
