import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { type Actor, addDays, isId } from '#kernel'
import {
  answerPermission,
  listPermissions,
  recordPermission,
  withdrawPermission,
  withdrawPermissionFor,
} from './index.ts'
import {
  addPerson,
  all,
  asked,
  asPerson,
  assign,
  cards,
  form,
  present,
  type Stage,
  setStage,
  spoken,
} from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

describe('P-M1: no permission in force, no byte to the employer', () => {
  type Given = {
    answer?: 'yes' | 'no'
    until?: string
    withdrawn?: boolean
    replaced?: boolean
    purpose?: string
    receiver?: string
    procurement?: string
    fields?: string[]
  }

  async function give(person: string, is: Given): Promise<void> {
    const at = s.edge.now
    await s.above(
      `insert into candidates.permission (id, person_id, purpose, receiver_id, receiver_name, procurement_id, fields, text_edition, asked_by, asked_at, answer, answered_at, manner,
         language, valid_to, withdrawn_at, replaced_at) values ($1, $2, $3, $4, 'N', $5, $6, 1, $7, $8, $9, $10, $11, 'sv', $12, $13, $14)`,
      [
        randomUUID(),
        person,
        is.purpose ?? 'show_to_employer',
        is.receiver ?? s.employer.organisation,
        is.procurement ?? s.procurement,
        is.fields ?? [...all],
        s.officer.appointment,
        at,
        is.answer ?? null,
        is.answer ? at : null,
        is.answer ? 'self' : null,
        is.until ?? addDays(s.today, 10),
        is.withdrawn ? at : null,
        is.replaced ? at : null,
      ],
    )
  }

  const states: readonly [string, boolean, () => Given | undefined][] = [
    ['none', false, () => undefined],
    ['asked', false, () => ({})],
    ['put again', false, () => ({ replaced: true })],
    ['refused', false, () => ({ answer: 'no' })],
    ['in force', true, () => ({ answer: 'yes' })],
    ['on its last day', true, () => ({ answer: 'yes', until: s.today })],
    ['expired', false, () => ({ answer: 'yes', until: addDays(s.today, -1) })],
    ['withdrawn', false, () => ({ answer: 'yes', withdrawn: true })],
    ['for another purpose', false, () => ({ answer: 'yes', purpose: 'match' })],
    ['to another receiver', false, () => ({ answer: 'yes', receiver: s.otherEmployer.organisation })],
    ['for another case', false, () => ({ answer: 'yes', procurement: s.otherProcurement })],
  ]

  it.each(states)('%s: shown %s', async (_, shown, given) => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    const permission = given()
    if (permission) await give(id, permission)
    const seen = (await cards(s, s.employer)).filter(card => card.given_name === givenName)
    expect(seen).toHaveLength(shown ? 1 : 0)
    expect((await cards(s, s.otherEmployer)).map(card => card.given_name)).not.toContain(givenName)
  })

  it('fewer fields: the card has no more than was said yes to', async () => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    await give(id, { answer: 'yes', fields: ['name'] })
    const card = (await cards(s, s.employer)).find(one => one.given_name === givenName)
    expect(card).toMatchObject({ phone: null, skills_sv: null })
  })

  it('P-M2: it ends by the clock alone, in the second after its last day', async () => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    await give(id, { answer: 'yes', until: s.today })
    const seen = async (): Promise<boolean> => (await cards(s, s.employer)).some(card => card.given_name === givenName)
    expect(await seen()).toBe(true)
    await s.above(
      `update gate.clock set shift = ((gate.today() + 1)::timestamp at time zone 'Europe/Stockholm') - now() - interval '5 seconds'`,
    )
    await s.above(`update gate.session set ends_at = ends_at + interval '2 days', idle = interval '3 days'`)
    expect(await seen()).toBe(true)
    await s.above(`update gate.clock set shift = shift + interval '6 seconds'`)
    expect(await seen()).toBe(false)
    await s.above(`update gate.clock set shift = '0'`)
  })

  it('P-M3: withdrawn by the person, the next request shows nothing; P-M8: nobody is told why', async () => {
    const { id, givenName } = await addPerson(s)
    const me = await asPerson(s, id)
    await present(s, id, s.procurement)
    const permission = await asked(s, id)
    await answerPermission(s.db, me, { permission, answer: 'yes', language: 'sv', edition: 1, version: 1, ...s.edge })
    expect((await cards(s, s.employer)).map(card => card.given_name)).toContain(givenName)
    const back = { permission, version: 2, ...s.edge }
    const db = form(s.db, 'back')
    expect(await withdrawPermission(db, me, back)).toEqual({ ok: true, value: { permission } })
    expect(await withdrawPermission(db, me, back)).toEqual({ ok: true, value: { permission } })
    expect((await cards(s, s.employer)).map(card => card.given_name)).not.toContain(givenName)
    expect(await withdrawPermission(s.db, me, back)).toMatchObject({ code: 'permission.already_withdrawn' })
    const [event] = await s.above(
      `select facts, reason from log.event where subject = $1 and kind = 'permission.withdrawn'`,
      [permission],
    )
    expect(event).toEqual({ facts: {}, reason: null })
  })

  it('withdrawn by staff for the person, with manner and ground; not by others', async () => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    const permission = await asked(s, id)
    await recordPermission(s.db, s.officer, { permission, answer: 'yes', version: 1, ...spoken, ...s.edge })
    const back = { permission, version: 2, manner: 'spoken', ground: 'chose_not_digital', ...s.edge } as const
    for (const actor of [s.otherOfficer, s.employer, s.team, s.coordinator]) {
      expect((await withdrawPermissionFor(s.db, actor, back)).ok, actor.role).toBe(false)
    }
    expect((await withdrawPermission(s.db, s.officer, back)).ok).toBe(false)
    expect(await withdrawPermissionFor(s.db, s.officer, { ...back, version: 1 })).toMatchObject({
      code: 'permission.changed_meanwhile',
    })
    expect((await cards(s, s.employer)).map(card => card.given_name)).toContain(givenName)
    expect(await withdrawPermissionFor(s.db, s.officer, back)).toMatchObject({ ok: true })
    expect((await cards(s, s.employer)).map(card => card.given_name)).not.toContain(givenName)
  })
})

