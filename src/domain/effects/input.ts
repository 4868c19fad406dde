import { z } from 'zod'
import { aDay, addDays, addMonths, type Day, type InputFault, readInput, type TurnedOn, type Wording } from '#kernel'
import {
  type AssumptionName,
  assumptionNames,
  assumptions,
  defaultRanges,
  fixed,
  type Range,
  type Ranges,
} from './assumptions.ts'
import type { Equalisation } from './effects.ts'
import { averageLocalTax, incomeEqualisation } from './parameters.ts'
import type { Group } from './plan.ts'
import type { LocalTax } from './tax.ts'
import type { Simulation } from './uncertainty.ts'

/** Kronor with at most two decimals; a billion is taken for a slip of the pen. */
const kronor = z
  .number()
  .min(0)
  .max(1e9)
  .refine(hasTwoDecimals, says('Har högst två decimaler.', 'Has at most two decimals.'))
const percent = z
  .number()
  .min(0)
  .max(100)
  .refine(hasTwoDecimals, says('Har högst två decimaler.', 'Has at most two decimals.'))

const support = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('introduction_job') }),
  z.strictObject({ kind: z.literal('new_start_job'), layers: z.union([z.literal(1), z.literal(2), z.literal(2.5)]) }),
  z.strictObject({ kind: z.literal('decided'), perMonth: kronor }),
])

const work = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('employment'),
    monthlyPay: kronor,
    fullTime: percent.default(100),
    youth: z.boolean().default(false),
    support: support.default({ kind: 'none' }),
  }),
  z.strictObject({ kind: z.literal('internship'), monthlyValue: kronor.default(0) }),
])

const benefit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('establishment_benefit') }),
  z.strictObject({ kind: z.literal('housing_benefit'), rent: kronor }),
  z.strictObject({ kind: z.literal('activity_support'), perDay: kronor.optional() }),
  z.strictObject({ kind: z.literal('social_assistance'), perMonth: kronor }),
  z.strictObject({ kind: z.literal('other_from_state'), perMonth: kronor, taxable: z.boolean() }),
])

const common = {
  name: z.string().trim().min(1),
  people: z.int().min(1).max(10_000),
  from: aDay,
  work,
  without: z.array(benefit),
}

const longest = 60 // months; more than one contract is likely to run

const forecast = z.strictObject({
  groups: z.array(z.strictObject({ ...common, months: z.int().min(1).max(longest) })).min(1),
})
const outcome = z.strictObject({
  placements: z
    .array(
      z
        .strictObject({ ...common, people: common.people.default(1), last: aDay })
        .refine(one => one.from <= one.last && one.last < addMonths(one.from, longest), {
          path: ['last'],
          ...says(
            'Ska vara från och med första dagen, och inom fem år från den.',
            'Must be on or after the first day, and within five years of it.',
          ),
        }),
    )
    .min(1),
})

const range = z.union([z.number(), z.strictObject({ low: z.number(), likely: z.number(), high: z.number() })])
const limits: Readonly<Record<AssumptionName, z.ZodType<number>>> = {
  staying: percent,
  pay: z.number().min(1).max(500).refine(hasTwoDecimals, says('Har högst två decimaler.', 'Has at most two decimals.')),
  productivity: z
    .number()
    .min(0)
    .max(500)
    .refine(hasTwoDecimals, says('Har högst två decimaler.', 'Has at most two decimals.')),
  deadweight: percent,
  displacement: percent,
  employerCosts: kronor,
  municipalCosts: kronor,
  programmeSaved: kronor,
  workCosts: kronor,
}
const rates = z.strictObject({ municipality: percent, region: percent })

