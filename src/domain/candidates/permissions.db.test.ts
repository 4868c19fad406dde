import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, viewAs, withReceipt } from '#db'
import { type Actor, addDays, isId } from '#kernel'
import {
  answerPermission,
  askPermission,
  listPermissions,
  permissionLines,
  recordPermission,
  withdrawPermission,
  withdrawPermissionFor,
} from './index.ts'
import { addPerson, asPerson, assign, present, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

const all = ['name', 'phone', 'competence'] as const
const spoken = { manner: 'spoken_interpreter', ground: 'cannot_sign_in', language: 'so', edition: 1 } as const

/** A form of one's own: a key, and a digest of what is sent. */
function form(db: Db, content: string): Db {
  return withReceipt(db, {
    key: randomUUID(),
    operation: 'test',
    digest: createHash('sha256').update(content).digest(),
  })
}

async function ask(person: string, over: Partial<Parameters<typeof askPermission>[2]> = {}, actor: Actor = s.officer) {
  return askPermission(s.db, actor, { person, procurement: s.procurement, fields: all, ...s.edge, ...over })
}

async function asked(person: string, over: Parameters<typeof ask>[1] = {}): Promise<string> {
  const outcome = await ask(person, over)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.permission
}

async function rowOf(id: string): Promise<Record<string, unknown>> {
  const [row] = await s.above('select * from candidates.permission where id = $1', [id])
  return row ?? {}
}

async function cards(
  employer: Actor,
  procurement = s.procurement,
): Promise<{ given_name: string; phone: string | null; skills_sv: string[] | null }[]> {
  return viewAs(
    s.db,
    employer,
    async tx =>
      (
        await sql<{
          given_name: string
          phone: string | null
          skills_sv: string[] | null
        }>`select * from matching.read_cards(${procurement}::uuid)`.execute(tx)
      ).rows,
  )
}

describe('TGT-11: asking', () => {
  it('writes the question with receiver, fields, words and last day, and discloses nothing', async () => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    const permission = await asked(id)
    expect(await rowOf(permission)).toMatchObject({
      receiver_name: 'Städ i Väst',
      receiver_id: s.employer.organisation,
      fields: [...all],
      text_edition: 1,
      answer: null,
      valid_to: addDays(s.today, 90),
      asked_by: s.officer.appointment,
    })
    expect((await cards(s.employer)).map(card => card.given_name)).not.toContain(givenName)
    const [event] = await s.above('select kind, plane, facts from log.event where subject = $1', [permission])
    expect(event).toEqual({
      kind: 'permission.asked',
      plane: 'person',
      facts: { case: '2026-001', until: addDays(s.today, 90), edition: 1, again: false },
    })
  })

  it('is not for another unit, another district, an employer, a provider or a procurer: the person does not exist', async () => {
    const { id } = await addPerson(s)
    for (const actor of [
      s.otherOfficer,
      s.otherTeam,
      s.employer,
      s.provider,
      s.procurer,
      s.administrator,
      s.coordinator,
    ]) {
      expect(await ask(id, {}, actor), actor.role).toMatchObject({ ok: false, code: 'permission.not_found' })
    }
    // The district knows the person and the case, but does not ask.
    expect(await ask(id, {}, s.team)).toMatchObject({ ok: false, code: 'permission.not_yours' })
    expect(await ask(randomUUID())).toMatchObject({ ok: false, code: 'permission.not_found' })
    expect(await ask(id, { procurement: randomUUID() })).toMatchObject({ ok: false, code: 'permission.not_found' })
  })

  it('is for the coordinator of the case while the person is assigned to it, and may be put once more', async () => {
    const { id } = await addPerson(s)
    await assign(s, id, s.coordinator.organisation)
    const first = await ask(id, {}, s.coordinator)
    expect(first.ok).toBe(true)
    expect(await ask(id, {}, s.coordinator)).toMatchObject({ code: 'permission.already_asked' })
    const second = await ask(id, { again: true }, s.coordinator)
    expect(second.ok).toBe(true)
    if (first.ok) expect((await rowOf(first.value.permission)).replaced_at).not.toBeNull()
  })

  it('happens once for one form, and a used key with other content is refused', async () => {
    const { id } = await addPerson(s)
    const db = form(s.db, 'ask')
    const command = { person: id, procurement: s.procurement, fields: all, ...s.edge }
    const first = await askPermission(db, s.officer, command)
    const second = await askPermission(db, s.officer, command)
    expect(first).toEqual(second)
    expect(await s.above('select id from candidates.permission where person_id = $1', [id])).toHaveLength(1)
    const other = withReceipt(s.db, { ...db.receipt!, digest: createHash('sha256').update('other').digest() })
    expect(await askPermission(other, s.officer, command)).toMatchObject({ ok: false, code: 'form.key_reused' })
  })

  it('two at once leave one question', async () => {
    const { id } = await addPerson(s)
    const outcomes = await Promise.all([ask(id), ask(id), ask(id)])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter(outcome => !outcome.ok && outcome.code === 'permission.already_asked')).toHaveLength(2)
  })

  it('P-S2: a person with protected data is never asked to be shown, and does not exist for officers who are not named', async () => {
    const { id } = await addPerson(s, { protected: true, named: [s.namedOfficer] })
    expect(await ask(id)).toMatchObject({ code: 'permission.not_found' })
    expect(await ask(id, {}, s.namedOfficer)).toMatchObject({ code: 'permission.person_protected' })
  })
})

