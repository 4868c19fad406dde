import { z } from '@hono/zod-openapi'
import { targetGroups } from '#domain/places'
import { isMonth, reportsAccess, viewState } from '#domain/reports'
import { count, day, facts, id } from '../fields.ts'
import { reading } from '../operation.ts'

/** A count of people, null when it is small or would give a small one away (GEN-2). Suppressed before it was stored. */
const shown = count
  .nullable()
  .openapi({ description: 'null: hidden, because it is small or would give a small one away' })
const month = z.string().openapi({ example: '2026-02' })
const months = z.number().min(0)

const tables = z
  .object({
    year: count.openapi({ description: 'The whole calendar year that every count of people is of' }),
    threshold: count.openapi({ description: 'Counts of people below this are hidden' }),
    funnel: z.object({ called: shown, came: shown, listed: shown, interviewed: shown, hired: shown }),
    stayed: z.object({ hadTime: shown, kept: shown }),
    places: z.object({ all: count, filled: shown }),
    procurements: z.object({ all: count, required: count }),
    months: z.object({ promised: months, delivered: months, running: months, lacking: months }),
    commitments: z.object({ all: count, fulfilled: count, onCourse: count, short: count, late: count }),
    keys: z.array(
      z.object({
        group: z.enum(targetGroups),
        nameSv: z.string(),
        nameEn: z.string(),
        given: count,
        districts: z.array(
          z.object({ area: id, name: z.string(), percent: z.number(), given: count, due: z.number() }),
        ),
      }),
    ),
    hires: z
      .record(z.string(), z.record(z.string(), shown))
      .openapi({ description: 'People hired by district and group, with totals under *' }),
    decisions: z.array(z.object({ code: z.string(), facts })),
  })
  .openapi('ResultTables')

export const results = [
  reading({
    path: '/results',
    operation: 'state.view',
    access: reportsAccess,
    tag: 'Results',
    summary: 'What came of it in the twelve months up to the end of a month: figures without people',
    description:
      'Taken once for each month and never changed. The latest when no month is asked for. Counts of people are of the last whole calendar year.',
    query: z.strictObject({
      month: z
        .string()
        .refine(isMonth, { error: 'Must be a month, YYYY-MM' })
        .optional()
        .openapi({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
    }),
    answer: z
      .object({
        month,
        from: day,
        to: day,
        takenOn: day,
        tables,
        goals: z.record(z.string(), z.number()),
        history: z.array(z.object({ year: count, hired: shown })),
        previous: month.optional(),
        next: month.optional(),
      })
      .openapi('Results'),
    view: ({ tx, query }) => viewState(tx, query.month),
  }),
]
