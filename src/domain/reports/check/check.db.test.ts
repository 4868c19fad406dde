import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { asWorker } from '#db'
import { newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { checkConsistency } from '../index.ts'

let world: WorldStage
beforeAll(async () => {
  world = await setWorldStage()
})
afterAll(() => world.end())

const check = () => asWorker(world.db, tx => checkConsistency(tx, { today: worldDay, newId }))
const open = (kind: string) =>
  world.above<{ subject_id: string; role: string }>(
    'select subject_id, role from reports.finding where kind = $1 and gone_on is null order by role, subject_id',
    [kind],
  )

/** A problem made by hand, what mends it, and whose list it comes on. */
const planted: Readonly<Record<string, { plant: string; mend: string; roles: readonly string[] }>> = {
  'report.overdue': {
    plant: `update followup.report set state = 'open', figures = null, due_on = '2026-02-01' where id = (select id from followup.report where state = 'approved' order by id limit 1)`,
    mend: `update followup.report set state = 'approved', figures = '{}' where state = 'open' and due_on = '2026-02-01'`,
    roles: ['employer', 'procurer'],
  },
  'procurement.late_step': {
    plant: `update procurement.step s set planned_on = '2026-01-15', done_on = null from procurement.procurement p where p.id = s.procurement_id and p.step = s.step
      and p.id = (select id from procurement.procurement where state = 'open' and step = 'plan' order by id limit 1)`,
    mend: `update procurement.step set planned_on = '2026-06-01' where planned_on = '2026-01-15'`,
    roles: ['procurer'],
  },
  'procurement.without_turn': {
    plant: `update procurement.procurement set matching_id = null where id = (select id from procurement.procurement where state = 'open' and requirement = 'employment' and step = 'manage' order by id limit 1)`,
    mend: `update procurement.procurement set matching_id = (select id from organisations.organisation where kind = 'labour_market_unit' limit 1) where matching_id is null and step = 'manage'`,
    roles: ['procurer'],
  },
  'placement.unconfirmed': {
    plant: `update placement.placement set person_confirmed_at = null where id = (select l.id from placement.placement l join candidates.person p on p.id = l.person_id
      where l.state = 'started' and l.started_on < '2025-12-01' and not p.protected and l.person_confirmed_at is not null order by l.id limit 1)`,
    mend: `update placement.placement set person_confirmed_at = now() where state = 'started' and person_confirmed_at is null`,
    roles: ['matching_officer'],
  },
  'person.duplicate': {
    plant: `update candidates.person a set identity_hmac = b.identity_hmac from candidates.person b where a.id = (select x.id from candidates.person x where not x.protected
        and x.matching_id = b.matching_id and x.district_id <> b.district_id order by x.id limit 1) and b.id = (select id from candidates.person where not protected order by id limit 1)`,
    mend: `update candidates.person set identity_hmac = null where identity_hmac in (select identity_hmac from candidates.person group by 1 having count(*) > 1)`,
    roles: ['matching_officer', 'matching_officer'],
  },
  'start.seats_differ': {
    plant: `update catalogue.start s set taken = 0 where s.id = (select b.start_id from tracks.booking b join catalogue.start t on t.id = b.start_id
      where b.state = 'booked' and t.ends_on >= '2026-03-02' order by b.id limit 1)`,
    mend: `update catalogue.start s set taken = (select count(*) from tracks.booking b where b.start_id = s.id and b.state in ('booked', 'completed')) where taken = 0`,
    roles: ['provider'],
  },
  'placement.dates_do_not_fit': {
    plant: `update placement.placement l set started_on = '2020-01-01' where l.id = (select m.id from placement.placement m join candidates.person p on p.id = m.person_id
      where m.state = 'started' and not p.protected order by m.id limit 1)`,
    mend: `update placement.placement set started_on = starts_on where started_on = '2020-01-01'`,
    roles: ['matching_officer'],
  },
  'procurement.places_differ': {
    plant: `update procurement.need n set places = places + 100 where n.procurement_id = (select p.id from procurement.procurement p
      where p.state = 'open' and p.step = 'manage' and exists (select from places.place q where q.procurement_id = p.id) order by p.id limit 1)`,
    mend: `update procurement.need set places = places - 100 where places > 100`,
    roles: ['procurer'],
  },
}

describe('the nightly check (I10)', () => {
  it('run twice finds nothing new', async () => {
    const first = await check()
    expect(first.fresh).toBeGreaterThan(0)
    expect(await check()).toMatchObject({ fresh: 0, gone: 0, standing: first.fresh })
  })

  test.each(Object.entries(planted))(
    'finds %s when it is planted, and lets it go when it is mended',
    async (kind, { plant, mend, roles }) => {
      const before = await open(kind)
      await world.above(plant)
      expect((await check()).fresh).toBeGreaterThanOrEqual(roles.length)
      const found = await open(kind)
      expect(found.length).toBe(before.length + roles.length)
      const news = found.filter(one => !before.some(old => old.subject_id === one.subject_id && old.role === one.role))
      expect(news.map(({ role }) => role).toSorted()).toEqual([...roles].toSorted())
      await world.above(mend)
      expect((await check()).gone).toBeGreaterThanOrEqual(roles.length)
      const left = await open(kind)
      expect(left.filter(one => news.some(({ subject_id }) => subject_id === one.subject_id))).toEqual([])
    },
  )

  it('finds a rewritten event, for the auditor', async () => {
    const [event] = await world.above<{ id: string; stream_id: string; reason: string | null }>(
      'select id, stream_id, reason from log.event order by at limit 1',
    )
    await world.above(`update log.event set reason = 'rewritten' where id = $1`, [event?.id])
    await check()
    expect(await open('log.broken')).toEqual([{ subject_id: event?.stream_id, role: 'auditor' }])
    await world.above('update log.event set reason = $2 where id = $1', [event?.id, event?.reason])
    await check()
    expect(await open('log.broken')).toEqual([])
  })

  it('mended and broken again on the same day is one finding, which stands', async () => {
    const { plant, mend } = planted['report.overdue'] ?? { plant: '', mend: '' }
    for (const step of [plant, mend, plant]) {
      await world.above(step)
      await check()
    }
    expect((await open('report.overdue')).length).toBeGreaterThan(0)
    await world.above(mend)
    await check()
  })

  it('P-S2: no protected person comes on a list, whatever is wrong with them', async () => {
    await world.above(
      `update candidates.person set protected = true where id in (select subject_id from reports.finding where subject_kind = 'person' and gone_on is null)`,
    )
    await check()
    const [left] = await world.above<{ n: number }>(
      `select count(*)::int as n from reports.finding f join candidates.person p on p.id = f.subject_id and p.protected where f.gone_on is null`,
    )
    expect(left?.n).toBe(0)
  })

  it('what somebody says is wrong at work stands until they confirm the job anew', async () => {
    const [job] = await world.above<{ id: string; procurement_id: string; org: string }>(
      `select l.id, l.procurement_id, coalesce(c.matching_id, p.matching_id) as org from placement.placement l join candidates.person p on p.id = l.person_id
        join procurement.procurement c on c.id = l.procurement_id where l.state = 'started' order by l.id limit 1`,
    )
    await world.above(
      `insert into reports.finding (id, kind, subject_kind, subject_id, procurement_id, organisation_id, role, found_on)
        values (gen_random_uuid(), 'placement.questioned', 'placement', $1, $2, $3, 'matching_officer', $4)`,
      [job?.id, job?.procurement_id, job?.org, worldDay],
    )
    await check()
    expect(await open('placement.questioned')).toHaveLength(1)
    await world.above(
      `update placement.placement set person_confirmed_at = $2::date + interval '2 days' where id = $1`,
      [job?.id, worldDay],
    )
    await check()
    expect(await open('placement.questioned')).toHaveLength(0)
  })
})
