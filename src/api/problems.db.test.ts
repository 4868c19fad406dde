import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrate, endOwnSession, openSession } from '#db'
import { newId } from '#kernel'
import { cast } from '#world'
import { createApi } from './api.ts'
import { askChecked } from './test-answers.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

let stage: ApiStage
let token: string
beforeAll(async () => {
  stage = await setApiStage()
  token = await stage.tokenOf('procurer')
}, 120_000)
afterAll(() => stage.end())

const json = { 'Content-Type': 'application/json' }
const type = (code: string): string => `urn:fotfaste:problem:${code}`

describe('without a token in force nothing is told (401)', () => {
  it.each([
    ['no header', {}],
    ['another scheme', { Authorization: 'Basic cHJvY3VyZXI6cHJvY3VyZXI=' }],
    ['an empty token', { Authorization: 'Bearer ' }],
    ['a token of another shape', { Authorization: `Bearer ${'x'.repeat(60)}` }],
    ['a token that nobody has', { Authorization: `Bearer fotfaste_api_${'a'.repeat(43)}` }],
    ['SQL for a token', { Authorization: `Bearer fotfaste_api_' or 1=1 --${'a'.repeat(43)}` }],
    ['a very long token', { Authorization: `Bearer fotfaste_api_${'a'.repeat(9000)}` }],
  ])('%s', async (_, headers) => {
    for (const line of ['get /me', 'get /nothing', `get /people/${newId()}`, 'post /procurements']) {
      const sent = await askChecked(stage, line, { headers, body: line.startsWith('post') ? {} : undefined })
      expect(sent.body, line).toMatchObject({ status: 401, type: type('request.unauthenticated') })
      expect(sent.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
  })

  it('a browser’s cookie is not read, whoever it belongs to (T23)', async () => {
    const procurer = cast.find(one => one.key === 'procurer')
    const session = 'c'.repeat(43)
    await demonstrate(stage.db, procurer?.appointmentId ?? '', { token: session, device: 'test' })
    expect(await openSession(stage.db, session)).toBeDefined()
    const cookie = { Cookie: `__Host-fotfaste=${session}; fotfaste=${session}` }
    expect((await askChecked(stage, 'get /me', { headers: cookie })).status).toBe(401)
    const asToken = await askChecked(stage, 'get /me', { token: session })
    expect(asToken.status).toBe(401)
    const both = await askChecked(stage, 'get /me', { token, headers: cookie })
    expect(both.headers.get('set-cookie')).toBeNull()
  })

  it('a token that has been ended opens nothing from then on', async () => {
    const ended = await stage.tokenOf('procurer_other')
    expect((await askChecked(stage, 'get /me', { token: ended })).status).toBe(200)
    const actor = await openSession(stage.db, ended)
    if (!actor) throw new Error('The token is in force')
    expect(await endOwnSession(stage.db, actor, actor.session)).toMatchObject({ ok: true })
    expect((await askChecked(stage, 'get /me', { token: ended })).status).toBe(401)
  })
})

describe('each kind of problem', () => {
  it('404: what does not exist, what is malformed and what is not for the role are told alike', async () => {
    const lines = ['get /nothing', 'get /', `get /procurements/${newId()}`, 'get /procurements/1', 'get /people']
    const sent = await Promise.all(lines.map(line => askChecked(stage, line, { token })))
    expect(sent.map(one => one.status)).toEqual(lines.map(() => 404))
    expect(new Set(sent.map(one => JSON.stringify({ ...one.body, instance: '' }))).size).toBe(1)
    expect(sent[0]?.body).toMatchObject({ type: type('not_found') })
  })

  it('405: with the methods that the address takes', async () => {
    const sent = await askChecked(stage, 'delete /procurements', { token })
    expect(sent.body).toMatchObject({ status: 405, type: type('request.method_not_allowed') })
    expect(sent.headers.get('allow')).toBe('GET, HEAD, POST')
    expect((await askChecked(stage, 'post /me', { token, body: {} })).headers.get('allow')).toBe('GET, HEAD')
  })

  it('400: a body that is not JSON', async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])
    for (const raw of ['{"title":', '', '{"a":1}x', bytes]) {
      const sent = await askChecked(stage, 'post /procurements', { token, raw, headers: json })
      expect(sent.body, String(raw)).toMatchObject({ status: 400, type: type('request.malformed') })
    }
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=latin1',
    '',
  ])('415: a body of type %j', async given => {
    const headers: Record<string, string> = given === '' ? {} : { 'Content-Type': given }
    const sent = await askChecked(stage, 'post /procurements', { token, raw: new Blob(['{}']), headers })
    expect(sent.body).toMatchObject({ status: 415, type: type('request.unsupported_media_type') })
  })

  it('413: a body above the limit, also when it does not say how long it is', async () => {
    const large = JSON.stringify({ title: 'x'.repeat(70_000) })
    const said = await askChecked(stage, 'post /procurements', { token, raw: large, headers: json })
    expect(said.body).toMatchObject({ status: 413, type: type('request.too_large') })
    const streamed = new Response(large).body
    const api = createApi({ ...tools(), now: stage.now, onError: () => undefined })
    const request = new Request('http://api/procurements', {
      method: 'POST',
      body: streamed,
      duplex: 'half',
      headers: { ...json, Authorization: `Bearer ${token}`, 'Idempotency-Key': newId() },
    } as RequestInit)
    expect((await api.request(request)).status).toBe(413)
    const notice = await askChecked(stage, 'post /notices', {
      token,
      raw: `<a>${' '.repeat(5 * 1024 * 1024)}</a>`,
      headers: { 'Content-Type': 'application/xml' },
    })
    expect(notice.status).toBe(413)
  })

  it('422: unknown and repeated parameters', async () => {
    const sent = await askChecked(stage, 'get /procurements?state=open&state=closed&sort=title', { token })
    expect(sent.body).toMatchObject({ status: 422, type: type('request.invalid') })
    expect(sent.body.errors).toEqual([
      { parameter: 'state', code: 'repeated', detail: expect.any(String) },
      { parameter: 'sort', code: 'unknown_field', detail: expect.any(String) },
    ])
  })

  it('422: fields that would reach behind the object', async () => {
    const sent = await askChecked(stage, 'post /procurements', {
      token,
      raw: '{"__proto__":{"role":"auditor"},"constructor":{"prototype":{}},"a/b~c":1,"\\ud800":2}',
      headers: json,
    })
    const pointers = (sent.body.errors as { pointer: string; code: string }[])
      .filter(one => one.code === 'unknown_field')
      .map(one => one.pointer)
    expect(pointers).toEqual(['#/__proto__', '#/constructor', '#/a~1b~0c', '#/%EF%BF%BD'])
  })

  it('429: after so many requests in a minute, by token, with how long to wait', async () => {
    const api = createApi({ ...tools(), now: stage.now, onError: () => undefined, perMinute: 3 })
    const ask = (as: string) => api.request('/me', { headers: { Authorization: `Bearer ${as}` } })
    const sent = []
    for (let times = 0; times < 5; times += 1) sent.push(await ask(token))
    expect(sent.map(one => one.status)).toEqual([200, 200, 200, 429, 429])
    expect(Number(sent[4]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(sent[4]?.headers.get('content-type')).toBe('application/problem+json')
    expect((await ask(await stage.tokenOf('auditor'))).status).toBe(200)
  })

  it('500: says where it is noted and nothing of what it was; the error itself is handed on', async () => {
    const noted: { error: unknown; requestId: string }[] = []
    const api = createApi({
      ...tools(),
      now: () => {
        throw new Error('select secret from gate.session')
      },
      onError: (error, requestId) => noted.push({ error, requestId }),
    })
    const sent = await api.request('/me', { headers: { Authorization: `Bearer ${token}` } })
    const text = await sent.text()
    expect(JSON.parse(text)).toMatchObject({ status: 500, type: type('request.failed') })
    expect(text).not.toContain('secret')
    expect(noted).toHaveLength(1)
    expect(JSON.parse(text).instance).toBe(`urn:uuid:${noted[0]?.requestId}`)
    expect(sent.headers.get('x-request-id')).toBe(noted[0]?.requestId)
  })
})

describe('every answer', () => {
  it.each([
    ['done', 'get /me', 200],
    ['not found', 'get /nothing', 404],
    ['without token', 'get /me', 401],
  ])('that is %s is not kept anywhere, and says how it may be used', async (name, line, status) => {
    const sent = await askChecked(stage, line, name === 'without token' ? {} : { token })
    expect(sent.status).toBe(status)
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(sent.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('has its own request id', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await stage.ask('get /me', { token })).headers.get('x-request-id')),
    )
    expect(new Set(ids).size).toBe(3)
  })

  it('to HEAD has no body', async () => {
    const sent = await stage.ask('head /me', { token })
    expect([sent.status, sent.text]).toEqual([200, ''])
  })

  it('to who asks for the document is the document, without a token (GEN-6)', async () => {
    const sent = await stage.ask('get /openapi.json')
    expect([sent.status, sent.body.openapi]).toEqual([200, '3.1.0'])
  })
})

it('nothing of all this surprised the API', () => {
  expect(stage.errors).toEqual([])
})

function tools() {
  const none = { ok: false, code: 'notice.empty', facts: {} } as const
  return { db: stage.db, readNotice: () => none, proposeCase: () => none }
}
