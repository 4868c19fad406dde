import type { ProcurementRefusal } from '#domain/procurement'
import type { Titles } from '../problem.ts'

const missing = { title: 'There is no such thing, or not for this token' }
const overtaken = { title: 'Somebody changed it meanwhile', detail: 'Read it again and decide anew.' }

/** What the procurement capability says no with. */
export const procurementProblems: Titles<ProcurementRefusal> = {
  'procurement.not_found': missing,
  'procurement.not_yours': missing,
  'procurement.changed_meanwhile': overtaken,
  'procurement.closed': { title: 'The procurement is closed' },
  'procurement.ends_before_it_begins': { title: 'The contract ends before it begins' },
  'procurement.need_not_submitted': { title: 'The need is not submitted' },
  'procurement.requirement_undecided': { title: 'Nobody has decided whether there is to be a requirement' },
  'procurement.award_first': { title: 'The contract is not awarded' },
  'procurement.already_awarded': { title: 'The contract is already awarded' },
  'procurement.not_in_procure': { title: 'The procurement is not in the step “procure”' },
  'procurement.contract_still_runs': { title: 'The contract still runs' },
  'procurement.dates_out_of_order': { title: 'The steps’ days are out of order' },
  'procurement.step_is_done': { title: 'The step is already done' },
  'procurement.supplier_unknown': { title: 'There is no such supplier' },
  'procurement.unit_unknown': { title: 'There is no such matching unit' },
  'procurement.coordinator_unknown': { title: 'There is no such coordinator' },
  'need.changed_meanwhile': overtaken,
  'need.area_unknown': { title: 'There is no such area in force' },
  'need.places_apportioned': {
    title: 'Places are already apportioned after the need',
    detail: '{apportioned} places have been given to areas, so the need stands.',
  },
  'clause.missing': { title: 'There is no clause' },
  'clause.locked': { title: 'The clause is locked' },
  'clause.invalid': { title: 'The clause’s parameters are not valid' },
  'clause.changed_meanwhile': overtaken,
  'clause.deadline_after_contract': { title: 'The first start’s last day is after the contract’s' },
  'notice.not_found': missing,
  'notice.changed_meanwhile': overtaken,
  'notice.decided': { title: 'The notice is already decided' },
  'notice.lot_unknown': { title: 'The notice has no such lot' },
  'notice.lot_taken': { title: 'The lot has already become a case' },
}
