import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs, withReceipt } from '#db'
import { type Actor, newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { answerSelfCheck } from './answer-self-check.ts'
import { decideApportionment } from './decide.ts'
import { proposeApportionment } from './propose.ts'
import { type ApportionmentPage, viewApportionment, viewLedger } from './views.ts'

const about = { today: worldDay, now: new Date(`${worldDay}T09:00:00Z`), newId }

let stage: WorldStage
let team: Actor
let procurer: Actor
let employer: Actor
/** Submitted needs that nobody has apportioned yet, in the order of their start. */
let waiting: string[]

beforeAll(async () => {
  stage = await setWorldStage()
  team = await stage.as('district_team')
  procurer = await stage.as('procurer')
  employer = await stage.as('employer')
  const rows = await stage.above<{
    id: string
  }>(`select p.id from procurement.procurement p join procurement.need n on n.procurement_id = p.id
    where n.submitted_at is not null and p.state = 'open' and not exists (select from places.apportionment a where a.procurement_id = p.id)
    order by n.places desc, p.id`)
  waiting = rows.map(row => row.id)
})
afterAll(() => stage.end())

async function page(procurement: string, as: Actor = team): Promise<ApportionmentPage> {
  const view = await viewAs(stage.db, as, tx => viewApportionment(tx, procurement, worldDay))
  if (typeof view === 'string') throw new Error(view)
  return view
}

async function checkBoth(procurement: string): Promise<void> {
  for (const question of ['disability', 'social_enterprise'] as const) {
    const answer = {
      procurement,
      question,
      considered: true,
      asked: [],
      note: 'Frågade alla i teamet',
      now: about.now,
      newId,
    }
    expect(await answerSelfCheck(stage.db, team, answer)).toMatchObject({ ok: true })
  }
}

const decision = (view: ApportionmentPage) => ({
  procurement: view.procurement,
  targetGroup: view.key.targetGroup,
  shown: view.calculation.output.order,
  version: view.version,
  ...about,
})

describe('an apportionment (TGT-4)', () => {
  it('has something to do in the world', () => {
    expect(waiting.length).toBeGreaterThanOrEqual(2)
  })

  it('is not decided without the self-check, and says which question is missing (TGT-7)', async () => {
    const view = await page(waiting[0]!)
    expect(await decideApportionment(stage.db, team, decision(view))).toMatchObject({
      ok: false,
      code: 'places.self_check_missing',
    })
    const half = {
      procurement: view.procurement,
      question: 'disability' as const,
      considered: true,
      asked: [],
      note: 'Ja',
      now: about.now,
      newId,
    }
    await answerSelfCheck(stage.db, team, half)
    expect(await decideApportionment(stage.db, team, decision(view))).toMatchObject({
      facts: { missing: 'social_enterprise' },
    })
  })

  it('takes no empty self-check: somebody was asked, or something was found', async () => {
    const empty = {
      procurement: waiting[0]!,
      question: 'disability' as const,
      considered: true,
      asked: [],
      note: ' ',
      now: about.now,
      newId,
    }
    expect(await answerSelfCheck(stage.db, team, empty)).toMatchObject({ code: 'places.nobody_asked' })
  })

  it('lets a district pass with a reason, keep its claim, and gives its place to the next', async () => {
    const before = await page(waiting[0]!)
    const first = before.lines.find(line => line.area === before.calculation.output.order[0])!
    const passes = [{ area: first.area, reason: 'profile_missing' as const, note: '' }]
    const command = {
      procurement: before.procurement,
      targetGroup: before.key.targetGroup,
      passes,
      overrides: [],
      version: before.version,
      ...about,
    }
    expect(await proposeApportionment(stage.db, team, command)).toMatchObject({ ok: true })
    const after = await page(waiting[0]!)
    const passed = after.lines.find(line => line.area === first.area)!
    expect(passed.proposed).toBe(0)
    expect(passed.pass?.reason).toBe('profile_missing')
    expect(passed.claim).toBeCloseTo(first.claim, 6)
    expect(after.lines.reduce((sum, line) => sum + line.proposed, 0)).toBe(before.places)
  })

  it('gives a place outside the order only with a reason, and "other" only with words (GEN-4)', async () => {
    const view = await page(waiting[0]!)
    const area = view.lines.find(line => line.proposed === 0 && !line.pass)!.area
    const overrides = [{ place: 1, area, reason: 'other' as const, note: '' }]
    const command = {
      procurement: view.procurement,
      targetGroup: view.key.targetGroup,
      passes: [],
      overrides,
      version: view.version,
      ...about,
    }
    expect(await proposeApportionment(stage.db, team, command)).toMatchObject({ code: 'places.override_without_words' })
    const worded = { ...command, overrides: [{ ...overrides[0]!, note: 'Skolan ligger där' }] }
    expect(await proposeApportionment(stage.db, team, worded)).toMatchObject({ ok: true })
    expect((await page(waiting[0]!)).calculation.output.order[0]).toBe(area)
  })

  it('refuses a stale version, and changes nothing', async () => {
    const view = await page(waiting[0]!)
    const stale = {
      procurement: view.procurement,
      targetGroup: view.key.targetGroup,
      passes: [],
      overrides: [],
      version: view.version - 1,
      ...about,
    }
    expect(await proposeApportionment(stage.db, team, stale)).toMatchObject({ code: 'places.changed_meanwhile' })
    expect((await page(waiting[0]!)).version).toBe(view.version)
  })

  it('is refused when another decision has moved the ledger since the page was drawn', async () => {
    const mine = await page(waiting[0]!)
    const other = await page(waiting[1]!)
    expect(other.key.id).toBe(mine.key.id)
    await checkBoth(mine.procurement)
    await checkBoth(other.procurement)
    expect(await decideApportionment(stage.db, team, decision(other))).toMatchObject({ ok: true })
    const late = await decideApportionment(stage.db, team, decision(mine))
    const now = await page(waiting[0]!)
    if (now.calculation.output.order.join() === mine.calculation.output.order.join())
      expect(late).toMatchObject({ ok: true })
    else expect(late).toMatchObject({ code: 'places.ledger_moved' })
  })

  it('once decided gives every place a district, tells the history, and cannot be changed', async () => {
    const held = await page(waiting[1]!)
    expect(held.state).toBe('decided')
    const places = await stage.above<{ area_id: string; given_by: string }>(
      'select area_id, given_by from places.place where procurement_id = $1 order by number',
      [waiting[1]],
    )
    expect(places.map(place => place.area_id)).toEqual(held.calculation.output.order)
    const events = await stage.above<{ kind: string }>(
      `select kind from log.event where stream_id = $1 and kind = 'places.apportioned'`,
      [waiting[1]],
    )
    expect(events).toHaveLength(1)
    const again = {
      procurement: held.procurement,
      targetGroup: held.key.targetGroup,
      passes: [],
      overrides: [],
      version: held.version,
      ...about,
    }
    expect(await proposeApportionment(stage.db, team, again)).toMatchObject({ code: 'places.already_decided' })
    expect(await stage.above('select * from log.broken()')).toEqual([])
  })

  it('has one effect when the form is sent twice, and the same answer', async () => {
    const id = waiting[2] ?? waiting[0]!
    const view = await page(id)
    const command = {
      procurement: id,
      targetGroup: view.key.targetGroup,
      passes: [],
      overrides: [],
      version: view.version,
      ...about,
    }
    const db = withReceipt(stage.db, { key: newId(), operation: 'places.propose', digest: new Uint8Array(32) })
    const answers = await Promise.all([1, 2, 3, 4].map(() => proposeApportionment(db, team, command)))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect((await page(id)).version).toBe(view.version + 1)
    const otherContent = withReceipt(stage.db, { ...db.receipt!, digest: new Uint8Array(32).fill(1) })
    expect(await proposeApportionment(otherContent, team, command)).toMatchObject({ code: 'form.key_reused' })
  })

  it('is the team’s: a procurer reads it, an employer does not see that it exists', async () => {
    const view = await page(waiting[0]!, procurer)
    expect(await decideApportionment(stage.db, procurer, decision(view))).toMatchObject({ code: 'places.not_yours' })
    expect(await viewAs(stage.db, employer, tx => viewApportionment(tx, waiting[0]!, worldDay))).toBe(
      'places.not_found',
    )
  })
})

describe('the ledger of the year', () => {
  it('sums to the places that were decided, with claims that sum to nought', async () => {
    const ledger = await viewAs(stage.db, team, tx => viewLedger(tx, 2026, worldDay))
    const youth = ledger.keys.find(key => key.key.targetGroup === 'youth_foreign_born')!
    const [row] = await stage.above<{ n: number }>(
      `select count(*)::int as n from places.place l join places.apportionment a on a.id = l.apportionment_id where a.key_id = $1 and a.year = 2026 and a.state = 'decided'`,
      [youth.key.id],
    )
    expect(youth.total).toBe(row!.n)
    expect(youth.lines.reduce((sum, line) => sum + line.claim, 0)).toBeCloseTo(0, 6)
  })

  it('says that the second key sums to 99, as the seed does', async () => {
    const ledger = await viewAs(stage.db, team, tx => viewLedger(tx, 2026, worldDay))
    expect(ledger.keys.map(key => [key.key.targetGroup, key.sum])).toEqual(
      expect.arrayContaining([
        ['youth_foreign_born', 100],
        ['disability', 99],
      ]),
    )
  })
})

describe('ten districts become four city areas within the year (TGT-4)', () => {
  const ledger = async () => {
    const { keys } = await viewAs(stage.db, team, tx => viewLedger(tx, 2026, worldDay))
    return keys.find(({ key }) => key.targetGroup === 'youth_foreign_born')!
  }

  it('the key of the new areas goes on from the claims and places of the districts, and the next case is dealt on it', async () => {
    const before = await ledger()
    await stage.above(`update places.key set valid_to = $1 where id = $2`, [worldDay, before.key.id])
    await stage.above(
      `with k as (insert into places.key (id, target_group, area_set_id, name_sv, name_en, basis_sv, basis_en, valid_from, source)
         select gen_random_uuid(), 'youth_foreign_born', id, 'Ny', 'New', '', '', $1, 'test' from organisations.area_set where code = 'city_areas' returning id, area_set_id)
       insert into places.weight (key_id, area_id, percent) select k.id, a.id, 25 from k join organisations.area a on a.area_set_id = k.area_set_id`,
      [worldDay],
    )
    const after = await ledger()
    expect(after.lines).toHaveLength(4)
    expect(after.total).toBe(before.total)
    const [heir] = await stage.above<{ id: string; districts: string[] }>(
      `select successor_id as id, array_agg(id::text) as districts from organisations.area where successor_id is not null group by 1 order by count(*) desc limit 1`,
    )
    const parts = before.lines.filter(({ area }) => heir!.districts.includes(area))
    const whole = after.lines.find(({ area }) => area === heir!.id)!
    expect(parts).toHaveLength(3)
    expect(whole.given).toBe(parts.reduce((sum, { given }) => sum + given, 0))
    expect(whole.claim).toBeCloseTo(
      parts.reduce((sum, { claim }) => sum + claim, 0),
      9,
    )
    const undecided = await stage.above<{ id: string }>(
      `select n.procurement_id as id from procurement.need n where n.submitted_at is not null and not exists
         (select from places.apportionment a where a.procurement_id = n.procurement_id and a.state = 'decided') limit 1`,
    )
    const view = await viewAs(stage.db, team, tx =>
      viewApportionment(tx, undecided[0]!.id, worldDay, 'youth_foreign_born'),
    )
    expect(
      typeof view === 'string'
        ? view
        : view.calculation.output.order.every(area => after.lines.some(one => one.area === area)),
    ).toBe(true)
  })

  it('a district that nobody took over stops the next apportionment, and says so', async () => {
    await stage.above('update organisations.area set successor_id = null')
    const [case_] = await stage.above<{ id: string }>(
      `select n.procurement_id as id from procurement.need n where n.submitted_at is not null and not exists
         (select from places.apportionment a where a.procurement_id = n.procurement_id and a.state = 'decided') limit 1`,
    )
    const view = await viewAs(stage.db, team, tx => viewApportionment(tx, case_!.id, worldDay, 'youth_foreign_born'))
    expect(view).toBe('places.area_without_successor')
  })
})
