import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entitlementsOf } from './entitlement.ts'
import { eventsKnownOn, type FactEvent, knownOn, type LedgerEvent } from './ledger.ts'
import { compensationOf } from './result.ts'
import { statementsOf } from './statements.ts'
import { ledgers } from './test-arbitraries.ts'
import { dated, model } from './test-models.ts'

const start: FactEvent = {
  id: 's',
  recorded: '2026-01-12',
  kind: 'started',
  participant: 'P',
  tier: 'A',
  on: '2026-01-12',
}
const hired: FactEvent = { id: 'h', recorded: '2026-03-02', kind: 'hired', participant: 'P', on: '2026-03-02' }
const ended: FactEvent = { id: 'e', recorded: '2026-03-02', kind: 'ended', participant: 'P', on: '2026-02-27' }
const seen = (on: string, recorded = on): FactEvent => ({
  id: `seen${on}`,
  recorded,
  kind: 'still_employed',
  participant: 'P',
  on,
})
const quit = (on: string): FactEvent => ({ id: 'q', recorded: on, kind: 'employment_ended', participant: 'P', on })
const corrected = (corrects: string, recorded: string, instead?: { on?: string; tier?: string }): LedgerEvent => ({
  id: `c${recorded}`,
  kind: 'corrected',
  recorded,
  corrects,
  reason: 'fel dag',
  ...(instead ? { instead } : {}),
})

const models = [dated(model)]
const lines = (ledger: readonly LedgerEvent[], asOf: string, from = models) =>
  statementsOf(from, ledger, asOf).map(({ month, lines, total }) => [
    month,
    total,
    ...lines.map(line => [line.part, line.for, line.amount]),
  ])
const results = (ledger: readonly LedgerEvent[], day: string, by = model) =>
  entitlementsOf([dated(by)], knownOn(ledger, day)[0]!, day)
    .filter(({ part }) => part !== 'base')
    .map(({ part, month, afterMonths, amount }) => [part, month, afterMonths, amount])

