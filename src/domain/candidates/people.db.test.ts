import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { type Actor, addDays } from '#kernel'
import {
  askPermission,
  findByIdentity,
  listPeople,
  listPermissions,
  notePersonStatus,
  ownContact,
  ownFile,
  type PeopleFilter,
  readNames,
  revealContact,
  viewPerson,
} from './index.ts'
import { addPerson, asPerson, assign, readLog, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

const first: PeopleFilter = { scope: 'own', order: 'waiting' }
const list = (actor: Actor, filter: Partial<PeopleFilter> = {}, page = 1) =>
  viewAs(s.db, actor, tx => listPeople(tx, actor, { ...first, ...filter }, page, s.today))
const view = (actor: Actor, id: string) => viewAs(s.db, actor, tx => viewPerson(tx, actor, id, s.today))

describe('TGT-5: the list of people', () => {
  it('holds those of one’s own unit or district, and for others those assigned', async () => {
    const { id } = await addPerson(s)
    const has = async (actor: Actor, filter: Partial<PeopleFilter> = {}): Promise<boolean> =>
      (await list(actor, filter)).rows.some(row => row.id === id)
    expect(await has(s.officer)).toBe(true)
    expect(await has(s.team)).toBe(true)
    expect(await has(s.otherOfficer)).toBe(false)
    expect(await has(s.otherTeam)).toBe(false)
    expect(await has(s.coordinator)).toBe(false)
    for (const actor of [s.coordinator, s.otherOfficer]) {
      await assign(s, id, actor.organisation)
      expect(await has(actor, { scope: 'assigned' }), actor.role).toBe(true)
    }
    expect(await has(s.otherOfficer, { scope: 'own' })).toBe(false)
  })

  it('is narrowed by each filter alone, and put in the order chosen', async () => {
    const a = await addPerson(s)
    const b = await addPerson(s, { status: 'preparing' })
    await s.above(
      `update candidates.person set language = 'ti', target_groups = '{disability}', ready_on = $2, waiting_since = '2020-01-01' where id = $1`,
      [a.id, addDays(s.today, -400)],
    )
    await s.above(`update candidates.person set language = 'uk', ready_on = $2 where id = $1`, [
      b.id,
      addDays(s.today, 30),
    ])
    await s.above(
      `insert into candidates.competence (id, person_id, concept, type, label_sv, state, source, noted_on) values (gen_random_uuid(), $1, 'licence:X', 'licence', 'X', 'held', 'self', $2),
      (gen_random_uuid(), $3, 'licence:X', 'licence', 'X', 'lacking', 'self', $2)`,
      [a.id, s.today, b.id],
    )
    const ids = async (filter: Partial<PeopleFilter>): Promise<string[]> =>
      (await list(s.officer, filter)).rows.map(row => row.id)
    expect(await ids({ language: 'ti' })).toEqual([a.id])
    expect(await ids({ targetGroup: 'disability' })).toEqual([a.id])
    expect(await ids({ can: 'licence:X' })).toEqual([a.id])
    expect(await ids({ readyBy: addDays(s.today, -399) })).toEqual([a.id])
    expect(await ids({ number: b.number })).toEqual([b.id])
    expect(await ids({ status: 'preparing' })).toEqual([b.id])
    expect((await ids({ order: 'waiting' }))[0]).toBe(a.id)
    expect((await ids({ order: 'ready' }))[0]).toBe(a.id)
    const numbered = (await list(s.officer, { order: 'number' })).rows.map(row => row.number)
    expect(numbered).toEqual([...numbered].sort((x, y) => x - y))
  })

  it('TGT-11: the filter by permission follows the clock', async () => {
    const { id } = await addPerson(s)
    const asked = await askPermission(s.db, s.officer, {
      person: id,
      procurement: s.procurement,
      fields: ['name'],
      ...s.edge,
    })
    expect(asked.ok).toBe(true)
    const states = async (): Promise<string[]> => {
      const found: string[] = []
      for (const permission of ['in_force', 'ends_soon', 'asked', 'none'] as const)
        if ((await list(s.officer, { permission })).rows.some(row => row.id === id)) found.push(permission)
      return found
    }
    expect(await states()).toEqual(['asked'])
    await s.above(
      `update candidates.permission set answer = 'yes', answered_at = now(), manner = 'self' where person_id = $1`,
      [id],
    )
    expect(await states()).toEqual(['in_force'])
    await s.above(`update candidates.permission set valid_to = $2 where person_id = $1`, [id, s.today])
    expect(await states()).toEqual(['in_force', 'ends_soon'])
    await s.above(`update candidates.permission set valid_to = $2 where person_id = $1`, [id, addDays(s.today, -1)])
    expect(await states()).toEqual(['none'])
  })

  it('pages never overlap and never lose anybody, and who has left is there only when asked for', async () => {
    for (let more = 0; more < 55; more += 1) await addPerson(s)
    const gone = await addPerson(s, { status: 'left' })
    const [one, two] = [await list(s.officer), await list(s.officer, {}, 2)]
    const ids = [...one.rows, ...two.rows].map(row => row.id)
    expect(new Set(ids).size).toBe(one.count)
    expect(ids).not.toContain(gone.id)
    expect((await list(s.officer, { status: 'left' })).rows.map(row => row.id)).toContain(gone.id)
    expect((await list(s.officer, { number: gone.number })).rows.map(row => row.id)).toEqual([gone.id])
  })

  it('P-L1: one row in the read log for each name shown, no more and no fewer', async () => {
    const before = (await readLog(s)).length
    const { rows } = await list(s.officer)
    const logged = (await readLog(s)).slice(before)
    expect(logged.map(row => row.person_id).sort()).toEqual(rows.map(row => row.id).sort())
    expect(new Set(logged.map(row => `${row.fields} ${row.purpose} ${row.allowed}`))).toEqual(
      new Set(['name list true']),
    )
    expect(rows.every(row => /^Given\d+ F\.$/.test(row.name))).toBe(true)
  })
})

describe('P-S: a person with protected data', () => {
  it('exists for the named and for oneself, and for nobody else in any view, count or search', async () => {
    const { id, number } = await addPerson(s, { protected: true, named: [s.namedOfficer], identity: '199001072397' })
    await assign(s, id, s.coordinator.organisation)
    const me = await asPerson(s, id)
    const strangers = [
      s.officer,
      s.team,
      s.otherOfficer,
      s.otherTeam,
      s.coordinator,
      s.procurer,
      s.employer,
      s.provider,
      s.administrator,
    ]
    for (const actor of strangers) {
      for (const scope of ['own', 'assigned'] as const) {
        const { rows, count } = await list(actor, { scope, number })
        expect([rows, count], actor.role).toEqual([[], 0])
      }
      expect(await view(actor, id), actor.role).toBeUndefined()
      expect((await viewAs(s.db, actor, tx => readNames(tx, [id], 'list'))).size, actor.role).toBe(0)
      expect(
        await viewAs(s.db, actor, tx => tx.selectFrom('candidates.person').select('id').where('id', '=', id).execute()),
      ).toEqual([])
      const found = await findByIdentity(s.db, actor, { number: '900107-2397', secret: s.secret, now: s.edge.now })
      expect(found.ok, actor.role).toBe(false)
      const revealed = await revealContact(s.db, actor, {
        person: id,
        field: 'phone',
        purpose: 'contact_plan',
        secret: s.secret,
      })
      expect(revealed, actor.role).toMatchObject({ ok: false, code: 'person.not_found' })
      const noted = await notePersonStatus(s.db, actor, { person: id, status: 'paused', version: 1, ...s.edge })
      expect(noted, actor.role).toMatchObject({ ok: false, code: 'person.not_found' })
    }
    expect((await list(s.namedOfficer, { number })).count).toBe(1)
    const page = await view(s.namedOfficer, id)
    expect(page).toMatchObject({
      id,
      protected: true,
      namedReaders: [{ name: 'Elin', organisation: 'Enheten Nordost' }],
    })
    expect(await viewAs(s.db, me, ownFile)).toMatchObject({ person: { number } })
    // The person itself is not told by the list who the named are, only whom to call.
    expect(await viewAs(s.db, me, ownContact)).toMatchObject({ name: 'Elin' })
  })

  it('disappears the moment the mark is set, with its permissions', async () => {
    const { id } = await addPerson(s)
    await askPermission(s.db, s.officer, { person: id, procurement: s.procurement, fields: ['name'], ...s.edge })
    const waiting = async (): Promise<string[]> =>
      (await viewAs(s.db, s.officer, tx => listPermissions(tx, s.officer, 'asked', s.today))).map(row => row.person)
    expect(await waiting()).toContain(id)
    await s.above('update candidates.person set protected = true where id = $1', [id])
    expect(await waiting()).not.toContain(id)
    expect(await view(s.officer, id)).toBeUndefined()
  })
})
