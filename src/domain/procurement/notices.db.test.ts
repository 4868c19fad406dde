import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs, withReceipt } from '#db'
import { newId } from '#kernel'
import {
  acceptNotice,
  discardNotice,
  type EmploymentSignal,
  type LotProposal,
  listNotices,
  type NoticeLot,
  type NoticeReading,
  receiveNotice,
  viewNotice,
} from './index.ts'
import { floors, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.close())

const opportunity: EmploymentSignal = {
  field: 'BT-775',
  about: 'employment',
  value: 'opp',
  label: { sv: 'Sysselsättningsmöjligheter', en: 'Employment opportunities' },
  strength: 'clear',
  why: ['employment_objective'],
  words: [],
}

const lot = (id: string, signals: readonly EmploymentSignal[] = []): NoticeLot => ({
  id,
  title: { SWE: `Lokalvård ${id}`, ENG: `Cleaning ${id}` },
  signals,
  read: [{ field: 'BT-21-Lot', label: { sv: 'Titel', en: 'Title' }, value: `Lokalvård ${id}`, meaning: null }],
  notUnderstood: [],
})

/** A notice of two lots, with what a real reading holds besides: winners, whose numbers may be personal identity numbers. */
const reading: NoticeReading & { readonly results: unknown } = {
  document: 'ContractNotice',
  noticeId: '1f8687c9-8cca-493a-b0ee-553ed23d8402',
  language: 'SWE',
  issueDate: '2026-02-27+01:00',
  title: { ENG: 'Cleaning of schools', SWE: 'Städning av skolor' },
  buyers: [{ name: 'Lokalförvaltningen' }],
  lots: [lot('LOT-0001', [opportunity]), lot('LOT-0002')],
  read: [],
  notUnderstood: [],
  results: [{ awards: [{ winners: ['En Enskild Firma'], winnerIds: ['19121212-1212'] }] }],
}

const nothing = { value: null, from: null, because: null, beside: [] }
const proposal = (id: string): LotProposal => ({
  lot: id,
  title: { value: `Lokalvård ${id}`, from: 'BT-21-Lot', because: null, beside: [] },
  cpv: nothing,
  value: nothing,
  contractStart: nothing,
  contractEnd: nothing,
  municipality: nothing,
  hasSocialObjective: true,
  isReserved: false,
  inputs: {
    places: nothing,
    employmentForm: nothing,
    service: nothing,
    competence: nothing,
    district: nothing,
    comments: nothing,
  },
})

const received = (content: string) => ({
  fileName: 'annons.xml',
  digest: createHash('sha256').update(content).digest(),
  reading,
  proposals: reading.lots.map(one => proposal(one.id)),
  ...s.edge,
})

async function receive(content: string = randomUUID()): Promise<string> {
  const outcome = await receiveNotice(s.db, s.procurer, received(content))
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.notice
}

describe('PRC-12: a notice is read in', () => {
  it('the same file twice is the same notice, and nothing new', async () => {
    const first = await receiveNotice(s.db, s.procurer, received('twice'))
    expect(first).toMatchObject({ value: { already: false } })
    const again = await receiveNotice(s.db, s.colleague, received('twice'))
    expect(again).toEqual({ ok: true, value: { notice: first.ok && first.value.notice, already: true } })
    const events = await s.above(`select kind from log.event where stream = 'organisation' and facts ->> 'lots' = '2'`)
    expect(events).toHaveLength(1)
  })

  it('by two at once, it becomes one notice', async () => {
    const both = await Promise.all(
      [s.procurer, s.colleague].map(actor => receiveNotice(s.db, actor, received('at once'))),
    )
    const notices = both.flatMap(one => (one.ok ? [one.value.notice] : []))
    expect(notices).toHaveLength(2)
    expect(new Set(notices).size).toBe(1)
  })

  it('another authority that reads the same file gets a notice of its own', async () => {
    const own = await receiveNotice(s.db, s.procurer, received('both'))
    const other = await receiveNotice(s.db, s.otherProcurer, received('both'))
    expect(other).toMatchObject({ value: { already: false } })
    expect(other.ok && own.ok && other.value.notice !== own.value.notice).toBe(true)
  })

  it('GEN-1: keeps what a case needs, and no winner', async () => {
    const [row] = await s.above<{ text: string }>(
      'select reading::text as text from procurement.notice where id = $1',
      [await receive()],
    )
    expect(row?.text).toContain('Städning av skolor')
    expect(row?.text).not.toContain('Enskild')
    expect(row?.text).not.toContain('1212')
  })

  it('only a procurer reads one in, and only the own authority sees it', async () => {
    for (const actor of [s.officer, s.team, s.employer, s.manager])
      expect(await receiveNotice(s.db, actor, received('x'))).toMatchObject({ code: 'procurement.not_yours' })
    const id = await receive()
    expect(await viewAs(s.db, s.otherProcurer, tx => viewNotice(tx, s.otherProcurer, id))).toBeUndefined()
    const list = await viewAs(s.db, s.colleague, tx => listNotices(tx, s.colleague, 1))
    expect(list.lines.find(line => line.id === id)).toMatchObject({
      id,
      title: 'Städning av skolor',
      lots: 2,
      lotsWithEmployment: 1,
      state: 'read',
    })
  })
})

