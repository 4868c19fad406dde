import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import type { Actor } from '#kernel'
import { proposeCandidates, viewGrid, viewProposals, withdrawProposal } from './index.ts'
import { addPerson, candidacyOf, form, proposed, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

function propose(
  people: readonly string[],
  over: { actor?: Actor; note?: string; procurement?: string; db?: Stage['db'] } = {},
) {
  return proposeCandidates(over.db ?? s.db, over.actor ?? s.team, {
    procurement: over.procurement ?? s.procurement,
    people,
    note: over.note ?? '',
    ...s.edge,
  })
}

async function sees(actor: Actor, person: string): Promise<boolean> {
  return viewAs(s.db, actor, async tx => {
    const rows = await tx.selectFrom('candidates.person').select('id').where('id', '=', person).execute()
    return rows.length === 1
  })
}

describe('TGT-5: a district proposes', () => {
  it('writes the candidacy and its event, and the case’s coordinator may see the person from then on', async () => {
    const { id } = await addPerson(s)
    expect(await sees(s.coordinator, id)).toBe(false)
    expect(await propose([id])).toEqual({ ok: true, value: { people: 1 } })
    const candidacy = await candidacyOf(s, id)
    expect(candidacy.state).toBe('proposed')
    expect(await sees(s.coordinator, id)).toBe(true)
    const events = await s.above('select kind, stream, plane, facts from log.event where subject = $1', [candidacy.id])
    expect(events).toEqual([{ kind: 'matching.proposed', stream: 'procurement', plane: 'matching', facts: {} }])
  })

  it('proposes several at once, all or nobody', async () => {
    const [one, two, late] = [await addPerson(s), await addPerson(s), await addPerson(s, { standing: 'late' })]
    expect(await propose([one.id, late.id, two.id])).toEqual({
      ok: false,
      code: 'candidacy.rule_not_met.registered_in_time',
      facts: { numbers: String(late.number) },
    })
    await expect(candidacyOf(s, one.id)).rejects.toThrow('no candidacy')
    expect(await propose([one.id, two.id])).toEqual({ ok: true, value: { people: 2 } })
  })

  it('TGT-6: lets what is unknown through with a note, which only those read who may read the person', async () => {
    const { id } = await addPerson(s, { standing: 'unknown' })
    expect(await propose([id])).toMatchObject({ code: 'candidacy.note_missing' })
    expect(await propose([id], { note: 'Bedömningen är bokad' })).toMatchObject({ ok: true })
    const [event] = await s.above(
      `select kind, plane, reason from log.event where stream = 'person' and stream_id = $1`,
      [id],
    )
    expect(event).toEqual({ kind: 'matching.proposal_explained', plane: 'person', reason: 'Bedömningen är bokad' })
  })

  it('refuses who has said no to being matched (TGT-11)', async () => {
    const { id } = await addPerson(s, { match: 'no' })
    expect(await propose([id], { note: 'x' })).toMatchObject({ code: 'candidacy.said_no_to_matching' })
  })

  it('a person of another district, an unknown one and another city’s case do not exist for a district', async () => {
    const { id } = await addPerson(s)
    for (const actor of [s.otherTeam, s.otherOfficer, s.coordinator])
      expect(await propose([id], { actor }), actor.role).toMatchObject({ code: 'candidacy.not_found' })
    expect(await propose([randomUUID()])).toMatchObject({ code: 'candidacy.not_found' })
    expect(await propose([id], { procurement: randomUUID() })).toMatchObject({ code: 'candidacy.not_found' })
    for (const actor of [s.procurer, s.employer, s.provider, s.administrator]) {
      const outcome = await propose([id], { actor })
      expect(outcome.ok ? 'done' : outcome.code, actor.role).toMatch(/^candidacy\.not_(found|yours)$/)
    }
    expect(await propose([id], { procurement: s.otherProcurement })).toMatchObject({ code: 'candidacy.no_places' })
  })

  it('refuses a district that has no places in the case', async () => {
    await s.above(`update places.place set area_id = $1 where procurement_id = $2 and area_id = $3`, [
      s.area,
      s.procurement,
      s.otherArea,
    ])
    expect(await propose([(await addPerson(s)).id], { actor: s.otherTeam })).toMatchObject({
      code: 'candidacy.no_places_for_district',
    })
  })

  it('a form sent twice proposes once, and the same person is not proposed again', async () => {
    const { id } = await addPerson(s)
    const db = form(s.db, id)
    expect(await propose([id], { db })).toEqual(await propose([id], { db }))
    expect(await propose([id])).toMatchObject({ code: 'candidacy.already_proposed' })
    const rows = await s.above('select id from matching.candidacy where person_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  it('two who propose the same person at once: one does, the other is told', async () => {
    const { id } = await addPerson(s)
    const outcomes = await Promise.all([propose([id]), propose([id], { actor: s.officer })])
    expect(outcomes.map(outcome => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual([
      'candidacy.already_proposed',
      'ok',
    ])
  })
})

describe('taking a proposal back', () => {
  it('ends who borrowed the person for the case, and the person can be proposed again', async () => {
    const { id } = await proposed(s)
    const before = await candidacyOf(s, id)
    const back = { procurement: s.procurement, candidacies: [before], ...s.edge }
    expect(await withdrawProposal(s.db, s.otherTeam, back)).toMatchObject({ code: 'candidacy.not_found' })
    expect(await withdrawProposal(s.db, s.team, { ...back, candidacies: [{ ...before, version: 7 }] })).toMatchObject({
      code: 'candidacy.changed_meanwhile',
    })
    expect(await withdrawProposal(s.db, s.team, back)).toEqual({ ok: true, value: { people: 1 } })
    expect(await sees(s.coordinator, id)).toBe(false)
    expect(await propose([id])).toMatchObject({ ok: true })
    expect(await candidacyOf(s, id)).toMatchObject({ id: before.id, state: 'proposed' })
    expect(await sees(s.coordinator, id)).toBe(true)
  })
})

describe('P-S2: a protected person', () => {
  it('exists for the named only: nobody else can propose it, and the named is told that it is handled apart', async () => {
    const { id, number } = await addPerson(s, { protected: true, named: [s.namedOfficer] })
    expect(await propose([id])).toMatchObject({ code: 'candidacy.not_found' })
    expect(await propose([id], { actor: s.officer })).toMatchObject({ code: 'candidacy.not_found' })
    expect(await propose([id], { actor: s.namedOfficer, note: 'x' })).toMatchObject({
      code: 'candidacy.person_protected',
    })
    const query = { order: 'number', scope: 'own', all: true, today: s.today } as const
    const grid = (actor: Actor) => viewAs(s.db, actor, tx => viewGrid(tx, actor, s.procurement, query))
    const [unnamed, named] = [await grid(s.officer), await grid(s.namedOfficer)]
    expect(unnamed?.handledApart).toEqual([])
    expect(named?.handledApart).toEqual([String(number)])
    for (const page of [unnamed, named]) expect(page?.lines.map(line => line.id)).not.toContain(id)
    expect(unnamed?.hidden).toEqual(named?.hidden)
    const proposals = await viewAs(s.db, s.team, tx =>
      viewProposals(tx, s.team, s.procurement, { order: 'number', all: true, today: s.today }),
    )
    expect(proposals?.handledApart).toEqual([])
    expect(proposals?.people.map(line => line.id)).not.toContain(id)
  })

  it('on its way in a case it is in no grid and no count for the unnamed, and its events are not on the case', async () => {
    const { id } = await addPerson(s, { protected: true, named: [s.namedOfficer] })
    await s.above(
      `insert into matching.candidacy (id, procurement_id, person_id, district_id, state, proposed_at) values ($1, $2, $3, $4, 'proposed', now())`,
      [randomUUID(), s.procurement, id, s.team.organisation],
    )
    const candidacy = await candidacyOf(s, id)
    const query = { order: 'number', scope: 'proposed', today: s.today } as const
    const grid = await viewAs(s.db, s.officer, tx => viewGrid(tx, s.officer, s.procurement, query))
    expect(grid?.lines.map(line => line.id)).not.toContain(id)
    expect(grid?.handledApart).toEqual([])
    const back = { procurement: s.procurement, candidacies: [candidacy], ...s.edge }
    expect(await withdrawProposal(s.db, s.officer, back)).toMatchObject({ code: 'candidacy.not_found' })
    expect(await withdrawProposal(s.db, s.namedOfficer, back)).toMatchObject({ ok: true })
    const [event] = await s.above('select stream, plane from log.event where subject = $1', [candidacy.id])
    expect(event).toEqual({ stream: 'person', plane: 'person' })
  })
})

describe('an officer who borrows a person for one case', () => {
  it('learns nothing of the person’s other cases', async () => {
    const { id } = await addPerson(s)
    await s.above(
      `insert into matching.candidacy (id, procurement_id, person_id, district_id, state, proposed_at) values ($1, $2, $3, $4, 'proposed', now())`,
      [randomUUID(), s.otherProcurement, id, s.team.organisation],
    )
    await s.above(
      `insert into candidates.assignment (id, person_id, organisation_id, purpose, procurement_id, from_at) values ($1, $2, $3, 'case', $4, now() - interval '1 day')`,
      [randomUUID(), id, s.otherOfficer.organisation, s.procurement],
    )
    expect(await sees(s.otherOfficer, id)).toBe(true)
    const count = (actor: Actor) =>
      viewAs(s.db, actor, async tx => {
        const { rows } = await sql`select id from matching.candidacy where person_id = ${id}::uuid`.execute(tx)
        return rows.length
      })
    expect(await count(s.otherOfficer)).toBe(0)
    expect(await count(s.officer)).toBe(1)
  })
})
