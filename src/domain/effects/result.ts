import { type Day, entryOn, type InputFault, type Ore, portion } from '#kernel'
import { type AssumptionName, assumptions, fixed, pointOf, type Ranges } from './assumptions.ts'
import { type EffectsAt, type Equalisation, effectsAt } from './effects.ts'
import { type Actor, type FlowName, flowNames, flows, type Gains } from './flows.ts'
import { type EffectsInput, type Question, readQuestion } from './input.ts'
import { averageLocalTax, incomeEqualisation } from './parameters.ts'
import { yearsOf } from './person.ts'
import { type Group, type Plan, planOf } from './plan.ts'
import type { LocalTax } from './tax.ts'
import {
  type Scenarios,
  type Simulation,
  type Span,
  scenarios,
  simulate,
  type TornadoBar,
  tornado,
} from './uncertainty.ts'

/** Effects of a forecast or of real placements. Every amount is whole öre. */
export type Effects = {
  readonly people: number
  /** People × calendar days at work, when every assumption is likely. */
  readonly personDays: number
  /** Who gains (+) and who pays (−): the likely, and the span of eight draws in ten. */
  readonly gains: Readonly<Record<keyof Gains, { readonly likely: Ore } & Span>>
  readonly years: readonly { readonly year: number; readonly gains: Gains }[]
  /** Society's likely gain for each person-year of 365 days. */
  readonly perPersonYear: Ore
  readonly flows: readonly {
    readonly flow: FlowName
    readonly from: string
    readonly to: string
    readonly amount: Ore
  }[]
  /** What one person of each group has to live on in a year, after tax, with the requirement and without. */
  readonly incomes: readonly {
    readonly group: string
    readonly year: number
    readonly with: Ore
    readonly without: Ore
  }[]
  readonly scenarios: Scenarios
  readonly tornado: readonly TornadoBar[]
}

/** What is stored beside the input. */
export type EffectsResult = {
  readonly unit: 'öre'
  readonly localTax: LocalTax
  readonly equalisation: Equalisation | null
  readonly assumptions: Ranges
  readonly simulation: Simulation
  readonly forecast?: Effects
  readonly outcome?: Effects
}

type Settled = { readonly question: Question; readonly localTax: LocalTax; readonly equalisation: Equalisation }

/** The socio-economic calculation before (forecast) and after (real placements), or every fault of the input. */
export function effectsOf(
  input: EffectsInput | unknown,
):
  | { readonly ok: true; readonly question: Question; readonly result: EffectsResult }
  | { readonly ok: false; readonly faults: readonly InputFault[] } {
  const read = readQuestion(input)
  if (!read.ok) return read
  const question = read.value
  const day = question.rulesOf ?? firstDay(question)
  const localTax = question.localTax ?? entryOn(averageLocalTax, day, question.turnedOn)?.value
  const missing = localTax ? [] : [missingTax]
  const tax = localTax ?? { municipality: 0, region: 0 }
  const [forecast, outcome] = [
    plansOf(question.forecast, '/forecast/groups', tax, question),
    plansOf(question.outcome, '/outcome/placements', tax, question),
  ]
  const faults = [...missing, ...forecast.faults, ...outcome.faults]
  if (faults.length > 0) return { ok: false, faults }
  const equalisation = question.equalisation ?? entryOn(incomeEqualisation, day, question.turnedOn)?.value
  const settled: Settled = { question, localTax: tax, equalisation }
  return {
    ok: true,
    question,
    result: {
      unit: 'öre',
      localTax: tax,
      equalisation: equalisation ?? null,
      assumptions: question.ranges,
      simulation: question.simulation,
      ...(question.forecast ? { forecast: summed(forecast.plans, question.ranges, settled) } : {}),
      ...(question.outcome ? { outcome: summed(outcome.plans, afterwards(question.ranges), settled) } : {}),
    },
  }
}

/** Of real placements, pay and time are known. */
function afterwards(ranges: Ranges): Ranges {
  const known = Object.entries(assumptions).filter(([, one]) => !one.afterwards)
  return { ...ranges, ...Object.fromEntries(known.map(([name]) => [name, fixed(100)])) }
}

function summed(plans: readonly Plan[], ranges: Ranges, { question, equalisation }: Settled): Effects {
  const at = (point: Readonly<Record<AssumptionName, number>>): EffectsAt => effectsAt(plans, point, equalisation)
  const likelyPoint = pointOf(ranges, range => range.likely)
  const likely = at(likelyPoint)
  const spans = simulate(at, ranges, question.simulation)
  const bars = tornado(at, ranges)
  const band = (who: Actor | 'society'): { likely: Ore } & Span => ({ likely: likely.gains[who], ...spans[who] })
  return {
    people: plans.reduce((sum, { group }) => sum + group.people, 0),
    personDays: likely.personDays,
    gains: {
      individual: band('individual'),
      municipality: band('municipality'),
      region: band('region'),
      state: band('state'),
      employer: band('employer'),
      society: band('society'),
    },
    years: likely.years,
    perPersonYear: likely.personDays === 0 ? 0 : portion(likely.gains.society, 365, likely.personDays),
    flows: flowNames.flatMap(flow => {
      const amount = likely.amounts[flow] ?? 0
      return amount === 0 ? [] : [{ flow, from: flows[flow].from, to: flows[flow].to, amount }]
    }),
    incomes: plans.flatMap(plan =>
      yearsOf(plan, likelyPoint).map(({ year, netWith, netWithout }) => ({
        group: plan.group.name,
        year,
        with: netWith,
        without: netWithout,
      })),
    ),
    scenarios: scenarios(at, ranges, bars),
    tornado: bars,
  }
}

/** The earliest first day of all groups. */
function firstDay({ forecast = [], outcome = [] }: Question): Day {
  return [...forecast, ...outcome].map(({ period }) => period.from).sort()[0] ?? ''
}

function plansOf(
  groups: readonly Group[] | undefined,
  pointer: string,
  tax: LocalTax,
  { turnedOn, rulesOf }: Question,
): { plans: Plan[]; faults: InputFault[] } {
  const plans: Plan[] = []
  const faults: InputFault[] = []
  for (const [index, group] of (groups ?? []).entries()) {
    const planned = planOf(group, tax, turnedOn, rulesOf)
    if (planned.ok) plans.push(planned.plan)
    else faults.push(noRules(rulesOf ? '/rulesOf' : `${pointer}/${index}/from`, planned.day, planned.parameter))
  }
  return { plans, faults }
}

function noRules(pointer: string, day: string, parameter: string): InputFault {
  return {
    pointer,
    says: {
      sv: `Det finns inga regler för ${day} (${parameter}). Välj en annan tid, eller räkna allt med en dags regler: "rulesOf": "2026-07-01".`,
      en: `There are no rules for ${day} (${parameter}). Choose another time, or reckon all by the rules of one day: "rulesOf": "2026-07-01".`,
    },
  }
}

const missingTax: InputFault = {
  pointer: '/localTax',
  says: {
    sv: `Ange kommunens och regionens skattesats i procent, eller slå på det ej verifierade genomsnittet: "turnOn": ["${averageLocalTax.id}"].`,
    en: `Give the municipality’s and the region’s tax rates in per cent, or turn on the unverified average: "turnOn": ["${averageLocalTax.id}"].`,
  },
}
