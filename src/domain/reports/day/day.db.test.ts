import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { viewAs } from '#db'
import type { Actor } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { viewEmployerDay, viewMyDay } from '../index.ts'
import type { ToDo } from './to-do.ts'

let world: WorldStage
beforeAll(async () => {
  world = await setWorldStage()
})
afterAll(() => world.end())

const day = (actor: Actor) => viewAs(world.db, actor, tx => viewMyDay(tx, actor, worldDay))
const employerDay = (actor: Actor) => viewAs(world.db, actor, tx => viewEmployerDay(tx, actor, worldDay))
const kinds = (items: readonly ToDo[]): string[] => [...new Set(items.map(({ kind }) => kind))].toSorted()

/** What each of the cast has to do on the world's day, as its blurb promises (tests/world/cast.ts). */
const owed: Readonly<Record<string, readonly ToDo['kind'][]>> = {
  procurer: ['accept_notice', 'choose_clause', 'decide_requirement', 'judge_report', 'late_case'],
  matching_officer: ['ask_again', 'present_shortlist', 'propose_people', 'remind_permission'],
  district_team: ['propose_people', 'self_check'],
  coordinator: ['book_course'],
  provider: ['confirm_intervention', 'start_soon'],
}

describe('my day (ux.md A1)', () => {
  test.each(Object.entries(owed))('%s has what the world promises', async (key, expected) => {
    const { toDo } = await day(await world.as(key))
    expect(kinds(toDo.shown)).toEqual(expect.arrayContaining([...expected]))
  })

  it('a district sees its own places only, and the team’s decisions are the whole city’s', async () => {
    const [angered, lundby] = [
      await day(await world.as('district_team')),
      await day(await world.as('district_team_other')),
    ]
    const areas = (of: typeof angered): unknown[] =>
      of.toDo.shown.filter(({ kind }) => kind === 'propose_people').map(({ facts }) => facts.area)
    expect(new Set(areas(angered))).toEqual(new Set(['Angered']))
    expect(new Set(areas(lundby))).toEqual(new Set(['Lundby']))
    const decisions = (of: typeof angered): unknown[] =>
      of.toDo.shown.filter(({ kind }) => kind === 'self_check' || kind === 'adopt_profile').map(({ key }) => key)
    expect(decisions(angered)).toEqual(decisions(lundby))
  })

  it('one authority’s procurer sees none of another’s cases', async () => {
    const own = await world.as('procurer')
    const cases = await world.above<{ id: string }>('select id from procurement.procurement where authority_id = $1', [
      own.organisation,
    ])
    const others = (await day(await world.as('procurer_other'))).toDo.shown
    expect(others.filter(({ href }) => cases.some(({ id }) => href.includes(id)))).toEqual([])
  })

  it('names nobody, in what is owed and in what is new: people are numbers', async () => {
    const people = await world.above<{ given_name: string; family_name: string; id: string; protected: boolean }>(
      `select given_name, family_name, id, protected from candidates.person p
        where exists (select from matching.candidacy c where c.person_id = p.id) or protected`,
    )
    for (const key of Object.keys(owed)) {
      const { toDo, findings } = await day(await world.as(key))
      const text = JSON.stringify([toDo, findings])
      expect(people.filter(one => text.includes(`${one.given_name} ${one.family_name}`))).toEqual([])
      // A protected person does not exist for those who are not named (P-S2).
      const hidden = people.filter(one => one.protected && key !== 'matching_officer')
      expect(hidden.filter(({ id }) => text.includes(id))).toEqual([])
    }
  })

  it('reads nobody’s name: no line is added to the reading log', async () => {
    const count = async (): Promise<number> =>
      (await world.above<{ n: number }>('select count(*)::int as n from gate.read_log'))[0]?.n ?? 0
    const before = await count()
    for (const key of [...Object.keys(owed), 'administrator']) await day(await world.as(key))
    await employerDay(await world.as('employer'))
    expect(await count()).toBe(before)
  })

  it('what is new is what others did, the latest first, and alike things are one line', async () => {
    const officer = await world.as('matching_officer')
    const { news } = await day(officer)
    expect(news.length).toBeGreaterThan(0)
    expect(news.length).toBeLessThanOrEqual(8)
    const times = news.map(({ at }) => new Date(at).getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const lines = news.map(({ kind, about, actorName }) => `${kind} ${about} ${actorName}`)
    expect(new Set(lines).size).toBe(lines.length)
    expect(news.map(({ organisationName }) => organisationName)).not.toContain(officer.organisationName)
  })

  it('is empty, and not broken, for somebody with nothing to do', async () => {
    expect(await day(await world.as('administrator'))).toMatchObject({ toDo: { shown: [], more: 0 }, findings: [] })
  })
})

describe('the employer’s day (ux.md G1)', () => {
  it('has the report that is due, the candidates to answer, and one to call', async () => {
    const { toDo, contact } = await employerDay(await world.as('employer'))
    expect(kinds(toDo.shown)).toEqual(expect.arrayContaining(['answer_candidates', 'send_report']))
    expect(contact).toMatchObject({ role: 'matching_officer', phone: expect.stringMatching(/^\d/) })
  })

  it('has nothing of another supplier’s', async () => {
    const other = await world.as('employer_other')
    const own = await world.above<{ id: string }>('select id from procurement.procurement where supplier_id <> $1', [
      other.organisation,
    ])
    const { toDo } = await employerDay(other)
    expect(toDo.shown.length).toBeGreaterThan(0)
    expect(toDo.shown.filter(({ href }) => own.some(({ id }) => href.includes(id)))).toEqual([])
  })
})
