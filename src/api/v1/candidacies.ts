import { z } from '@hono/zod-openapi'
import { candidacyStates, declineReasons, matchingAccess, viewShortlist } from '#domain/matching'
import { day, id, version } from '../fields.ts'
import { reading } from '../operation.ts'

export const candidacies = [
  reading({
    path: '/procurements/{procurement}/candidacies',
    operation: 'matching.view_shortlist',
    access: matchingAccess,
    tag: 'Candidacies',
    summary: 'Where the people of a case stand, without names',
    description: 'In the order of the numbers: there is no ranking. Protected people are handled apart.',
    answer: z
      .object({
        items: z.array(
          z
            .object({
              candidacy: id,
              person: id,
              number: z.string(),
              state: z.enum(candidacyStates),
              invitedOn: day.nullable(),
              attendedOn: day.nullable(),
              interviewedOn: day.nullable(),
              declineReason: z.enum(declineReasons).nullable(),
              shownTo: day.nullable().openapi({ description: 'The last day the employer sees the card' }),
              version,
            })
            .openapi('Candidacy'),
        ),
      })
      .openapi('CandidacyList'),
    view: async ({ tx, actor, today, params }) => {
      const found = await viewShortlist(tx, actor, params.procurement, today)
      return found && { items: found.lines }
    },
  }),
]