describe('a month’s statement (UPH-5)', { timeout: 60_000 }, () => {
  it('pays weekdays of service by the day rate, month by month, and the hire when it has begun', () => {
    // January from the 12th: 15 weekdays; February: 20; the 27th was the last. The hire: 35 % of 40 000.
    expect(lines([start, hired, ended], '2026-03-31')).toEqual([
      ['2026-01', 150_000, ['base', '2026-01', 150_000]],
      ['2026-02', 200_000, ['base', '2026-02', 200_000]],
      ['2026-03', 1_400_000, ['result', '2026-03', 1_400_000]],
    ])
  })

  it('is made up to and with the day asked for, and not before anything is written', () => {
    expect(lines([start], '2026-01-16')).toEqual([['2026-01', 50_000, ['base', '2026-01', 50_000]]])
    expect(lines([start], '2026-01-11')).toEqual([])
    expect(lines([], '2026-01-11')).toEqual([])
    expect(lines([start], '2026-01-12')).toEqual([['2026-01', 10_000, ['base', '2026-01', 10_000]]])
  })

  it('ends the base part when the planned days are used up', () => {
    const short = [dated({ ...model, plannedDays: 17 })] // 1 200 000 öre / 17 = 70 588, and one more on the first four days
    expect(lines([start], '2026-03-31', short)).toEqual([
      ['2026-01', 1_058_824, ['base', '2026-01', 1_058_824]], // 15 × 70 588 + 4
      ['2026-02', 141_176, ['base', '2026-02', 141_176]], // 2 × 70 588
      ['2026-03', 0],
    ])
  })

  it('corrects by new lines in a later month, and leaves the earlier statements as they were', () => {
    const before = lines([start], '2026-02-28')
    const after = lines([start, corrected('s', '2026-03-25', { on: '2026-01-19' })], '2026-03-31')
    expect(after.slice(0, 2)).toEqual(before)
    expect(after[2]).toEqual(['2026-03', 170_000, ['base', '2026-01', -50_000], ['base', '2026-03', 220_000]])
  })

  it('takes back all of an event that is taken back, and puts a tier right', () => {
    expect(lines([start, hired, corrected('h', '2026-04-01')], '2026-04-30').at(-1)).toEqual([
      '2026-04',
      220_000 - 1_400_000,
      ['base', '2026-04', 220_000],
      ['result', '2026-03', -1_400_000],
    ])
    expect(lines([start, corrected('s', '2026-02-02', { tier: 'B' })], '2026-02-28').at(-1)).toEqual([
      '2026-02',
      90_000 + 320_000,
      ['base', '2026-01', 90_000],
      ['base', '2026-02', 320_000],
    ])
    expect(lines([start, corrected('s', '2026-02-02')], '2026-02-28').at(-1)).toEqual([
      '2026-02',
      -150_000,
      ['base', '2026-01', -150_000],
    ])
  })

  it('lets the last correction of an event win', () => {
    const twice = [
      start,
      corrected('s', '2026-02-02', { on: '2026-01-13' }),
      corrected('s', '2026-02-03', { on: '2026-01-14' }),
    ]
    expect(eventsKnownOn(twice, '2026-02-28')).toEqual([{ ...start, on: '2026-01-14' }])
    expect(eventsKnownOn(twice, '2026-02-02')).toEqual([{ ...start, on: '2026-01-13' }])
    expect(eventsKnownOn(twice, '2026-02-01')).toEqual([start])
    expect(eventsKnownOn(twice, '2026-01-11')).toEqual([])
  })

  it('keeps to the price of the participant’s first day', () => {
    const changed = [dated(model, '2026-01-01', '2026-01-12'), dated({ ...model, plannedDays: 60 }, '2026-01-12')]
    const dayBefore = { ...start, on: '2026-01-11', recorded: '2026-01-11' }
    expect(lines([start], '2026-01-12', changed)).toEqual([['2026-01', 20_000, ['base', '2026-01', 20_000]]])
    expect(lines([dayBefore], '2026-01-31', changed)).toEqual([['2026-01', 150_000, ['base', '2026-01', 150_000]]])
    expect(entitlementsOf([dated(model, '2026-02-01')], knownOn([start], '2026-03-01')[0]!, '2026-03-01')).toEqual([])
    expect(entitlementsOf(models, { ...knownOn([start], '2026-03-01')[0]!, tier: 'C' }, '2026-03-01')).toEqual([])
  })

  it('knows each participant’s own events', () => {
    const other: FactEvent = { ...start, id: 's2', participant: 'Q' }
    expect(knownOn([start, other, hired, ended, seen('2026-05-01'), quit('2026-06-01')], '2026-12-31')).toEqual([
      {
        participant: 'P',
        tier: 'A',
        started: '2026-01-12',
        ended: '2026-02-27',
        hired: '2026-03-02',
        stillEmployed: ['2026-05-01'],
        employmentEnded: '2026-06-01',
      },
      {
        participant: 'Q',
        tier: 'A',
        started: '2026-01-12',
        ended: undefined,
        hired: undefined,
        stillEmployed: [],
        employmentEnded: undefined,
      },
    ])
  })
})

describe('a result (UPH-5)', { timeout: 60_000 }, () => {
  const atHire = ['result', '2026-03', 0, 1_400_000]
  const afterSix = ['result', '2026-09', 6, 1_400_000]

  it('is paid at the hire from its first day, and never for a hire before the service', () => {
    expect(results([start, { ...hired, on: '2026-03-10' }], '2026-03-09')).toEqual([])
    expect(results([start, { ...hired, on: '2026-03-10' }], '2026-03-10')).toEqual([atHire])
    expect(results([start, { ...hired, on: '2026-01-11' }], '2026-12-31')).toEqual([])
    expect(results([start, { ...hired, on: '2026-01-12' }], '2026-12-31')).toHaveLength(1)
    expect(results([start], '2026-12-31')).toEqual([])
  })

  it('is paid after six calendar months when somebody has seen it: not the day before, not unseen, not seen too early', () => {
    expect(results([start, hired, seen('2026-09-02')], '2026-09-02')).toEqual([atHire, afterSix])
    expect(results([start, hired, seen('2026-09-01')], '2026-09-02')).toEqual([atHire, afterSix])
    expect(results([start, hired, seen('2026-09-01')], '2026-09-01')).toEqual([atHire])
    expect(results([start, hired, seen('2026-08-31')], '2026-12-31')).toEqual([atHire])
    expect(results([start, hired], '2026-12-31')).toEqual([atHire])
    expect(results([start, hired, seen('2026-08-01'), seen('2026-10-20')], '2026-10-19')).toEqual([atHire])
    expect(results([start, hired, seen('2026-08-01'), seen('2026-10-20')], '2026-10-20')).toEqual([atHire, afterSix])
  })

  it('is not paid when the employment ended the day before the months were full', () => {
    expect(results([start, hired, seen('2026-09-05'), quit('2026-08-31')], '2026-12-31')).toEqual([atHire])
    expect(results([start, hired, seen('2026-09-05'), quit('2026-09-01')], '2026-12-31')).toEqual([atHire, afterSix])
  })

  it('comes after three months in the three-month variant, and may come in several parts', () => {
    const three = {
      ...model,
      results: [
        { afterMonths: 0, share: 30 },
        { afterMonths: 3, share: 20 },
        { afterMonths: 6, share: 20 },
      ],
    }
    expect(results([start, hired, seen('2026-09-02')], '2026-09-02', three)).toEqual([
      ['result', '2026-03', 0, 1_200_000],
      ['result', '2026-06', 3, 800_000],
      ['result', '2026-09', 6, 800_000],
    ])
    expect(results([start, hired, seen('2026-06-01')], '2026-12-31', three)).toHaveLength(2)
  })
})