describe('TGT-11: answering', () => {
  it('is the person’s own, in the language that was read, and opens the card at once', async () => {
    const { id, givenName } = await addPerson(s)
    const me = await asPerson(s, id)
    await present(s, id, s.procurement)
    const permission = await asked(id)
    const yes = { permission, answer: 'yes', language: 'ar', edition: 1, version: 1, ...s.edge } as const
    expect(await answerPermission(s.db, me, yes)).toEqual({ ok: true, value: { answer: 'yes' } })
    expect(await rowOf(permission)).toMatchObject({ answer: 'yes', manner: 'self', language: 'ar', version: 2 })
    expect((await cards(s.employer)).map(card => card.given_name)).toContain(givenName)
    expect(await answerPermission(s.db, me, yes)).toMatchObject({ code: 'permission.already_answered' })
  })

  it('is nobody else’s', async () => {
    const [mine, theirs] = [await addPerson(s), await addPerson(s)]
    const them = await asPerson(s, theirs.id)
    const permission = await asked(mine.id)
    const yes = { permission, answer: 'yes', language: 'sv', edition: 1, version: 1, ...s.edge } as const
    for (const actor of [them, s.employer, s.team, s.otherOfficer, s.procurer, s.provider]) {
      const outcome = await answerPermission(s.db, actor, yes)
      expect(outcome, actor.role).toMatchObject({ ok: false })
      if (!outcome.ok) expect(['permission.not_found', 'permission.not_yours']).toContain(outcome.code)
    }
    // Not even the officer's, who may take down an answer but not give one.
    expect(await answerPermission(s.db, s.officer, yes)).toMatchObject({ code: 'permission.not_yours' })
    expect(await rowOf(permission)).toMatchObject({ answer: null, version: 1 })
  })

  it('once for one form; a stale page and older words are refused', async () => {
    const { id } = await addPerson(s)
    const me = await asPerson(s, id)
    const permission = await asked(id)
    const no = { permission, answer: 'no', language: 'sv', edition: 1, version: 1, ...s.edge } as const
    expect(await answerPermission(s.db, me, { ...no, version: 7 })).toMatchObject({
      code: 'permission.changed_meanwhile',
    })
    expect(await answerPermission(s.db, me, { ...no, edition: 0 })).toMatchObject({ code: 'permission.text_changed' })
    const db = form(s.db, 'no')
    expect(await answerPermission(db, me, no)).toEqual({ ok: true, value: { answer: 'no' } })
    expect(await answerPermission(db, me, no)).toEqual({ ok: true, value: { answer: 'no' } })
    expect((await rowOf(permission)).version).toBe(2)
  })

  it('a question that was put again can no longer be answered', async () => {
    const { id } = await addPerson(s)
    const me = await asPerson(s, id)
    const first = await asked(id)
    const second = await asked(id, { again: true, fields: ['name'] })
    const yes = { answer: 'yes', language: 'sv', edition: 1, ...s.edge } as const
    expect(await answerPermission(s.db, me, { ...yes, permission: first, version: 2 })).toMatchObject({
      code: 'permission.replaced',
    })
    expect(await answerPermission(s.db, me, { ...yes, permission: second, version: 1 })).toMatchObject({ ok: true })
    const lines = await viewAs(s.db, me, tx => permissionLines(tx, id, s.today))
    expect(lines.map(line => line.id)).toEqual([second])
  })
})

