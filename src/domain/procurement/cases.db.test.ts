import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { listCases } from './index.ts'
import { openCase, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.close())

const everything = { state: 'all', whose: 'all', late: false, search: '', page: 1 } as const

describe('the list (ux.md C1)', () => {
  it('filters by step, state, search, mine and late; counts stay those of everything', async () => {
    const id = await openCase(s, { title: 'Fönsterputs på Hisingen' })
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
    for (let index = 0; index < 30; index += 1) await openCase(s, { title: `Likadan` })
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
