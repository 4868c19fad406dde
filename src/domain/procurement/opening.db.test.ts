import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, viewAs, withReceipt } from '#db'
import { newId } from '#kernel'
import { openProcurement, saveNeed, viewCase, viewNeed } from './index.ts'
import { awardedCase, floors, openCase, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.close())

/** A form of one's own: a key, and a digest of what is sent. */
function form(db: Db, content: string): Db {
  return withReceipt(db, {
    key: randomUUID(),
    operation: 'test',
    digest: createHash('sha256').update(content).digest(),
  })
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
    const id = await openCase(s, { submit: false })
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
    const id = await openCase(s)
    await s.above('delete from procurement.need where procurement_id = $1', [id])
    const command = { procurement: id, version: 0, need: floors().need, submit: true, ...s.edge }
    expect(await saveNeed(s.db, s.procurer, command)).toMatchObject({ ok: true })
    expect(await saveNeed(s.db, s.procurer, command)).toMatchObject({ code: 'need.changed_meanwhile' })
  })

  it('is not changed once places are given to areas', async () => {
    const id = await openCase(s)
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
    const id = await awardedCase(s)
    const seen = await viewAs(s.db, s.employer, tx => viewNeed(tx, s.employer, id))
    expect(seen?.need).toBeUndefined()
  })
})
