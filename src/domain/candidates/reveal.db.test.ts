import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Actor } from '#kernel'
import { findByIdentity, revealContact } from './index.ts'
import { addPerson, assign, readLog, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

const vectors: { kind: string; valid: string; normalised: string }[] = parse(
  readFileSync(new URL('./vectors/format_vectors.csv', import.meta.url)),
  { columns: true },
)
/** An official test number that no other test here uses. */
const identity = vectors.filter(row => row.kind === 'samordningsnummer' && row.valid === '1').at(-1)?.normalised ?? ''

describe('P-L1: opening a folded field', () => {
  it('gives the value once, logs who, what and why, and stores it nowhere', async () => {
    const { id, number } = await addPerson(s, { identity })
    const before = (await readLog(s)).length
    const phone = await revealContact(s.db, s.officer, {
      person: id,
      field: 'phone',
      purpose: 'contact_meeting',
      procurement: s.procurement,
      secret: s.secret,
    })
    expect(phone).toEqual({ ok: true, value: { field: 'phone', value: `0700-${number}` } })
    const whole = await revealContact(s.db, s.team, {
      person: id,
      field: 'identity',
      purpose: 'identity_check',
      secret: s.secret,
    })
    expect(whole).toEqual({ ok: true, value: { field: 'identity', value: identity } })
    expect((await readLog(s)).slice(before)).toMatchObject([
      { role: 'matching_officer', fields: ['phone'], purpose: 'contact_meeting', allowed: true },
      { role: 'district_team', fields: ['identity'], purpose: 'identity_check', allowed: true },
    ])
    const [stored] = await s.above<{ all: string }>(
      `select coalesce(string_agg(outcome::text, ''), '') || (select coalesce(string_agg(facts::text, ''), '') from log.event) as all from gate.receipt`,
    )
    expect(stored?.all).not.toContain(`0700-${number}`)
  })

  it('a refused attempt is logged as refused, and looks like a person who does not exist', async () => {
    const { id } = await addPerson(s, { identity: '195803772382' })
    for (const [actor, field, purpose] of [
      [s.otherOfficer, 'phone', 'contact_plan'],
      [s.otherTeam, 'identity', 'identity_check'],
      [s.coordinator, 'phone', 'contact_plan'],
    ] as const) {
      const before = (await readLog(s)).length
      const outcome = await revealContact(s.db, actor, { person: id, field, purpose, secret: s.secret })
      expect(outcome, actor.role).toEqual({ ok: false, code: 'person.not_found', facts: {} })
      expect((await readLog(s)).slice(before)).toMatchObject([
        { person_id: id, role: actor.role, fields: [field], allowed: false },
      ])
    }
    await assign(s, id, s.coordinator.organisation)
    const open = (field: 'phone' | 'identity', purpose: 'contact_plan' | 'identity_check') =>
      revealContact(s.db, s.coordinator, { person: id, field, purpose, secret: s.secret })
    expect((await open('phone', 'contact_plan')).ok).toBe(true)
    expect(await open('identity', 'identity_check')).toMatchObject({ ok: false, code: 'person.not_found' })
    expect((await readLog(s)).at(-1)).toMatchObject({ role: 'coordinator', fields: ['identity'], allowed: false })
  })

  it('a case that is not the reader’s is no reason, and reads nothing', async () => {
    const { id } = await addPerson(s)
    const before = (await readLog(s)).length
    const outcome = await revealContact(s.db, s.officer, {
      person: id,
      field: 'phone',
      purpose: 'contact_meeting',
      procurement: randomUUID(),
      secret: s.secret,
    })
    expect(outcome).toMatchObject({ ok: false, code: 'reveal.case_missing' })
    expect((await readLog(s)).length).toBe(before)
  })
})

describe('P-D4: finding by identity number', () => {
  it('takes any form, finds one’s own people, and logs whom it hit, allowed or not', async () => {
    const { id } = await addPerson(s, { identity: '191212121212' })
    const find = (actor: Actor, number: string) =>
      findByIdentity(s.db, actor, { number, secret: s.secret, now: s.edge.now })
    expect(await find(s.officer, '121212+1212')).toEqual({ ok: true, value: { person: id } })
    expect(await find(s.team, ' 19121212-1212')).toEqual({ ok: true, value: { person: id } })
    const before = (await readLog(s)).length
    expect(await find(s.otherOfficer, '191212121212')).toMatchObject({ ok: false, code: 'identity.no_match' })
    expect((await readLog(s)).slice(before)).toMatchObject([{ person_id: id, purpose: 'search', allowed: false }])
    expect(await find(s.officer, '201212121212')).toMatchObject({ ok: false, code: 'identity.no_match' })
    expect(await find(s.officer, '1912121212')).toMatchObject({ ok: false, code: 'identity.not_valid' })
    expect(await find(s.coordinator, '191212121212')).toMatchObject({ ok: false, code: 'person.not_yours' })
  })
})