describe('clawback (UPH-5)', { timeout: 60_000 }, () => {
  const withClawback = { ...model, clawback: { withinMonths: 2, share: 50 } }

  it('takes back half of what the hire gave when the employment ends within two calendar months', () => {
    const back = ['clawback', '2026-04', undefined, -700_000]
    expect(results([start, hired, quit('2026-04-30')], '2026-12-31', withClawback)).toEqual([
      ['result', '2026-03', 0, 1_400_000],
      back,
    ])
    expect(results([start, hired, quit('2026-05-01')], '2026-12-31', withClawback)).toHaveLength(1) // 2 March + 2 months = 2 May
    expect(results([start, hired, quit('2026-04-30')], '2026-04-29', withClawback)).toHaveLength(1)
    expect(results([start, hired, quit('2026-04-30')], '2026-04-30', withClawback)).toHaveLength(2)
    expect(results([start, hired, quit('2026-04-30')], '2026-12-31', model)).toHaveLength(1)
    expect(results([start, hired], '2026-12-31', withClawback)).toHaveLength(1)
  })

  it('takes nothing where the hire gave nothing, and rounds half an öre away from zero', () => {
    const later = { ...withClawback, results: [{ afterMonths: 3, share: 70 }] }
    expect(results([start, hired, quit('2026-04-30')], '2026-12-31', later)).toEqual([])
    const odd = {
      ...withClawback,
      tiers: [{ tier: 'A', price: 3 }],
      baseShare: 0,
      results: [{ afterMonths: 0, share: 100 }],
    }
    expect(results([start, hired, quit('2026-04-30')], '2026-12-31', odd)[1]).toEqual([
      'clawback',
      '2026-04',
      undefined,
      -2,
    ])
  })
})

describe('the ledger is never rewritten (UPH-5, GEN-5)', { timeout: 60_000 }, () => {
  it('keeps every statement that has been made, whatever is written afterwards', () => {
    fc.assert(
      fc.property(ledgers, fc.nat(400), (input, at) => {
        const done = compensationOf(input)
        if (!done.ok) throw new Error(JSON.stringify(done.faults))
        const { events } = input.ledger!
        const now = done.result.ledger!.statements
        const cut = now[at % Math.max(1, now.length)]?.month
        if (cut === undefined) return
        const then = compensationOf({
          ...input,
          ledger: { ...input.ledger!, events: events.filter(({ recorded }) => recorded.slice(0, 7) <= cut) },
        })
        if (!then.ok) return // what was written later may have put a fault right
        const upTo = (all: typeof now) => all.filter(({ month }) => month <= cut)
        expect(upTo(then.result.ledger!.statements)).toEqual(upTo(now))
      }),
      { numRuns: 150 },
    )
  })

  it('never pays more than the price for anybody, and sums to its balance', () => {
    fc.assert(
      fc.property(ledgers, input => {
        const done = compensationOf(input)
        if (!done.ok) throw new Error(JSON.stringify(done.faults))
        const { statements, balance } = done.result.ledger!
        const all = statements.flatMap(one => one.lines)
        const dearest = Math.max(
          ...input.models.flatMap(({ tiers }) => tiers.map(({ price }) => Math.round(price * 100))),
        )
        for (const who of new Set(all.map(line => line.participant))) {
          const paid = all.filter(line => line.participant === who).reduce((sum, { amount }) => sum + amount, 0)
          expect(paid).toBeLessThanOrEqual(dearest)
          expect(paid).toBeGreaterThanOrEqual(0)
        }
        expect(balance.total).toBe(statements.reduce((sum, { total }) => sum + total, 0))
        expect(balance.base + balance.result + balance.clawback).toBe(balance.total)
      }),
      { numRuns: 150 },
    )
  })
})
