import { z } from '@hono/zod-openapi'
import { roles } from '#kernel'
import { apiAccess } from '../access.ts'
import { id } from '../fields.ts'
import { reading } from '../operation.ts'

export const me = [
  reading({
    path: '/me',
    operation: 'api.me',
    access: apiAccess,
    tag: 'Me',
    summary: 'Who the token acts as',
    answer: z
      .object({
        session: id,
        appointment: id,
        role: z.enum(roles),
        organisation: id,
        organisationName: z.string(),
      })
      .openapi('Me'),
    view: async ({ actor }) => actor,
  }),
]
