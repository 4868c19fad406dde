import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, period, refuse } from '#kernel'
import { may } from './access.ts'
import { type ClauseFault, type EmploymentClause, validateClause } from './clauses/employment-parameters.ts'
import type { ProcurementRefusal } from './procurement.ts'
import * as store from './store.ts'

export type ChooseClause = {
  readonly procurement: string
  /** The clause's version as it was read; 0 when there was none. */
  readonly version: number
  readonly parameters: EmploymentClause
}

/**
 * Drafts the employment clause (PRC-6). Parameters that the clause's own rules refuse are refused whole: `clause.invalid` with
 * the first fault's pointer and code, `clause.deadline_after_contract` when the first start would fall after the contract.
 */
export function chooseClause(
  db: Db,
  actor: Actor,
  command: ChooseClause & store.Edge,
): Promise<Outcome<{ version: number }, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const procurement = await store.lock(tx, command.procurement)
    if (!procurement) return refuse('procurement.not_found')
    if (!may(actor, 'clause.choose', procurement)) return refuse('procurement.not_yours')
    if (procurement.state !== 'open') return refuse('procurement.closed')
    if (procurement.supplier !== undefined) return refuse('procurement.already_awarded')
    const clause = await store.findClause(tx, procurement.id)
    if (clause?.locked) return refuse('clause.locked')
    if ((clause?.version ?? 0) !== command.version) return refuse('clause.changed_meanwhile')
    const faults = validateClause(command.parameters, period(procurement.contractStart, procurement.contractEnd))
    const [fault] = faults
    if (fault) return refuseFault(fault)

    const { parameters, now } = command
    const id = clause?.id ?? command.newId()
    const version = clause ? await store.changeClause(tx, clause, { parameters }) : 1
    if (!clause) await store.insertClause(tx, id, procurement.id, parameters, now)
    const facts = { months: parameters.fullTimeMonths / 100 }
    await store.note(tx, command, procurement.id, 'procurement.clause_chosen', { subject: id, facts })
    return accept({ version })
  })
}

/** A fault as a refusal: the one about days has a sentence of its own, since it is mended elsewhere too. */
export function refuseFault(fault: ClauseFault): Outcome<never, ProcurementRefusal> {
  if (fault.code === 'after_contract_end') return refuse('clause.deadline_after_contract', { ...fault.facts })
  return refuse('clause.invalid', { pointer: fault.pointer, fault: fault.code, ...fault.facts })
}
