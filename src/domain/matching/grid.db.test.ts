import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { type Actor, addDays } from '#kernel'
import { readLog } from '../candidates/test-stage.ts'
import { countCandidates, type Grid, type GridQuery, viewGrid, viewProposals } from './index.ts'
import { addPerson, candidacyOf, permit, proposed, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

async function grid(query: Partial<GridQuery> = {}, actor: Actor = s.officer): Promise<Grid> {
  const page = await viewAs(s.db, actor, tx =>
    viewGrid(tx, actor, s.procurement, { order: 'number', scope: 'own', today: s.today, ...query }),
  )
  if (!page) throw new Error('There is no page')
  return page
}

/** A course with free seats that teaches a concept and is done on a day. */
async function addCourse(concept: string, done: string, seats = 5): Promise<string> {
  const [intervention, start] = [randomUUID(), randomUUID()]
  await s.above(
    `insert into catalogue.intervention (id, provider_id, name_sv, name_en, concepts, weeks, payer, confirmed_on) values ($1, $2, $3, $3, $4, 2, 'municipality', $5)`,
    [intervention, s.provider.organisation, `Kurs ${concept}`, [concept], s.today],
  )
  await s.above(
    'insert into catalogue.start (id, intervention_id, starts_on, ends_on, seats, taken) values ($1, $2, $3, $4, $5, 0)',
    [start, intervention, addDays(done, -10), done, seats],
  )
  return start
}

const cellsOf = (page: Grid, person: string) =>
  page.lines.find(line => line.id === person)?.cells.map(cell => cell.state)

describe('GEN-4: requirement by person', () => {
  it('says met, not met, unknown or by a date, with why, and no number that sums them up', async () => {
    const known = await addPerson(s, { can: { 'language:sv': 4, clean: 'held', 'licence:B': 'lacking' } })
    const unsure = await addPerson(s, { can: { 'language:sv': 3 } })
    const page = await grid()
    expect(cellsOf(page, known.id)).toEqual(['met', 'met', 'not_met'])
    expect(cellsOf(page, unsure.id)).toEqual(['met', 'unknown', 'unknown'])
    const line = page.lines.find(one => one.id === known.id)
    expect(line?.cells[2]?.why).toEqual({ code: 'lacking' })
    expect(Object.keys(line ?? {}).filter(key => /score|rank|total|percent|sum/i.test(key))).toEqual([])
  })

  it('a course that is done before the first day makes it "by that date"; one that ends on it is too late', async () => {
    const { id } = await addPerson(s, { can: { 'language:sv': 3, clean: 'lacking' } })
    await addCourse('clean', s.starts)
    expect((await grid()).lines.map(line => line.id)).not.toContain(id)
    const late = (await grid({ all: true })).lines.find(line => line.id === id)?.cells[1]
    expect(late).toMatchObject({ state: 'not_met', why: { code: 'lacking', way: { to: s.starts } } })
    const done = addDays(s.starts, -1)
    await addCourse('clean', done)
    const cell = (await grid()).lines.find(line => line.id === id)?.cells[1]
    expect(cell).toMatchObject({ state: 'by_date', byDate: done, why: { code: 'course', way: { seatsLeft: 5 } } })
  })

  it('a seat that the person already has counts though the course is full', async () => {
    const { id } = await addPerson(s, { can: { 'language:sv': 1, clean: 'held' } })
    const start = await addCourse('language:sv', addDays(s.starts, -5), 1)
    await s.above('update catalogue.start set taken = 1 where id = $1', [start])
    expect((await grid({ all: true })).lines.find(line => line.id === id)?.cells[0]).toMatchObject({
      state: 'not_met',
      why: { code: 'level_below', level: 1, asked: 3 },
    })
    await s.above(
      `insert into tracks.booking (id, person_id, start_id, procurement_id, state, booked_at) values ($1, $2, $3, $4, 'booked', now())`,
      [randomUUID(), id, start, s.procurement],
    )
    expect((await grid()).lines.find(line => line.id === id)?.cells[0]).toMatchObject({
      state: 'by_date',
      why: { code: 'booked', way: { booked: true } },
    })
  })
})

describe('who is not shown', () => {
  it('is counted once each, by the first reason, and the counts make the whole', async () => {
    const before = (await grid()).hidden
    await addPerson(s, { can: { 'language:sv': 3, clean: 'held' }, match: 'none' })
    await addPerson(s, { can: { 'language:sv': 'lacking', clean: 'held' }, match: 'none' })
    const after = (await grid()).hidden
    expect(after.total).toBe(before.total + 2)
    expect(after.reasons.reduce((sum, reason) => sum + reason.count, 0)).toBe(after.total)
    const count = (hidden: Grid['hidden'], code: string): number =>
      hidden.reasons.filter(reason => reason.code === code).reduce((sum, reason) => sum + reason.count, 0)
    expect(count(after, 'not_agreed')).toBe(count(before, 'not_agreed') + 1)
    expect(count(after, 'must')).toBe(count(before, 'must') + 1)
    expect((await grid({ all: true })).lines.length).toBe((await grid()).lines.length + after.total)
  })
})

describe('the order', () => {
  it('is the user’s own: by number, by waiting, by when every must is met', async () => {
    const page = await grid({ order: 'number' })
    const numbers = page.lines.map(line => Number(line.number))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    const waiting = (await grid({ order: 'waiting_longest' })).lines.map(line => line.waitingSince)
    expect(waiting).toEqual([...waiting].sort())
  })

  it('two to four can be compared, in the same order', async () => {
    const page = await grid()
    const some = page.lines.slice(0, 2).map(line => line.id)
    expect((await grid({ only: some })).lines.map(line => line.id)).toEqual(some)
  })
})

describe('the people of a case', () => {
  it('come with where they stand and their permission towards the case’s employer, nobody else’s', async () => {
    const asked = await proposed(s)
    await permit(s, asked.id, { answer: null })
    const elsewhere = await proposed(s)
    await permit(s, elsewhere.id, { receiver: s.otherEmployer.organisation })
    const given = await proposed(s)
    await permit(s, given.id, { withdrawn: true })
    await permit(s, given.id)
    const lines = (await grid({ scope: 'proposed' })).lines
    const of = (id: string) => lines.find(line => line.id === id)
    expect(of(asked.id)).toMatchObject({ candidacy: { state: 'proposed' }, permission: { state: 'asked' } })
    expect(of(elsewhere.id)?.permission).toEqual({ state: 'none' })
    expect(of(given.id)?.permission).toMatchObject({ state: 'in_force', validTo: addDays(s.today, 30) })
  })

  it('each name that is shown is logged with its purpose and case (P-L1), and none that is not', async () => {
    const shown = await proposed(s)
    const hidden = await addPerson(s, { match: 'none' })
    await grid({ scope: 'own' })
    const log = await readLog(s)
    expect(log.some(line => line.person_id === shown.id && line.purpose === 'match')).toBe(true)
    expect(log.some(line => line.person_id === hidden.id && line.purpose === 'match')).toBe(false)
  })

  it('the case’s coordinator sees those proposed, without standing, and no own list; others have no page', async () => {
    const { id } = await proposed(s)
    const page = await grid({ scope: 'own' }, s.coordinator)
    expect(page.lines.map(line => line.id)).toContain(id)
    expect(page.lines.every(line => line.candidacy !== undefined)).toBe(true)
    for (const actor of [s.otherOfficer, s.team, s.employer, s.procurer, s.provider, s.administrator])
      await expect(grid({}, actor), actor.role).rejects.toThrow('no page')
  })

  it('counts follow what the reader may see: a district its own', async () => {
    const { id } = await proposed(s)
    const count = async (actor: Actor): Promise<number> => {
      const counts = await viewAs(s.db, actor, tx => countCandidates(tx, [s.procurement]))
      return counts.reduce((sum, one) => sum + one.proposed, 0)
    }
    expect(await count(s.otherTeam)).toBe(0)
    expect(await count(s.team)).toBe(await count(s.officer))
    expect((await candidacyOf(s, id)).state).toBe('proposed')
  })
})

describe('the page to propose from', () => {
  it('TGT-5: tells the district its own places, its own people with the rules of eligibility, and whom it has proposed', async () => {
    const mine = await proposed(s)
    const ready = await addPerson(s)
    const page = await viewAs(s.db, s.team, tx =>
      viewProposals(tx, s.team, s.procurement, { order: 'number', today: s.today }),
    )
    expect(page?.ownPlaces).toBe(3)
    expect(page?.proposed.map(line => line.id)).toContain(mine.id)
    expect(page?.people.map(line => line.id)).not.toContain(mine.id)
    expect(page?.people.find(line => line.id === ready.id)?.eligibility?.mayBeProposed).toBe('yes')
    const other = await viewAs(s.db, s.otherTeam, tx =>
      viewProposals(tx, s.otherTeam, s.procurement, { order: 'number', today: s.today }),
    )
    expect(other).toMatchObject({ ownPlaces: 1, proposed: [], people: [] })
  })
})