describe('PRC-12: a lot is accepted into a case', () => {
  const accept = (notice: string, version: number, lot: string, over = {}) =>
    acceptNotice(s.db, s.procurer, { ...floors(), notice, version, lot, ...s.edge, ...over })

  it('as the person has left the form, and each lot once', async () => {
    const notice = await receive()
    const first = await accept(notice, 1, 'LOT-0001', { title: 'Som jag vill ha det' })
    if (!first.ok) throw new Error(first.code)
    const [row] = await s.above('select title, notice_id, lot from procurement.procurement where id = $1', [
      first.value.id,
    ])
    expect(row).toEqual({ title: 'Som jag vill ha det', notice_id: notice, lot: 'LOT-0001' })
    expect(await accept(notice, 1, 'LOT-0002')).toMatchObject({ code: 'notice.changed_meanwhile' })
    expect(await accept(notice, 2, 'LOT-0001')).toMatchObject({ code: 'notice.lot_taken' })
    expect(await accept(notice, 2, 'LOT-0003')).toMatchObject({
      code: 'notice.lot_unknown',
      facts: { lot: 'LOT-0003' },
    })
    expect(await accept(notice, 2, 'LOT-0002')).toMatchObject({ ok: true })
    const page = await viewAs(s.db, s.procurer, tx => viewNotice(tx, s.procurer, notice))
    expect(page).toMatchObject({ state: 'accepted', cases: [{ lot: 'LOT-0001' }, { lot: 'LOT-0002' }] })
  })

  it('a refused case leaves the notice as it was', async () => {
    const notice = await receive()
    expect(await accept(notice, 1, 'LOT-0001', { contractEnd: '2020-01-01' })).toMatchObject({
      code: 'procurement.ends_before_it_begins',
    })
    expect(await viewAs(s.db, s.procurer, tx => viewNotice(tx, s.procurer, notice))).toMatchObject({
      state: 'read',
      version: 1,
      cases: [],
    })
  })

  it('the same form twice makes one case', async () => {
    const notice = await receive()
    const db = withReceipt(s.db, {
      key: newId(),
      operation: 'notice.accept',
      digest: createHash('sha256').update('a').digest(),
    })
    const command = { ...floors(), notice, version: 1, lot: 'LOT-0001', ...s.edge }
    const first = await acceptNotice(db, s.procurer, command)
    expect(await acceptNotice(db, s.procurer, { ...command, id: newId() })).toEqual(first)
  })

  it('nobody else’s notice is accepted or discarded', async () => {
    const notice = await receive()
    for (const actor of [s.otherProcurer, s.officer, s.employer]) {
      const command = { ...floors(), notice, version: 1, lot: 'LOT-0001', ...s.edge }
      expect(await acceptNotice(s.db, actor, command)).toMatchObject({ code: 'notice.not_found' })
      expect(await discardNotice(s.db, actor, { notice, version: 1, ...s.edge })).toMatchObject({
        code: 'notice.not_found',
      })
    }
  })

  it('a discarded notice is not accepted, and one that became a case is not discarded', async () => {
    const aside = await receive()
    expect(await discardNotice(s.db, s.procurer, { notice: aside, version: 1, ...s.edge })).toMatchObject({ ok: true })
    expect(await discardNotice(s.db, s.procurer, { notice: aside, version: 1, ...s.edge })).toMatchObject({
      code: 'notice.changed_meanwhile',
    })
    expect(await accept(aside, 2, 'LOT-0001')).toMatchObject({ code: 'notice.decided' })
    const kept = await receive()
    await accept(kept, 1, 'LOT-0001')
    expect(await discardNotice(s.db, s.procurer, { notice: kept, version: 2, ...s.edge })).toMatchObject({
      code: 'notice.decided',
    })
  })
})
