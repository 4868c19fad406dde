import type { EventSentences } from '../shell/history.tsx'

export const followupEvents: EventSentences = {
  'followup.report_opened': {
    sv: 'öppnade rapporten för {period_from} – {period_to}',
    en: 'opened the report for {period_from} – {period_to}',
  },
  'followup.report_corrected': {
    sv: 'ändrade i rapporten för {period_from} – {period_to} före sändning',
    en: 'changed the report for {period_from} – {period_to} before sending',
  },
  'followup.report_submitted': {
    sv: 'skickade rapporten för {period_from} – {period_to}',
    en: 'sent the report for {period_from} – {period_to}',
  },
  'followup.report_approved': {
    sv: 'godkände rapporten för {period_from} – {period_to}',
    en: 'approved the report for {period_from} – {period_to}',
  },
  'followup.report_returned': {
    sv: 'skickade tillbaka rapporten för {period_from} – {period_to}',
    en: 'sent back the report for {period_from} – {period_to}',
  },
}