const schema = z
  .strictObject({
    about: z.string().optional(),
    localTax: rates
      .refine(({ municipality, region }) => municipality + region > 0 && municipality + region <= 100, {
        ...says(
          'Ska tillsammans vara mer än 0 och högst 100 procent.',
          'Must together be more than 0 and at most 100 per cent.',
        ),
      })
      .optional(),
    rulesOf: aDay.optional(),
    turnOn: z.array(z.enum([averageLocalTax.id, incomeEqualisation.id])).default([]),
    incomeEqualisation: rates.optional(),
    assumptions: z
      .strictObject(
        Object.fromEntries(assumptionNames.map(name => [name, range.optional()])) as Record<
          AssumptionName,
          z.ZodOptional<typeof range>
        >,
      )
      .default({}),
    simulation: z
      .strictObject({
        seed: z
          .int()
          .min(0)
          .max(2 ** 31),
        draws: z.int().min(100).max(10_000),
      })
      .default({ seed: 1, draws: 1_000 }),
    forecast: forecast.optional(),
    outcome: outcome.optional(),
  })
  .refine(one => one.forecast !== undefined || one.outcome !== undefined, {
    ...says('Ange en prognos (forecast), ett utfall (outcome) eller båda.', 'Give a forecast, an outcome or both.'),
  })

/** What is stored with a result, as it came in. */
export type EffectsInput = z.input<typeof schema>

/** The input, read and settled: shares are shares, periods have an end, every assumption has a range. */
export type Question = {
  readonly localTax: LocalTax | undefined
  readonly rulesOf: Day | undefined
  readonly turnedOn: TurnedOn
  readonly equalisation: Equalisation
  readonly ranges: Ranges
  readonly simulation: Simulation
  readonly forecast?: readonly Group[]
  readonly outcome?: readonly Group[]
}

export function readQuestion(
  input: unknown,
): { ok: true; value: Question } | { ok: false; faults: readonly InputFault[] } {
  const read = readInput(schema, input)
  if (!read.ok) return read
  const given = read.value
  const faults = assumptionNames.flatMap(name => rangeFaults(name, given.assumptions[name]))
  if (faults.length > 0) return { ok: false, faults }
  const shares = (one: z.output<typeof rates>): LocalTax => ({
    municipality: toShare(one.municipality),
    region: toShare(one.region),
  })
  const ranges = { ...defaultRanges.versions[0]!.value, ...rangesOf(given.assumptions) }
  return {
    ok: true,
    value: {
      localTax: given.localTax && shares(given.localTax),
      rulesOf: given.rulesOf,
      turnedOn: new Set(given.turnOn),
      equalisation: given.incomeEqualisation && shares(given.incomeEqualisation),
      ranges,
      simulation: given.simulation,
      forecast: given.forecast?.groups.map(({ from, months, ...group }) => ({
        ...group,
        period: { from, to: addMonths(from, months) },
      })),
      outcome: given.outcome?.placements.map(({ from, last, ...group }) => ({
        ...group,
        period: { from, to: addDays(last, 1) },
      })),
    },
  }
}

type GivenRange = z.output<typeof range> | undefined
type GivenRanges = Readonly<Partial<Record<AssumptionName, GivenRange>>>

function rangesOf(given: GivenRanges): Partial<Ranges> {
  const said = assumptionNames.flatMap((name): [AssumptionName, Range][] => {
    const one = given[name]
    return one === undefined ? [] : [[name, typeof one === 'number' ? fixed(one) : one]]
  })
  return Object.fromEntries(said)
}

function rangeFaults(name: AssumptionName, given: GivenRange): InputFault[] {
  if (given === undefined) return []
  const pointer = `/assumptions/${name}`
  const ends =
    typeof given === 'number'
      ? [['', given] as const]
      : (['low', 'likely', 'high'] as const).map(end => [`/${end}`, given[end]] as const)
  const outside = ends.flatMap(([end, value]) => {
    const read = readInput(limits[name], value)
    return read.ok ? [] : read.faults.map(({ says }) => ({ pointer: `${pointer}${end}`, says }))
  })
  if (typeof given === 'number' || (given.low <= given.likely && given.likely <= given.high)) return outside
  const { sv, en } = assumptions[name].name
  return [
    ...outside,
    {
      pointer,
      says: {
        sv: `${sv}: det låga får inte vara högre än det troliga, och det troliga inte högre än det höga.`,
        en: `${en}: low may not be above likely, nor likely above high.`,
      },
    },
  ]
}

function toShare(percentage: number): number {
  return Math.round(percentage * 100) / 10_000
}

function hasTwoDecimals(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
}

function says(sv: string, en: string): { params: { says: Wording } } {
  return { params: { says: { sv, en } } }
}
