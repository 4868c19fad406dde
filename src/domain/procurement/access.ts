import { type AccessTable, type Actor, holdsRole } from '#kernel'

const readers = ['procurer', 'matching_officer', 'district_team', 'coordinator', 'decision_maker', 'auditor'] as const
const contractParties = ['procurer', 'employer', 'matching_officer', 'decision_maker', 'auditor'] as const

const seesTheCase =
  'the case belongs to the authority one works for, or one is its named matching unit or coordinator, or one works for the whole city'
const ownCase = 'the case belongs to the authority one works for'
const ownNotice = 'the notice was read in by the authority one works for'

/** Who may do what with procurements, clauses, commitments and notices, in words a lawyer can read (trust.md §4.1). */
export const procurementAccess = {
  'procurement.list': { roles: readers, when: `each case: ${seesTheCase}` },
  'procurement.view': { roles: readers, when: seesTheCase },
  'procurement.open': { roles: ['procurer'], when: 'the case is opened for the authority one works for' },
  'procurement.complete_step': { roles: ['procurer'], when: ownCase },
  'procurement.plan_steps': { roles: ['procurer'], when: ownCase },
  'procurement.set_parties': { roles: ['procurer'], when: ownCase },
  'procurement.decide_requirement': { roles: ['procurer'], when: ownCase },
  'procurement.award': { roles: ['procurer'], when: ownCase },
  'need.view': { roles: readers, when: seesTheCase },
  'need.save': { roles: ['procurer'], when: ownCase },
  'need.submit': { roles: ['procurer'], when: ownCase },
  'clause.view': { roles: readers, when: seesTheCase },
  'clause.print': {
    roles: [...readers, 'employer'],
    when: `${seesTheCase}; the contract's supplier, once the clause is locked`,
  },
  'clause.choose': { roles: ['procurer'], when: ownCase },
  'clause.lock': { roles: ['procurer'], when: ownCase },
  'notice.list': { roles: ['procurer'], when: ownNotice },
  'notice.view': { roles: ['procurer'], when: ownNotice },
  'notice.receive': { roles: ['procurer'], when: 'the notice is read in for the authority one works for' },
  'notice.accept': { roles: ['procurer'], when: ownNotice },
  'notice.discard': { roles: ['procurer'], when: ownNotice },
  'commitment.list': { roles: contractParties, when: 'each commitment: one sees its case, or is its supplier' },
  'commitment.view': { roles: contractParties, when: 'one sees the case, or is its supplier' },
} as const satisfies AccessTable

export type ProcurementVerb = keyof typeof procurementAccess

/** Role from the table and relation to the case. Who is party to a case is decided once more by the policies. */
export function may(
  actor: Pick<Actor, 'role' | 'organisation'>,
  verb: ProcurementVerb,
  object: {
    readonly authority: string
    readonly matching?: string
    readonly coordinator?: string
    readonly supplier?: string
  },
): boolean {
  if (!holdsRole(procurementAccess, verb, actor)) return false
  switch (actor.role) {
    case 'procurer':
      return object.authority === actor.organisation
    case 'matching_officer':
      return object.matching === actor.organisation
    case 'coordinator':
      return object.coordinator === actor.organisation
    case 'employer':
      return object.supplier === actor.organisation
    default:
      return true
  }
}
