import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { type Actor, newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { draftProfile } from './draft.ts'
import { addRequirement, adoptProfile, describeProfile, removeRequirement } from './edit.ts'
import type { Profile } from './profile.ts'
import { searchOccupations, searchSkills, viewProfile } from './views.ts'

const now = new Date(`${worldDay}T09:00:00Z`)

let stage: WorldStage
let team: Actor
let procurer: Actor
let procurement: string

beforeAll(async () => {
  stage = await setWorldStage()
  team = await stage.as('district_team')
  procurer = await stage.as('procurer')
  const rows = await stage.above<{
    id: string
  }>(`select procurement_id as id from competence.profile where state = 'adopted'
    and procurement_id not in (select procurement_id from competence.profile where state = 'draft') order by procurement_id limit 1`)
  procurement = rows[0]!.id
})
afterAll(() => stage.end())

async function view() {
  return (await viewAs(stage.db, team, tx => viewProfile(tx, procurement)))!
}

async function draft(): Promise<Profile> {
  const held = (await view()).draft
  if (!held) throw new Error('no draft')
  return held
}

const editing = async () => ({ procurement, version: (await draft()).version, newId })

describe('a competence profile (TGT-3)', () => {
  it('begins as a copy of the edition in force, which stays as it is', async () => {
    const before = (await view()).adopted!
    expect(await draftProfile(stage.db, team, { procurement, now, newId })).toMatchObject({ ok: true })
    const after = await view()
    expect(after.draft?.edition).toBe(before.edition + 1)
    expect(after.draft?.requirements.map(line => line.concept)).toEqual(before.requirements.map(line => line.concept))
    expect(after.adopted).toEqual(before)
  })

  it('has one draft at a time', async () => {
    expect(await draftProfile(stage.db, team, { procurement, now, newId })).toMatchObject({
      code: 'profile.draft_exists',
    })
  })

  it('takes a concept once, a level where levels mean something, and weeks for what can be taught', async () => {
    const held = (await draft()).requirements[0]!
    expect(
      await addRequirement(stage.db, team, { ...(await editing()), kind: 'must', concept: held.concept, level: 3 }),
    ).toMatchObject({ code: 'profile.concept_twice' })
    expect(
      await addRequirement(stage.db, team, { ...(await editing()), kind: 'merit', concept: 'language:en' }),
    ).toMatchObject({ code: 'profile.level_missing' })
    expect(
      await addRequirement(stage.db, team, { ...(await editing()), kind: 'teachable', concept: 'licence:C' }),
    ).toMatchObject({ code: 'profile.weeks_missing' })
    expect(
      await addRequirement(stage.db, team, {
        ...(await editing()),
        kind: 'teachable',
        concept: 'licence:C',
        weeksToLearn: 8,
      }),
    ).toMatchObject({ ok: true })
    expect(
      await addRequirement(stage.db, team, { ...(await editing()), kind: 'must', concept: 'no-such-concept' }),
    ).toMatchObject({ code: 'profile.concept_unknown' })
  })

  it('refuses a stale version', async () => {
    const { version } = await draft()
    expect(
      await describeProfile(stage.db, team, { procurement, version: version - 1, newId, title: 'X', tasks: '' }),
    ).toMatchObject({ code: 'profile.changed_meanwhile' })
  })

  it('is not adopted without a must', async () => {
    for (const line of (await draft()).requirements.filter(candidate => candidate.kind === 'must')) {
      await removeRequirement(stage.db, team, { ...(await editing()), requirement: line.id })
    }
    expect(await adoptProfile(stage.db, team, { ...(await editing()), now })).toMatchObject({ code: 'profile.no_must' })
  })

  it('is the team’s to write: a procurer reads it', async () => {
    expect(await adoptProfile(stage.db, procurer, { ...(await editing()), now })).toMatchObject({ ok: false })
  })

  it('replaces the edition before it when it is adopted, and then never changes', async () => {
    await addRequirement(stage.db, team, { ...(await editing()), kind: 'must', concept: 'hours:weekend' })
    const edition = (await draft()).edition
    expect(await adoptProfile(stage.db, team, { ...(await editing()), now })).toMatchObject({ ok: true })
    const after = await view()
    expect(after.draft).toBeUndefined()
    expect(after.adopted?.edition).toBe(edition)
    const late = { procurement, version: after.adopted!.version, newId, kind: 'merit' as const, concept: 'licence:B' }
    expect(await addRequirement(stage.db, team, late)).toMatchObject({ code: 'profile.no_draft' })
    const states = await stage.above<{ state: string; n: number }>(
      'select state, count(*)::int as n from competence.profile where procurement_id = $1 group by 1',
      [procurement],
    )
    expect(states.find(row => row.state === 'adopted')?.n).toBe(1)
  })
})

describe('the taxonomy', () => {
  it('finds what begins with the words first, and takes signs as they are', async () => {
    const hits = await viewAs(stage.db, team, tx => searchSkills(tx, 'truck'))
    expect(hits.length).toBeGreaterThan(0)
    expect(hits[0]!.label.toLowerCase().startsWith('truck')).toBe(true)
    expect(await viewAs(stage.db, team, tx => searchSkills(tx, '%%'))).toEqual([])
    expect(await viewAs(stage.db, team, tx => searchOccupations(tx, 'golvlägg'))).not.toEqual([])
    expect(await viewAs(stage.db, team, tx => searchSkills(tx, 'a'))).toEqual([])
  })
})
