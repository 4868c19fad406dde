import { z } from '@hono/zod-openapi'
import {
  type CommitmentLine,
  endReasons,
  listCommitments,
  procurementAccess,
  viewCommitment,
} from '#domain/procurement'
import { cursorAsked } from '../cursor.ts'
import { count, day, facts, id } from '../fields.ts'
import { reading } from '../operation.ts'
import { cursorProblems, listOf, paged } from '../paging.ts'
import { waitingReport } from './procurement-shapes.ts'

const states = ['fulfilled', 'deemed_fulfilled', 'on_course', 'short', 'late_first_start'] as const
const months = z.number().min(0).openapi({ description: 'Full-time months, two decimals' })

const fulfilment = z
  .object({
    committedMonths: months,
    deliveredMonths: months,
    runningMonths: months.openapi({ description: 'What begun employments add from tomorrow to their planned end' }),
    agreedMonths: months.openapi({ description: 'What agreed employments that have not begun add' }),
    lackingMonths: months,
    ratio: z.number().openapi({ description: 'Delivered of committed' }),
    state: z.enum(states),
    firstStart: z.object({ deadline: day, met: z.enum(['yes', 'no', 'open']), on: day.optional() }),
    explanation: z.array(z.object({ code: z.string(), facts })).openapi({ description: 'Why the state is what it is' }),
  })
  .openapi('Fulfilment', { description: 'How the commitment stands today, by the clause’s own arithmetic' })

const line = {
  procurement: id,
  number: z.string(),
  title: z.string(),
  authority: z.string(),
  supplier: z.string(),
  contractStart: day,
  contractEnd: day,
  places: count,
  started: count,
  fulfilment,
  report: waitingReport.optional(),
}

const wording = z.object({ sv: z.string(), en: z.string() })
const clause = z
  .object({
    fullTimeMonths: count.openapi({ description: 'Hundredths of full-time months: 1200 = 12 months' }),
    firstStartWithinMonths: count,
    earlyEndThreshold: z.object({ numerator: count, denominator: count }),
    allowedEarlyEndReasons: z.array(z.enum(endReasons)),
    targetGroups: z.array(z.object({ id: z.string(), wording })),
    formDefinition: wording,
    countsExistingStaff: z.boolean(),
    linkedToContractWork: z.boolean(),
    reportingIntervalMonths: count,
  })
  .openapi('Clause', { description: 'The clause as locked' })

/** Why one employment was not counted or ended early is between the parties on the page: a line about one person is not sent to programs. */
function withoutEmployments<Line extends Pick<CommitmentLine, 'fulfilment'>>(one: Line): Line {
  const explanation = one.fulfilment.explanation.filter(({ code }) => /^(volume|first_start)\./.test(code))
  return { ...one, fulfilment: { ...one.fulfilment, explanation } }
}

const common = { access: procurementAccess, tag: 'Commitments' } as const

export const commitments = [
  reading({
    ...common,
    path: '/commitments',
    operation: 'commitment.list',
    summary: 'What suppliers have promised, and how it stands today',
    query: z.strictObject({ cursor: cursorAsked }),
    answer: listOf(z.object(line).openapi('CommitmentLine'), 'CommitmentList'),
    titles: cursorProblems,
    view: ({ tx, actor, today, query }) =>
      paged(query, async page => {
        const list = await listCommitments(tx, actor, page, today)
        return { ...list, lines: list.lines.map(withoutEmployments) }
      }),
  }),
  reading({
    ...common,
    path: '/procurements/{procurement}/commitment',
    operation: 'commitment.view',
    summary: 'One commitment: promised, delivered, lacking',
    answer: z.object({ ...line, commitment: id, clause, firstStartDeadline: day, filled: count }).openapi('Commitment'),
    view: async ({ tx, actor, today, params }) => {
      const found = await viewCommitment(tx, actor, params.procurement, today)
      return found && withoutEmployments(found)
    },
  }),
]
