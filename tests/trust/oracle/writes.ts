import { knowsPerson, ownsCase, teaches } from './relations.ts'
import type { RowRule } from './rows.ts'
import { readable } from './rows.ts'

const caseOwner: RowRule = (who, row, facts) => ownsCase(who, facts.find('procurement.procurement', row.procurement_id))
const team: RowRule = who => who.role === 'district_team'
const drafting: RowRule = (who, row, facts) =>
  ['district_team', 'matching_officer'].includes(who.role) &&
  (readable['competence.profile']?.(who, row, facts) ?? false)
const about =
  (roles: readonly string[]): RowRule =>
  (who, row, facts) =>
    roles.includes(who.role) && knowsPerson(who, facts, row.person_id)
const matchers = ['matching_officer', 'district_team', 'coordinator']

/** Which rows somebody may change, whatever the change. Tables that are not here are changed by nobody. */
export const changeable: Readonly<Record<string, RowRule>> = {
  'procurement.notice': (who, row) => who.role === 'procurer' && row.organisation_id === who.organisation,
  'procurement.procurement': (who, row) => ownsCase(who, row),
  'procurement.step': caseOwner,
  'procurement.need': caseOwner,
  'procurement.clause': caseOwner,
  'competence.profile': drafting,
  'catalogue.intervention': (who, row) => who.role === 'provider' && row.provider_id === who.organisation,
  // A booking takes a seat; how many there are is the provider's own.
  'catalogue.start': (who, row, facts) =>
    ['coordinator', 'matching_officer'].includes(who.role) ||
    (who.role === 'provider' &&
      facts.find('catalogue.intervention', row.intervention_id)?.provider_id === who.organisation),
  'places.apportionment': team,
  'places.self_check': team,
  'places.place': (who, row, facts) => who.role === 'district_team' || caseOwner(who, row, facts),
  'candidates.person': (who, row, facts) => knowsPerson(who, facts, row.id),
  'candidates.competence': about([...matchers, 'participant']),
  'candidates.standing': about(['matching_officer', 'district_team']),
  'candidates.permission': (who, row, facts) =>
    about(['matching_officer', 'participant'])(who, row, facts) ||
    (row.answer === null && about(['coordinator'])(who, row, facts)),
  'tracks.booking': (who, row, facts) =>
    teaches(who, facts, row) || about(['matching_officer', 'coordinator'])(who, row, facts),
  'matching.candidacy': (who, row, facts) => readable['matching.candidacy']?.(who, row, facts) ?? false,
  'placement.placement': (who, row) =>
    (who.role === 'employer' && row.employer_id === who.organisation) ||
    (who.role === 'participant' && row.person_id === who.person),
  'followup.report': (who, row, facts) =>
    (who.role === 'employer' && row.supplier_id === who.organisation) || caseOwner(who, row, facts),
}

/** Which rows somebody might have added: used to choose rows that they might not. */
export const addable: Readonly<Record<string, RowRule>> = {
  'procurement.notice': changeable['procurement.notice']!,
  'procurement.procurement': changeable['procurement.procurement']!,
  'procurement.step': caseOwner,
  'procurement.need': caseOwner,
  'procurement.clause': caseOwner,
  'procurement.commitment': caseOwner,
  'competence.profile': drafting,
  'competence.requirement': (who, row, facts) => {
    const profile = facts.find('competence.profile', row.profile_id)
    return profile?.state === 'draft' && drafting(who, profile, facts)
  },
  'places.apportionment': team,
  'places.pass': team,
  'places.self_check': team,
  'places.place': (who, row, facts) => who.role === 'district_team' || caseOwner(who, row, facts),
  'candidates.assignment': (who, row, facts) =>
    row.purpose === 'training' && about(['matching_officer', 'coordinator'])(who, row, facts),
  'candidates.competence': about([...matchers, 'participant']),
  'candidates.standing': about(['matching_officer', 'district_team']),
  'candidates.permission': (who, row, facts) =>
    row.answer === null && about(['matching_officer', 'coordinator'])(who, row, facts),
  'tracks.booking': about(['matching_officer', 'coordinator']),
  'matching.candidacy': (who, row, facts) => row.state === 'proposed' && about(matchers)(who, row, facts),
  'placement.placement': (who, row) => who.role === 'employer' && row.employer_id === who.organisation,
  'followup.report': caseOwner,
}
