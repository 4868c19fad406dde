import { type Day, monthsOf, type Ore } from '#kernel'
import { type Entitlement, entitlementsOf, type Part } from './entitlement.ts'
import { knownOn, type LedgerEvent } from './ledger.ts'
import { endOfMonth } from './month.ts'
import type { DatedModel } from './price-model.ts'

/** A line of a month's statement. `for` is an earlier month when something was written late or corrected. */
export type StatementLine = {
  readonly participant: string
  readonly part: Part
  readonly for: string
  readonly afterMonths?: number
  readonly amount: Ore
}

export type Statement = { readonly month: string; readonly lines: readonly StatementLine[]; readonly total: Ore }

/**
 * One statement a month, each settling what is known on its last day (or on `asOf`) against what the statements before it gave. A
 * statement once made never changes: what is written or corrected later comes as new lines in a later one.
 */
export function statementsOf(
  models: readonly DatedModel[],
  ledger: readonly LedgerEvent[],
  asOf: Day,
): readonly Statement[] {
  const first = ledger.map(({ recorded }) => recorded).sort()[0]
  if (first === undefined || first > asOf) return []
  const settled = new Map<string, Ore>()
  return monthsOf(first, asOf).map(month => {
    const day = endOfMonth(month, asOf)
    const now = new Map(
      knownOn(ledger, day)
        .flatMap(known => entitlementsOf(models, known, day))
        .map(one => [keyOf(one), one.amount]),
    )
    const lines = [...new Set([...now.keys(), ...settled.keys()])].flatMap(key => {
      const amount = (now.get(key) ?? 0) - (settled.get(key) ?? 0)
      settled.set(key, now.get(key) ?? 0)
      return amount === 0 ? [] : [{ ...lineOf(key), amount }]
    })
    return { month, lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) }
  })
}

function keyOf({ participant, part, month, afterMonths }: Entitlement): string {
  return JSON.stringify([participant, part, month, afterMonths])
}

function lineOf(key: string): Omit<StatementLine, 'amount'> {
  const [participant, part, month, afterMonths] = JSON.parse(key) as [string, Part, string, number | null]
  return { participant, part, for: month, ...(afterMonths === null ? {} : { afterMonths }) }
}
