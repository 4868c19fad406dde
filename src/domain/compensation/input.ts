import { z } from 'zod'
import { aDay, type Day, type InputFault, inForceOn, ore, readInput, type Wording } from '#kernel'
import type { LedgerEvent } from './ledger.ts'
import { ledgerFaults } from './ledger-faults.ts'
import type { DatedModel } from './price-model.ts'
import { sketchedShares } from './register.ts'
import type { Rehearsal } from './rehearsal.ts'

const twoDecimals = says('Har högst två decimaler.', 'Has at most two decimals.')
const notAbove = says('Det låga får inte vara högre än det som följer.', 'Low may not be above what follows.')
const kronor = z.number().min(0).max(1e9).refine(hasTwoDecimals, twoDecimals)
const percent = z.number().min(0).max(100).refine(hasTwoDecimals, twoDecimals)
const months = z.int().min(0).max(36)
const name = z.string().trim().min(1).max(60)
const sketch = sketchedShares.versions[0]!.value

const tierPrice = z.strictObject({
  tier: name,
  price: kronor,
  dailyCost: z
    .strictObject({ low: kronor, high: kronor })
    .refine(({ low, high }) => low <= high, notAbove)
    .optional(),
})

const model = z
  .strictObject({
    validFrom: aDay,
    validTo: aDay.optional(),
    source: z.string().trim().min(1),
    baseShare: percent.default(sketch.base),
    results: z
      .array(z.strictObject({ afterMonths: months, share: percent }))
      .min(1)
      .default([...sketch.results]),
    tiers: z.array(tierPrice).min(1),
    plannedDays: z.int().min(1).max(1000),
    days: z.enum(['weekdays', 'calendar']).default('weekdays'),
    clawback: z.strictObject({ withinMonths: months.min(1), share: percent }).optional(),
  })
  .superRefine((one, context) => {
    const fault = (path: (string | number)[], sv: string, en: string): void =>
      context.addIssue({ code: 'custom', path, ...says(sv, en) })
    const sum = one.baseShare + one.results.reduce((all, { share }) => all + share, 0)
    if (Math.abs(sum - 100) > 1e-6)
      fault(
        ['results'],
        'Delarna ska tillsammans med grundersättningen bli 100 procent.',
        'The parts must with the base come to 100 per cent.',
      )
    for (const [index, { afterMonths }] of one.results.entries())
      if (index > 0 && afterMonths <= one.results[index - 1]!.afterMonths)
        fault(
          ['results', index, 'afterMonths'],
          'Ska vara fler månader än delen före.',
          'Must be more months than the part before.',
        )
    for (const [index, { tier }] of one.tiers.entries())
      if (one.tiers.findIndex(other => other.tier === tier) < index)
        fault(['tiers', index, 'tier'], 'Nivån finns redan.', 'The tier is there already.')
    if (one.validTo !== undefined && one.validTo <= one.validFrom)
      fault(['validTo'], 'Ska vara efter första dagen.', 'Must be after the first day.')
  })

const written = { id: name, recorded: aDay }
const event = z.discriminatedUnion('kind', [
  z.strictObject({ ...written, kind: z.literal('started'), participant: name, tier: name, on: aDay }),
  ...(['ended', 'hired', 'still_employed', 'employment_ended'] as const).map(kind =>
    z.strictObject({ ...written, kind: z.literal(kind), participant: name, on: aDay }),
  ),
  z.strictObject({
    ...written,
    kind: z.literal('corrected'),
    corrects: name,
    reason: z.string().trim().min(1),
    instead: z.strictObject({ on: aDay.optional(), tier: name.optional() }).optional(),
  }),
])

const range = z.union([
  percent.transform(value => ({ low: value, likely: value, high: value })),
  z
    .strictObject({ low: percent, likely: percent, high: percent })
    .refine(({ low, likely, high }) => low <= likely && likely <= high, notAbove),
])

const rehearsal = z.strictObject({
  on: aDay,
  volumes: z.array(z.int().min(1).max(100_000)).min(1).max(20),
  tiers: z
    .array(
      z.strictObject({ tier: name, mix: percent, dailyCost: kronor, dropOut: range, reached: z.array(range).min(1) }),
    )
    .min(1),
  days: z.strictObject({ stayed: z.int().min(0).max(1000), droppedOut: z.int().min(0).max(1000) }),
  costs: z.strictObject({ fixed: kronor, perParticipant: kronor.default(0) }),
})

