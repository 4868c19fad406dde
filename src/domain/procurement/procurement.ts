import type { Day } from '#kernel'

/** The six steps in order: prepare (plan, map, analyse), procure, realise (implement, manage). Source: PRC-1, Upphandlingsmyndigheten. */
export const steps = ['plan', 'map', 'analyse', 'procure', 'implement', 'manage'] as const
export type Step = (typeof steps)[number]

export const procurementStates = ['open', 'closed', 'cancelled'] as const
export type ProcurementState = (typeof procurementStates)[number]

/** What the authority has decided to require: employment (PRC-6 a), dialogue (b), or nothing. */
export const requirements = ['undecided', 'employment', 'dialogue', 'none'] as const
export type Requirement = (typeof requirements)[number]

export const employmentForms = ['permanent', 'fixed_term', 'trial', 'apprenticeship', 'supervised_placement'] as const
export type EmploymentForm = (typeof employmentForms)[number]

/** A case as the rules see it. Ids of organisations; `contractEnd` is the last day, counted. */
export type Procurement = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly authority: string
  readonly matching?: string
  readonly coordinator?: string
  readonly supplier?: string
  readonly step: Step
  readonly state: ProcurementState
  readonly requirement: Requirement
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly version: number
}

/** The six inputs of the target-group process (TGT-1). `months`: length of each employment. No area: the whole city. */
export type Need = {
  readonly places: number
  readonly form: EmploymentForm
  readonly months: number
  readonly service: string
  readonly education: string
  readonly priorKnowledge: string
  readonly skills: string
  readonly area?: string
  readonly comments: string
}

/** What a case is, besides its need. `valueOre`: estimated value in öre, without VAT. `cpv`: eight digits. */
export type CaseInputs = {
  readonly title: string
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly cpv?: string
  readonly valueOre?: number
}

export type ProcurementRefusal =
  | 'procurement.not_found'
  | 'procurement.not_yours'
  | 'procurement.changed_meanwhile'
  | 'procurement.closed'
  | 'procurement.ends_before_it_begins'
  | 'procurement.need_not_submitted'
  | 'procurement.requirement_undecided'
  | 'procurement.award_first'
  | 'procurement.already_awarded'
  | 'procurement.not_in_procure'
  | 'procurement.contract_still_runs'
  | 'procurement.dates_out_of_order'
  | 'procurement.step_is_done'
  | 'procurement.supplier_unknown'
  | 'procurement.unit_unknown'
  | 'procurement.coordinator_unknown'
  | 'need.changed_meanwhile'
  | 'need.area_unknown'
  | 'need.places_apportioned'
  | 'clause.missing'
  | 'clause.locked'
  | 'clause.invalid'
  | 'clause.changed_meanwhile'
  | 'clause.deadline_after_contract'
  | 'notice.not_found'
  | 'notice.changed_meanwhile'
  | 'notice.decided'
  | 'notice.lot_unknown'
  | 'notice.lot_taken'

/** The kinds of event this capability writes, for the sentences of the history. Steps have one kind each, since facts are no words. */
export const procurementEvents = [
  'procurement.notice_received',
  'procurement.notice_accepted',
  'procurement.notice_discarded',
  'procurement.opened',
  'procurement.need_saved',
  'procurement.need_submitted',
  'procurement.plan_completed',
  'procurement.map_completed',
  'procurement.analyse_completed',
  'procurement.procure_completed',
  'procurement.implement_completed',
  'procurement.manage_completed',
  'procurement.plan_replanned',
  'procurement.map_replanned',
  'procurement.analyse_replanned',
  'procurement.procure_replanned',
  'procurement.implement_replanned',
  'procurement.parties_set',
  'procurement.employment_decided',
  'procurement.dialogue_decided',
  'procurement.no_requirement_decided',
  'procurement.clause_chosen',
  'procurement.clause_locked',
  'procurement.awarded',
  'procurement.awarded_without_requirement',
] as const

export type ProcurementEvent = (typeof procurementEvents)[number]
