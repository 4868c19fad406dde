import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { asWorker, viewAs } from '#db'
import { newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { catchUpSnapshots, takeSnapshot, viewState } from './index.ts'

let world: WorldStage
beforeAll(async () => {
  world = await setWorldStage()
})
afterAll(() => world.end())

const catchUp = () => asWorker(world.db, tx => catchUpSnapshots(tx, { today: worldDay, newId }))
const stored = () =>
  world.above<{ period_to: string; tables: string }>(
    'select period_to::text, tables::text from reports.snapshot order by period_to',
  )

describe('the snapshots of a world (STR-7)', () => {
  it('are the last twelve months, and a second start takes none', async () => {
    expect(await catchUp()).toBe(12)
    expect(await catchUp()).toBe(0)
    expect((await stored()).map(row => row.period_to).at(-1)).toBe('2026-02-28')
  })

  it('two workers at once take each month once', async () => {
    await world.above(`delete from reports.snapshot where period_to = '2026-02-28'`)
    const taken = await Promise.all(
      [1, 2, 3].map(() => asWorker(world.db, tx => takeSnapshot(tx, '2026-02', { today: worldDay, newId }))),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  it('P-A3: stand as they were taken, whatever happens afterwards', async () => {
    const before = await stored()
    await world.above(`update placement.placement set started_on = null, state = 'agreed' where state = 'started'`)
    await catchUp()
    expect(await stored()).toEqual(before)
  })

  it('P-A3: a year is counted once: a snapshot taken after a correction says the same of the people', async () => {
    const people = async (month: string) => {
      const { year, funnel, places, hires } = (await seen(await world.as('decision_maker'), month))!.tables
      return { year, funnel, places, hires }
    }
    const january = await people('2026-01')
    // The placements were ended above, which a new count would show.
    await world.above(`delete from reports.snapshot where period_to = '2026-02-28'`)
    await catchUp()
    expect(await people('2026-02')).toEqual(january)
  })

  it('of the edition that counted people month by month are shown no more, and are taken again', async () => {
    const month = `period_to = '2025-06-30'`
    await world.above(`update reports.snapshot set tables = jsonb_set(tables, '{edition}', '1') where ${month}`)
    expect(await seen(await world.as('decision_maker'), '2025-06')).toBeUndefined()
    expect(await catchUp()).toBe(1)
    expect((await seen(await world.as('decision_maker'), '2025-06'))?.tables.edition).toBe(2)
  })

  it('count as an independent recount does, where they show a number', async () => {
    const manager = await world.as('decision_maker')
    const state = await seen(manager)
    const [recount] = await world.above<{ all: number; required: number }>(
      `select count(*)::int as all, count(*) filter (where requirement = 'employment')::int as required from procurement.procurement
        where state <> 'cancelled' and contract_start >= '2025-03-01' and contract_start < '2026-03-01'`,
    )
    expect(state?.tables.procurements).toEqual(recount)
    expect(state?.tables.places.filled).toBe(state?.tables.funnel.hired)
    const given = state?.tables.keys.reduce((sum, key) => sum + key.given, 0)
    const [places] = await world.above<{ n: number }>(
      `select count(*)::int as n from places.place q join places.apportionment a on a.id = q.apportionment_id where a.state = 'decided'
          and a.decided_at >= '2025-03-01 00:00 Europe/Stockholm' and a.decided_at < '2026-03-01 00:00 Europe/Stockholm'`,
    )
    expect(given).toBe(places?.n)
  })

  it('GEN-2: show no count of people below five, in any month', async () => {
    for (const { tables } of await stored()) {
      const { funnel, stayed, hires } = JSON.parse(tables)
      const counts = [
        ...Object.values(funnel),
        ...Object.values(stayed),
        ...Object.values(hires as Record<string, object>).flatMap(row => Object.values(row)),
      ].filter((count): count is number => count !== null)
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
    }
  })

  it('hold no name, no number of a person and no identity of one', async () => {
    const [people] = await world.above<{ ids: string[] }>('select array_agg(id::text) as ids from candidates.person')
    const text = JSON.stringify(await stored())
    expect((people?.ids ?? []).filter(id => text.includes(id))).toEqual([])
  })

  it('a month that is not over cannot be taken', async () => {
    await expect(asWorker(world.db, tx => takeSnapshot(tx, '2026-03', { today: worldDay, newId }))).rejects.toThrow(
      /not over/,
    )
  })
})

async function seen(actor: Awaited<ReturnType<WorldStage['as']>>, month?: string) {
  return viewAs(world.db, actor, tx => viewState(tx, month))
}

describe('who reads what', () => {
  test.each(['decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'auditor'])(
    '%s sees the frozen state',
    async key => {
      expect((await seen(await world.as(key)))?.month).toBe('2026-02')
    },
  )

  test.each(['employer', 'provider', 'participant', 'administrator'])('%s sees none', async key => {
    expect(await seen(await world.as(key))).toBeUndefined()
  })

  it('a month is chosen by its address; one without a snapshot does not exist', async () => {
    const manager = await world.as('decision_maker')
    expect(await seen(manager, '2025-11')).toMatchObject({
      month: '2025-11',
      from: '2024-12-01',
      previous: '2025-10',
      next: '2025-12',
    })
    expect((await seen(manager, '2025-11'))?.history.map(({ year }) => year)).toEqual([2024])
    expect((await seen(manager, '2026-02'))?.history.map(({ year }) => year)).toEqual([2024, 2025])
    for (const month of ['2020-01', '2026-03', '2025-1', 'x']) expect(await seen(manager, month)).toBeUndefined()
  })

  it('raw counts reach the worker only, and the worker reads nobody', async () => {
    for (const pool of [world.db.pools.web_ro, world.db.pools.web_rw, world.db.pools.sign_in])
      await expect(pool.query(`select reports.raw_counts('2025-03-01', '2026-02-28')`)).rejects.toThrow(
        /permission denied/,
      )
    for (const table of ['candidates.person', 'matching.candidacy', 'placement.placement', 'log.event'])
      await expect(world.db.pools.worker.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  })
})
