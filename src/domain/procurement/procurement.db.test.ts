import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, viewAs, withReceipt } from '#db'
import { newId } from '#kernel'
import {
  awardContract,
  chooseClause,
  completeStep,
  decideRequirement,
  listCases,
  lockClause,
  openProcurement,
  planSteps,
  saveNeed,
  setParties,
  viewCase,
  viewClause,
  viewNeed,
} from './index.ts'
import { floors, type Stage, setStage, thirtySixMonths } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.close())

const everything = { state: 'all', whose: 'all', late: false, search: '', page: 1 } as const

async function open(over: Parameters<typeof floors>[0] = {}): Promise<string> {
  const opened = await openProcurement(s.db, s.procurer, { ...floors(over), ...s.edge })
  if (!opened.ok) throw new Error(opened.code)
  return opened.value.id
}

/** A form of one's own: a key, and a digest of what is sent. */
function form(db: Db, content: string): Db {
  return withReceipt(db, {
    key: randomUUID(),
    operation: 'test',
    digest: createHash('sha256').update(content).digest(),
  })
}

async function versionOf(id: string): Promise<number> {
  const [row] = await s.above<{ version: number }>('select version from procurement.procurement where id = $1', [id])
  return row?.version ?? 0
}

async function complete(id: string, today = s.edge.today): Promise<unknown> {
  return completeStep(s.db, s.procurer, { procurement: id, version: await versionOf(id), ...s.edge, today })
}

describe('opening a case', () => {
  it('TGT-1: writes the case, six planned steps, the need and what happened, under the number of the year', async () => {
    const command = floors()
    const opened = await openProcurement(s.db, s.procurer, { ...command, ...s.edge })
    expect(opened).toMatchObject({ ok: true, value: { id: command.id } })
    const page = await viewAs(s.db, s.procurer, tx => viewCase(tx, s.procurer, command.id, s.edge.today))
    expect(page).toMatchObject({
      title: 'Golventreprenad, Lundby',
      step: 'plan',
      requirement: 'undecided',
      clause: 'none',
    })
    expect(page?.steps.map(line => line.step)).toEqual(['plan', 'map', 'analyse', 'procure', 'implement', 'manage'])
    expect(page?.need).toMatchObject({ places: 6, months: 6, submitted: true })
    expect(page?.turn).toMatchObject({ side: 'procurer', code: 'name_matching' })
    expect(page?.history.map(line => line.kind).toSorted()).toEqual([
      'procurement.need_submitted',
      'procurement.opened',
    ])
  })

  it('numbers follow each other without a gap, however many open at once, and a failed one takes none', async () => {
    const before = await lastNumber()
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        openProcurement(s.db, index % 2 ? s.procurer : s.otherProcurer, {
          ...floors(
            index === 5
              ? { contractEnd: '2020-01-01' }
              : index === 7
                ? { need: { ...floors().need, area: newId() } }
                : {},
          ),
          ...s.edge,
        }),
      ),
    )
    const numbers = all.flatMap(one => (one.ok ? [Number(one.value.number.slice(5))] : []))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, index) => before + 1 + index))
    expect(all[5]).toMatchObject({ code: 'procurement.ends_before_it_begins' })
    expect(all[7]).toMatchObject({ code: 'need.area_unknown' })
  })

  it('each year begins at 001, and the thousandth has four digits', async () => {
    const next = { ...s.edge, today: '2031-01-02' }
    const first = await openProcurement(s.db, s.procurer, { ...floors(), ...next })
    expect(first).toMatchObject({ value: { number: '2031-001' } })
    await s.above(`update procurement.procurement set number = '2031-999' where number = '2031-001'`)
    expect(await openProcurement(s.db, s.procurer, { ...floors(), ...next })).toMatchObject({
      value: { number: '2031-1000' },
    })
    expect(await openProcurement(s.db, s.procurer, { ...floors(), ...next })).toMatchObject({
      value: { number: '2031-1001' },
    })
  })

  it('the same form twice opens one case', async () => {
    const db = form(s.db, 'one')
    const command = floors()
    const first = await openProcurement(db, s.procurer, { ...command, ...s.edge })
    const again = await openProcurement(db, s.procurer, { ...command, id: newId(), ...s.edge })
    expect(again).toEqual(first)
  })

  it('nobody but a procurer opens one', async () => {
    for (const actor of [s.officer, s.team, s.employer, s.manager, s.coordinator])
      expect(await openProcurement(s.db, actor, { ...floors(), ...s.edge })).toMatchObject({
        code: 'procurement.not_yours',
      })
  })

  async function lastNumber(): Promise<number> {
    const [row] = await s.above<{ last: number }>(
      `select max(split_part(number, '-', 2)::int) as last from procurement.procurement where number like '2026-%'`,
    )
    return row?.last ?? 0
  }
})

