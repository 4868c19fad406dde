import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#kernel'
import { proposeCase, readNotice } from '#outside/notices'
import { createApi } from './api.ts'
import { basePath } from './openapi.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

let stage: ApiStage
let server: ServerType
let url: string
let headers: Record<string, string>
const errors: unknown[] = []
beforeAll(async () => {
  stage = await setApiStage()
  headers = { Authorization: `Bearer ${await stage.tokenOf('procurer')}`, 'Content-Type': 'application/json' }
  const app = new Hono()
  app.route(
    basePath,
    createApi({ db: stage.db, now: stage.now, readNotice, proposeCase, onError: error => errors.push(error) }),
  )
  app.all('*', c => c.text('a page'))
  await new Promise<void>(listening => {
    server = serve({ fetch: app.fetch, port: 0 }, () => listening())
  })
  url = `http://localhost:${(server.address() as AddressInfo).port}${basePath}`
}, 120_000)
afterAll(async () => {
  await new Promise(closed => server.close(closed))
  await stage.end()
})

const body = JSON.stringify({
  title: 'Golventreprenad, Lundby',
  contractStart: '2026-05-04',
  contractEnd: '2028-05-03',
  need: { places: 6, form: 'fixed_term', months: 6, service: 'Golv', education: 'Ingen särskild' },
})

it('a case is opened over a real connection, and its address leads to it', async () => {
  const key = newId()
  const send = () =>
    fetch(`${url}/procurements`, { method: 'POST', body, headers: { ...headers, 'Idempotency-Key': key } })
  const [made, again] = [await send(), await send()]
  expect([made.status, again.status]).toEqual([201, 201])
  expect(await again.json()).toEqual(await made.json())
  const seen = await fetch(new URL(made.headers.get('location') ?? '', url), { headers })
  expect(await seen.json()).toMatchObject({ title: 'Golventreprenad, Lundby' })
})

it('a body that is too large is refused before it is read, said or streamed', async () => {
  const large = 'x'.repeat(100_000)
  const said = await fetch(`${url}/procurements`, { method: 'POST', body: large, headers })
  expect([said.status, said.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
  const streamed = await fetch(`${url}/procurements`, {
    method: 'POST',
    body: new Blob([large]).stream(),
    headers,
    duplex: 'half',
  } as RequestInit)
  expect(streamed.status).toBe(413)
})

it('whatever lies under the address of the API is answered by the API, and the rest by the pages', async () => {
  const nothing = await fetch(`${url}/nothing`, { headers })
  expect([nothing.status, nothing.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  expect((await fetch(url)).status).toBe(401)
  expect(await (await fetch(url.replace(basePath, '/api/v10'))).text()).toBe('a page')
})

it('nothing of all this surprised the API', () => {
  expect(errors).toEqual([])
})
