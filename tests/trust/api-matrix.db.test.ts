import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiOperation, readApi } from '../house/inventory.ts'
import { type Answer, type Application, openApplication, type Question } from './application.ts'
import { castNet } from './canaries.ts'
import { throwsOf } from './dice.ts'
import { figure, seed, tell } from './extent.ts'
import { faultsOfAnswer, idsFor, namedBy, type Stage, tables, withoutIds } from './matrix.ts'
import { type Facts, type Row, readFacts, type Who } from './oracle/facts.ts'
import { mayDo } from './oracle/operations.ts'
import { readable } from './oracle/rows.ts'
import { writeSession } from './sessions.ts'
import { actors, canaries, matrixActors, openTrustWorld, type TrustWorld } from './world.ts'

// S1 and S2 for the public API: the same oracle, programs instead of people.

const base = '/api/v1'
let world: TrustWorld
let app: Application
let stage: Stage
let facts: Facts
let operations: ApiOperation[]
const tokens = new Map<string, string>()
let requests = 0

beforeAll(async () => {
  world = await openTrustWorld()
  app = await openApplication(world)
  facts = await readFacts(world.above, Object.keys(readable))
  operations = await readApi()
  for (const who of actors) tokens.set(who.key, await writeSession(world.above, who.appointment, { kind: 'api' }))
  const net = castNet(canaries().values(), () => facts)
  stage = { app, facts, cookies: tokens, net, seed, objects: figure(1, 4) }
}, 400_000)
afterAll(() => world.end())

const ask = (question: Question): Promise<Answer> => {
  requests += 1
  return app.ask({ ...question, path: base + question.path })
}

/** What the API leaves out although a page may show it: protected people, and pages that say that something is still missing. */
function isThere(operation: string, row: Row | undefined): boolean {
  if (!row) return false
  if (['person.view', 'permission.list'].includes(operation)) return row.protected !== true
  if (operation === 'profile.view')
    return facts.by('competence.profile', 'procurement_id', row.id).some(({ state }) => state === 'adopted')
  return true
}

function expectedFor(who: Who, { operation }: ApiOperation, param: string | undefined, id: string): boolean {
  const row = param ? facts.find(tables[param] ?? '', id) : undefined
  if (param && !isThere(operation, row)) return false
  const named = namedBy(facts, param ? { [param]: id } : {})
  // The list of a person's permissions names the person, the page of all permissions does not.
  return (
    mayDo(who, operation, named, facts) && (operation !== 'permission.list' || mayDo(who, 'person.view', named, facts))
  )
}

/** What a reading answers: places cannot be apportioned before the need of the case is submitted, and the answer says so. */
function readingStatus(who: Who, one: ApiOperation, param: string | undefined, id: string): number {
  if (!expectedFor(who, one, param, id)) return 404
  const need = one.operation === 'places.apportionment' ? facts.by('procurement.need', 'procurement_id', id)[0] : 'any'
  return need === undefined || (need !== 'any' && need.submitted_at === null) ? 422 : 200
}

const paramIn = (path: string): string | undefined => /\{(\w+)\}/.exec(path)?.[1]

/** Right in shape for each writing operation; versions that nothing has, so that what is allowed changes nothing. */
const need = { places: 2, form: 'permanent', months: 6, service: 'Prov', education: 'Prov' }
const bodies: Readonly<Record<string, unknown>> = {
  'procurement.open': undefined,
  'notice.receive': undefined,
  'need.save': { version: 999, need, submit: false },
  'report.correct': { version: 999, corrections: { persons: 2 } },
  'report.submit': { version: 999, basis: '1 0 100' },
}

/** A participant is given no token (0006_own_account.sql, gate.create_api_token). */
const programs = matrixActors.filter(({ role }) => role !== 'participant')