describe('the need (TGT-1)', () => {
  it('is a draft until it is submitted, and stays submitted when changed', async () => {
    const id = await open({ submit: false })
    const need = { ...floors().need, places: 4 }
    const save = (version: number, submit: boolean) =>
      saveNeed(s.db, s.procurer, { procurement: id, version, need, submit, ...s.edge })
    expect(await save(1, false)).toMatchObject({ value: { version: 2, submitted: false } })
    expect(await save(2, true)).toMatchObject({ value: { version: 3, submitted: true } })
    expect(await save(3, false)).toMatchObject({ value: { version: 4, submitted: true } })
    expect(await save(3, false)).toMatchObject({ code: 'need.changed_meanwhile' })
    const page = await viewAs(s.db, s.team, tx => viewNeed(tx, s.team, id))
    expect(page).toMatchObject({ need: { places: 4 }, version: 4, allowed: [] })
  })

  it('can be written on a case that has none yet', async () => {
    const id = await open()
    await s.above('delete from procurement.need where procurement_id = $1', [id])
    const command = { procurement: id, version: 0, need: floors().need, submit: true, ...s.edge }
    expect(await saveNeed(s.db, s.procurer, command)).toMatchObject({ ok: true })
    expect(await saveNeed(s.db, s.procurer, command)).toMatchObject({ code: 'need.changed_meanwhile' })
  })

  it('is not changed once places are given to areas', async () => {
    const id = await open()
    await s.above(
      `insert into places.place (id, procurement_id, number, area_id, given_by, starts_on, state) values ($1, $2, 1, $3, 'rule', '2026-05-18', 'apportioned')`,
      [randomUUID(), id, s.area],
    )
    const refused = await saveNeed(s.db, s.procurer, {
      procurement: id,
      version: 1,
      need: floors().need,
      submit: true,
      ...s.edge,
    })
    expect(refused).toMatchObject({ code: 'need.places_apportioned', facts: { apportioned: 1 } })
  })

  it('is hidden from the supplier of the contract', async () => {
    const id = await awarded()
    const seen = await viewAs(s.db, s.employer, tx => viewNeed(tx, s.employer, id))
    expect(seen?.need).toBeUndefined()
  })
})

/** A case with a locked clause and a supplier, in the step "implement". */
async function awarded(): Promise<string> {
  const id = await open()
  await setParties(s.db, s.procurer, {
    procurement: id,
    version: await versionOf(id),
    matching: s.org.northeast,
    ...s.edge,
  })
  await complete(id)
  await complete(id)
  await chooseClause(s.db, s.procurer, { procurement: id, version: 0, parameters: thirtySixMonths, ...s.edge })
  await lockClause(s.db, s.procurer, { procurement: id, version: 1, ...s.edge })
  await complete(id)
  const done = await awardContract(s.db, s.procurer, {
    procurement: id,
    version: await versionOf(id),
    supplier: s.org.cleaners,
    contractStart: '2026-05-04',
    contractEnd: '2028-05-03',
    ...s.edge,
  })
  if (!done.ok) throw new Error(done.code)
  return id
}

