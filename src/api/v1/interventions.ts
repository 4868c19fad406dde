import { z } from '@hono/zod-openapi'
import { catalogueAccess, listInterventions, payers } from '#domain/catalogue'
import { count, day, id, version, wholeAsked } from '../fields.ts'
import { reading } from '../operation.ts'

const start = z
  .object({ id, startsOn: day, endsOn: day, seats: count, taken: count, version })
  .openapi('Start', { description: 'One time an intervention begins; endsOn is the last day, counted' })

export const interventions = [
  reading({
    path: '/interventions',
    operation: 'catalogue.list',
    access: catalogueAccess,
    tag: 'Interventions',
    summary: 'Interventions with their coming starts, by name',
    query: z.strictObject({ limit: wholeAsked(1, 100).default(100) }),
    answer: z
      .object({
        items: z.array(
          z
            .object({
              id,
              provider: id,
              providerName: z.string(),
              nameSv: z.string(),
              nameEn: z.string(),
              concepts: z.array(z.string()),
              weeks: z.number(),
              payer: z.enum(payers),
              confirmedOn: day.openapi({ description: 'When the provider last said that this holds' }),
              version,
              starts: z.array(start),
            })
            .openapi('Intervention'),
        ),
      })
      .openapi('InterventionList'),
    view: async ({ tx, actor, today, query }) => ({
      items: await listInterventions(tx, {
        today,
        limit: query.limit,
        ...(actor.role === 'provider' ? { provider: actor.organisation } : {}),
      }),
    }),
  }),
]
