import { z } from 'zod'
import { aDay, type InputFault } from '#kernel'
import { anId, aSupplier, supplierFaults } from './read-suppliers.ts'
import { fault, readChecked, twice, unknownIn } from './reading.ts'
import { hhiBounds } from './rules/concentration.ts'

const whole = z.int().min(0)
const some = z.int().min(1)

const published = z.strictObject({
  suppliers: some,
  largest: z.array(z.strictObject({ suppliers: some, percent: z.number().min(0).max(100) })).min(1),
  regions: z.strictObject({ all: some, withDelivery: whole }).optional(),
})

const counted = z.strictObject({
  suppliers: z.array(aSupplier).min(1),
  regions: z.array(z.strictObject({ code: anId, contracted: whole.optional() })).min(1),
  participants: z.array(z.strictObject({ supplier: anId, region: anId, participants: whole })).min(1),
  bids: z.array(z.strictObject({ supplier: anId, region: anId })).optional(),
})

const schema = z.strictObject({
  on: aDay,
  market: z.string().trim().min(1),
  published: published.optional(),
  counted: counted.optional(),
})

/** A market as published figures tell of it, as it was counted, or both. */
export type Market = z.output<typeof schema>
export type Counted = NonNullable<Market['counted']>
export type Published = NonNullable<Market['published']>

export function readMarket(
  input: unknown,
): { readonly ok: true; readonly value: Market } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  return readChecked(schema, input, parts => [
    ...('published' in parts && 'counted' in parts && !parts.published && !parts.counted
      ? [fault('', 'Ange published, counted eller båda.', 'Give published, counted or both.')]
      : []),
    ...(parts.published ? publishedFaults(parts.published) : []),
    ...(parts.counted ? countedFaults(parts.counted) : []),
  ])
}

function publishedFaults({ suppliers, largest, regions }: Published): InputFault[] {
  const [sv, en] = [
    'Andelarna motsäger varandra: en senare grupp är större per aktör än en tidigare.',
    'The shares contradict each other: a later group is larger per supplier than an earlier one.',
  ]
  return [
    ...(hhiBounds({ suppliers, largest }) ? [] : [fault('/published/largest', sv, en)]),
    ...(regions && regions.withDelivery > regions.all
      ? [
          fault(
            '/published/regions/withDelivery',
            `Fler än de ${regions.all} som finns.`,
            `More than the ${regions.all} there are.`,
          ),
        ]
      : []),
  ]
}

function countedFaults({ suppliers, regions, participants, bids = [] }: Counted): InputFault[] {
  const ids = new Set(suppliers.map(({ id }) => id))
  const codes = new Set(regions.map(({ code }) => code))
  const lines = [
    ...participants.map((one, index) => ({ one, at: `/counted/participants/${index}` })),
    ...bids.map((one, index) => ({ one, at: `/counted/bids/${index}` })),
  ]
  const pair = (one: { supplier: string; region: string }): string => `${one.supplier} (${one.region})`
  return [
    ...supplierFaults(suppliers).map(one => ({ ...one, pointer: `/counted${one.pointer}` })),
    ...twice(
      regions,
      ({ code }) => code,
      index => `/counted/regions/${index}/code`,
    ),
    ...lines.flatMap(({ one, at }) => [
      ...unknownIn(ids, one.supplier, `${at}/supplier`),
      ...unknownIn(codes, one.region, `${at}/region`),
    ]),
    ...twice(participants, pair, index => `/counted/participants/${index}`),
    ...twice(bids, pair, index => `/counted/bids/${index}`),
  ]
}
