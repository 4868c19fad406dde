import type { Refused } from '#kernel'

/** What can be wrong with a request before any capability has been asked. */
export type RequestCode =
  | 'request.malformed'
  | 'request.unauthenticated'
  | 'not_found'
  | 'request.method_not_allowed'
  | 'request.too_large'
  | 'request.unsupported_media_type'
  | 'request.invalid'
  | 'request.too_many'
  | 'request.failed'
  | 'form.key_reused'

export type Sentence = { readonly title: string; readonly detail?: string }

export const requestProblems: Readonly<Record<RequestCode, Sentence & { readonly status: number }>> = {
  'request.malformed': { status: 400, title: 'The body cannot be read' },
  'request.unauthenticated': {
    status: 401,
    title: 'A token is needed',
    detail: 'Send a token in force as `Authorization: Bearer …`. Cookies are not read here.',
  },
  not_found: { status: 404, title: 'There is no such thing, or not for this token' },
  'request.method_not_allowed': { status: 405, title: 'The address does not take this method' },
  'request.too_large': { status: 413, title: 'The body is too large' },
  'request.unsupported_media_type': { status: 415, title: 'The body has a type that is not read here' },
  'request.invalid': { status: 422, title: 'Something in the request is wrong; `errors` has everything that is' },
  'request.too_many': { status: 429, title: 'Too many requests with this token' },
  'request.failed': {
    status: 500,
    title: 'Something went wrong on our side',
    detail:
      'It is noted under `instance`. Nothing was changed; a write can be sent again with the same Idempotency-Key.',
  },
  'form.key_reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    detail: 'A key stands for one request. Make a new one for a new request.',
  },
}

/** One fault in a request: where (JSON Pointer in the body as in RFC 9457, else the name of the parameter or header), what, in words. */
export type Fault = {
  readonly pointer?: string
  readonly parameter?: string
  readonly header?: string
  readonly code: string
  readonly detail: string
}

/** A problem as it is sent (RFC 9457): `application/problem+json`. */
export type Problem = Sentence & {
  readonly type: string
  readonly status: number
  /** The request's id, also in the header X-Request-Id. */
  readonly instance: string
  readonly facts?: Readonly<Record<string, string | number>>
  readonly currentVersion?: number
  readonly errors?: readonly Fault[]
}

export type ProblemExtras = Pick<Problem, 'detail' | 'facts' | 'currentVersion' | 'errors'> & {
  readonly headers?: Readonly<Record<string, string>>
}

export const problemType = (code: string): string => `urn:fotfaste:problem:${code}`

/** A problem of the request itself. */
export function requestProblem(code: RequestCode, requestId: string, extras: ProblemExtras = {}): Response {
  return toResponse({ type: problemType(code), ...requestProblems[code], instance: instanceOf(requestId) }, extras)
}

/** Titles of a capability's refusals. The compiler asks for a missing one. */
export type Titles<Code extends string> = Readonly<Record<Exclude<Code, RequestCode>, Sentence>>

/**
 * A use case's "no" as a problem: one function for the whole API (house.md §9). What does not exist and what is not the caller's are told
 * in the same words; somebody who was first is 409; the rest is 422, with the facts that a sentence needs.
 */
export function refusalProblem(
  { code, facts }: Refused<string>,
  titles: Readonly<Record<string, Sentence>>,
  requestId: string,
  extras: ProblemExtras = {},
): Response {
  if (isUnseen(code)) return requestProblem('not_found', requestId)
  if (code === 'form.key_reused') return requestProblem('form.key_reused', requestId)
  const sentence = titles[code] ?? { title: 'This cannot be done now' }
  const status = isOvertaken(code) ? 409 : 422
  return toResponse(
    {
      type: problemType(code),
      ...sentence,
      ...(sentence.detail ? { detail: fill(sentence.detail, facts) } : {}),
      status,
      instance: instanceOf(requestId),
      ...(Object.keys(facts).length > 0 ? { facts } : {}),
    },
    extras,
  )
}

/** Somebody else was first, or what was seen is no longer so. */
export function isOvertaken(code: string): boolean {
  return code.endsWith('.changed_meanwhile') || code === 'report.basis_moved'
}

/** Told as not found, whatever the reason. */
export function isUnseen(code: string): boolean {
  return code.endsWith('.not_found') || code.endsWith('.not_yours')
}

const instanceOf = (requestId: string): string => `urn:uuid:${requestId}`

function fill(detail: string, facts: Readonly<Record<string, string | number>>): string {
  return detail.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(facts[name] ?? hole))
}

function toResponse(problem: Problem, { headers, ...extras }: ProblemExtras): Response {
  return new Response(JSON.stringify({ ...problem, ...extras }), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}
