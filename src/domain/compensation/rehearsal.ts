import { type Ore, ore } from '#kernel'
import { basePaid, type PriceModel, partsOf, priceOf } from './price-model.ts'

export type Range = { readonly low: number; readonly likely: number; readonly high: number }

/** Participants of one tier: their part of all, how many leave early, and how many reach each result of those who reached the one before. Per cent. */
export type TierOutcome = {
  readonly tier: string
  readonly mix: number
  readonly dailyCost: Ore
  readonly dropOut: Range
  readonly reached: readonly Range[]
}

/** A supplier's year. Days are paid days of service; costs are whole öre. */
export type Rehearsal = {
  readonly volumes: readonly number[]
  readonly tiers: readonly TierOutcome[]
  readonly days: { readonly stayed: number; readonly droppedOut: number }
  readonly costs: { readonly fixed: Ore; readonly perParticipant: Ore }
}

export type Case = 'low' | 'likely' | 'high'

/** What one participant is expected to bring and cost, whole öre. */
export type PerParticipant = { readonly base: Ore; readonly results: Ore; readonly cost: Ore; readonly margin: Ore }

export type VolumeOutcome = {
  readonly volume: number
  /** Income and cost when outcomes are as assumed in each case. */
  readonly cases: Readonly<
    Record<Case, { readonly base: Ore; readonly results: Ore; readonly cost: Ore; readonly margin: Ore }>
  >
  /** Eight years of ten with the likely outcomes: chance alone moves the margin this much. */
  readonly chance: { readonly low: Ore; readonly high: Ore }
  /** How much of the cost the base part pays, per cent with one decimal. */
  readonly baseCovers: number
}

export type RehearsalResult = {
  readonly perTier: readonly ({ readonly tier: string } & PerParticipant)[]
  readonly volumes: readonly VolumeOutcome[]
  /** The fewest participants a year at which the likely margin is not negative; null when no number is enough. */
  readonly breakEven: number | null
  /** True when a tier further from the labour market is expected to earn less than one nearer: it pays to choose easy cases. */
  readonly rewardsEasyCases: boolean
}

type Expected = { readonly base: number; readonly results: number; readonly cost: number; readonly variance: number }
const eightOfTen = 1.2815515655446004 // the normal distribution's ninetieth hundredth

/** A supplier's economy over volumes, outcomes and drop-out. Expected amounts, rounded to öre at the end. */
export function rehearse(model: PriceModel, rehearsal: Rehearsal): RehearsalResult {
  const at = (which: Case): readonly Expected[] =>
    rehearsal.tiers.map(tier => expectedOf(model, rehearsal, tier, which))
  const [low, likely, high] = [
    mixed(rehearsal, at('low')),
    mixed(rehearsal, at('likely')),
    mixed(rehearsal, at('high')),
  ]
  const margin = likely.base + likely.results - likely.cost
  const perTier = rehearsal.tiers.map(({ tier }, index) => ({ tier, ...rounded(at('likely')[index]!) }))
  return {
    perTier,
    volumes: rehearsal.volumes.map(volume => {
      const fixed = rehearsal.costs.fixed
      const cases = {
        low: yearOf(low, volume, fixed),
        likely: yearOf(likely, volume, fixed),
        high: yearOf(high, volume, fixed),
      }
      const swing = eightOfTen * Math.sqrt(volume * likely.variance)
      const exact = volume * margin - fixed
      return {
        volume,
        cases,
        chance: { low: toOre(exact - swing), high: toOre(exact + swing) },
        baseCovers: cases.likely.cost === 0 ? 100 : Math.round((cases.likely.base / cases.likely.cost) * 1000) / 10,
      }
    }),
    breakEven:
      margin > 0 ? Math.ceil(rehearsal.costs.fixed / margin) : rehearsal.costs.fixed === 0 && margin === 0 ? 0 : null,
    rewardsEasyCases: perTier.some(({ margin: own }, index) => index > 0 && own < perTier[index - 1]!.margin),
  }
}

/** Low is the worse for the supplier: more leave early, fewer reach each result. */
function expectedOf(model: PriceModel, { days, costs }: Rehearsal, outcome: TierOutcome, which: Case): Expected {
  const parts = partsOf(model, priceOf(model, outcome.tier) ?? 0)
  const paid = (days: number): Ore => basePaid(model, parts.base, days)
  const opposite = { low: 'high', likely: 'likely', high: 'low' } as const
  const left = outcome.dropOut[opposite[which]] / 100

  const ways: { chance: number; base: Ore; results: Ore; cost: Ore }[] = [
    {
      chance: left,
      base: paid(days.droppedOut),
      results: 0,
      cost: costs.perParticipant + outcome.dailyCost * days.droppedOut,
    },
  ]
  let reaching = 1 - left
  let earned = 0
  const stayed = { base: paid(days.stayed), cost: costs.perParticipant + outcome.dailyCost * days.stayed }
  for (const [index, range] of outcome.reached.entries()) {
    const share = range[which] / 100
    ways.push({ chance: reaching * (1 - share), results: earned, ...stayed })
    reaching *= share
    earned += parts.results[index] ?? 0
  }
  ways.push({ chance: reaching, results: earned, ...stayed })

  const mean = (of: (way: (typeof ways)[number]) => number): number =>
    ways.reduce((sum, way) => sum + way.chance * of(way), 0)
  const net = (way: (typeof ways)[number]): number => way.base + way.results - way.cost
  const expected = mean(net)
  return {
    base: mean(way => way.base),
    results: mean(way => way.results),
    cost: mean(way => way.cost),
    variance: mean(way => (net(way) - expected) ** 2),
  }
}

/** Participants of all tiers by their mix. The variance is of one who may be of any tier. */
function mixed({ tiers }: Rehearsal, each: readonly Expected[]): Expected {
  const weigh = (of: (one: Expected) => number): number =>
    each.reduce((sum, one, index) => sum + ((tiers[index]?.mix ?? 0) / 100) * of(one), 0)
  const net = (one: Expected): number => one.base + one.results - one.cost
  const mean = weigh(net)
  return {
    base: weigh(one => one.base),
    results: weigh(one => one.results),
    cost: weigh(one => one.cost),
    variance: weigh(one => one.variance + (net(one) - mean) ** 2),
  }
}

function yearOf(one: Expected, volume: number, fixed: Ore): VolumeOutcome['cases'][Case] {
  const [base, results, cost] = [
    toOre(one.base * volume),
    toOre(one.results * volume),
    toOre(one.cost * volume + fixed),
  ]
  return { base, results, cost, margin: base + results - cost }
}

function rounded(one: Expected): PerParticipant {
  const [base, results, cost] = [toOre(one.base), toOre(one.results), toOre(one.cost)]
  return { base, results, cost, margin: base + results - cost }
}

function toOre(exact: number): Ore {
  return ore(exact / 100)
}
