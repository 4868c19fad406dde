import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import type { Actor } from '#kernel'
import {
  askPermission,
  ownContact,
  ownContactDetails,
  ownFile,
  ownJob,
  ownReaders,
  revealContact,
  viewPerson,
} from './index.ts'
import { addPerson, asPerson, assign, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

const view = (actor: Actor, id: string) => viewAs(s.db, actor, tx => viewPerson(tx, actor, id, s.today))

describe('P-R: what the person sees of oneself', () => {
  it('P-R2: who has read, by organisation, function, day and purpose, and never by the officer’s name', async () => {
    const { id } = await addPerson(s)
    const me = await asPerson(s, id)
    await view(s.officer, id)
    await view(s.officer, id)
    await revealContact(s.db, s.officer, { person: id, field: 'phone', purpose: 'contact_plan', secret: s.secret })
    await revealContact(s.db, s.otherOfficer, { person: id, field: 'phone', purpose: 'contact_plan', secret: s.secret })
    await viewAs(s.db, me, tx => ownContactDetails(tx, id))
    const readers = await viewAs(s.db, me, tx => ownReaders(tx))
    expect(readers).toEqual([
      {
        day: s.today,
        organisation: 'Enheten Nordost',
        role: 'matching_officer',
        purpose: 'contact_plan',
        fields: ['phone'],
        times: 1,
      },
      {
        day: s.today,
        organisation: 'Enheten Nordost',
        role: 'matching_officer',
        purpose: 'view',
        fields: ['name'],
        times: 2,
      },
    ])
    expect(JSON.stringify(readers)).not.toContain('Sara')
    expect(await viewAs(s.db, s.officer, tx => ownReaders(tx))).toEqual([])
  })

  it('P-R1: the file has every table that speaks of the person, and nobody else’s', async () => {
    const { id, number } = await addPerson(s)
    const me = await asPerson(s, id)
    await askPermission(s.db, s.officer, { person: id, procurement: s.procurement, fields: ['name'], ...s.edge })
    await assign(s, id, s.coordinator.organisation)
    const file = await viewAs(s.db, me, ownFile)
    expect(file).toMatchObject({
      person: { number, district: 'Angered', matching_unit: 'Enheten Nordost' },
      permissions: [{ receiver: 'Städ i Väst', fields: ['name'] }],
      assignments: [{ organisation: 'Jobbspår Väst', purpose: 'support' }],
    })
    const tables = await s.above<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'person_id' and table_schema not in ('gate')`,
    )
    const spoken = [
      'candidates.competence',
      'candidates.standing',
      'candidates.permission',
      'candidates.assignment',
      'tracks.booking',
      'matching.candidacy',
      'placement.placement',
    ]
    // named_reader is left out on purpose: who the named are is other people's work.
    expect(
      tables
        .map(table => table.name)
        .filter(name => name !== 'candidates.named_reader')
        .sort(),
    ).toEqual(spoken.sort())
    expect(Object.keys(file ?? {}).sort()).toEqual([
      'assignments',
      'bookings',
      'candidacies',
      'competences',
      'permissions',
      'person',
      'placements',
      'standing',
    ])
    for (const actor of [s.officer, s.employer, s.administrator])
      expect(await viewAs(s.db, actor, ownFile), actor.role).toBeUndefined()
  })

  it('the job of a case only to those who are asked about it', async () => {
    const [mine, theirs] = [await addPerson(s), await addPerson(s)]
    const [me, them] = [await asPerson(s, mine.id), await asPerson(s, theirs.id)]
    await askPermission(s.db, s.officer, { person: mine.id, procurement: s.procurement, fields: ['name'], ...s.edge })
    expect(await viewAs(s.db, me, tx => ownJob(tx, s.procurement))).toMatchObject({ title: 'Lokalvård' })
    expect(await viewAs(s.db, them, tx => ownJob(tx, s.procurement))).toBeUndefined()
    expect(await viewAs(s.db, me, tx => ownJob(tx, s.otherProcurement))).toBeUndefined()
    expect(await viewAs(s.db, me, ownContact)).toEqual({
      name: 'Sara',
      organisation: 'Enheten Nordost',
      phone: '031-111',
    })
    expect(await viewAs(s.db, s.employer, ownContact)).toBeUndefined()
  })
})
