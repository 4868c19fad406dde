import type { Ore } from '#kernel'
import { type AssumptionName, assumptionNames, type Point, pointOf, type Ranges } from './assumptions.ts'
import { chanceFrom, drawFrom, quantile } from './chance.ts'
import type { EffectsAt } from './effects.ts'
import { actors, type Gains } from './flows.ts'

/** The span that eight of ten draws fall within. */
export type Span = { readonly low: Ore; readonly high: Ore }
export type Spans = Readonly<Record<keyof Gains, Span>>
export type Simulation = { readonly seed: number; readonly draws: number }

type Effects = (point: Point) => EffectsAt
const whole = 100 // per cent

/** Draws every assumption at once, each on its own, and reads off the tenth lowest and the tenth highest of a hundred. */
export function simulate(effects: Effects, ranges: Ranges, { seed, draws }: Simulation): Spans {
  const chance = chanceFrom(seed)
  const gains = Array.from({ length: draws }, () => effects(pointOf(ranges, range => drawFrom(range, chance))).gains)
  const span = (who: keyof Gains): Span => {
    const sorted = gains.map(one => one[who]).sort((a, b) => a - b)
    return { low: quantile(sorted, 10 / whole), high: quantile(sorted, 90 / whole) }
  }
  const [individual, municipality, region, state, employer] = actors.map(span) as [Span, Span, Span, Span, Span]
  return { individual, municipality, region, state, employer, society: span('society') }
}

export type TornadoBar = {
  readonly assumption: AssumptionName
  readonly low: number
  readonly high: number
  /** Society's gain when this assumption alone is low, and when it alone is high. */
  readonly atLow: Ore
  readonly atHigh: Ore
}

/** One assumption at a time from its low to its high, the others likely; the one that matters most comes first, and one that does not matter is left out. */
export function tornado(effects: Effects, ranges: Ranges): readonly TornadoBar[] {
  const society = (changed: AssumptionName, end: 'low' | 'high'): Ore =>
    effects(pointOf(ranges, (range, name) => (name === changed ? range[end] : range.likely))).gains.society
  return assumptionNames
    .filter(name => ranges[name].low < ranges[name].high)
    .map(assumption => ({
      assumption,
      low: ranges[assumption].low,
      high: ranges[assumption].high,
      atLow: society(assumption, 'low'),
      atHigh: society(assumption, 'high'),
    }))
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
}

export type Scenarios = Readonly<Record<'low' | 'likely' | 'high', Gains>>

/** Everything at the end that is worse for society, everything likely, everything at the better end. */
export function scenarios(effects: Effects, ranges: Ranges, bars: readonly TornadoBar[]): Scenarios {
  const better = new Map(bars.map(bar => [bar.assumption, bar.atHigh >= bar.atLow ? 'high' : 'low'] as const))
  const at = (end: 'better' | 'worse'): Gains =>
    effects(
      pointOf(ranges, (range, name) => {
        const best = better.get(name)
        if (best === undefined) return range.likely
        return range[(end === 'better') === (best === 'high') ? 'high' : 'low']
      }),
    ).gains
  return { low: at('worse'), likely: effects(pointOf(ranges, range => range.likely)).gains, high: at('better') }
}
