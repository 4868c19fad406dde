import type { Day } from '#kernel'
import type { Procurement } from './procurement.ts'

/** The four sides that can be waited for, and nobody when the case has ended (ux.md §3: "Ingen" is a problem otherwise). */
export type Side = 'procurer' | 'team' | 'matching' | 'supplier' | 'nobody'

/** What is awaited, as a code; the sentence is the page's. */
export type TurnCode =
  | 'submit_need'
  | 'name_matching'
  | 'adopt_profile'
  | 'decide_requirement'
  | 'choose_clause'
  | 'lock_clause'
  | 'complete_step'
  | 'award'
  | 'apportion'
  | 'propose_people'
  | 'answer_candidates'
  | 'start_employment'
  | 'report'
  | 'approve_report'
  | 'keep_commitment'
  | 'close'
  | 'closed'
  | 'cancelled'

export type Turn = { readonly side: Side; readonly code: TurnCode; readonly due?: Day; readonly late: boolean }

/** What the rest of the chain has come to, as counts without people (`procurement.progress`). */
export type Progress = {
  readonly profileAdopted: boolean
  /** Places opened and not withdrawn; how many have an area; how many are held by an active placement. */
  readonly places: number
  readonly apportioned: number
  readonly filled: number
  readonly started: number
  /** Somebody is presented and the employer has not answered. */
  readonly employerToAnswer: boolean
  readonly selfCheckAnswers: number
  readonly report?: { readonly waitsFor: 'supplier' | 'procurer'; readonly due: Day }
}

export const noProgress: Progress = {
  profileAdopted: false,
  places: 0,
  apportioned: 0,
  filled: 0,
  started: 0,
  employerToAnswer: false,
  selfCheckAnswers: 0,
}

export type TurnFacts = Pick<Procurement, 'state' | 'step' | 'requirement' | 'contractEnd'> & {
  readonly stepDue: Day
  readonly needSubmitted: boolean
  /** Places in the need, before they have been opened. */
  readonly wanted: number
  readonly matchingNamed: boolean
  readonly clause: 'none' | 'draft' | 'locked'
  readonly progress: Progress
}

/**
 * Whose turn it is, and what is awaited (PRC-1): always one side, the one that the case cannot pass without. Derived from facts
 * and never stored. Late: the step's day has passed, or a report's.
 */
export function whoseTurn(facts: TurnFacts, today: Day): Turn {
  if (facts.state !== 'open') return { side: 'nobody', code: facts.state, late: false }
  const { report } = facts.progress
  const late = facts.stepDue < today || (report !== undefined && report.due < today)
  const [side, code] = awaited(facts, today)
  const due = (code === 'report' || code === 'approve_report') && report !== undefined ? report.due : facts.stepDue
  return { side, code, due, late }
}

function awaited(facts: TurnFacts, today: Day): readonly [Side, TurnCode] {
  switch (facts.step) {
    case 'plan':
      if (!facts.needSubmitted) return ['procurer', 'submit_need']
      return facts.matchingNamed ? ['procurer', 'complete_step'] : ['procurer', 'name_matching']
    case 'map':
      if (!facts.needSubmitted) return ['procurer', 'submit_need']
      if (!facts.matchingNamed) return ['procurer', 'name_matching']
      if (!facts.progress.profileAdopted && facts.requirement !== 'none') return ['team', 'adopt_profile']
      return ['procurer', 'complete_step']
    case 'analyse':
      return facts.requirement === 'undecided' ? ['procurer', 'decide_requirement'] : ['procurer', 'complete_step']
    case 'procure':
      if (facts.requirement !== 'employment' || facts.clause === 'locked') return ['procurer', 'award']
      return ['procurer', facts.clause === 'none' ? 'choose_clause' : 'lock_clause']
    case 'implement':
      return reporting(facts) ?? hiring(facts) ?? ['procurer', 'complete_step']
    case 'manage':
      if (today > facts.contractEnd || facts.requirement !== 'employment')
        return reporting(facts) ?? ['procurer', 'close']
      return reporting(facts) ?? hiring(facts) ?? ['supplier', 'keep_commitment']
  }
}

/** A report that waits goes before the rest: the clause's follow-up has days of its own (PRC-10). */
function reporting({ progress: { report } }: TurnFacts): readonly [Side, TurnCode] | undefined {
  if (report === undefined) return undefined
  return report.waitsFor === 'supplier' ? ['supplier', 'report'] : ['procurer', 'approve_report']
}

/** The way to the first employment: places to areas, people to the employer, an answer, a first day. */
function hiring({ progress, requirement, wanted }: TurnFacts): readonly [Side, TurnCode] | undefined {
  if (requirement !== 'employment') return undefined
  const places = Math.max(progress.places, wanted)
  if (progress.apportioned < places) return ['team', 'apportion']
  if (progress.employerToAnswer) return ['supplier', 'answer_candidates']
  if (progress.filled < places) return ['matching', 'propose_people']
  if (progress.started === 0) return ['supplier', 'start_employment']
  return undefined
}
