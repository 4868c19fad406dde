import { addDays, type Day, type InputFault, type Ore } from '#kernel'
import { type CostCover, costCoverOf } from './cost-cover.ts'
import type { Part } from './entitlement.ts'
import { type CompensationInput, type Question, readQuestion } from './input.ts'
import { type RehearsalResult, rehearse } from './rehearsal.ts'
import { type Statement, statementsOf } from './statements.ts'

/** What is stored beside the input. Every amount is whole öre. */
export type CompensationResult = {
  readonly unit: 'öre'
  /** Each price model with its parts and whether the base part covers the cost and no more. */
  readonly models: readonly {
    readonly validFrom: Day
    readonly validTo?: Day
    readonly source: string
    readonly tiers: readonly CostCover[]
  }[]
  readonly ledger?: {
    readonly asOf: Day
    readonly statements: readonly Statement[]
    readonly balance: Readonly<Record<Part | 'total', Ore>>
  }
  readonly rehearsal?: RehearsalResult & { readonly on: Day }
}

/** Dated price models, the ledger's statements and a rehearsal, or every fault of the input (UPH-5). */
export function compensationOf(
  input: CompensationInput | unknown,
):
  | { readonly ok: true; readonly question: Question; readonly result: CompensationResult }
  | { readonly ok: false; readonly faults: readonly InputFault[] } {
  const read = readQuestion(input)
  if (!read.ok) return read
  const question = read.value
  const { models, ledger, rehearsal } = question
  return {
    ok: true,
    question,
    result: {
      unit: 'öre',
      models: models.map(({ validFrom, validTo, source, value }) => ({
        validFrom,
        validTo,
        source,
        tiers: costCoverOf(value),
      })),
      ...(ledger
        ? { ledger: { asOf: ledger.asOf, ...settled(statementsOf(models, ledger.events, ledger.asOf)) } }
        : {}),
      ...(rehearsal ? { rehearsal: { on: rehearsal.on, ...rehearse(rehearsal.model.value, rehearsal.with) } } : {}),
    },
  }
}

function settled(statements: readonly Statement[]): {
  statements: readonly Statement[]
  balance: Record<Part | 'total', Ore>
} {
  const lines = statements.flatMap(statement => statement.lines)
  const sum = (part: Part): Ore => lines.filter(line => line.part === part).reduce((all, { amount }) => all + amount, 0)
  const [base, result, clawback] = [sum('base'), sum('result'), sum('clawback')]
  return { statements, balance: { base, result, clawback, total: base + result + clawback } }
}

/** The last day that a model holds; undefined while none has come after it. */
export function lastDayOf(validTo: Day | undefined): Day | undefined {
  return validTo === undefined ? undefined : addDays(validTo, -1)
}
