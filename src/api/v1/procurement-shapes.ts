import { z } from '@hono/zod-openapi'
import { employmentForms, procurementStates, requirements, steps } from '#domain/procurement'
import { count, day, dayAsked, id, idAsked, instant, text, version } from '../fields.ts'

export const party = z.object({ id, name: z.string() }).openapi('Party')

/** The six inputs of TGT-1, as asked for. No area: the whole city. */
export const needAsked = z
  .strictObject({
    places: z.int().min(1).max(500).openapi({ example: 6 }),
    form: z.enum(employmentForms),
    months: z.int().min(1).max(120).openapi({ description: 'Length of each employment, in calendar months' }),
    service: text(1, 300).openapi({ example: 'Golventreprenad' }),
    education: text(1, 1000).openapi({ example: 'Ingen särskild' }),
    priorKnowledge: text(0, 1000).default(''),
    skills: text(0, 1000).default(''),
    area: idAsked
      .optional()
      .openapi({ description: 'One of the areas that `GET /areas` gives; left out: the whole city' }),
    comments: text(0, 1000).default(''),
  })
  .openapi('NeedInput')

export const caseAsked = z
  .strictObject({
    title: text(1, 200),
    contractStart: dayAsked,
    contractEnd: dayAsked.openapi({ description: 'The last day, counted' }),
    cpv: z
      .string()
      .regex(/^\d{8}$/)
      .optional()
      .openapi({ example: '45432100' }),
    valueOre: z
      .int()
      .min(0)
      .max(100_000_000_000_000)
      .optional()
      .openapi({ description: 'Estimated value in öre, without VAT' }),
    need: needAsked,
    submit: z.boolean().default(true).openapi({ description: 'false: keep the need as a draft' }),
  })
  .openapi('ProcurementInput')

export const turn = z
  .object({
    side: z.enum(['procurer', 'team', 'matching', 'supplier', 'nobody']),
    code: z.string().openapi({ example: 'complete_step' }),
    due: day.optional(),
    late: z.boolean(),
  })
  .openapi('Turn', { description: 'Whose turn it is, what is awaited, and by when' })

const procurementFields = {
  id,
  number: z.string().openapi({ example: '2026-041' }),
  title: z.string(),
  step: z.enum(steps),
  state: z.enum(procurementStates),
  contractStart: day,
  turn,
}

export const procurementLine = z
  .object({
    ...procurementFields,
    authority: z.string(),
    matching: z.string().optional(),
    supplier: z.string().optional(),
    places: count.openapi({ description: 'Places in the need' }),
  })
  .openapi('ProcurementLine')

export const waitingReport = z.object({ waitsFor: z.enum(['supplier', 'procurer']), due: day })

const progress = z
  .object({
    profileAdopted: z.boolean(),
    profiledOn: day.optional(),
    apportionedOn: day.optional(),
    places: count,
    apportioned: count,
    filled: count,
    started: count,
    employerToAnswer: z.boolean(),
    selfCheckAnswers: count,
    report: waitingReport.optional(),
  })
  .openapi('Progress', { description: 'How far the chain after the procurement has come, in counts without people' })

export const procurement = z
  .object({
    ...procurementFields,
    authority: party,
    matching: party.optional(),
    coordinator: party.optional(),
    supplier: party.optional(),
    requirement: z.enum(requirements),
    cpv: z.string().optional(),
    openedOn: day,
    contractEnd: day,
    valueOre: z.int().optional(),
    notice: id.optional(),
    clause: z.enum(['none', 'draft', 'locked']),
    clauseMonths: z.number().optional().openapi({ description: 'Full-time months of the clause' }),
    firstStartDeadline: day.optional(),
    steps: z.array(z.object({ step: z.enum(steps), plannedOn: day, doneOn: day.optional() })),
    progress,
    preparation: z.array(z.object({ concept: z.string(), sv: z.string(), en: z.string(), weeks: count })),
    allowed: z.array(z.string()).openapi({ description: 'What the token’s appointment may do with the case' }),
    version,
  })
  .openapi('Procurement')

export const need = z
  .object({
    id: id.openapi({ description: 'The procurement' }),
    number: z.string(),
    version: version.openapi({ description: '0: nothing is written yet' }),
    need: z
      .object({
        places: count,
        form: z.enum(employmentForms),
        months: count,
        service: z.string(),
        education: z.string(),
        priorKnowledge: z.string(),
        skills: z.string(),
        area: id.optional(),
        comments: z.string(),
      })
      .optional(),
    areaName: z.string().optional(),
    submittedAt: instant.optional(),
    apportioned: count.openapi({ description: 'Places given to areas; above 0 the need stands' }),
  })
  .openapi('Need')
