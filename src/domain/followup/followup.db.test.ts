import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Db, viewAs, withReceipt } from '#db'
import { type Actor, dayOf, newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import {
  approveReport,
  correctReport,
  type Figures,
  listReports,
  type ReportLine,
  type ReportPage,
  returnReport,
  submitReport,
  viewReport,
} from './index.ts'

let world: WorldStage
let employer: Actor
let procurer: Actor
beforeAll(async () => {
  world = await setWorldStage()
  employer = await world.as('employer')
  procurer = await world.as('procurer')
})
afterAll(() => world.end())

const edge = () => ({ now: world.now(), today: dayOf(world.now()), newId })

async function listed(actor: Actor): Promise<readonly ReportLine[]> {
  return (await viewAs(world.db, actor, tx => listReports(tx, actor, 1, worldDay))).lines
}

async function page(actor: Actor, id: string): Promise<ReportPage | undefined> {
  return viewAs(world.db, actor, tx => viewReport(tx, actor, id, worldDay))
}

/** The employer's report that is due, as it stands; opened anew by hand for each test that sends one. */
async function openOne(): Promise<ReportPage> {
  const [row] = await world.above<{ id: string }>(
    `update followup.report r set state = 'open', figures = null, corrections = '{}', remark = '', receipt_number = null, submitted_at = null,
         decided_at = null, return_reason = null, return_note = '', corrected = false, version = version + 1
       where r.id = (select q.id from followup.report q where q.supplier_id = $1 order by q.period_to desc, q.id limit 1) returning id`,
    [employer.organisation],
  )
  const found = await page(employer, row?.id ?? '')
  if (!found) throw new Error('The world has no report for the employer')
  return found
}

async function send(from: ReportPage, db: Db = world.db) {
  return submitReport(db, employer, { report: from.id, version: from.version, basis: from.basis, ...edge() })
}

async function kinds(report: ReportPage): Promise<string[]> {
  const rows = await world.above<{ kind: string }>('select kind from log.event where subject = $1 order by at, seq', [
    report.id,
  ])
  return rows.map(row => row.kind)
}

describe('sending', () => {
  it('PRC-10: takes the pre-filled report unchanged, with nothing typed, and answers with a receipt', async () => {
    const report = await openOne()
    expect(report.figures).toEqual(report.prefilled.figures)
    expect(report.figures.fullTimeMonths).toBeGreaterThan(0)
    const outcome = await send(report)
    expect(outcome).toMatchObject({
      ok: true,
      value: { corrected: false, receiptNumber: `${report.number}-${report.period.number}` },
    })
    const sent = await page(employer, report.id)
    expect(sent).toMatchObject({
      state: 'submitted',
      figures: report.prefilled.figures,
      corrected: false,
      allowed: ['report.list', 'report.view'],
    })
    expect((await kinds(report)).at(-1)).toBe('followup.report_submitted')
  })

  it('the months add up employment by employment, and no person is among them', async () => {
    const report = await openOne()
    const parts = report.prefilled.lines.reduce((sum, line) => sum + line.fullTimeMonths, 0)
    expect(report.prefilled.figures.fullTimeMonths).toBe(parts)
    expect(report.prefilled.lines.length).toBe(report.prefilled.figures.persons)
    expect(Object.keys(report.prefilled.lines[0] ?? {}).toSorted()).toEqual([
      'from',
      'fullTimeMonths',
      'to',
      'workingTime',
    ])
  })

  it('R5: twice the same form gives the same receipt and one event', async () => {
    const report = await openOne()
    const before = (await kinds(report)).length
    const db = withReceipt(world.db, {
      key: randomUUID(),
      operation: 'report.submit',
      digest: createHash('sha256').update(report.id).digest(),
    })
    const [first, second] = await Promise.all([send(report, db), send(report, db)])
    expect(first.ok).toBe(true)
    expect(second).toEqual(first)
    expect((await kinds(report)).length).toBe(before + 1)
  })

  it('a stale page sends nothing', async () => {
    const report = await openOne()
    await correctReport(world.db, employer, { report: report.id, version: report.version, remark: 'Bra.', ...edge() })
    expect(await send(report)).toMatchObject({ ok: false, code: 'report.changed_meanwhile' })
  })

  it('a register that moved since the page was drawn is shown again first', async () => {
    const report = await openOne()
    expect(await send({ ...report, basis: '9 9 999' })).toMatchObject({ ok: false, code: 'report.basis_moved' })
    expect((await page(employer, report.id))?.state).toBe('open')
  })
})

describe('correcting', () => {
  it('keeps the supplier’s figure beside the register’s, and sends it as a correction', async () => {
    const report = await openOne()
    const wanted = report.figures.fullTimeMonths - 50
    const corrected = await correctReport(world.db, employer, {
      report: report.id,
      version: report.version,
      corrections: { fullTimeMonths: wanted },
      ...edge(),
    })
    expect(corrected.ok).toBe(true)
    const shown = await page(employer, report.id)
    expect(shown).toMatchObject({ figures: { fullTimeMonths: wanted }, differs: { fullTimeMonths: wanted } })
    expect(shown?.prefilled.figures.fullTimeMonths).toBe(report.figures.fullTimeMonths)
    expect(await send(shown ?? report)).toMatchObject({ ok: true, value: { corrected: true } })
    const rows = await world.above<{ figures: Figures; corrected: boolean }>(
      'select figures, corrected from followup.report where id = $1',
      [report.id],
    )
    expect(rows[0]).toMatchObject({ corrected: true, figures: { fullTimeMonths: wanted } })
  })

  it('refuses what cannot be true and an identity number, and changes nothing', async () => {
    const report = await openOne()
    const change = { report: report.id, version: report.version, ...edge() }
    expect(
      await correctReport(world.db, employer, { ...change, corrections: { fullTimeMonths: 99_900 } }),
    ).toMatchObject({ code: 'report.impossible', facts: { faults: 'fullTimeMonths:months_exceed_period' } })
    expect(await correctReport(world.db, employer, { ...change, remark: '810101-2386' })).toMatchObject({
      code: 'report.remark_holds_identity',
    })
    expect(await page(employer, report.id)).toMatchObject({ version: report.version, differs: {}, remark: '' })
  })
})

describe('judging', () => {
  async function sent(): Promise<ReportPage> {
    const report = await openOne()
    await send(report)
    const found = await page(procurer, report.id)
    if (!found) throw new Error('The procurer cannot see the report')
    return found
  }

  it('the procurer approves, and then nothing moves', async () => {
    const report = await sent()
    expect(report.allowed).toEqual(expect.arrayContaining(['report.approve', 'report.return']))
    const judge = { report: report.id, version: report.version, ...edge() }
    expect((await approveReport(world.db, procurer, judge)).ok).toBe(true)
    expect(await approveReport(world.db, procurer, { ...judge, version: report.version + 1 })).toMatchObject({
      code: 'report.not_sent',
    })
    expect(await send({ ...report, version: report.version + 1 })).toMatchObject({ code: 'report.already_sent' })
    expect((await kinds(report)).at(-1)).toBe('followup.report_approved')
  })

  it('a return shows its reason, and the report is sent again under a receipt of its own', async () => {
    const report = await sent()
    const outcome = await returnReport(world.db, procurer, {
      report: report.id,
      version: report.version,
      reason: 'months_do_not_fit',
      note: 'Två slutade i februari.',
      ...edge(),
    })
    expect(outcome.ok).toBe(true)
    const back = await page(employer, report.id)
    expect(back).toMatchObject({
      state: 'returned',
      returned: { reason: 'months_do_not_fit', note: 'Två slutade i februari.' },
    })
    expect(back?.allowed).toContain('report.submit')
    expect(await send(back ?? report)).toMatchObject({ value: { receiptNumber: `${report.receiptNumber}-2` } })
    expect((await page(employer, report.id))?.returned).toBeUndefined()
  })

  it('two procurers at once: one judges, the other is told', async () => {
    const report = await sent()
    const judge = { report: report.id, version: report.version, ...edge() }
    const outcomes = await Promise.all([
      approveReport(world.db, procurer, judge),
      returnReport(world.db, procurer, { ...judge, reason: 'ends_missing', note: '' }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'report.changed_meanwhile' })
  })
})

describe('others', () => {
  test.each(['employer_other', 'procurer_other', 'coordinator', 'provider', 'district_team', 'participant'])(
    '%s neither sees nor moves the report',
    async key => {
      const report = await openOne()
      const stranger = await world.as(key)
      expect(await page(stranger, report.id)).toBeUndefined()
      expect((await listed(stranger)).map(line => line.id)).not.toContain(report.id)
      const command = { report: report.id, version: report.version, ...edge() }
      for (const outcome of [
        await correctReport(world.db, stranger, { ...command, remark: 'x' }),
        await submitReport(world.db, stranger, { ...command, basis: report.basis }),
        await approveReport(world.db, stranger, command),
        await returnReport(world.db, stranger, { ...command, reason: 'other', note: 'x' }),
      ])
        expect(outcome).toMatchObject({ ok: false, code: 'report.not_found' })
    },
  )

  it('the own procurer cannot send, the own supplier cannot judge', async () => {
    const report = await openOne()
    const command = { report: report.id, version: report.version, ...edge() }
    expect(await submitReport(world.db, procurer, { ...command, basis: report.basis })).toMatchObject({
      code: 'report.not_yours',
    })
    expect(await approveReport(world.db, employer, command)).toMatchObject({ code: 'report.not_yours' })
  })

  it('row security alone stops a supplier who approves the own report (third fence)', async () => {
    const report = await openOne()
    const client = await world.db.pools.web_rw.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('ctx.secret', $1, true)`, [employer.context])
      await expect(
        client.query(`update followup.report set state = 'approved', figures = '{}' where id = $1`, [report.id]),
      ).rejects.toThrow(/row-level security/)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('the matching officer of the case reads and does nothing more (seed A)', async () => {
    const report = await openOne()
    const seen = await page(await world.as('matching_officer'), report.id)
    expect(seen?.allowed).toEqual(['report.list', 'report.view'])
  })
})

test('the list has what is owed first, and counts it', async () => {
  const report = await openOne()
  const list = await viewAs(world.db, employer, tx => listReports(tx, employer, 1, worldDay))
  expect(list.lines[0]?.id).toBe(report.id)
  expect(list.counts.owed).toBe(list.lines.filter(line => line.state === 'open' || line.state === 'returned').length)
  expect(list.total).toBe(list.lines.length)
})
