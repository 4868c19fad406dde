import type { Role } from '#kernel'
import { toldName } from './cards.ts'
import type { Facts, Row, Who } from './facts.ts'
import { isDisclosed, knowsPerson, knowsPersonInCase, ownsCase, seesCase } from './relations.ts'

/** The things that an address or a form names, by the name of the field. */
export type Named = (name: string) => Row | undefined

/** Whether somebody may do an operation to what is named: true, or no, and then it is told as not existing. */
export type OperationRule = {
  readonly roles: readonly Role[]
  readonly may: (who: Who, named: Named, facts: Facts) => boolean
}

// Written from the words of the access tables and of requirements.md, by hand; never imported from them.

const caseReaders: readonly Role[] = [
  'procurer',
  'matching_officer',
  'district_team',
  'coordinator',
  'decision_maker',
  'auditor',
]
const contractParties: readonly Role[] = ['procurer', 'employer', 'matching_officer', 'decision_maker', 'auditor']
const matchers: readonly Role[] = ['matching_officer', 'district_team', 'coordinator']
const choosers: readonly Role[] = ['matching_officer', 'coordinator']
const assessors: readonly Role[] = ['matching_officer', 'district_team']

const always = (): boolean => true
const inCase = (who: Who, named: Named): boolean => seesCase(who, named('procurement'))
const ownCase = (who: Who, named: Named): boolean => ownsCase(who, named('procurement'))
const ownNotice = (who: Who, named: Named): boolean => named('notice')?.organisation_id === who.organisation
const known = (who: Who, named: Named, facts: Facts): boolean => knowsPerson(who, facts, named('person')?.id)
const has = (facts: Facts, table: string, named: Named): Row | undefined =>
  facts.by(table, 'procurement_id', named('procurement')?.id)[0]

const rule = (roles: readonly Role[], may: OperationRule['may'] = always): OperationRule => ({ roles, may })

/** "a district with places apportioned to it in the case, about its own people; the case’s matching unit and coordinator" */
function proposes(who: Who, named: Named, facts: Facts): boolean {
  if (!seesCase(who, named('procurement'))) return false
  if (who.role !== 'district_team') return true
  const area = facts.find('organisations.organisation', who.organisation)?.area_id
  return facts
    .by('places.place', 'procurement_id', named('procurement')?.id)
    .some(place => place.state === 'apportioned' && place.area_id === area)
}

/** "one works for the matching unit or the coordinator named in the case, and may see the person" */
function aboutCandidate(who: Who, named: Named, facts: Facts): boolean {
  const candidacy = named('candidacy')
  if (!candidacy) return seesCase(who, named('procurement'))
  return (
    candidacy.procurement_id === (named('procurement')?.id ?? candidacy.procurement_id) &&
    seesCase(who, facts.find('procurement.procurement', candidacy.procurement_id)) &&
    knowsPersonInCase(who, facts, candidacy.person_id, candidacy.procurement_id)
  )
}

/** "of each person only while its permission to be shown is in force and the card is shown" */
function ownCard(who: Who, named: Named, facts: Facts): boolean {
  const candidacy = named('candidacy')
  return (
    candidacy !== undefined &&
    seesCase(who, facts.find('procurement.procurement', candidacy.procurement_id)) &&
    candidacy.shown_to !== null &&
    String(candidacy.shown_to) >= facts.today &&
    isDisclosed(facts, candidacy.person_id, who.organisation, candidacy.procurement_id) !== undefined
  )
}

const ownEmployee = (who: Who, named: Named): boolean => named('placement')?.employer_id === who.organisation
const ownJob = (who: Who, named: Named): boolean => named('placement')?.person_id === who.person
const ownPermission = (who: Who, named: Named): boolean => named('permission')?.person_id === who.person
const aboutPermission = (who: Who, named: Named, facts: Facts): boolean =>
  knowsPerson(who, facts, named('permission')?.person_id) && (!named('person') || known(who, named, facts))
const report = (who: Who, named: Named, facts: Facts): boolean =>
  seesCase(who, facts.find('procurement.procurement', named('report')?.procurement_id))
const ownStart = (who: Who, named: Named, facts: Facts): boolean =>
  facts.find('catalogue.intervention', named('start')?.intervention_id)?.provider_id === who.organisation
