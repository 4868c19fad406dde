import { z } from '@hono/zod-openapi'
import {
  candidatesAccess,
  disclosableFields,
  listPeople,
  manners,
  peopleOrders,
  peoplePermissions,
  peopleScopes,
  personStatuses,
  viewPerson,
} from '#domain/candidates'
import { refuse } from '#kernel'
import { cursorAsked, readCursor, writeCursor } from '../cursor.ts'
import { count, day, dayAsked, id, text, version, wholeAsked } from '../fields.ts'
import { reading } from '../operation.ts'
import { cursorProblems, listOf } from '../paging.ts'

/**
 * Least data (GEN-1): where somebody stands, and nothing that says who it is. Protected people are not handed to programs at all: those
 * who may know of them are named one by one, and a program is nobody (trust.md P-S1). The reading is logged as on the pages.
 */
const person = {
  id,
  number: count.openapi({ description: 'The number people know the person by' }),
  status: z.enum(personStatuses),
  waitingSince: day,
  readyOn: day.nullable(),
}

const permission = z
  .object({
    id,
    purpose: z.string(),
    receiver: z.string(),
    procurement: id.nullable(),
    caseNumber: z.string().nullable(),
    fields: z.array(z.enum(disclosableFields)),
    edition: count,
    askedOn: day,
    answeredOn: day.nullable(),
    manner: z.enum(manners).nullable(),
    validTo: day.openapi({ description: 'The last day it is in force' }),
    withdrawnOn: day.nullable(),
    state: z.enum(['asked', 'lapsed', 'replaced', 'declined', 'in_force', 'ended', 'withdrawn']),
    version,
  })
  .openapi('Permission')

const common = { access: candidatesAccess, tag: 'People' } as const

export const people = [
  reading({
    ...common,
    path: '/people',
    operation: 'person.list',
    summary: 'The people of one’s own list, fifty a page, without names',
    query: z.strictObject({
      scope: z.enum(peopleScopes).default('own'),
      status: z.enum(personStatuses).optional(),
      readyBy: dayAsked.optional(),
      language: text(1, 20).optional(),
      targetGroup: text(1, 60).optional(),
      can: text(1, 100)
        .optional()
        .openapi({ description: 'A concept of the taxonomy that the person is noted to hold' }),
      permission: z.enum(peoplePermissions).optional(),
      number: wholeAsked(1, 2_147_483_647).optional(),
      order: z.enum(peopleOrders).default('waiting').openapi({ description: 'There is no order by fitness' }),
      cursor: cursorAsked,
    }),
    answer: listOf(z.object(person).openapi('PersonLine'), 'PersonList'),
    titles: cursorProblems,
    view: async ({ tx, actor, today, query }) => {
      const page = readCursor(query.cursor, query)
      if (page === undefined) return refuse('cursor.unknown')
      const { cursor: _, ...filter } = query
      const { rows, pageSize } = await listPeople(tx, actor, filter, page, today)
      const more = rows.length === pageSize
      return {
        items: rows.filter(row => !row.protected),
        ...(more ? { next: writeCursor(page + 1, query) } : {}),
      }
    },
  }),
  reading({
    ...common,
    path: '/people/{person}',
    operation: 'person.view',
    summary: 'Where one person stands, without name',
    answer: z.object({ ...person, version }).openapi('Person'),
    view: async ({ tx, actor, today, params }) => {
      const found = await viewPerson(tx, actor, params.person, today)
      return found?.protected ? undefined : found
    },
  }),
  reading({
    ...common,
    path: '/people/{person}/permissions',
    operation: 'permission.list',
    summary: 'What a person has permitted: to whom, what, for what, until when',
    answer: z.object({ items: z.array(permission) }).openapi('PermissionList'),
    view: async ({ tx, actor, today, params }) => {
      const found = await viewPerson(tx, actor, params.person, today)
      return found && !found.protected ? { items: found.permissions } : undefined
    },
  }),
]
