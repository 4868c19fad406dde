import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import type { ProcurementState, Requirement, Step } from '../procurement.ts'
import { noProgress, type Progress, type Turn, whoseTurn } from '../whose-turn.ts'

type Row = {
  procurement_id: string
  profile_adopted: boolean
  profiled_on: Day | null
  apportioned_on: Day | null
  places: number
  apportioned: number
  filled: number
  started: number
  employer_to_answer: boolean
  self_check_answers: number
  report_waits_for: 'supplier' | 'procurer' | null
  report_due: Day | null
}

export type CaseProgress = Progress & { readonly profiledOn?: Day; readonly apportionedOn?: Day }

/** How far the chain after the procurement has come, by case; counts without people. Cases the actor may not see are left out. */
export async function progressOf(tx: Tx, cases: readonly string[]): Promise<ReadonlyMap<string, CaseProgress>> {
  if (cases.length === 0) return new Map()
  const { rows } = await sql<Row>`select * from procurement.progress(${[...cases]}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.procurement_id, progressFrom(row)]))
}

function progressFrom(row: Row): CaseProgress {
  return {
    profileAdopted: row.profile_adopted,
    profiledOn: row.profiled_on ?? undefined,
    apportionedOn: row.apportioned_on ?? undefined,
    places: row.places,
    apportioned: row.apportioned,
    filled: row.filled,
    started: row.started,
    employerToAnswer: row.employer_to_answer,
    selfCheckAnswers: row.self_check_answers,
    ...(row.report_waits_for && row.report_due
      ? { report: { waitsFor: row.report_waits_for, due: row.report_due } }
      : {}),
  }
}

/** The columns that whose turn it is depends on, as both the list and the case page read them. */
export type TurnRow = {
  id: string
  state: string
  step: string
  requirement: string
  contract_end: Day
  matching_id: string | null
  step_due: Day | null
  need_submitted: boolean
  wanted: number
  clause: string
}

export function turnOf(row: TurnRow, progress: Progress | undefined, today: Day): Turn {
  return whoseTurn(
    {
      state: row.state as ProcurementState,
      step: row.step as Step,
      requirement: row.requirement as Requirement,
      contractEnd: row.contract_end,
      stepDue: row.step_due ?? row.contract_end,
      needSubmitted: row.need_submitted,
      wanted: row.wanted,
      matchingNamed: row.matching_id !== null,
      clause: row.clause as 'none' | 'draft' | 'locked',
      progress: progress ?? noProgress,
    },
    today,
  )
}
