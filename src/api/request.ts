import type { z } from '@hono/zod-openapi'
import { isId } from '#kernel'
import type { Operation } from './operation.ts'
import type { Fault } from './problem.ts'

export type Read =
  | { readonly ok: true; readonly query: unknown; readonly body: unknown; readonly key: string }
  | {
      readonly ok: false
      readonly code: 'request.malformed' | 'request.unsupported_media_type'
      readonly detail: string
    }
  | { readonly ok: false; readonly code: 'request.invalid'; readonly faults: readonly Fault[] }

/**
 * Reads a request against its operation: type and form of the body first, then address, headers and body together, so that every fault is
 * told at once (house.md §9). Unknown fields and repeated parameters are faults (trust.md T13, ASVS 15.3.7).
 */
export async function readRequest(request: Request, operation: Operation): Promise<Read> {
  const sent = operation.body ? await readBody(request, operation.body.type) : { ok: true as const, body: undefined }
  if (!sent.ok) return sent
  const query = readQuery(new URL(request.url).searchParams, operation.query)
  const key = request.headers.get('idempotency-key') ?? ''
  const faults = [...query.faults]
  if (operation.method !== 'get' && !isId(key))
    faults.push({
      header: 'Idempotency-Key',
      code: 'invalid_format',
      detail: 'Must be a UUID in lower case, new for each request',
    })
  const body = operation.body?.schema?.safeParse(sent.body)
  if (body && !body.success) faults.push(...faultsIn(body.error, pointerTo))
  if (faults.length > 0) return { ok: false, code: 'request.invalid', faults }
  return { ok: true, query: query.value, body: body ? body.data : sent.body, key }
}

type BodyRead =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false
      readonly code: 'request.malformed' | 'request.unsupported_media_type'
      readonly detail: string
    }

async function readBody(request: Request, type: 'application/json' | 'application/xml'): Promise<BodyRead> {
  const [given = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.map(one => one.trim()).find(one => one.startsWith('charset='))
  const taken = type === 'application/xml' ? ['application/xml', 'text/xml'] : ['application/json']
  if (!taken.includes(given.trim()))
    return { ok: false, code: 'request.unsupported_media_type', detail: `Send ${taken.join(' or ')}` }
  const bytes = new Uint8Array(await request.arrayBuffer())
  // An XML file says its encoding itself; the notice reader looks.
  if (type === 'application/xml') return { ok: true, body: bytes }
  if (charset !== undefined && charset.replaceAll('"', '') !== 'charset=utf-8')
    return { ok: false, code: 'request.unsupported_media_type', detail: 'Send JSON in UTF-8' }
  try {
    return { ok: true, body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false, code: 'request.malformed', detail: 'The body is not JSON in UTF-8' }
  }
}

function readQuery(sent: URLSearchParams, schema: z.ZodObject): { value: unknown; faults: Fault[] } {
  const names = [...new Set(sent.keys())]
  const repeated = names
    .filter(name => sent.getAll(name).length > 1)
    .map(name => ({ parameter: name, code: 'repeated', detail: 'Must be given once' }))
  const parsed = schema.safeParse(Object.fromEntries(names.map(name => [name, sent.get(name)])))
  const faults = parsed.success ? [] : faultsIn(parsed.error, path => ({ parameter: path.join('.') }))
  return { value: parsed.data, faults: [...repeated, ...faults] }
}

type Place = (path: readonly (string | number)[]) => Pick<Fault, 'pointer' | 'parameter'>

const pointerTo: Place = path => ({
  pointer: `#${path.map(step => `/${encodeURI(String(step).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`,
})

/** Every fault with its place; a field that nobody asked for is a fault of its own. */
function faultsIn(error: z.ZodError, place: Place): Fault[] {
  return error.issues.flatMap(issue => {
    const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)))
    if (issue.code !== 'unrecognized_keys') return [{ ...place(path), code: issue.code, detail: issue.message }]
    return issue.keys.map(name => ({
      ...place([...path, name]),
      code: 'unknown_field',
      detail: 'There is no such field',
    }))
  })
}