const classmate = (who: Who, named: Named, facts: Facts): boolean => {
  const booking = named('booking')
  const person = facts.find('candidates.person', booking?.person_id)
  const start = facts.find('catalogue.start', booking?.start_id)
  if (!booking || !person || !toldName(who, facts, person)) return false
  return (
    who.role !== 'provider' ||
    facts.find('catalogue.intervention', start?.intervention_id)?.provider_id === who.organisation
  )
}

export const operations: Readonly<Record<string, OperationRule>> = {
  'procurement.list': rule(caseReaders),
  'procurement.view': rule(caseReaders, inCase),
  'procurement.open': rule(['procurer']),
  'procurement.complete_step': rule(['procurer'], ownCase),
  'procurement.plan_steps': rule(['procurer'], ownCase),
  'procurement.set_parties': rule(['procurer'], ownCase),
  'procurement.decide_requirement': rule(['procurer'], ownCase),
  'procurement.award': rule(['procurer'], ownCase),
  'need.view': rule(caseReaders, inCase),
  'need.save': rule(['procurer'], ownCase),
  'need.submit': rule(['procurer'], ownCase),
  'clause.view': rule(caseReaders, inCase),
  'clause.print': rule([...caseReaders, 'employer'], (who, named, facts) => {
    const clause = has(facts, 'procurement.clause', named)
    return inCase(who, named) && clause !== undefined && (who.role !== 'employer' || clause.state === 'locked')
  }),
  'clause.choose': rule(['procurer'], ownCase),
  'clause.lock': rule(['procurer'], ownCase),
  'notice.list': rule(['procurer']),
  'notice.view': rule(['procurer'], ownNotice),
  'notice.receive': rule(['procurer']),
  'notice.accept': rule(['procurer'], ownNotice),
  'notice.discard': rule(['procurer'], ownNotice),
  'commitment.list': rule(contractParties),
  'commitment.view': rule(
    contractParties,
    (who, named, facts) => inCase(who, named) && has(facts, 'procurement.commitment', named) !== undefined,
  ),
  'profile.view': rule([...caseReaders, 'employer'], inCase),
  'profile.draft': rule(assessors, inCase),
  'profile.describe': rule(assessors, inCase),
  'profile.add': rule(assessors, inCase),
  'profile.remove': rule(assessors, inCase),
  'profile.adopt': rule(assessors, inCase),
  'places.list': rule(matchers),
  'places.ledger': rule(['district_team', 'decision_maker', 'matching_officer', 'auditor']),
  'places.keys': rule(['district_team', 'decision_maker', 'matching_officer', 'procurer', 'coordinator', 'auditor']),
  'places.apportionment': rule(caseReaders, inCase),
  'places.propose': rule(['district_team'], inCase),
  'places.decide': rule(['district_team'], inCase),
  'places.self_check': rule(['district_team'], inCase),
  'person.list': rule(matchers),
  'person.view': rule(matchers, known),
  'person.find_by_identity': rule(assessors),
  'person.reveal': rule(matchers, known),
  'person.note_status': rule(matchers, known),
  'person.note_competence': rule(matchers, known),
  'person.note_standing': rule(assessors, known),
  'permission.list': rule(choosers),
  'permission.ask': rule(choosers, (who, named, facts) =>
    named('person') ? known(who, named, facts) : aboutCandidate(who, named, facts),
  ),
  'permission.record': rule(['matching_officer'], aboutPermission),
  'permission.withdraw_for': rule(['matching_officer'], aboutPermission),
  'permission.answer': rule(['participant'], ownPermission),
  'permission.withdraw': rule(['participant'], ownPermission),
  'self.now': rule(['participant']),
  'self.question': rule(['participant'], ownPermission),
  'self.permissions': rule(['participant']),
  'self.job': rule(['participant'], ownJob),
  'self.plan': rule(['participant']),
  'self.about_me': rule(['participant']),
  'self.leave': rule(['participant']),
  'catalogue.list': rule(['provider', 'coordinator', 'matching_officer', 'district_team']),
  'catalogue.confirm': rule(['provider'], (who, named) => named('intervention')?.provider_id === who.organisation),
  'catalogue.change_seats': rule(['provider'], ownStart),
  'booking.class': rule(
    ['provider', 'coordinator', 'matching_officer'],
    (who, named, facts) => named('start') !== undefined && (who.role !== 'provider' || ownStart(who, named, facts)),
  ),
  'booking.book': rule(choosers, (who, named, facts) => known(who, named, facts) && inCase(who, named)),
  'booking.cancel': rule(choosers, classmate),
  'booking.complete': rule(['provider'], classmate),
  'booking.drop': rule(['provider'], classmate),
  // The team sees every case; what it may propose in it is another question.
  'matching.proposals': rule(matchers, inCase),
  'matching.propose': rule(
    matchers,
    (who, named, facts) => proposes(who, named, facts) && (!named('person') || known(who, named, facts)),
  ),
  'matching.withdraw': rule(matchers, (who, named, facts) =>
    who.role === 'district_team'
      ? named('candidacy')?.district_id === who.organisation
      : aboutCandidate(who, named, facts),
  ),
  'matching.grid': rule(choosers, inCase),
  'matching.compare': rule(choosers, inCase),
  'matching.view_shortlist': rule(choosers, inCase),
  'matching.shortlist': rule(choosers, aboutCandidate),
  'matching.unlist': rule(choosers, aboutCandidate),
  'matching.note': rule(choosers, aboutCandidate),
  'matching.present': rule(choosers, aboutCandidate),
  'matching.choices': rule(['employer']),
  'matching.cards': rule(['employer'], inCase),
  'matching.want': rule(['employer'], ownCard),
  'matching.decline': rule(['employer'], ownCard),
  'placement.list': rule(['employer']),
  'placement.view': rule(['employer'], ownEmployee),
  'placement.offer': rule(['employer'], ownCard),
  'placement.start': rule(['employer'], ownEmployee),
  'placement.end': rule(['employer'], ownEmployee),
  'placement.accept': rule(['participant'], ownJob),
  'placement.decline': rule(['participant'], ownJob),
  'placement.confirm': rule(['participant'], ownJob),
  'placement.question': rule(['participant'], ownJob),
  'placement.confirm_still': rule(['employer', 'participant'], (who, named) =>
    who.role === 'employer' ? ownEmployee(who, named) : ownJob(who, named),
  ),
  'report.list': rule(contractParties),
  'report.view': rule(contractParties, report),
  'report.correct': rule(['employer'], report),
  'report.submit': rule(['employer'], report),
  'report.approve': rule(['procurer'], report),
  'report.return': rule(['procurer'], report),
  'state.view': rule(['decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'auditor']),
  'day.view': rule(['procurer', 'matching_officer', 'district_team', 'coordinator', 'provider', 'administrator']),
  'day.employer': rule(['employer']),
  'review.view': rule(['auditor']),
  'shell.create_token': rule([
    'decision_maker',
    'procurer',
    'matching_officer',
    'district_team',
    'coordinator',
    'provider',
    'administrator',
    'auditor',
  ]),
  // The own account: whoever is signed in, and nobody else's.
  ...Object.fromEntries(
    ['shell.account', 'shell.end_session', 'shell.choose_language', 'shell.renew_recovery', 'api.me'].map(name => [
      name,
      rule([
        'decision_maker',
        'procurer',
        'matching_officer',
        'district_team',
        'employer',
        'coordinator',
        'provider',
        'participant',
        'administrator',
        'auditor',
      ]),
    ]),
  ),
}

/** Open to whoever comes: nothing is told that is not told to all. */
export const openOperations = [
  'shell.home',
  'shell.change_language',
  'shell.cast',
  'shell.demonstrate',
  'shell.pass_time',
  'shell.sign_in_page',
  'shell.check_password',
  'shell.code_page',
  'shell.check_code',
  'shell.link_page',
  'shell.ask_link',
  'shell.use_code',
  'shell.view_link',
  'shell.use_link',
  'shell.set_password',
  'shell.renew_link',
  'shell.oidc_begin',
  'shell.oidc_answer',
  'shell.sign_out',
  'shell.change_role',
  'shell.help',
  'shell.accessibility',
  'shell.privacy',
] as const

export function mayDo(who: Who, operation: string, named: Named, facts: Facts): boolean {
  const found = operations[operation]
  if (!found) throw new Error(`The oracle does not know ${operation}`)
  return found.roles.includes(who.role) && found.may(who, named, facts)
}