describe.each(programs.map(who => ({ key: who.key, who })))('$key', ({ who }) => {
  it('reads through the API what the oracle says, and no byte tells too much', async () => {
    const found: string[] = []
    for (const one of operations.filter(({ method }) => method === 'get')) {
      const param = paramIn(one.path)
      const ids = param ? idsFor(stage, who, one.operation, param, throwsOf(seed + one.path.length)) : ['']
      const absent: string[] = []
      for (const id of ids) {
        const path = one.path.replace(/\{\w+\}/, id)
        const answer = await ask({ path, bearer: tokens.get(who.key) ?? '' })
        const what = `${who.key} GET ${path} (${one.operation})`
        found.push(...faultsOfAnswer(stage, who, what, answer, readingStatus(who, one, param, id)))
        if (answer.status === 404) absent.push(withoutIds(answer.bytes, base + path))
      }
      if (new Set(absent).size > 1) found.push(`${one.path}: absence is told in ${new Set(absent).size} ways`)
    }
    expect(found, `seed ${seed}`).toEqual([])
  })

  it('writes through the API where the oracle says, and elsewhere it is as if there were nothing', async () => {
    const found: string[] = []
    for (const one of operations.filter(({ method }) => method !== 'get')) {
      if (!(one.operation in bodies)) found.push(`${one.operation} has no body in this test`)
      const param = paramIn(one.path)
      const ids = param ? idsFor(stage, who, one.operation, param, throwsOf(seed + one.path.length)) : ['']
      for (const id of ids) {
        const path = one.path.replace(/\{\w+\}/, id)
        const allowed = expectedFor(who, one, param, id)
        // Without a version there is nothing to be stale: an empty body is refused after the first fence only.
        const json = bodies[one.operation] ?? {}
        const question = {
          method: one.method.toUpperCase() as 'POST',
          json,
          headers: { 'idempotency-key': randomUUID() },
        }
        const answer = await ask({ ...question, path, bearer: tokens.get(who.key) ?? '' })
        const what = `${who.key} ${one.method} ${path} (${one.operation})`
        found.push(...faultsOfAnswer(stage, who, what, answer, ...(allowed ? [409, 422, 415] : [404])))
      }
    }
    expect(found, `seed ${seed}`).toEqual([])
  })
})

describe('without a token in force', () => {
  const questions: Readonly<Record<string, () => Promise<Partial<Question>>>> = {
    'none at all': async () => ({}),
    'one that is guessed': async () => ({ bearer: `fotfaste_api_${'A'.repeat(43)}` }),
    'a browser’s session as a token': async () => ({
      bearer: await writeSession(world.above, actors[3]?.appointment ?? ''),
    }),
    'a browser’s session as a cookie': async () => ({
      cookie: await writeSession(world.above, actors[3]?.appointment ?? ''),
    }),
    'a token that has ended': async () => ({
      bearer: await writeSession(world.above, actors[3]?.appointment ?? '', { kind: 'api', ends: '-1 second' }),
    }),
  }
  it.each(Object.entries(questions))('%s: 401 everywhere', async (_, make) => {
    const found: string[] = []
    for (const one of operations) {
      const method = one.method.toUpperCase() as 'GET'
      const body = method === 'GET' ? {} : { json: {}, headers: { 'idempotency-key': randomUUID() } }
      const answer = await ask({ method, path: one.path.replace(/\{\w+\}/, randomUUID()), ...body, ...(await make()) })
      found.push(...faultsOfAnswer(stage, undefined, `${method} ${one.path}`, answer, 401))
    }
    expect(found).toEqual([])
  })
})

it('lists follow their next pages and tell nothing more there', async () => {
  const found: string[] = []
  const who = matrixActors.find(one => one.key === 'matching_officer')!
  for (const path of ['/people', '/procurements', '/reports', '/places', '/interventions']) {
    let next = path
    for (let page = 0; page < 4 && next; page += 1) {
      const answer = await ask({ path: next, bearer: tokens.get(who.key) ?? '' })
      found.push(...faultsOfAnswer(stage, who, next, answer, 200))
      const { next: cursor } = JSON.parse(answer.body) as { next?: string }
      next = cursor ? `${path}?cursor=${encodeURIComponent(cursor)}` : ''
    }
  }
  expect(found).toEqual([])
  tell(`S1 of the API: ${requests} requests, ${operations.length} operations, ${programs.length} actors, seed ${seed}`)
})
