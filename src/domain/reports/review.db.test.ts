import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { viewAs } from '#db'
import { type Actor, newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { type ReviewPage, viewReview } from './index.ts'

let world: WorldStage
let auditor: Actor
beforeAll(async () => {
  world = await setWorldStage()
  auditor = await world.as('auditor')
  // Thirty readings by one officer on a Monday morning, one at night, one refused, one of a phone without a case.
  await world.above(
    `insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
     select ('2026-02-02 09:' || lpad((n % 60)::text, 2, '0') || ' Europe/Stockholm')::timestamptz, a.account_id, a.organisation_id, a.role, p.id, array['name'], 'choose',
         (select id from procurement.procurement order by id limit 1), true
       from generate_series(1, 30) n, (select * from gate.appointment where role = 'matching_officer' order by id limit 1) a,
         lateral (select id from candidates.person order by id offset n limit 1) p`,
  )
  const one = (at: string, fields: string, allowed: boolean): Promise<unknown> =>
    world.above(
      `insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, allowed)
       select $1::timestamptz, a.account_id, a.organisation_id, a.role, (select id from candidates.person order by id limit 1), $2::text[], 'contact_plan', $3
         from gate.appointment a where a.role = 'district_team' order by a.id limit 1`,
      [at, `{${fields}}`, allowed],
    )
  await one('2026-02-03 02:30 Europe/Stockholm', 'name', true)
  await one('2026-02-03 10:00 Europe/Stockholm', 'phone', true)
  await one('2026-02-03 11:00 Europe/Stockholm', 'name', false)
})
afterAll(() => world.end())

const look = (actor: Actor, month?: string): Promise<ReviewPage | undefined> =>
  viewAs(world.db, actor, tx => viewReview(tx, month, worldDay, newId()))

describe('the sample of readings (P-L3)', () => {
  it('has at least ten of each organisation, and the same ones every time', async () => {
    const first = await look(auditor, '2026-02')
    const second = await look(auditor, '2026-02')
    const byOrganisation = Map.groupBy(first?.readings ?? [], reading => reading.organisation)
    expect([...byOrganisation.values()].map(list => list.length).toSorted((a, b) => a - b)).toContain(10)
    expect(second?.readings).toEqual(first?.readings)
  })

  it('always has the refused, and says what one might ask about', async () => {
    const page = await look(auditor, '2026-02')
    expect(page?.flagged).toMatchObject({ refused: 1, odd_hours: 1, without_case: 1, many_people: 0 })
    expect(page?.readings[0]).toMatchObject({ allowed: false, flags: ['refused'] })
  })

  it('is noted, once a day for the same month (P-L4)', async () => {
    await look(auditor, '2026-02')
    await look(auditor, '2026-02')
    const noted = await world.above(
      `select from log.event where kind = 'reports.readings_reviewed' and facts ->> 'from' = '2026-02-01'`,
    )
    expect(noted).toHaveLength(1)
  })

  it('gives no name of a person and no whole identity', async () => {
    const text = JSON.stringify(await look(auditor, '2026-02'))
    const people = await world.above<{ id: string; family_name: string }>(
      'select id, family_name from candidates.person',
    )
    expect(people.filter(({ id }) => text.includes(id))).toEqual([])
  })

  it('a month to come does not exist', async () => {
    expect(await look(auditor, '2026-04')).toBeUndefined()
    expect(await look(auditor, 'februari')).toBeUndefined()
  })
})

test.each([
  'decision_maker',
  'procurer',
  'matching_officer',
  'district_team',
  'employer',
  'administrator',
  'participant',
])('%s gets no reading and no state of the log', async key => {
  expect(await look(await world.as(key), '2026-02')).toBeUndefined()
})

describe('the event log (GEN-5)', () => {
  it('is whole as the world was written, and every link is counted', async () => {
    await look(auditor)
    const [counted] = await world.above<{ n: number }>('select count(*)::int as n from log.event')
    expect((await look(auditor))?.log).toEqual({ events: counted?.n, chains: expect.any(Number), broken: [] })
  })

  it('is shown to be broken when somebody above the policies has changed a reason', async () => {
    const [event] = await world.above<{ id: string; stream_id: string }>(
      'select id, stream_id from log.event order by at limit 1',
    )
    await world.above(`update log.event set reason = 'another' where id = $1`, [event?.id])
    expect((await look(auditor))?.log.broken).toEqual([event?.stream_id])
  })
})
