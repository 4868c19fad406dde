import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import {
  awardContract,
  chooseClause,
  completeStep,
  decideRequirement,
  listCases,
  lockClause,
  planSteps,
  saveNeed,
  setParties,
  viewCase,
  viewClause,
} from './index.ts'
import {
  awardedCase,
  complete,
  floors,
  openCase,
  type Stage,
  setStage,
  thirtySixMonths,
  versionOf,
} from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.close())

const everything = { state: 'all', whose: 'all', late: false, search: '', page: 1 } as const

describe('the way to a commitment (PRC-1, PRC-6)', () => {
  it('goes through the steps in order: need, clause locked, award, commitment', async () => {
    const id = await openCase(s)
    const set = { procurement: id, version: 1, matching: s.org.northeast, coordinator: s.org.west, ...s.edge }
    expect(await setParties(s.db, s.procurer, set)).toMatchObject({ value: { version: 2 } })
    expect(await complete(s, id)).toMatchObject({ value: { step: 'plan', next: 'map' } })
    expect(await complete(s, id)).toMatchObject({ value: { step: 'map', next: 'analyse' } })
    expect(await complete(s, id)).toMatchObject({ code: 'procurement.requirement_undecided' })

    const choice = { procurement: id, version: 0, parameters: thirtySixMonths, ...s.edge }
    expect(await chooseClause(s.db, s.procurer, choice)).toMatchObject({ value: { version: 1 } })
    expect(await chooseClause(s.db, s.procurer, choice)).toMatchObject({ code: 'clause.changed_meanwhile' })
    expect(await lockClause(s.db, s.procurer, { procurement: id, version: 1, ...s.edge })).toMatchObject({
      value: { months: 36 },
    })
    expect(await chooseClause(s.db, s.procurer, { ...choice, version: 2 })).toMatchObject({ code: 'clause.locked' })
    expect(await complete(s, id)).toMatchObject({ value: { next: 'procure' } })
    expect(await complete(s, id)).toMatchObject({ code: 'procurement.award_first' })

    const award = {
      procurement: id,
      supplier: s.org.cleaners,
      contractStart: '2026-05-18',
      contractEnd: '2028-05-17',
      ...s.edge,
    }
    const version = await versionOf(s, id)
    expect(await awardContract(s.db, s.procurer, { ...award, version: version - 1 })).toMatchObject({
      code: 'procurement.changed_meanwhile',
    })
    expect(await awardContract(s.db, s.procurer, { ...award, version, supplier: s.org.west })).toMatchObject({
      code: 'procurement.supplier_unknown',
    })
    const done = await awardContract(s.db, s.procurer, { ...award, version })
    expect(done).toMatchObject({ value: { firstStartDeadline: '2026-11-18' } })
    const [commitment] = await s.above(
      `select supplier_id, parameters ->> 'fullTimeMonths' as months, contract_start, first_start_deadline from procurement.commitment where procurement_id = $1`,
      [id],
    )
    expect(commitment).toEqual({
      supplier_id: s.org.cleaners,
      months: '3600',
      contract_start: '2026-05-18',
      first_start_deadline: '2026-11-18',
    })
    const page = await viewAs(s.db, s.procurer, tx => viewCase(tx, s.procurer, id, s.edge.today))
    expect(page).toMatchObject({
      step: 'implement',
      supplier: { name: 'The cleaners' },
      coordinator: { name: 'The west' },
    })
    expect(page?.steps.find(line => line.step === 'procure')).toMatchObject({ doneOn: '2026-03-02' })
    expect(page?.steps.find(line => line.step === 'manage')).toMatchObject({ plannedOn: '2028-05-17' })
    expect(page?.turn).toMatchObject({ side: 'team', code: 'apportion' })
  })

  it('a contract without an employment requirement gives no commitment', async () => {
    const id = await openCase(s)
    await complete(s, id)
    await complete(s, id)
    const decide = {
      procurement: id,
      version: await versionOf(s, id),
      requirement: 'none',
      reason: 'too_short',
      ...s.edge,
    } as const
    expect(await decideRequirement(s.db, s.procurer, decide)).toMatchObject({ ok: true })
    expect(await decideRequirement(s.db, s.procurer, decide)).toMatchObject({ code: 'procurement.changed_meanwhile' })
    await complete(s, id)
    const done = await awardContract(s.db, s.procurer, {
      procurement: id,
      version: await versionOf(s, id),
      supplier: s.org.cleaners,
      contractStart: '2026-05-04',
      contractEnd: '2026-06-30',
      ...s.edge,
    })
    expect(done).toEqual({ ok: true, value: {} })
  })

  it('a clause whose first start falls after the contract is refused, in words of its own', async () => {
    const id = await openCase(s, { contractEnd: '2026-09-30' })
    const refused = await chooseClause(s.db, s.procurer, {
      procurement: id,
      version: 0,
      parameters: thirtySixMonths,
      ...s.edge,
    })
    expect(refused).toMatchObject({ code: 'clause.deadline_after_contract', facts: { deadline: '2026-11-04' } })
    const without = { ...thirtySixMonths, targetGroups: [] }
    expect(
      await chooseClause(s.db, s.procurer, { procurement: id, version: 0, parameters: without, ...s.edge }),
    ).toMatchObject({
      code: 'clause.invalid',
      facts: { pointer: '/targetGroups', fault: 'empty' },
    })
    const [{ count }] = (await s.above<{ count: number }>(
      'select count(*)::int as count from procurement.clause where procurement_id = $1',
      [id],
    )) as [{ count: number }]
    expect(count).toBe(0)
  })

  it('the last step is completed when the contract has run out, and closes the case', async () => {
    const id = await awardedCase(s)
    expect(await complete(s, id)).toMatchObject({ value: { next: 'manage' } })
    expect(await complete(s, id, '2028-05-03')).toMatchObject({ code: 'procurement.contract_still_runs' })
    expect(await complete(s, id, '2028-05-04')).toMatchObject({ value: { step: 'manage' } })
    expect(await complete(s, id, '2028-05-05')).toMatchObject({ code: 'procurement.closed' })
  })

  it('two who complete the same step at once complete it once', async () => {
    const id = await openCase(s)
    const version = await versionOf(s, id)
    const both = await Promise.all(
      [s.procurer, s.colleague].map(actor => completeStep(s.db, actor, { procurement: id, version, ...s.edge })),
    )
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both.find(one => !one.ok)).toMatchObject({ code: 'procurement.changed_meanwhile' })
  })

  it('moved days are told one by one; nothing moved changes nothing', async () => {
    const id = await openCase(s)
    const days = { plan: '2026-03-20', map: '2026-03-27' }
    const moved = await planSteps(s.db, s.procurer, { procurement: id, version: 1, days, ...s.edge })
    expect(moved).toMatchObject({ value: { moves: [{ step: 'plan', to: '2026-03-20' }, { step: 'map' }] } })
    expect(await planSteps(s.db, s.procurer, { procurement: id, version: 2, days, ...s.edge })).toMatchObject({
      value: { moves: [] },
    })
    expect(await versionOf(s, id)).toBe(2)
  })
})

