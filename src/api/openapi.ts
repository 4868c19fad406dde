import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { count, facts } from './fields.ts'
import type { Operation } from './operation.ts'
import { isUnseen, problemType, type RequestCode, requestProblems, type Sentence } from './problem.ts'

/** Where the API is mounted. */
export const basePath = '/api/v1'

const faultSchema = z
  .object({
    pointer: z
      .string()
      .optional()
      .openapi({ description: 'JSON Pointer in the body, as a fragment', example: '#/need/places' }),
    parameter: z.string().optional(),
    header: z.string().optional(),
    code: z.string(),
    detail: z.string(),
  })
  .openapi('Fault')

const problemSchema = z
  .object({
    type: z.string().openapi({ format: 'uri', example: problemType('request.invalid') }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().optional(),
    instance: z.string().openapi({ format: 'uri', description: 'The request’s id, also in X-Request-Id' }),
    facts: facts.optional(),
    currentVersion: count.optional().openapi({ description: 'With 409: the version that holds now' }),
    errors: z
      .array(faultSchema)
      .optional()
      .openapi({ description: 'Everything that is wrong with the request, at once' }),
  })
  .openapi('Problem', { description: 'RFC 9457, application/problem+json' })

/** The shared answers, by status. */
const answers = {
  400: ['Malformed', 'request.malformed'],
  401: ['Unauthenticated', 'request.unauthenticated'],
  404: ['NotFound', 'not_found'],
  405: ['MethodNotAllowed', 'request.method_not_allowed'],
  409: ['Overtaken', undefined],
  413: ['TooLarge', 'request.too_large'],
  415: ['UnsupportedMediaType', 'request.unsupported_media_type'],
  422: ['Refused', undefined],
  429: ['TooMany', 'request.too_many'],
  500: ['Failed', 'request.failed'],
} as const satisfies Readonly<Record<number, readonly [string, RequestCode | undefined]>>
type Status = keyof typeof answers

const own: Readonly<Partial<Record<Status, string>>> = {
  409: 'Somebody else was first: read again. `currentVersion` is the version that holds now.',
  422: 'The request is wrong (`errors`), or it cannot be done (`type` says why, `facts` the numbers).',
}

const reads = [401, 404, 405, 422, 429, 500] as const
const writes = [400, 401, 404, 405, 409, 413, 415, 422, 429, 500] as const

/** The document (OpenAPI 3.1), made from the same operations as the routes. */
export function createDocument(operations: readonly Operation[]): ReturnType<OpenAPIHono['getOpenAPI31Document']> {
  const app = new OpenAPIHono()
  const { openAPIRegistry: registry } = app
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token made under “Mitt konto”, or by an administrator for a service account. It acts in one appointment.',
  })
  registry.register('Problem', problemSchema)
  for (const [status, [name, code]] of Object.entries(answers)) {
    registry.registerComponent('responses', name, {
      description: code ? requestProblems[code].title : (own[Number(status) as Status] ?? name),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      ...(status === '429' ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
      ...(status === '405' ? { headers: { Allow: { schema: { type: 'string' } } } } : {}),
    })
  }
  for (const operation of operations) registry.registerPath(routeOf(operation))
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Fotfäste',
      version: '1.0.0',
      description: introduction,
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: basePath }],
    security: [{ token: [] }],
    tags: [...new Set(operations.map(one => one.tag))].map(name => ({ name })),
    'x-problem-types': problemTypes(operations),
  })
}

/** Every type of problem with its title, so that a program knows them before it meets them. */
function problemTypes(operations: readonly Operation[]): Readonly<Record<string, string>> {
  const titles = Object.assign({}, requestProblems, ...operations.map(one => one.titles)) as Record<string, Sentence>
  const seen = Object.entries(titles).filter(([code]) => !isUnseen(code))
  return Object.fromEntries(seen.map(([code, { title }]) => [problemType(code), title]).toSorted())
}

const introduction = `What the pages do, for programs: the same rules, the same rights, the same log.

A token acts in one appointment and sees what that appointment sees. What does not exist and what it may not see are answered alike: 404.
No answer holds a job seeker’s name, contact or identity number. Reading about people is logged as on the pages.
Every write carries an Idempotency-Key; the same key with the same content has its effect once, and is answered alike again.
Days are calendar days in Sweden (YYYY-MM-DD), instants are UTC. Money is whole öre. Months of work are hundredths of full-time months where a field says so.
Lists give at most 100 items; \`next\` leads on. A list that changes while it is read can show an item twice or leave one out.`

const keyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .openapi({ format: 'uuid', description: 'New for each request; the same again when a request is repeated' }),
})

function routeOf(one: Operation): ReturnType<typeof createRoute> {
  const holes = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const params = z.object(Object.fromEntries(holes.map(name => [name, z.string().openapi({ format: 'uuid' })])))
  const rule = one.access[one.operation]
  return createRoute({
    method: one.method,
    path: one.path,
    operationId: operationIdOf(one),
    tags: [one.tag],
    summary: one.summary,
    description: [one.description, rule?.when ? `Condition: ${rule.when}.` : undefined].filter(Boolean).join('\n\n'),
    'x-operation': one.operation,
    'x-roles': rule?.roles,
    request: {
      ...(holes.length > 0 ? { params } : {}),
      ...(Object.keys(one.query.shape).length > 0 ? { query: one.query } : {}),
      ...(one.method === 'get' ? {} : { headers: keyHeader }),
      ...(one.body
        ? {
            body: {
              required: true,
              content: {
                [one.body.type]: { schema: one.body.schema ?? z.string().openapi({ description: 'The file' }) },
              },
            },
          }
        : {}),
    },
    responses: {
      [one.status]: {
        description: one.status === 201 ? 'Made' : 'Done',
        content: { 'application/json': { schema: one.answer } },
        ...(one.status === 201 ? { headers: { Location: { schema: { type: 'string' } } } } : {}),
      },
      ...Object.fromEntries(
        (one.method === 'get' ? reads : writes).map(status => [
          status,
          { $ref: `#/components/responses/${answers[status][0]}` },
        ]),
      ),
    },
  })
}

/** `get /procurements/{procurement}/need` → `getProcurementsProcurementNeed`. */
function operationIdOf({ method, path }: Operation): string {
  const words = path.split('/').map(part => part.replaceAll(/[{}]/g, ''))
  return method + words.map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
}
