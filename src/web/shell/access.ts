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
  'shell.pass_time': {
    roles: 'everyone',
    when: 'the database holds a demonstration world, and it is still the day that the page showed',
  },
  'shell.sign_in_page': { roles: 'everyone' },
  'shell.check_password': { roles: 'everyone', when: 'brakes by network and account let one more try through' },
  'shell.code_page': { roles: 'everyone' },
  'shell.check_code': {
    roles: 'everyone',
    when: 'the browser gave the right password less than ten minutes ago and has tries left',
  },
  'shell.link_page': { roles: 'everyone' },
  'shell.ask_link': {
    roles: 'everyone',
    when: 'a letter goes to an address with an account, at most five an hour; the answer is the same to all',
  },
  'shell.use_code': {
    roles: 'everyone',
    when: 'the code is of a live link to the address that was written in this browser',
  },
  'shell.view_link': { roles: 'everyone', when: 'looking at a link spends nothing' },
  'shell.use_link': { roles: 'everyone', when: 'the link is live and has not been used' },
  'shell.set_password': {
    roles: 'everyone',
    when: 'the link is live, has not been used and was made for choosing a password',
  },
  'shell.renew_link': {
    roles: 'everyone',
    when: 'the old link was sent within a week; the new one goes to the same address',
  },
  'shell.oidc_begin': { roles: 'everyone', when: 'an identity provider is set' },
  'shell.oidc_answer': {
    roles: 'everyone',
    when: 'the answer belongs to this browser’s visit, and an administrator has tied the identity to an account',
  },
  'shell.sign_out': { roles: 'everyone', when: 'ends the session of the browser that asks, and no other' },
  'shell.change_role': {
    roles: 'everyone',
    when: 'the chosen appointment is in force and belongs to the account that is signed in',
  },
  'shell.account': { roles: 'everyone', when: 'shows the own account, appointments and sessions' },
  'shell.end_session': { roles: 'everyone', when: 'the session or token belongs to the account that is signed in' },
  'shell.choose_language': { roles: 'everyone', when: 'changes the own account' },
  'shell.renew_recovery': { roles: 'everyone', when: 'a code of the own app, not used before, is given' },
  'shell.create_token': {
    roles: [
      'decision_maker',
      'procurer',
      'matching_officer',
      'district_team',
      'coordinator',
      'provider',
      'administrator',
      'auditor',
    ],
    when: 'the token acts in the appointment that makes it',
  },
  'shell.help': { roles: 'everyone' },
  'shell.accessibility': { roles: 'everyone' },
  'shell.privacy': { roles: 'everyone' },
} as const satisfies AccessTable
