import { accept, addDays, addMonths, addWeeks, type Day, daysBetween, type Outcome, refuse } from '#kernel'
import { type Procurement, type ProcurementRefusal, type Step, steps } from './procurement.ts'

export type StepDates = Readonly<Record<Step, Day>>

/**
 * How long before contract start each preparing step should be done, in weeks. Own choice, a first proposal that the procurer
 * moves: ten weeks between notice and award, four for standstill and start-up (ux.md §8.2 shows the same shape).
 */
const weeksBefore = { plan: 22, map: 18, analyse: 14, procure: 4 } as const
const horizon = 26

/** When the first employment should have begun, in months: the clause's own default (Upphandlingsmyndigheten 11554, point 1 a). */
const implementWithinMonths = 6

/** A first plan for the six steps, counted back from contract start; pressed together when there is less than half a year left. */
export function proposeDates(today: Day, contractStart: Day, contractEnd: Day): StepDates {
  const left = Math.max(0, daysBetween(today, contractStart))
  const before = (weeks: number): Day =>
    left >= horizon * 7
      ? addWeeks(contractStart, -weeks)
      : addDays(today, Math.floor((left * (horizon - weeks)) / horizon))
  const implement = addMonths(contractStart, implementWithinMonths)
  return {
    plan: before(weeksBefore.plan),
    map: before(weeksBefore.map),
    analyse: before(weeksBefore.analyse),
    procure: before(weeksBefore.procure),
    implement: implement < contractEnd ? implement : contractEnd,
    manage: contractEnd,
  }
}

export type CompletionFacts = Pick<Procurement, 'state' | 'step' | 'requirement' | 'contractEnd'> & {
  readonly needSubmitted: boolean
}

/** Procuring is not completed but awarded. */
export type Completed = { readonly step: Exclude<Step, 'procure'>; readonly next?: Step }

/**
 * Completes the step that the case is in: no step can be skipped, and what the next one builds on must be there (PRC-1).
 * Procuring ends by the award and not by a tick; managing ends when the contract has run out. No `next`: the case is closed.
 */
export function decideCompletion(facts: CompletionFacts, today: Day): Outcome<Completed, ProcurementRefusal> {
  if (facts.state !== 'open') return refuse('procurement.closed')
  if (facts.step === 'map' && !facts.needSubmitted) return refuse('procurement.need_not_submitted')
  if (facts.step === 'analyse' && facts.requirement === 'undecided') return refuse('procurement.requirement_undecided')
  if (facts.step === 'procure') return refuse('procurement.award_first')
  if (facts.step === 'manage' && today <= facts.contractEnd)
    return refuse('procurement.contract_still_runs', { until: facts.contractEnd })
  const next = steps[steps.indexOf(facts.step) + 1]
  return accept(next === undefined ? { step: facts.step } : { step: facts.step, next })
}

/** The steps whose day the procurer sets. The last one is the contract's own last day. */
export const plannable = ['plan', 'map', 'analyse', 'procure', 'implement'] as const satisfies readonly Step[]
export type Plannable = (typeof plannable)[number]

export type StepLine = { readonly step: Step; readonly plannedOn: Day; readonly doneOn?: Day }

export type Move = { readonly step: Plannable; readonly from: Day; readonly to: Day }

/** What changes when new days are set: done steps keep theirs, and the days that remain follow the order of the steps. */
export function decideDates(
  lines: readonly StepLine[],
  wanted: Partial<Record<Plannable, Day>>,
): Outcome<Move[], ProcurementRefusal> {
  const moves: Move[] = []
  let before: { step: Step; day: Day } | undefined
  for (const step of steps) {
    const line = lines.find(one => one.step === step)
    if (line === undefined) continue
    const to = step === 'manage' ? line.plannedOn : (wanted[step] ?? line.plannedOn)
    if (line.doneOn !== undefined) {
      if (to !== line.plannedOn) return refuse('procurement.step_is_done', { step })
      continue
    }
    if (before !== undefined && to < before.day)
      return refuse('procurement.dates_out_of_order', { step, after: before.step })
    before = { step, day: to }
    if (step !== 'manage' && to !== line.plannedOn) moves.push({ step, from: line.plannedOn, to })
  }
  return accept(moves)
}
