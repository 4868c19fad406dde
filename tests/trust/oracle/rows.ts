import type { Facts, Row, Who } from './facts.ts'
import { knowsPerson, knowsPersonInCase, seesCase, teaches } from './relations.ts'

/** Whether somebody may see a row, column lists apart. */
export type RowRule = (who: Who, row: Row, facts: Facts) => boolean

const caseOf = (row: Row, facts: Facts): Row | undefined => facts.find('procurement.procurement', row.procurement_id)
const withCase: RowRule = (who, row, facts) => seesCase(who, caseOf(row, facts))
const everybody: RowRule = () => true
const nobody: RowRule = () => false

const publicSide = ['decision_maker', 'procurer', 'matching_officer', 'district_team', 'administrator', 'auditor']
const team = ['district_team', 'decision_maker', 'auditor', 'matching_officer']

/** That a company takes part can itself be a secret (HFD 2015 ref. 11): told to the public side, to coordinators, and to itself. */
const organisation: RowRule = (who, row) =>
  publicSide.includes(who.role) ||
  who.role === 'coordinator' ||
  row.id === who.organisation ||
  !['supplier', 'social_enterprise', 'provider', 'coordinator'].includes(String(row.kind))

/** Work contacts: everybody's among the public side and coordinators; else those of the offices one deals with, and one's own colleagues. */
const appointment: RowRule = (who, row) => {
  if (row.account_id === who.account) return true
  if (row.role === 'participant') return false
  if (publicSide.includes(who.role) || who.role === 'coordinator') return true
  if (['procurer', 'matching_officer', 'district_team'].includes(String(row.role))) return true
  return ['employer', 'provider'].includes(who.role) && row.organisation_id === who.organisation
}

/** "the supplier sees the adopted edition only" */
const profile: RowRule = (who, row, facts) =>
  withCase(who, row, facts) && (who.role !== 'employer' || row.state === 'adopted')

/** "the year’s ledger is the whole city’s"; a case's own apportionment to its procurer and coordinator, its places to its supplier too. */
const apportionment: RowRule = (who, row, facts) =>
  team.includes(who.role) || (['procurer', 'coordinator'].includes(who.role) && withCase(who, row, facts))

/** Of another's office one learns what the offices share, and a person's row tells of nobody one does not know. */
const assignment: RowRule = (who, row, facts) => {
  if (row.organisation_id !== who.organisation) return false
  return who.role !== 'participant' && knowsPerson(who, facts, row.person_id)
}

const reading = (roles: readonly string[]): RowRule => {
  return (who, row, facts) => roles.includes(who.role) && knowsPerson(who, facts, row.person_id)
}
const matchingSide = ['matching_officer', 'district_team', 'coordinator', 'participant']

/** Employer and person see their own; the matching side what concerns people it knows, in cases it has to do with. */
const placement: RowRule = (who, row, facts) =>
  who.role === 'employer'
    ? row.employer_id === who.organisation
    : matchingSide.includes(who.role) && knowsPersonInCase(who, facts, row.person_id, row.procurement_id)

const candidacy: RowRule = (who, row, facts) =>
  matchingSide.includes(who.role) && knowsPersonInCase(who, facts, row.person_id, row.procurement_id)

/** The need, the drafts of clause and profile, and who was given which places are not the supplier's to read; nor then what is told of them. */
const notTheSuppliers = [
  /^procurement\.need_/,
  /^procurement\.clause_chosen$/,
  /^procurement\.(employment|dialogue|no_requirement)_decided$/,
  /^procurement\.parties_set$/,
  /^competence\.(?!profile_adopted$)/,
  /^places\./,
]

const event: RowRule = (who, row, facts) => {
  switch (row.plane) {
    case 'contract':
      return (
        seesCase(who, facts.find('procurement.procurement', row.stream_id)) &&
        (who.role !== 'employer' || !notTheSuppliers.some(kind => kind.test(String(row.kind))))
      )
    case 'matching': {
      const candidate = facts.find('matching.candidacy', row.subject)
      const job = facts.find('placement.placement', row.subject)
      return (
        ['matching_officer', 'district_team', 'coordinator'].includes(who.role) &&
        seesCase(who, facts.find('procurement.procurement', row.stream_id)) &&
        ((candidate !== undefined && candidacy(who, candidate, facts)) ||
          (job !== undefined && placement(who, job, facts)))
      )
    }
    case 'person':
      return knowsPerson(who, facts, row.stream_id)
    case 'system':
      return (
        ['administrator', 'auditor'].includes(who.role) ||
        (row.organisation_id !== null && row.organisation_id === who.organisation)
      )
    default:
      return false
  }
}