const schema = z.strictObject({
  about: z.string().optional(),
  models: z.array(model).min(1),
  ledger: z.strictObject({ asOf: aDay, events: z.array(event) }).optional(),
  rehearsal: rehearsal.optional(),
})

/** What is stored with a result, as it came in. */
export type CompensationInput = z.input<typeof schema>

export type Question = {
  readonly models: readonly DatedModel[]
  readonly ledger?: { readonly asOf: Day; readonly events: readonly LedgerEvent[] }
  readonly rehearsal?: { readonly on: Day; readonly with: Rehearsal; readonly model: DatedModel }
}

/** Input as models with whole öre, a ledger in order and a rehearsal of a model in force, or every fault. */
export function readQuestion(
  input: unknown,
): { ok: true; value: Question } | { ok: false; faults: readonly InputFault[] } {
  const read = readInput(schema, input)
  if (!read.ok) return read
  const { models: given, ledger, rehearsal: asked } = read.value
  const models = given.map(datedModel)
  const rehearsed = asked && rehearsalOf(models, asked)
  const faults = [...(ledger ? ledgerFaults(models, ledger.events) : []), ...(rehearsed?.faults ?? [])]
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: { models, ...(ledger ? { ledger } : {}), ...(rehearsed?.asked ? { rehearsal: rehearsed.asked } : {}) },
  }
}

function datedModel({ validFrom, validTo, source, tiers, ...rest }: z.output<typeof model>): DatedModel {
  return {
    value: {
      ...rest,
      tiers: tiers.map(({ tier, price, dailyCost }) => ({
        tier,
        price: ore(price),
        ...(dailyCost ? { dailyCost: { low: ore(dailyCost.low), high: ore(dailyCost.high) } } : {}),
      })),
    },
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    source,
    confidence: 'source',
  }
}

type Asked = z.output<typeof rehearsal>

function rehearsalOf(
  models: readonly DatedModel[],
  asked: Asked,
): { asked?: Question['rehearsal']; faults: InputFault[] } {
  const inForce = inForceOn(models, asked.on)
  if (!inForce)
    return {
      faults: [
        {
          pointer: '/rehearsal/on',
          says: { sv: 'Ingen prismodell gäller den dagen.', en: 'No price model is in force on that day.' },
        },
      ],
    }
  const { tiers, results } = inForce.value
  const faults: InputFault[] = asked.tiers.flatMap((one, index): InputFault[] => [
    ...(tiers.some(({ tier }) => tier === one.tier)
      ? []
      : [
          {
            pointer: `/rehearsal/tiers/${index}/tier`,
            says: { sv: 'Prismodellen har ingen sådan nivå.', en: 'The price model has no such tier.' },
          },
        ]),
    ...(one.reached.length === results.length
      ? []
      : [
          {
            pointer: `/rehearsal/tiers/${index}/reached`,
            says: {
              sv: `Ska ha ${results.length} tal, ett för varje resultatdel.`,
              en: `Must have ${results.length} numbers, one for each result part.`,
            },
          },
        ]),
  ])
  if (Math.abs(asked.tiers.reduce((sum, { mix }) => sum + mix, 0) - 100) > 1e-6)
    faults.push({
      pointer: '/rehearsal/tiers',
      says: {
        sv: 'Nivåernas delar (mix) ska bli 100 procent.',
        en: 'The tiers’ parts (mix) must come to 100 per cent.',
      },
    })
  if (faults.length > 0) return { faults }
  const { fixed, perParticipant } = asked.costs
  const costs = { fixed: ore(fixed), perParticipant: ore(perParticipant) }
  return {
    asked: {
      on: asked.on,
      model: inForce,
      with: {
        volumes: asked.volumes,
        tiers: asked.tiers.map(tier => ({ ...tier, dailyCost: ore(tier.dailyCost) })),
        days: asked.days,
        costs,
      },
    },
    faults: [],
  }
}

function hasTwoDecimals(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
}

function says(sv: string, en: string): { params: { says: Wording } } {
  return { params: { says: { sv, en } } }
}
