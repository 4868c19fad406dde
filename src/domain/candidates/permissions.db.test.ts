import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs, withReceipt } from '#db'
import { addDays } from '#kernel'
import { answerPermission, askPermission, permissionLines, recordPermission, withdrawPermission } from './index.ts'
import {
  addPerson,
  all,
  ask,
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

async function rowOf(id: string): Promise<Record<string, unknown>> {
  const [row] = await s.above('select * from candidates.permission where id = $1', [id])
  return row ?? {}
}

describe('TGT-11: asking', () => {
  it('writes the question with receiver, fields, words and last day, and discloses nothing', async () => {
    const { id, givenName } = await addPerson(s)
    await present(s, id, s.procurement)
    const permission = await asked(s, id)
    expect(await rowOf(permission)).toMatchObject({
      receiver_name: 'Städ i Väst',
      receiver_id: s.employer.organisation,
      fields: [...all],
      text_edition: 1,
      answer: null,
      valid_to: addDays(s.today, 90),
      asked_by: s.officer.appointment,
    })
    expect((await cards(s, s.employer)).map(card => card.given_name)).not.toContain(givenName)
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
      expect(await ask(s, id, {}, actor), actor.role).toMatchObject({ ok: false, code: 'permission.not_found' })
    }
    // The district knows the person and the case, but does not ask.
    expect(await ask(s, id, {}, s.team)).toMatchObject({ ok: false, code: 'permission.not_yours' })
    expect(await ask(s, randomUUID())).toMatchObject({ ok: false, code: 'permission.not_found' })
    expect(await ask(s, id, { procurement: randomUUID() })).toMatchObject({ ok: false, code: 'permission.not_found' })
  })

  it('is for the coordinator of the case while the person is assigned to it, and may be put once more', async () => {
    const { id } = await addPerson(s)
    await assign(s, id, s.coordinator.organisation)
    const first = await ask(s, id, {}, s.coordinator)
    expect(first.ok).toBe(true)
    expect(await ask(s, id, {}, s.coordinator)).toMatchObject({ code: 'permission.already_asked' })
    const second = await ask(s, id, { again: true }, s.coordinator)
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
    const outcomes = await Promise.all([ask(s, id), ask(s, id), ask(s, id)])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter(outcome => !outcome.ok && outcome.code === 'permission.already_asked')).toHaveLength(2)
  })

  it('P-S2: a person with protected data is never asked to be shown, and does not exist for officers who are not named', async () => {
    const { id } = await addPerson(s, { protected: true, named: [s.namedOfficer] })
    expect(await ask(s, id)).toMatchObject({ code: 'permission.not_found' })
    expect(await ask(s, id, {}, s.namedOfficer)).toMatchObject({ code: 'permission.person_protected' })
  })
})

describe('TGT-11: answering', () => {
  it('is the person’s own, in the language that was read, and opens the card at once', async () => {
    const { id, givenName } = await addPerson(s)
    const me = await asPerson(s, id)
    await present(s, id, s.procurement)
    const permission = await asked(s, id)
    const yes = { permission, answer: 'yes', language: 'ar', edition: 1, version: 1, ...s.edge } as const
    expect(await answerPermission(s.db, me, yes)).toEqual({ ok: true, value: { answer: 'yes' } })
    expect(await rowOf(permission)).toMatchObject({ answer: 'yes', manner: 'self', language: 'ar', version: 2 })
    expect((await cards(s, s.employer)).map(card => card.given_name)).toContain(givenName)
    expect(await answerPermission(s.db, me, yes)).toMatchObject({ code: 'permission.already_answered' })
  })

  it('is nobody else’s', async () => {
    const [mine, theirs] = [await addPerson(s), await addPerson(s)]
    const them = await asPerson(s, theirs.id)
    const permission = await asked(s, mine.id)
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
    const permission = await asked(s, id)
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
    const first = await asked(s, id)
    const second = await asked(s, id, { again: true, fields: ['name'] })
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
    const permission = await asked(s, id)
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
    const permission = await asked(s, id)
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
