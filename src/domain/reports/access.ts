import type { AccessTable } from '#kernel'

const staff = ['procurer', 'matching_officer', 'district_team', 'coordinator', 'provider', 'administrator'] as const

/** Who may look at the whole, in words a lawyer can read. */
export const reportsAccess = {
  'state.view': {
    roles: ['decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'auditor'],
    when: 'the figures are suppressed and frozen; there is no way from them to a person',
  },
  'day.view': { roles: staff, when: 'only what the actor may see on the pages themselves; no name of a person' },
  'day.employer': { roles: ['employer'], when: 'about the own organisation’s contracts, candidates and employed' },
  'review.view': {
    roles: ['auditor'],
    when: 'a sample of the readings of the own city’s registers, and the state of the event log',
  },
} as const satisfies AccessTable

export type ReportsOperation = keyof typeof reportsAccess
