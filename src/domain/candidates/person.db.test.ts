import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { type Actor, addDays } from '#kernel'
import { noteCompetence, notePersonStatus, noteStanding, viewPerson } from './index.ts'
import { addPerson, assign, readLog, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

const view = (actor: Actor, id: string) => viewAs(s.db, actor, tx => viewPerson(tx, actor, id, s.today))

describe('GEN-1: the person’s page', () => {
  it('has the short name, logged once, and no contact, family name or identity number', async () => {
    const { id, number } = await addPerson(s, { identity: '200401012380' })
    const before = (await readLog(s)).length
    const page = await view(s.officer, id)
    expect(page?.name).toBe(`Given${number} F.`)
    expect((await readLog(s)).slice(before)).toMatchObject([
      { person_id: id, fields: ['name'], purpose: 'view', allowed: true },
    ])
    for (const secret of [`Family${number}`, `0700-${number}`, `p${number}@`, '200401012380', '2380']) {
      expect(JSON.stringify(page)).not.toContain(secret)
    }
  })

  it('is not there for others, and offers what the reader may do', async () => {
    const { id } = await addPerson(s)
    for (const actor of [
      s.otherOfficer,
      s.otherTeam,
      s.coordinator,
      s.provider,
      s.employer,
      s.procurer,
      s.administrator,
    ]) {
      expect(await view(actor, id), actor.role).toBeUndefined()
    }
    expect((await view(s.officer, id))?.allowed).toContain('permission.record')
    expect((await view(s.team, id))?.allowed).toEqual([
      'person.reveal',
      'person.note_status',
      'person.note_competence',
      'person.note_standing',
    ])
    await assign(s, id, s.coordinator.organisation)
    const lent = await view(s.coordinator, id)
    expect(lent?.allowed).toEqual(['person.reveal', 'person.note_status', 'person.note_competence', 'permission.ask'])
    expect(lent).not.toHaveProperty('eligibility')
  })

  it('TGT-6: answers each rule for the day a job would start', async () => {
    const { id } = await addPerson(s)
    await noteStanding(s.db, s.officer, {
      person: id,
      version: 0,
      employmentServiceSince: addDays(s.today, -5),
      abilityTestedOn: addDays(s.today, -50),
      abilityInstrument: 'common',
      abilityAtLeastHalf: 'yes',
      abilityDocumented: true,
      programme: null,
      ...s.edge,
    })
    const early = await viewAs(s.db, s.officer, tx => viewPerson(tx, s.officer, id, s.today, addDays(s.today, 10)))
    const late = await viewAs(s.db, s.officer, tx => viewPerson(tx, s.officer, id, s.today, addDays(s.today, 16)))
    expect(early?.eligibility).toMatchObject({ mayBeProposed: 'not_yet', standingVersion: 1 })
    expect(early?.eligibility?.rules[0]?.wouldChange).toEqual({ code: 'move_start', to: addDays(s.today, 16) })
    expect(late?.eligibility).toMatchObject({ mayBeProposed: 'yes' })
  })
})

describe('noting', () => {
  it('status, competence and standing change the row, the version and the history; a stale page is refused', async () => {
    const { id } = await addPerson(s, { status: 'registered' })
    const status = await notePersonStatus(s.db, s.team, {
      person: id,
      status: 'preparing',
      readyOn: addDays(s.today, 40),
      version: 1,
      ...s.edge,
    })
    expect(status).toEqual({ ok: true, value: { person: id } })
    const note = {
      person: id,
      concept: 'licence:B',
      type: 'licence',
      label: 'Körkort B',
      state: 'held',
      source: 'officer',
      notedOn: s.today,
      ...s.edge,
    } as const
    expect(await noteCompetence(s.db, s.officer, { ...note, version: 1 })).toMatchObject({
      code: 'person.changed_meanwhile',
    })
    expect(await noteCompetence(s.db, s.officer, { ...note, version: 2 })).toMatchObject({ ok: true })
    expect(await noteCompetence(s.db, s.officer, { ...note, state: 'lacking', version: 3 })).toMatchObject({ ok: true })
    const standing = {
      person: id,
      employmentServiceSince: s.today,
      abilityTestedOn: null,
      abilityInstrument: null,
      abilityAtLeastHalf: 'unknown',
      abilityDocumented: false,
      programme: 'JOB',
      ...s.edge,
    } as const
    expect(await noteStanding(s.db, s.team, { ...standing, version: 0 })).toMatchObject({ ok: true })
    expect(await noteStanding(s.db, s.team, { ...standing, version: 0 })).toMatchObject({
      code: 'person.changed_meanwhile',
    })
    expect(await noteStanding(s.db, s.team, { ...standing, version: 1 })).toMatchObject({ ok: true })
    const page = await view(s.officer, id)
    expect(page).toMatchObject({
      status: 'preparing',
      version: 4,
      competences: [{ concept: 'licence:B', state: 'lacking' }],
      eligibility: { standingVersion: 2 },
    })
    expect(page?.history.map(line => line.kind)).toEqual([
      'person.standing_noted',
      'person.standing_noted',
      'person.competence_noted',
      'person.competence_noted',
      'person.status_noted',
    ])
    for (const actor of [s.otherOfficer, s.otherTeam, s.coordinator, s.provider, s.procurer, s.employer]) {
      expect((await noteCompetence(s.db, actor, { ...note, version: 4 })).ok, actor.role).toBe(false)
      expect((await noteStanding(s.db, actor, { ...standing, version: 2 })).ok, actor.role).toBe(false)
    }
  })
})
