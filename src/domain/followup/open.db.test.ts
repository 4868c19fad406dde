import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker, viewAs } from '#db'
import { addDays, newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { openReports, viewReport } from './index.ts'

let world: WorldStage
beforeAll(async () => {
  world = await setWorldStage()
})
afterAll(() => world.end())

const open = () => asWorker(world.db, tx => openReports(tx, { today: worldDay, newId }))

describe('the clock opens reports (PRC-10)', () => {
  it('for every period that is over, once, with the day it is due, and says so in the case’s history', async () => {
    await open()
    const before = await world.above<{ period_from: string; due_on: string; period_to: string; commitment_id: string }>(
      'select commitment_id, period_from::text, period_to::text, due_on::text from followup.report order by commitment_id, period_from',
    )
    await world.above('delete from followup.report')
    expect(await open()).toBe(before.length)
    expect(await open()).toBe(0)
    const after = await world.above(
      'select commitment_id, period_from::text, period_to::text, due_on::text from followup.report order by commitment_id, period_from',
    )
    expect(after).toEqual(before)
    expect(before.every(({ period_to, due_on }) => due_on === addDays(period_to, 15) && period_to < worldDay)).toBe(
      true,
    )
    const [told] = await world.above<{ n: number; outbox: number }>(
      `select count(*)::int as n, (select count(*)::int from jobs.outbox where kind = 'followup.report_opened') as outbox
         from log.event e join followup.report r on r.id = e.subject where e.kind = 'followup.report_opened'`,
    )
    expect(told?.n).toBe(before.length)
    expect(told?.outbox).toBeGreaterThanOrEqual(before.length)
    expect(await world.above('select * from log.broken()')).toEqual([])
  })

  it('two workers at once open each period once', async () => {
    await world.above('delete from followup.report')
    const opened = await Promise.all([open(), open(), open()])
    const [count] = await world.above<{ n: number }>('select count(*)::int as n from followup.report')
    expect(opened.reduce((sum, n) => sum + n, 0)).toBe(count?.n)
  })

  it('an opened report is the supplier’s to send, filled in already', async () => {
    await open()
    const employer = await world.as('employer')
    const [row] = await world.above<{ id: string }>(
      'select id from followup.report where supplier_id = $1 order by period_to desc, id limit 1',
      [employer.organisation],
    )
    const page = await viewAs(world.db, employer, tx => viewReport(tx, employer, row?.id ?? '', worldDay))
    expect(page).toMatchObject({ state: 'open', differs: {}, faults: [] })
    expect(page?.allowed).toContain('report.submit')
  })

  it('a period that is not over cannot be opened by the worker’s own function', async () => {
    const [commitment] = await world.above<{ id: string }>('select id from procurement.commitment limit 1')
    await expect(
      world.db.pools.worker.query('select followup.open_report($1, $2, $3, $4, $5, $6)', [
        newId(),
        newId(),
        commitment?.id,
        worldDay,
        addDays(worldDay, 30),
        addDays(worldDay, 45),
      ]),
    ).rejects.toThrow(/not over/)
  })
})