describe('the way to a commitment (PRC-1, PRC-6)', () => {
  it('goes through the steps in order: need, clause locked, award, commitment', async () => {
    const id = await open()
    const set = { procurement: id, version: 1, matching: s.org.northeast, coordinator: s.org.west, ...s.edge }
    expect(await setParties(s.db, s.procurer, set)).toMatchObject({ value: { version: 2 } })
    expect(await complete(id)).toMatchObject({ value: { step: 'plan', next: 'map' } })
    expect(await complete(id)).toMatchObject({ value: { step: 'map', next: 'analyse' } })
    expect(await complete(id)).toMatchObject({ code: 'procurement.requirement_undecided' })

    const choice = { procurement: id, version: 0, parameters: thirtySixMonths, ...s.edge }
    expect(await chooseClause(s.db, s.procurer, choice)).toMatchObject({ value: { version: 1 } })
    expect(await chooseClause(s.db, s.procurer, choice)).toMatchObject({ code: 'clause.changed_meanwhile' })
    expect(await lockClause(s.db, s.procurer, { procurement: id, version: 1, ...s.edge })).toMatchObject({
      value: { months: 36 },
    })
    expect(await chooseClause(s.db, s.procurer, { ...choice, version: 2 })).toMatchObject({ code: 'clause.locked' })
    expect(await complete(id)).toMatchObject({ value: { next: 'procure' } })
    expect(await complete(id)).toMatchObject({ code: 'procurement.award_first' })

    const award = {
      procurement: id,
      supplier: s.org.cleaners,
      contractStart: '2026-05-18',
      contractEnd: '2028-05-17',
      ...s.edge,
    }
    const version = await versionOf(id)
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
    const id = await open()
    await complete(id)
    await complete(id)
    const decide = {
      procurement: id,
      version: await versionOf(id),
      requirement: 'none',
      reason: 'too_short',
      ...s.edge,
    } as const
    expect(await decideRequirement(s.db, s.procurer, decide)).toMatchObject({ ok: true })
    expect(await decideRequirement(s.db, s.procurer, decide)).toMatchObject({ code: 'procurement.changed_meanwhile' })
    await complete(id)
    const done = await awardContract(s.db, s.procurer, {
      procurement: id,
      version: await versionOf(id),
      supplier: s.org.cleaners,
      contractStart: '2026-05-04',
      contractEnd: '2026-06-30',
      ...s.edge,
    })
    expect(done).toEqual({ ok: true, value: {} })
  })

  it('a clause whose first start falls after the contract is refused, in words of its own', async () => {
    const id = await open({ contractEnd: '2026-09-30' })
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
    const id = await awarded()
    expect(await complete(id)).toMatchObject({ value: { next: 'manage' } })
    expect(await complete(id, '2028-05-03')).toMatchObject({ code: 'procurement.contract_still_runs' })
    expect(await complete(id, '2028-05-04')).toMatchObject({ value: { step: 'manage' } })
    expect(await complete(id, '2028-05-05')).toMatchObject({ code: 'procurement.closed' })
  })

  it('two who complete the same step at once complete it once', async () => {
    const id = await open()
    const version = await versionOf(id)
    const both = await Promise.all(
      [s.procurer, s.colleague].map(actor => completeStep(s.db, actor, { procurement: id, version, ...s.edge })),
    )
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both.find(one => !one.ok)).toMatchObject({ code: 'procurement.changed_meanwhile' })
  })

  it('moved days are told one by one; nothing moved changes nothing', async () => {
    const id = await open()
    const days = { plan: '2026-03-20', map: '2026-03-27' }
    const moved = await planSteps(s.db, s.procurer, { procurement: id, version: 1, days, ...s.edge })
    expect(moved).toMatchObject({ value: { moves: [{ step: 'plan', to: '2026-03-20' }, { step: 'map' }] } })
    expect(await planSteps(s.db, s.procurer, { procurement: id, version: 2, days, ...s.edge })).toMatchObject({
      value: { moves: [] },
    })
    expect(await versionOf(id)).toBe(2)
  })
})