/** "on the list of the organisation and role that can mend it", and never about somebody who does not exist for the reader. */
const finding: RowRule = (who, row, facts) => {
  if (row.organisation_id !== who.organisation || row.role !== who.role) return false
  if (row.subject_kind === 'person') return knowsPerson(who, facts, row.subject_id)
  if (row.subject_kind === 'permission')
    return knowsPerson(who, facts, facts.find('candidates.permission', row.subject_id)?.person_id)
  const job = facts.find('placement.placement', row.subject_id)
  return row.subject_kind !== 'placement' || (job !== undefined && placement(who, job, facts))
}

/** Figures of a whole period, already suppressed, and the goals they are held against: for those who steer and do the work on the public side. */
const inFigures: RowRule = who =>
  ['decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'auditor'].includes(who.role)

/** Which rows of a table somebody may read. A table that is not here may be read by nobody. */
export const readable: Readonly<Record<string, RowRule>> = {
  'organisations.area_set': everybody,
  'organisations.area': everybody,
  'organisations.organisation': organisation,
  'gate.appointment': appointment,
  // The person is told readers by organisation and function, through a function; never the officer (P-R2).
  'gate.read_log': who => who.role === 'auditor',
  'procurement.notice': (who, row) => who.role === 'procurer' && row.organisation_id === who.organisation,
  'procurement.procurement': (who, row) => seesCase(who, row),
  'procurement.step': withCase,
  'procurement.need': (who, row, facts) => who.role !== 'employer' && withCase(who, row, facts),
  'procurement.clause': (who, row, facts) =>
    withCase(who, row, facts) && (who.role !== 'employer' || row.state === 'locked'),
  'procurement.commitment': withCase,
  'competence.occupation': everybody,
  'competence.skill': everybody,
  'competence.profile': profile,
  'competence.requirement': (who, row, facts) => {
    const of = facts.find('competence.profile', row.profile_id)
    return of !== undefined && profile(who, of, facts)
  },
  'catalogue.intervention': everybody,
  'catalogue.start': everybody,
  'places.key': who => !['employer', 'participant', 'provider'].includes(who.role),
  'places.weight': who => !['employer', 'participant', 'provider'].includes(who.role),
  'places.apportionment': apportionment,
  'places.pass': (who, row, facts) => {
    const of = facts.find('places.apportionment', row.apportionment_id)
    return of !== undefined && apportionment(who, of, facts)
  },
  'places.place': (who, row, facts) =>
    apportionment(who, row, facts) || (who.role === 'employer' && withCase(who, row, facts)),
  'places.self_check': (who, row, facts) => who.role !== 'employer' && withCase(who, row, facts),
  'candidates.person': (who, row, facts) => knowsPerson(who, facts, row.id),
  'candidates.named_reader': nobody,
  'candidates.assignment': assignment,
  'candidates.competence': reading(matchingSide),
  'candidates.standing': reading(['matching_officer', 'district_team', 'participant']),
  'candidates.permission': reading(matchingSide),
  'tracks.booking': (who, row, facts) =>
    teaches(who, facts, row) || (matchingSide.includes(who.role) && knowsPerson(who, facts, row.person_id)),
  'matching.candidacy': candidacy,
  'placement.placement': placement,
  'followup.report': (who, row, facts) =>
    ['procurer', 'employer', 'decision_maker', 'matching_officer', 'auditor'].includes(who.role) &&
    withCase(who, row, facts),
  'reports.snapshot': inFigures,
  'reports.goal': inFigures,
  'reports.finding': finding,
  'log.event': event,
}

/** Columns that a role is not told although it may know of the row: the group label is for those who assess (trust.md §1.1). */
export const hiddenColumns: Readonly<Record<string, (who: Who) => readonly string[]>> = {
  'candidates.person': who =>
    ['matching_officer', 'district_team', 'participant'].includes(who.role) ? [] : ['target_groups'],
}
