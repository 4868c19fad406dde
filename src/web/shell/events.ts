import type { EventSentences } from './history.tsx'

/** What the installation's own command line writes into the log. */
export const shellEvents: EventSentences = {
  'organisations.account_added': { sv: 'lade till ett konto', en: 'added an account' },
}