describe('who sees and who may (GEN-1)', () => {
  it("another authority's procurer, another unit and another supplier find nothing", async () => {
    const id = await awardedCase(s)
    const version = await versionOf(s, id)
    for (const actor of [s.otherProcurer, s.otherOfficer, s.otherEmployer, s.coordinator]) {
      expect(await viewAs(s.db, actor, tx => viewCase(tx, actor, id, s.edge.today)), actor.role).toBeUndefined()
      expect(await completeStep(s.db, actor, { procurement: id, version, ...s.edge })).toMatchObject({
        code: 'procurement.not_found',
      })
      expect(
        await saveNeed(s.db, actor, { procurement: id, version: 1, need: floors().need, submit: true, ...s.edge }),
      ).toMatchObject({
        code: 'procurement.not_found',
      })
      expect(await lockClause(s.db, actor, { procurement: id, version: 2, ...s.edge })).toMatchObject({
        code: 'procurement.not_found',
      })
    }
  })

  it('those who see the case but do not own it cannot change it', async () => {
    const id = await awardedCase(s)
    const version = await versionOf(s, id)
    for (const actor of [s.officer, s.team, s.manager, s.employer]) {
      const seen = await viewAs(s.db, actor, tx => viewCase(tx, actor, id, s.edge.today))
      expect(seen?.allowed, actor.role).not.toContain('procurement.complete_step')
      expect(await completeStep(s.db, actor, { procurement: id, version, ...s.edge })).toMatchObject({
        code: 'procurement.not_found',
      })
      expect(await planSteps(s.db, actor, { procurement: id, version, days: {}, ...s.edge })).toMatchObject({
        code: 'procurement.not_found',
      })
    }
  })

  it('a drafted clause is not the supplier’s to read, a locked one is', async () => {
    const id = await awardedCase(s)
    expect((await viewAs(s.db, s.employer, tx => viewClause(tx, s.employer, id)))?.clause?.locked).toBe(true)
    await s.above(`update procurement.clause set state = 'draft', locked_at = null where procurement_id = $1`, [id])
    expect((await viewAs(s.db, s.employer, tx => viewClause(tx, s.employer, id)))?.clause).toBeUndefined()
  })

  it('progress answers about cases of one’s own, and with nothing about those of others', async () => {
    const id = await awardedCase(s)
    const own = await viewAs(s.db, s.procurer, tx => viewCase(tx, s.procurer, id, s.edge.today))
    expect(own?.progress).toMatchObject({ places: 0, apportioned: 0, filled: 0 })
    const list = await viewAs(s.db, s.otherProcurer, tx => listCases(tx, s.otherProcurer, everything, s.edge.today))
    expect(list.lines.map(line => line.id)).not.toContain(id)
  })
})
