// D3: conditions that another fence says as well. Without one of them the same people see and write the same rows, so that no test can see it gone; they stay,
// since the fence that repeats them may be the one that is forgotten next. Each was told from a gap by reading the policies; the reason is the proof.

/** A person's row is seen in these four roles only (candidates.person: by_assignment), so whatever asks for the row has asked for the role. */
const personSaysRole = 'the row of the person is seen in those roles only'
/** A procurer sees the cases of the own authority (procurement.procurement: by_party), so whatever asks for the case has asked for the authority. */
const caseSaysAuthority = 'a procurer sees the cases of the own authority only'
/** gate.person() is null in every other role. */
const personIsParticipant = 'only a participant is a person to the gate'
/** No role is granted an update of the column: a row that the check would refuse is one that using would have refused, and the other way about. */
const columnStands = 'the column is granted to nobody for update, and using and check both ask for it'
const seenAnyway = 'those roles see every such row by the branch before'
const noOrganisation = 'only participants act without an organisation, and nothing is equal to null'

type Repeated = { readonly policy: string; readonly says: readonly string[]; readonly because: string }

const theRole = ['without (( SELECT gate.role() AS role) = ANY', 'for every role instead of']
const theAuthority = ['without (p.authority_id = ( SELECT gate.org() AS org))']

export const repeatedConditions: readonly Repeated[] = [
  { policy: 'candidates.competence: matching_side_adds (INSERT)', says: theRole, because: personSaysRole },
  { policy: 'candidates.competence: matching_side_changes (UPDATE)', says: theRole, because: personSaysRole },
  {
    policy: 'candidates.competence: with_the_person (SELECT)',
    says: [`without (( SELECT gate.role() AS role) <> 'provider'`],
    because: personSaysRole,
  },
  { policy: 'candidates.permission: with_the_person (SELECT)', says: theRole, because: personSaysRole },
  {
    policy: 'matching.candidacy: district_proposes (INSERT)',
    says: theRole,
    because: `${personSaysRole}, and of the four a participant sees no case`,
  },
  {
    policy: 'candidates.permission: the_person_answers (UPDATE)',
    says: [`without (( SELECT gate.role() AS role) = 'participant'`],
    because: personIsParticipant,
  },
  {
    policy: 'placement.placement: parties_change (UPDATE)',
    says: [`without (( SELECT gate.role() AS role) = 'participant'`],
    because: personIsParticipant,
  },
  {
    policy: 'matching.candidacy: the_person_steps_back (UPDATE)',
    says: [
      'using whole',
      `without (( SELECT gate.role() AS role) = 'participant'`,
      'without (person_id = ( SELECT gate.person() AS person))',
    ],
    because: `${personIsParticipant}; ${columnStands}`,
  },
  {
    policy: 'placement.placement: employer_offers (INSERT)',
    says: [`without (( SELECT gate.role() AS role) = 'employer'`],
    because: 'matching.is_chosen answers an employer only',
  },
  {
    policy: 'gate.appointment: by_role (SELECT)',
    says: [
      `without (role <> 'participant'`,
      `without (( SELECT gate.role() AS role) = ANY (ARRAY['employer'::text, 'provider'::text]))`,
      'for every role instead of',
    ],
    because: `${seenAnyway}; ${noOrganisation}`,
  },
  { policy: 'organisations.organisation: by_role (SELECT)', says: ['for every role instead of'], because: seenAnyway },
  {
    policy: 'places.place: team_and_parties (SELECT)',
    says: theRole,
    because: 'the roles that are left see no case (procurement.procurement: by_party)',
  },
  {
    policy: 'places.place: team_opens (INSERT)',
    says: ['without (EXISTS ( SELECT 1 FROM procurement.procurement p WHERE (p.id = place.procurement_id)))'],
    because: 'the team sees every case, and the foreign key asks that there is one',
  },
  { policy: 'places.place: procurer_opens (INSERT)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'places.place: team_gives (UPDATE)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'followup.report: procurer_opens (INSERT)', says: theAuthority, because: caseSaysAuthority },
  {
    policy: 'followup.report: supplier_submits (UPDATE)',
    says: [...theAuthority, `without (( SELECT gate.role() AS role) = 'procurer'`],
    because: `${caseSaysAuthority}; each_side_moves_its_own_way, which restricts, lets employer and procurer change a report and nobody else`,
  },
  { policy: 'procurement.clause: own_authority_adds (INSERT)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'procurement.clause: own_authority_changes (UPDATE)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'procurement.commitment: own_authority_adds (INSERT)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'procurement.need: own_authority_adds (INSERT)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'procurement.need: own_authority_changes (UPDATE)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'procurement.step: own_authority_adds (INSERT)', says: theAuthority, because: caseSaysAuthority },
  { policy: 'procurement.step: own_authority_changes (UPDATE)', says: theAuthority, because: caseSaysAuthority },
  {
    policy: 'procurement.procurement: own_authority_changes (UPDATE)',
    says: ['using without (authority_id = ( SELECT gate.org() AS org))', 'with check whole'],
    because: columnStands,
  },
  {
    policy: 'procurement.notice: own_authority_decides (UPDATE)',
    says: ['using whole', 'using without (organisation_id = ( SELECT gate.org() AS org))', 'with check whole'],
    because: `${columnStands}; opened whole, it is seen in a city with one authority (policy-mutants.db.test.ts)`,
  },
  {
    policy: 'catalogue.intervention: own_provider_changes (UPDATE)',
    says: ['using without (provider_id = ( SELECT gate.org() AS org))', 'with check whole'],
    because: columnStands,
  },
]

/** Why a mutant, by its name, cannot be seen in the whole world; undefined when it must be. */
export function whyNotSeen(mutant: string): string | undefined {
  return repeatedConditions.find(
    ({ policy, says }) => mutant.startsWith(policy) && says.some(one => mutant.includes(one)),
  )?.because
}
