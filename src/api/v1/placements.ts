import { z } from '@hono/zod-openapi'
import { listEmployed, placementAccess, placementEndReasons, placementForms, placementStates } from '#domain/placement'
import { cursorAsked } from '../cursor.ts'
import { day, id, version } from '../fields.ts'
import { reading } from '../operation.ts'
import { cursorProblems, listOf, paged } from '../paging.ts'

const placement = z
  .object({
    id,
    procurement: id,
    title: z.string(),
    state: z.enum(placementStates),
    form: z.enum(placementForms),
    rate: z.number().openapi({ description: 'Share of full time' }),
    startsOn: day,
    endsOn: day.optional(),
    startedOn: day.optional(),
    endedOn: day.optional(),
    endReason: z.enum(placementEndReasons).optional(),
    personConfirmed: z.boolean(),
    waitsFor: z.enum(['answer', 'first_day', 'confirm_start', 'confirm_still', 'nothing']),
    version,
  })
  .openapi('Placement')

export const placements = [
  reading({
    path: '/placements',
    operation: 'placement.list',
    access: placementAccess,
    tag: 'Placements',
    summary: 'The employer’s own placements, without names',
    query: z.strictObject({ cursor: cursorAsked }),
    answer: listOf(placement, 'PlacementList'),
    titles: cursorProblems,
    view: ({ tx, actor, today, query }) => paged(query, page => listEmployed(tx, actor, today, page)),
  }),
]
