import { asActor, type Db } from '#db'
import { employingKinds, findOrganisation } from '#domain/organisations'
import { type Actor, accept, addMonths, type Day, type Outcome, period, refuse } from '#kernel'
import { may } from './access.ts'
import { refuseFault } from './choose-clause.ts'
import { type EmploymentClause, validateClause } from './clauses/employment-parameters.ts'
import type { Procurement, ProcurementRefusal } from './procurement.ts'
import { proposeDates } from './steps.ts'
import * as store from './store.ts'

export type Award = {
  readonly procurement: string
  readonly version: number
  readonly supplier: string
  readonly contractStart: Day
  /** The last day, counted. */
  readonly contractEnd: Day
}

export type Awarded = {
  /** Only when employment is required. */
  readonly commitment?: string
  readonly firstStartDeadline?: Day
}

/**
 * Awards the contract: the supplier (employer) is named, the contract gets its days, and the locked clause becomes the
 * commitment that follow-up measures against (PRC-6). The step "procure" is done by this.
 */
export function awardContract(
  db: Db,
  actor: Actor,
  command: Award & store.Edge,
): Promise<Outcome<Awarded, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, 'procurement.award', procurement)) return refuse('procurement.not_yours')
    if (procurement.version !== command.version) return refuse('procurement.changed_meanwhile')
    const clause = await store.findClause(tx, procurement.id)
    const decision = decideAward(procurement, clause, command)
    if (!decision.ok) return decision
    if (!(await findOrganisation(tx, command.supplier, employingKinds, command.today)))
      return refuse('procurement.supplier_unknown')

    const { contractStart, contractEnd, now, today } = command
    const dates = proposeDates(today, contractStart, contractEnd)
    await store.setStep(tx, procurement.id, 'procure', { doneOn: today })
    await store.note(tx, command, procurement.id, 'procurement.procure_completed')
    await store.setStep(tx, procurement.id, 'implement', { plannedOn: decision.value ?? dates.implement })
    await store.setStep(tx, procurement.id, 'manage', { plannedOn: contractEnd })
    await store.changeProcurement(tx, procurement, {
      step: 'implement',
      supplier_id: command.supplier,
      contract_start: contractStart,
      contract_end: contractEnd,
    })
    if (decision.value === undefined || !clause) {
      await store.note(tx, command, procurement.id, 'procurement.awarded_without_requirement')
      return accept({})
    }
    const commitment = command.newId()
    const firstStartDeadline = decision.value
    await store.insertCommitment(
      tx,
      {
        id: commitment,
        procurement: procurement.id,
        clause,
        supplier: command.supplier,
        contractStart,
        contractEnd,
        firstStartDeadline,
      },
      now,
    )
    const months = (clause.parameters as EmploymentClause).fullTimeMonths / 100
    await store.note(tx, command, procurement.id, 'procurement.awarded', { subject: commitment, facts: { months } })
    return accept({ commitment, firstStartDeadline })
  })
}

type AwardFacts = Pick<Procurement, 'state' | 'step' | 'requirement' | 'supplier'>

/** Whether it can be awarded, and by when the first employment must have begun; undefined when no employment is required. */
export function decideAward(
  { state, step, requirement, supplier }: AwardFacts,
  clause: { readonly parameters: unknown; readonly locked: boolean } | undefined,
  days: { readonly contractStart: Day; readonly contractEnd: Day },
): Outcome<Day | undefined, ProcurementRefusal> {
  if (state !== 'open') return refuse('procurement.closed')
  if (supplier !== undefined) return refuse('procurement.already_awarded')
  if (step !== 'procure') return refuse('procurement.not_in_procure')
  if (days.contractEnd < days.contractStart) return refuse('procurement.ends_before_it_begins')
  if (requirement === 'undecided') return refuse('procurement.requirement_undecided')
  if (requirement !== 'employment') return accept(undefined)
  if (!clause?.locked) return refuse('clause.missing')
  const [fault] = validateClause(clause.parameters, period(days.contractStart, days.contractEnd))
  if (fault) return refuseFault(fault)
  return accept(addMonths(days.contractStart, (clause.parameters as EmploymentClause).firstStartWithinMonths))
}
