import { z } from '@hono/zod-openapi'
import { competenceAccess, conceptTypes, requirementKinds, viewProfile } from '#domain/competence'
import { count, id, instant } from '../fields.ts'
import { reading } from '../operation.ts'

const requirement = z
  .object({
    id,
    kind: z.enum(requirementKinds),
    type: z.enum(conceptTypes),
    concept: z.string().openapi({ description: 'An identity in the taxonomy' }),
    labelSv: z.string(),
    labelEn: z.string(),
    level: z.number().optional(),
    weeksToLearn: z.number().optional(),
  })
  .openapi('Requirement')

export const profiles = [
  reading({
    path: '/procurements/{procurement}/profile',
    operation: 'profile.view',
    access: competenceAccess,
    tag: 'Profiles',
    summary: 'The competence profile in force: must, merit and teachable',
    answer: z
      .object({
        id,
        procurement: id,
        edition: count,
        title: z.string(),
        tasks: z.string(),
        occupation: z.object({ id: z.string(), label: z.string(), ssyk: z.string() }).optional(),
        adoptedAt: instant.optional(),
        requirements: z.array(requirement),
      })
      .openapi('Profile'),
    view: async ({ tx, params }) => (await viewProfile(tx, params.procurement))?.adopted,
  }),
]
