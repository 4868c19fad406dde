import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { apiTokenPrefix, type Db, type Opened, openSession } from '#db'
import { dayOf, holdsRole, isId, newId } from '#kernel'
import { basePath, createDocument } from './openapi.ts'
import type { Operation, Reply } from './operation.ts'
import { type ProblemExtras, type RequestCode, refusalProblem, requestProblem } from './problem.ts'
import { createRate } from './rate.ts'
import { readRequest } from './request.ts'
import { createOperations, type NoticeTools } from './v1/operations.ts'

export type ApiOptions = NoticeTools & {
  readonly db: Db
  readonly now: () => Date
  /** Called with every unexpected error; the caller is told only the request's id. */
  readonly onError: (error: unknown, requestId: string) => void
  /** Requests a minute for each token; 600 when left out. */
  readonly perMinute?: number
}

type Env = { Variables: { requestId: string; actor: Opened } }

const tokenShape = new RegExp(`^${apiTokenPrefix}[\\w-]{43,100}$`)

/**
 * The public REST API (GEN-6) as a Hono application, to be mounted at `basePath`. Programs sign in with a token in the Authorization header
 * and with nothing else: a browser's cookie is never read, so that no page elsewhere can act for anybody (trust.md T23).
 */
export function createApi(options: ApiOptions): Hono<Env> {
  const operations = createOperations(options)
  const document = createDocument(operations)
  const api = new Hono<Env>()
  api.use(async (c, next) => {
    c.set('requestId', newId())
    await next()
    c.header('X-Request-Id', c.get('requestId'))
    c.header('Cache-Control', 'no-store')
  })
  api.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }))
  api.get('/openapi.json', c => c.json(document))
  api.use(signIn(options))
  for (const path of new Set(operations.map(one => one.path))) {
    const here = operations.filter(one => one.path === path)
    for (const one of here) api.on(one.method, routeOf(path), limitOf(one), c => run(c, one, options))
    const allow = here.flatMap(one => (one.method === 'get' ? ['GET', 'HEAD'] : [one.method.toUpperCase()])).join(', ')
    api.all(routeOf(path), c => fail(c, 'request.method_not_allowed', { headers: { Allow: allow } }))
  }
  api.all('*', c => fail(c, 'not_found'))
  api.onError((error, c) => {
    options.onError(error, c.get('requestId'))
    return fail(c, 'request.failed')
  })
  return api
}

function signIn({ db, perMinute = 600 }: ApiOptions): MiddlewareHandler<Env> {
  const rate = createRate(perMinute)
  return async (c, next) => {
    const [scheme = '', token = ''] = (c.req.header('authorization') ?? '').split(' ')
    const unknown = (): Response =>
      fail(c, 'request.unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="Fotfäste"' } })
    if (scheme.toLowerCase() !== 'bearer' || !tokenShape.test(token)) return unknown()
    const wait = await rate(token)
    if (wait > 0) return fail(c, 'request.too_many', { headers: { 'Retry-After': String(wait) } })
    const actor = await openSession(db, token)
    if (!actor) return unknown()
    c.set('actor', actor)
    return next()
  }
}

async function run(c: Context<Env>, operation: Operation, { db, now }: ApiOptions): Promise<Response> {
  const actor = c.get('actor')
  const params = c.req.param()
  if (!holdsRole(operation.access, operation.operation, actor)) return fail(c, 'not_found')
  if (!Object.values(params).every(isId)) return fail(c, 'not_found')
  const read = await readRequest(c.req.raw, operation)
  if (!read.ok) {
    const extras = read.code === 'request.invalid' ? { errors: read.faults } : { detail: read.detail }
    return fail(c, read.code, extras)
  }
  const at = now()
  const { query, body, key } = read
  const call = { db, actor, params, query, body, key, now: at, today: dayOf(at), newId }
  return answer(c, operation, await operation.run(call))
}

function answer(c: Context<Env>, operation: Operation, reply: Reply): Response {
  if (reply === undefined) return fail(c, 'not_found')
  if (!reply.ok) {
    const { currentVersion, faults } = reply
    return refusalProblem(reply, operation.titles, c.get('requestId'), {
      ...(currentVersion === undefined ? {} : { currentVersion }),
      ...(faults && faults.length > 0 ? { errors: faults } : {}),
    })
  }
  // The answer's schema is the allow-list: what it does not name is left here (trust.md T12, S2).
  const headers = reply.location ? { Location: basePath + reply.location } : undefined
  return c.json(operation.answer.parse(reply.value) as object, operation.status, headers)
}

function fail(c: Context<Env>, code: RequestCode, extras?: ProblemExtras): Response {
  return requestProblem(code, c.get('requestId'), extras)
}

function limitOf({ body }: Operation): MiddlewareHandler<Env> {
  if (!body) return (_, next) => next()
  return bodyLimit({
    maxSize: body.limit,
    onError: c => fail(c, 'request.too_large', { detail: `At most ${body.limit} bytes` }),
  })
}

const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')
