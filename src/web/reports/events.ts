import type { EventSentences } from '../shell/history.tsx'

export const reportsEvents: EventSentences = {
  'reports.readings_reviewed': {
    sv: 'granskade läsningarna {from} – {to}',
    en: 'reviewed the readings {from} – {to}',
  },
}
