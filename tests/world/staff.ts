import type { Id, Role } from '#kernel'
import { districtKeys, districtName } from './areas.ts'
import { idOf } from './identities.ts'
import { type OrganisationKey, organisationId, switchboard } from './organisations.ts'
import type { Sheet } from './rows.ts'

/** Somebody with a function in an organisation. Names are invented. */
export type Staff = {
  readonly key: string
  readonly name: string
  readonly role: Exclude<Role, 'participant'>
  readonly title: string
  readonly organisation: OrganisationKey
  /** The account is another's: one person with two appointments. */
  readonly sameAs?: string
}

const person = (
  key: string,
  name: string,
  role: Staff['role'],
  organisation: OrganisationKey,
  title: string,
  sameAs?: string,
): Staff => ({ key, name, role, organisation, title, sameAs })

const representatives: Readonly<Record<(typeof districtKeys)[number], string>> = {
  angered: 'Leyla Demir',
  ostra: 'Elin Strand',
  orgryte: 'Mattias Hjelm',
  centrum: 'Ingrid Wall',
  majorna: 'Samir Lund',
  askim: 'Charlotte Beck',
  vastra: 'Dragan Petrović',
  vastraHisingen: 'Nadia Rosén',
  norraHisingen: 'Olle Fransson',
  lundby: 'Peter Åberg',
}

/** Keys of the cast for district representatives: the two that have another in the access matrix keep the role's name. */
function representativeKey(district: (typeof districtKeys)[number]): string {
  if (district === 'angered') return 'district_team'
  return district === 'lundby' ? 'district_team_other' : `district_team_${district}`
}

export const staff: readonly Staff[] = [
  person('decision_maker', 'Anna Lundgren', 'decision_maker', 'city-management', 'avdelningschef'),
  person('procurer', 'Karin Berg', 'procurer', 'lokalforvaltningen', 'upphandlare'),
  person('procurer_other', 'Johan Sandell', 'procurer', 'park-gatu', 'upphandlare'),
  person('procurer_meals', 'Mona Ekdahl', 'procurer', 'maltid', 'upphandlare'),
  person('procurer_care', 'Hassan Nouri', 'procurer', 'vard', 'upphandlare'),
  person('procurer_housing', 'Britta Hallgren', 'procurer', 'bostad', 'inköpschef'),
  person('matching_officer', 'Sara Ek', 'matching_officer', 'am-nordost', 'matchningsansvarig'),
  person('matching_officer_other', 'Maria Nordin', 'matching_officer', 'am-hisingen', 'matchningsansvarig'),
  person('matching_officer_centrum', 'Tomas Grahn', 'matching_officer', 'am-centrum', 'matchningsansvarig'),
  person('matching_officer_sydvast', 'Eva Ljung', 'matching_officer', 'am-sydvast', 'matchningsansvarig'),
  ...districtKeys.map(district =>
    person(
      representativeKey(district),
      representatives[district],
      'district_team',
      `district-${district}`,
      `kontaktperson, ${districtName(district)}`,
    ),
  ),
  person('two_roles', 'Elin Strand', 'matching_officer', 'am-nordost', 'matchningsansvarig', 'district_team_ostra'),
  person('employer', 'Bengt Sjö', 'employer', 'stad-i-vast', 'driftchef'),
  person('employer_other', 'Petra Sten', 'employer', 'bygg-ab', 'platschef'),
  person('employer_golvhuset', 'Mats Ahl', 'employer', 'golvhuset', 'ägare'),
  person('employer_gronytan', 'Lotta Kvist', 'employer', 'gronytan', 'områdeschef'),
  person('employer_kok', 'Rania Saleh', 'employer', 'kok-bord', 'personalansvarig'),
  person('employer_malarlaget', 'Göran Palm', 'employer', 'malarlaget', 'ägare'),
  person('employer_omsorg', 'Susanne Rapp', 'employer', 'omsorg-nara', 'enhetschef'),
  person('employer_snickar', 'Ove Timmer', 'employer', 'snickar-nord', 'platschef'),
  person('employer_lager', 'Jenny Frisk', 'employer', 'lager-linjen', 'lagerchef'),
  person('employer_fastighet', 'Niklas Borg', 'employer', 'fastighetsvard', 'förvaltare'),
  person('employer_markteam', 'Arne Kvarn', 'employer', 'markteam', 'platschef'),
  person('employer_ren', 'Pia Blank', 'employer', 'ren-stad', 'driftledare'),
  person('coordinator', 'Malin Vester', 'coordinator', 'jobbspar-vast', 'jobbspårskoordinator'),
  person('coordinator_other', 'Anton Falk', 'coordinator', 'vagvisarna', 'jobbspårskoordinator'),
  person('provider', 'Birgitta Olin', 'provider', 'alvstrandens-yrkesskola', 'utbildningsledare'),
  person('provider_other', 'Stefan Dock', 'provider', 'kompetenshuset', 'kursansvarig'),
  person('provider_vux', 'Helena Alm', 'provider', 'vux-nordost', 'rektor'),
  person('administrator', 'Robin Hedin', 'administrator', 'city-management', 'systemförvaltare'),
  person('auditor', 'Gunilla Frost', 'auditor', 'audit', 'revisor'),
]

export function staffOf(key: string): Staff {
  const found = staff.find(one => one.key === key)
  if (!found) throw new Error(`Nobody in the world is called ${key}`)
  return found
}

export const accountId = (who: Staff): Id<'account'> => idOf('account', who.sameAs ?? who.key)
export const appointmentId = (who: Staff): Id<'appointment'> => idOf('appointment', who.key)
/** The one who writes for an organisation: the first in the list who has a function there. */
export function staffAt(organisation: OrganisationKey): Staff | undefined {
  return staff.find(one => one.organisation === organisation)
}

/** `karin.berg@lokalforvaltningen.example`: lower case, no accents, a domain that never exists (RFC 2606). */
export function emailOf({ name, organisation }: Staff): string {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^a-z0-9]+/g, '.')
  return `${plain(name)}@${organisation.toLowerCase()}.example`
}

export function layOutStaff(sheet: Sheet): void {
  staff.forEach((who, position) => {
    if (!who.sameAs)
      sheet.add('gate.account', {
        id: accountId(who),
        kind: who.role === 'employer' ? 'employer' : 'staff',
        email: emailOf(who),
        language: 'sv',
        created_at: '2020-01-07 09:00:00 Europe/Stockholm',
      })
    sheet.add('gate.appointment', {
      id: appointmentId(who),
      account_id: accountId(who),
      organisation_id: organisationId(who.organisation),
      role: who.role,
      display_name: who.name,
      title: who.title,
      phone: switchboard(20 + position),
      email: emailOf(who),
      valid_from: '2020-01-07 09:00:00 Europe/Stockholm',
    })
  })
}
