import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#kernel'
import { apiDocument } from './index.ts'
import { differences, leaksIn } from './test-answers.ts'
import { fitting, hostile, nearly } from './test-arbitraries.ts'
import type { Components, Schema } from './test-conform.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

/** 500 requests in every run; a night's run sets more (trust.md S3), and may set a seed to see a failure again. */
const runs = Number(process.env.FUZZ_RUNS ?? 500)
const seed = process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : { seed: 20_260_302 }

let stage: ApiStage
const who = ['procurer', 'matching_officer', 'district_team', 'employer', 'coordinator', 'provider', 'decision_maker']
const tokens = new Map<string, string>()
let known: Readonly<Record<string, readonly string[]>> = {}
beforeAll(async () => {
  stage = await setApiStage()
  for (const key of who) tokens.set(key, await stage.tokenOf(key))
  const idsOf = async (table: string): Promise<string[]> =>
    (await stage.above<{ id: string }>(`select id from ${table} order by id limit 60`)).map(row => row.id)
  known = {
    procurement: await idsOf('procurement.procurement'),
    person: await idsOf('candidates.person'),
    report: await idsOf('followup.report'),
    notice: await idsOf('procurement.notice'),
  }
}, 120_000)
afterAll(() => stage.end())

type Operation = {
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
const document = JSON.parse(JSON.stringify(apiDocument())) as {
  paths: Record<string, Record<string, Operation>>
  components: Components
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

type Request = {
  readonly who: string
  readonly line: string
  readonly key: string
  readonly raw?: string
  readonly headers: Readonly<Record<string, string>>
}

/** Requests made from the document's own schemas: right, nearly right, and nothing of the kind. */
const requests: fc.Arbitrary<Request> = fc.constantFrom(...operations).chain(({ path, method, operation }) => {
  const { parameters = [], requestBody } = operation
  const hole = /\{(\w+)\}/.exec(path)?.[1]
  const id = fc.tuple(fc.nat(), fc.constantFrom('known', 'known', 'none', 'odd'), hostile).map(([at, how, odd]) => {
    const ids = known[hole ?? ''] ?? []
    if (how === 'known') return ids[at % Math.max(1, ids.length)] ?? newId()
    return how === 'none' ? newId() : encodeURIComponent(String(odd).toWellFormed().slice(0, 200) || 'x')
  })
  const query = fc.record(
    Object.fromEntries(
      parameters
        .filter(one => one.in === 'query')
        .map(one => [one.name, fc.oneof(fitting(one.schema, document.components), hostile)]),
    ),
    { requiredKeys: [] },
  )
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const body = media ? nearly(media.schema, document.components) : fc.constant(undefined)
  return fc
    .record({
      who: fc.constantFrom(...who),
      id,
      query,
      repeated: fc.boolean(),
      body,
      key: fc.oneof({ weight: 8, arbitrary: fc.uuid({ version: 4 }) }, { weight: 1, arbitrary: fc.string() }),
      type: fc.oneof({ weight: 12, arbitrary: fc.constant(type) }, { weight: 1, arbitrary: fc.constant('text/plain') }),
      cut: fc.boolean(),
    })
    .map(one => {
      const search = new URLSearchParams(
        Object.entries(one.query).map(([name, value]) => [name, String(value).toWellFormed().slice(0, 2000)]),
      )
      if (one.repeated) for (const [name, value] of [...search].slice(0, 1)) search.append(name, value)
      const whole = media ? JSON.stringify(one.body) : undefined
      return {
        who: one.who,
        line: `${method} ${path.replace(/\{\w+\}/, one.id)}${search.size > 0 ? `?${search}` : ''}`,
        key: one.key.replaceAll(/[^\x21-\x7e]/g, '.'),
        ...(whole === undefined ? {} : { raw: one.cut && one.repeated ? whole.slice(0, -1) : whole }),
        headers: headersOf(media ? one.type : undefined),
      }
    })
})

function headersOf(type: string | undefined): Request['headers'] {
  return type === undefined ? {} : { 'Content-Type': type }
}

/** Everything that a request could change, in one line: rows, versions, events and keys. */
async function state(): Promise<string> {
  const [row] = await stage.above<{ state: string }>(
    `select concat_ws(' ', (select count(*) from log.event), (select count(*) from gate.receipt),
      (select count(*) || '/' || sum(version) from procurement.procurement), (select count(*) || '/' || sum(version) from procurement.need),
      (select count(*) || '/' || sum(version) from procurement.notice), (select count(*) || '/' || sum(version) from followup.report),
      (select count(*) || '/' || sum(version) from matching.candidacy), (select count(*) || '/' || sum(version) from placement.placement),
      (select count(*) || '/' || sum(version) from candidates.person), (select count(*) || '/' || sum(version) from candidates.permission)) as state`,
  )
  return row?.state ?? ''
}

it(`${runs} requests made from the document surprise nothing, change nothing that they may not, and tell no name (S3, T12, T13)`, async () => {
  const statuses = new Map<number, number>()
  let before = await state()
  await fc.assert(
    fc.asyncProperty(requests, async ({ who: key, ...ask }) => {
      const sent = await stage.ask(ask.line, { ...ask, token: tokens.get(key) })
      statuses.set(sent.status, (statuses.get(sent.status) ?? 0) + 1)
      expect(sent.status, `${sent.text} ${String(stage.errors.at(-1))}`).toBeLessThan(500)
      expect(differences(ask.line, sent)).toEqual([])
      expect(leaksIn(stage, sent.text)).toEqual([])
      const after = await state()
      if (sent.status >= 400 || ask.line.startsWith('get')) expect(after).toBe(before)
      before = after
    }),
    { numRuns: runs, ...seed },
  )
  expect(stage.errors).toEqual([])
  // The requests have been of every kind, or the run says nothing.
  for (const status of [200, 201, 400, 404, 415, 422])
    expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0)
}, 600_000)
