import type { AccessTable } from '#kernel'

/** The operations of the shell itself: sign-in, the own account, and pages about the service. */
export const shellAccess = {
  'shell.home': { roles: 'everyone' },
  'shell.change_language': { roles: 'everyone' },
  'shell.cast': {
    roles: 'everyone',
    when: 'the database holds a demonstration world; elsewhere the page does not exist',
  },
  'shell.demonstrate': {
    roles: 'everyone',
    when: 'the database holds a demonstration world and the chosen person is of its cast',
  },
  'shell.sign_out': { roles: 'everyone', when: 'ends the session of the browser that asks, and no other' },
  'shell.change_role': {
    roles: 'everyone',
    when: 'the chosen appointment is in force and belongs to the account that is signed in',
  },
} as const satisfies AccessTable
