import { z } from '@hono/zod-openapi'
import { areaOf } from '#domain/organisations'
import {
  keySum,
  keysInForce,
  listPlaces,
  overrideReasons,
  passReasons,
  placesAccess,
  selfCheckQuestions,
  targetGroups,
  viewApportionment,
  viewLedger,
} from '#domain/places'
import { refuse } from '#kernel'
import { count, day, id, idAsked, instant, version, wholeAsked } from '../fields.ts'
import { reading } from '../operation.ts'
import { placesProblems } from './places-problems.ts'

const key = z
  .object({
    id,
    targetGroup: z.enum(targetGroups),
    nameSv: z.string(),
    nameEn: z.string(),
    basisSv: z.string(),
    basisEn: z.string(),
    source: z.string(),
    treatment: z
      .enum(['normalise', 'leave_rest', 'refuse'])
      .openapi({ description: 'What is done when the shares do not sum to 100' }),
    sum: z.number().openapi({ description: 'What the published shares sum to, per cent' }),
    rows: z.array(z.object({ area: id, name: z.string(), percent: z.number() })),
  })
  .openapi('AllocationKey')

const districtLine = z
  .object({
    area: id,
    name: z.string(),
    percent: z.number(),
    due: z.number().openapi({ description: 'Places that the key’s share amounts to so far this year' }),
    given: z.number(),
    claim: z.number().openapi({ description: 'Due less given' }),
    proposed: count,
  })
  .openapi('DistrictLine')

const fraction = z.string().openapi({ description: 'An exact number of places', example: '-13/250' })

/** One place and why it went where it went (GEN-4): the running order, told step by step. */
const step = z
  .object({
    place: count,
    number: count.openapi({ description: 'Counted over the year' }),
    area: id.nullable(),
    why: z.enum(['earliest_deadline', 'greatest_claim', 'override']),
    tie: z.enum(['claim', 'share', 'order']).optional(),
    target: fraction,
    given: count,
    claimBefore: fraction,
    claimAfter: fraction,
    deadline: count
      .optional()
      .openapi({ description: 'The number of the place that the area must have at the latest' }),
    runnerUp: z.object({ area: id.nullable(), claim: fraction, deadline: count.optional() }).optional(),
    passed: z.array(z.object({ area: id, reason: z.string(), claim: fraction })),
  })
  .openapi('ApportionmentStep')

const common = { access: placesAccess, tag: 'Places' } as const

export const places = [
  reading({
    ...common,
    path: '/places',
    operation: 'places.list',
    summary: 'Apportioned places of open cases, soonest start first',
    query: z.strictObject({ area: idAsked.optional(), limit: wholeAsked(1, 100).default(100) }),
    answer: z
      .object({
        items: z.array(
          z
            .object({
              procurement: id,
              number: z.string(),
              title: z.string(),
              area: id.nullable(),
              areaName: z.string().nullable(),
              places: count,
              startsOn: day,
            })
            .openapi('PlacesLine'),
        ),
      })
      .openapi('PlacesList'),
    description: 'A district sees those of its own area.',
    view: async ({ tx, actor, query }) => {
      if (actor.role !== 'district_team') return { items: await listPlaces(tx, query) }
      const area = await areaOf(tx, actor.organisation)
      const isOther = area === undefined || (query.area !== undefined && query.area !== area)
      return { items: isOther ? [] : await listPlaces(tx, { ...query, area }) }
    },
  }),
  reading({
    ...common,
    path: '/procurements/{procurement}/apportionment',
    operation: 'places.apportionment',
    summary: 'How a case’s places are apportioned, and why each went where it went',
    description: 'As decided, or as it would be proposed on today’s ledger. A problem says why there is none.',
    query: z.strictObject({ group: z.enum(targetGroups).optional() }),
    answer: z
      .object({
        procurement: id,
        places: count,
        startsOn: day,
        key: key.omit({ rows: true }).openapi('AllocationKeyUsed'),
        year: count,
        state: z.enum(['new', 'proposed', 'decided']),
        version,
        decidedAt: instant.optional(),
        lines: z.array(
          districtLine.extend({
            pass: z.object({ reason: z.enum(passReasons) }).optional(),
            override: z.object({ place: count, reason: z.enum(overrideReasons) }).optional(),
          }),
        ),
        steps: z.array(step),
        selfChecks: z.array(
          z.object({ question: z.enum(selfCheckQuestions), considered: z.boolean(), answeredAt: instant }),
        ),
      })
      .openapi('Apportionment'),
    titles: placesProblems,
    view: async ({ tx, today, params, query }) => {
      const page = await viewApportionment(tx, params.procurement, today, query.group)
      if (typeof page === 'string') return refuse(page)
      const lines = page.lines.map(({ override, ...line }) => ({
        ...line,
        ...(override
          ? { override: { ...override, reason: overrideReasons.find(one => one === override.reason) ?? 'other' } }
          : {}),
      }))
      return { ...page, lines, steps: page.calculation.output.steps }
    },
  }),
  reading({
    ...common,
    path: '/ledger',
    operation: 'places.ledger',
    summary: 'Where a year stands for each key: due, given and claimed, district by district',
    query: z.strictObject({
      year: wholeAsked(2000, 2199).optional().openapi({ description: 'This year when left out' }),
    }),
    answer: z
      .object({
        year: count,
        keys: z.array(z.object({ key, total: count, lines: z.array(districtLine) })),
      })
      .openapi('Ledger'),
    view: async ({ tx, today, query }) => {
      const ledger = await viewLedger(tx, query.year ?? Number(today.slice(0, 4)), today)
      return { ...ledger, keys: ledger.keys.map(one => ({ ...one, key: { ...one.key, sum: one.sum } })) }
    },
  }),
  reading({
    ...common,
    path: '/keys',
    operation: 'places.keys',
    summary: 'The allocation keys in force, with their areas',
    answer: z.object({ items: z.array(key) }).openapi('AllocationKeyList'),
    view: async ({ tx, today }) => ({
      items: (await keysInForce(tx, today)).map(one => ({ ...one, sum: keySum(one) })),
    }),
  }),
]
