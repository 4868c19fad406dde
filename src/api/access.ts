import type { AccessTable } from '#kernel'

/** The operations that belong to the API itself and to no capability. */
export const apiAccess = {
  'api.me': { roles: 'everyone', when: 'shows the appointment that the token acts in' },
} as const satisfies AccessTable