describe('who sees and who may (GEN-1)', () => {
  it("another authority's procurer, another unit and another supplier find nothing", async () => {
    const id = await awarded()
    const version = await versionOf(id)
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
    const id = await awarded()
    const version = await versionOf(id)
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
    const id = await awarded()
    expect((await viewAs(s.db, s.employer, tx => viewClause(tx, s.employer, id)))?.clause?.locked).toBe(true)
    await s.above(`update procurement.clause set state = 'draft', locked_at = null where procurement_id = $1`, [id])
    expect((await viewAs(s.db, s.employer, tx => viewClause(tx, s.employer, id)))?.clause).toBeUndefined()
  })

  it('progress answers about cases of one’s own, and with nothing about those of others', async () => {
    const id = await awarded()
    const own = await viewAs(s.db, s.procurer, tx => viewCase(tx, s.procurer, id, s.edge.today))
    expect(own?.progress).toMatchObject({ places: 0, apportioned: 0, filled: 0 })
    const list = await viewAs(s.db, s.otherProcurer, tx => listCases(tx, s.otherProcurer, everything, s.edge.today))
    expect(list.lines.map(line => line.id)).not.toContain(id)
  })
})

describe('the list (ux.md C1)', () => {
  it('filters by step, state, search, mine and late; counts stay those of everything', async () => {
    const id = await open({ title: 'Fönsterputs på Hisingen' })
    const look = (over: object, today = s.edge.today) =>
      viewAs(s.db, s.procurer, tx => listCases(tx, s.procurer, { ...everything, ...over }, today))
    expect((await look({ search: 'fönsterPUTS' })).lines.map(line => line.id)).toEqual([id])
    expect((await look({ search: 'fönsterputs', step: 'manage' })).lines).toEqual([])
    expect((await look({ search: 'fönsterputs', state: 'closed' })).lines).toEqual([])
    const mine = await viewAs(s.db, s.colleague, tx =>
      listCases(tx, s.colleague, { ...everything, whose: 'mine', search: 'fönsterputs' }, s.edge.today),
    )
    expect(mine.total).toBe(0)
    expect((await look({ search: 'fönsterputs', late: true })).total).toBe(0)
    const later = await look({ search: 'fönsterputs', late: true }, '2026-04-30')
    expect(later.lines).toMatchObject([{ id, turn: { late: true } }])
    expect(later.counts.late).toBeGreaterThanOrEqual(later.total)
  })

  it('a row is late in the list exactly when it is late by the rule', async () => {
    for (const today of ['2026-03-02', '2026-04-01', '2027-01-01', '2029-01-01']) {
      const all = await collect(s.procurer, {}, today)
      const late = await collect(s.procurer, { late: true }, today)
      expect(late.map(line => line.id).toSorted()).toEqual(
        all
          .filter(line => line.turn.late)
          .map(line => line.id)
          .toSorted(),
      )
    }
  })

  it('never shows a case on two pages', async () => {
    for (let index = 0; index < 30; index += 1) await open({ title: `Likadan` })
    const lines = await collect(s.procurer, { search: 'likadan' }, s.edge.today)
    expect(lines).toHaveLength(30)
    expect(new Set(lines.map(line => line.id)).size).toBe(30)
  })

  async function collect(actor: Stage['procurer'], over: object, today: string) {
    const found = []
    for (let page = 1; ; page += 1) {
      const list = await viewAs(s.db, actor, tx => listCases(tx, actor, { ...everything, ...over, page }, today))
      found.push(...list.lines)
      if (page >= list.pages) return found
    }
  }
})
