import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DB } from '#db'
import { catchUpSnapshots } from '#domain/reports'
import { newId } from '#kernel'
import { askChecked } from './test-answers.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

let stage: ApiStage
let token: string
beforeAll(async () => {
  stage = await setApiStage()
  token = await stage.tokenOf('decision_maker')
  // As the clock's role does by night.
  const worker = new Kysely<DB>({ dialect: new PostgresDialect({ pool: stage.db.pools.worker }) })
  await worker.transaction().execute(tx => catchUpSnapshots(tx, { today: '2026-03-02', newId }))
}, 120_000)
afterAll(() => stage.end())

it('the latest result is that of the last month that is over, and leads back month by month (STR-7)', async () => {
  const latest = await askChecked(stage, 'get /results', { token })
  expect(latest.body).toMatchObject({ month: '2026-02', from: '2025-03-01', to: '2026-02-28', previous: '2026-01' })
  expect(latest.body.next).toBeUndefined()
  const before = await askChecked(stage, `get /results?month=${latest.body.previous}`, { token })
  expect(before.body).toMatchObject({ month: '2026-01', next: '2026-02' })
})

it('no count of people under five is told (GEN-2)', async () => {
  const { body } = await askChecked(stage, 'get /results', { token })
  const tables = body.tables as {
    threshold: number
    funnel: Record<string, number | null>
    hires: Record<string, Record<string, number | null>>
  }
  const counts = [...Object.values(tables.funnel), ...Object.values(tables.hires).flatMap(row => Object.values(row))]
  expect(counts.length).toBeGreaterThan(20)
  expect(counts.filter(count => count !== null && count < 5)).toEqual([])
  expect(counts).toContain(null)
  expect(tables.threshold).toBe(5)
})

it('a month without a result does not exist, and what is no month is refused', async () => {
  expect((await askChecked(stage, 'get /results?month=1999-12', { token })).status).toBe(404)
  const odd = await askChecked(stage, 'get /results?month=2026-13', { token })
  expect(odd.body).toMatchObject({ status: 422, errors: [{ parameter: 'month' }] })
})

it('roles that work with one person or one contract do not see the whole', async () => {
  for (const key of ['employer', 'provider'])
    expect((await askChecked(stage, 'get /results', { token: await stage.tokenOf(key) })).status, key).toBe(404)
})
