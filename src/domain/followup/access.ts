import { type AccessTable, type Actor, holdsRole } from '#kernel'
import type { Report } from './followup.ts'

const parties = ['procurer', 'employer', 'matching_officer', 'decision_maker', 'auditor'] as const
const seesTheContract =
  'one is the contract’s supplier, or works for its authority, its matching unit or the whole city; there is no person in it'

/** Who may do what with the supplier's reports, in words a lawyer can read. */
export const followupAccess = {
  'report.list': { roles: parties, when: `each report: ${seesTheContract}` },
  'report.view': { roles: parties, when: seesTheContract },
  'report.correct': { roles: ['employer'], when: 'one works for the contract’s supplier, and the report is not sent' },
  'report.submit': { roles: ['employer'], when: 'one works for the contract’s supplier, and the period is over' },
  'report.approve': {
    roles: ['procurer'],
    when: 'the case belongs to the authority one works for, and the report is sent',
  },
  'report.return': {
    roles: ['procurer'],
    when: 'the case belongs to the authority one works for, and the report is sent',
  },
} as const satisfies AccessTable

export type FollowupOperation = keyof typeof followupAccess

/** Role from the table and relation to the contract; the policies decide once more. */
export function mayReport(
  actor: Pick<Actor, 'role' | 'organisation'>,
  operation: FollowupOperation,
  report: Pick<Report, 'authority' | 'supplier'>,
): boolean {
  if (!holdsRole(followupAccess, operation, actor)) return false
  if (actor.role === 'employer') return report.supplier === actor.organisation
  if (actor.role === 'procurer') return report.authority === actor.organisation
  return true
}