describe('P-M6: staff takes down an answer with manner and ground', () => {
  it('records how, why, in which language and for whom, and the person can take it back', async () => {
    const { id } = await addPerson(s)
    const me = await asPerson(s, id)
    const permission = await asked(id)
    const outcome = await recordPermission(s.db, s.officer, {
      permission,
      answer: 'yes',
      version: 1,
      ...spoken,
      ...s.edge,
    })
    expect(outcome).toEqual({ ok: true, value: { answer: 'yes' } })
    expect(await rowOf(permission)).toMatchObject({ answer: 'yes', manner: 'spoken_interpreter', language: 'so' })
    const [event] = await s.above(
      `select on_behalf_of, facts from log.event where subject = $1 and kind = 'permission.given'`,
      [permission],
    )
    expect(event).toMatchObject({
      on_behalf_of: 'participant',
      facts: { manner: 'spoken_interpreter', ground: 'cannot_sign_in' },
    })
    const [line] = await viewAs(s.db, me, tx => permissionLines(tx, id, s.today))
    expect(line).toMatchObject({ state: 'in_force', manner: 'spoken_interpreter' })
    expect(await withdrawPermission(s.db, me, { permission, version: line?.version ?? 0, ...s.edge })).toMatchObject({
      ok: true,
    })
  })

  it('is for the matching side of the person only', async () => {
    const { id } = await addPerson(s)
    const permission = await asked(id)
    for (const actor of [s.otherOfficer, s.otherTeam, s.employer, s.provider, s.procurer, s.coordinator, s.team]) {
      const outcome = await recordPermission(s.db, actor, {
        permission,
        answer: 'yes',
        version: 1,
        ...spoken,
        ...s.edge,
      })
      expect(outcome.ok, actor.role).toBe(false)
    }
    expect(await rowOf(permission)).toMatchObject({ answer: null })
  })
})

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
    const seen = (await cards(s.employer)).filter(card => card.given_name === givenName)
    expect(seen).toHaveLength(shown ? 1 : 0)
    expect((await cards(s.otherEmployer)).map(card => card.given_name)).not.toContain(givenName)
  })

  it('fewer fields: the card has no more than was said yes to', async () => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    await give(id, { answer: 'yes', fields: ['name'] })
    const card = (await cards(s.employer)).find(one => one.given_name === givenName)
    expect(card).toMatchObject({ phone: null, skills_sv: null })
  })

  it('P-M2: it ends by the clock alone, in the second after its last day', async () => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    await give(id, { answer: 'yes', until: s.today })
    const seen = async (): Promise<boolean> => (await cards(s.employer)).some(card => card.given_name === givenName)
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
    const permission = await asked(id)
    await answerPermission(s.db, me, { permission, answer: 'yes', language: 'sv', edition: 1, version: 1, ...s.edge })
    expect((await cards(s.employer)).map(card => card.given_name)).toContain(givenName)
    const back = { permission, version: 2, ...s.edge }
    const db = form(s.db, 'back')
    expect(await withdrawPermission(db, me, back)).toEqual({ ok: true, value: { permission } })
    expect(await withdrawPermission(db, me, back)).toEqual({ ok: true, value: { permission } })
    expect((await cards(s.employer)).map(card => card.given_name)).not.toContain(givenName)
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
    const permission = await asked(id)
    await recordPermission(s.db, s.officer, { permission, answer: 'yes', version: 1, ...spoken, ...s.edge })
    const back = { permission, version: 2, manner: 'spoken', ground: 'chose_not_digital', ...s.edge } as const
    for (const actor of [s.otherOfficer, s.employer, s.team, s.coordinator]) {
      expect((await withdrawPermissionFor(s.db, actor, back)).ok, actor.role).toBe(false)
    }
    expect((await withdrawPermission(s.db, s.officer, back)).ok).toBe(false)
    expect(await withdrawPermissionFor(s.db, s.officer, { ...back, version: 1 })).toMatchObject({
      code: 'permission.changed_meanwhile',
    })
    expect((await cards(s.employer)).map(card => card.given_name)).toContain(givenName)
    expect(await withdrawPermissionFor(s.db, s.officer, back)).toMatchObject({ ok: true })
    expect((await cards(s.employer)).map(card => card.given_name)).not.toContain(givenName)
  })
})

describe('E6: the lists of permissions', () => {
  it('hold what waits, what ends soon and what is over, for the people of one’s own unit, each name logged', async () => {
    const [waits, ends, over, long] = [await addPerson(s), await addPerson(s), await addPerson(s), await addPerson(s)]
    const [a, b, c, d] = [await asked(waits.id), await asked(ends.id), await asked(over.id), await asked(long.id)]
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
