import { z } from '@hono/zod-openapi'
import {
  listCases,
  openProcurement,
  procurementAccess,
  procurementStates,
  saveNeed,
  steps,
  viewCase,
  viewNeed,
} from '#domain/procurement'
import { cursorAsked } from '../cursor.ts'
import { flagAsked, id, text, version, versionAsked } from '../fields.ts'
import { reading, writing } from '../operation.ts'
import { cursorProblems, listOf, paged } from '../paging.ts'
import { procurementProblems } from './procurement-problems.ts'
import { caseAsked, need, needAsked, procurement, procurementLine } from './procurement-shapes.ts'

const common = { access: procurementAccess, tag: 'Procurements' } as const

export const procurements = [
  reading({
    ...common,
    path: '/procurements',
    operation: 'procurement.list',
    summary: 'The cases one sees, late and soonest first',
    query: z.strictObject({
      state: z.enum([...procurementStates, 'all']).default('open'),
      step: z.enum(steps).optional(),
      whose: z.enum(['mine', 'all']).default('all').openapi({ description: '`mine`: those one is the procurer of' }),
      late: flagAsked.optional(),
      search: text(0, 100).optional().openapi({ description: 'In number or title' }),
      cursor: cursorAsked,
    }),
    answer: listOf(procurementLine, 'ProcurementList'),
    titles: cursorProblems,
    view: ({ tx, actor, today, query }) =>
      paged(query, async page => {
        const { state, step, whose, late = false, search = '' } = query
        return listCases(tx, actor, { state, step, whose, late, search, page }, today)
      }),
  }),
  reading({
    ...common,
    path: '/procurements/{procurement}',
    operation: 'procurement.view',
    summary: 'One case: parties, steps, whose turn it is, how far it has come',
    answer: procurement,
    view: ({ tx, actor, today, params }) => viewCase(tx, actor, params.procurement, today),
  }),
  writing({
    ...common,
    method: 'post',
    path: '/procurements',
    operation: 'procurement.open',
    summary: 'Open a case with the six inputs, and submit the need to the team',
    body: caseAsked,
    status: 201,
    answer: z.object({ id, number: z.string() }).openapi('ProcurementOpened'),
    titles: procurementProblems,
    decide: ({ db, actor, today, now, newId, body }) =>
      openProcurement(db, actor, { ...body, id: newId(), today, now, newId }),
    location: opened => `/procurements/${opened.id}`,
  }),
  reading({
    ...common,
    path: '/procurements/{procurement}/need',
    operation: 'need.view',
    summary: 'The six inputs of a case',
    answer: need,
    view: ({ tx, actor, params }) => viewNeed(tx, actor, params.procurement),
  }),
  writing({
    ...common,
    method: 'put',
    path: '/procurements/{procurement}/need',
    operation: 'need.save',
    summary: 'Write the six inputs, as a draft or submitted',
    description: 'What is submitted stays submitted. The need can be changed until places are apportioned after it.',
    body: z
      .strictObject({ version: versionAsked, need: needAsked, submit: z.boolean().default(false) })
      .openapi('NeedChange'),
    status: 200,
    answer: z.object({ version, submitted: z.boolean() }).openapi('NeedWritten'),
    titles: procurementProblems,
    decide: ({ db, actor, today, now, newId, params, body }) =>
      saveNeed(db, actor, { ...body, procurement: params.procurement, today, now, newId }),
    current: async (tx, { actor, params }) => (await viewNeed(tx, actor, params.procurement))?.version,
  }),
]
