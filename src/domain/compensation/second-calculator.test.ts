import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#kernel'
import { endOfMonth } from './month.ts'
import { compensationOf } from './result.ts'
import { ledgers } from './test-arbitraries.ts'
import { monthsLater, owedOn, type SecondInput } from './test-second-calculator.ts'

describe('two calculators that know nothing of each other (UPH-5)', () => {
  it('agree to the öre, in all and half-way, for 50 000 random participants, four to a ledger', () => {
    let statements = 0
    let takenBack = 0
    let participants = 0
    fc.assert(
      fc.property(ledgers, input => {
        const done = compensationOf(input)
        if (!done.ok) throw new Error(JSON.stringify(done.faults))
        const { asOf, events } = input.ledger!
        const second: SecondInput = { models: input.models as SecondInput['models'], asOf, events }
        const made = done.result.ledger!.statements
        const half = made.slice(0, Math.ceil(made.length / 2))
        const evening = half.at(-1) && endOfMonth(half.at(-1)!.month, asOf)
        if (evening !== undefined)
          expect(BigInt(half.reduce((sum, { total }) => sum + total, 0))).toBe(owedOn(second, evening))
        expect(BigInt(done.result.ledger!.balance.total)).toBe(owedOn(second, asOf))
        statements += made.length
        participants += new Set(events.flatMap(event => (event.kind === 'started' ? [event.participant] : []))).size
        takenBack += made.flatMap(one => one.lines).filter(line => line.amount < 0).length
      }),
      { numRuns: 12_500 },
    )
    expect(participants).toBe(50_000)
    expect(statements).toBeGreaterThan(50_000)
    expect(takenBack).toBeGreaterThan(5_000)
  }, 600_000)

  it('count the same months on from every day of five years', () => {
    for (let day = '2024-01-01'; day < '2029-01-01'; day = addDays(day, 1))
      for (const months of [0, 1, 3, 6, 12]) expect(addMonths(day, months)).toBe(monthsLater(day, months))
  })
})