describe('E6: the lists of permissions', () => {
  it('hold what waits, what ends soon and what is over, for the people of one’s own unit, each name logged', async () => {
    const [waits, ends, over, long] = [await addPerson(s), await addPerson(s), await addPerson(s), await addPerson(s)]
    const [a, b, c, d] = [
      await asked(s, waits.id),
      await asked(s, ends.id),
      await asked(s, over.id),
      await asked(s, long.id),
    ]
    for (const permission of [b, c, d])
      await recordPermission(s.db, s.officer, { permission, answer: 'yes', version: 1, ...spoken, ...s.edge })
    await s.above('update candidates.permission set valid_to = $2 where id = $1', [b, addDays(s.today, 29)])
    await s.above('update candidates.permission set valid_to = $2 where id = $1', [c, addDays(s.today, -1)])
    const idsOf = async (actor: Actor, list: 'asked' | 'ending' | 'over') =>
      (await viewAs(s.db, actor, tx => listPermissions(tx, actor, list, s.today)))
        .map(row => row.id)
        .filter(id => [a, b, c, d].includes(id))
    expect(await idsOf(s.officer, 'asked')).toContain(a)
    expect(await idsOf(s.officer, 'ending')).toEqual([b])
    expect(await idsOf(s.officer, 'over')).toEqual([c])
    expect(await idsOf(s.otherOfficer, 'asked')).toEqual([])
    expect(await idsOf(s.coordinator, 'asked')).toEqual([])
    await assign(s, waits.id, s.coordinator.organisation)
    expect(await idsOf(s.coordinator, 'asked')).toEqual([a])
    const rows = await viewAs(s.db, s.officer, tx => listPermissions(tx, s.officer, 'over', s.today))
    const row = rows.find(one => one.id === c)
    expect(row?.name).toBe(`${over.givenName} F.`)
    expect(isId(row?.id)).toBe(true)
  })
})
