import type { ProcurementEvent } from '#domain/procurement'

/** What happened in a case, as a sentence after the name of who did it. */
export const procurementEvents: Record<ProcurementEvent, { sv: string; en: string }> = {
  'procurement.notice_received': { sv: 'läste in en annons, {lots} delar', en: 'read in a notice, {lots} lots' },
  'procurement.notice_accepted': {
    sv: 'gjorde del {lot} av en annons till upphandling',
    en: 'made lot {lot} of a notice into a procurement',
  },
  'procurement.notice_discarded': { sv: 'lade undan en annons', en: 'put a notice aside' },
  'procurement.opened': { sv: 'öppnade upphandlingen', en: 'opened the procurement' },
  'procurement.need_saved': { sv: 'sparade behovet: {places} platser', en: 'saved the need: {places} places' },
  'procurement.need_submitted': {
    sv: 'lämnade in behovet till teamet: {places} platser',
    en: 'handed in the need to the team: {places} places',
  },
  'procurement.plan_completed': { sv: 'slutförde Planera', en: 'completed Plan' },
  'procurement.map_completed': { sv: 'slutförde Kartlägga', en: 'completed Map' },
  'procurement.analyse_completed': { sv: 'slutförde Analysera', en: 'completed Analyse' },
  'procurement.procure_completed': { sv: 'slutförde Upphandla', en: 'completed Procure' },
  'procurement.implement_completed': { sv: 'slutförde Implementera', en: 'completed Implement' },
  'procurement.manage_completed': { sv: 'avslutade upphandlingen', en: 'closed the procurement' },
  'procurement.plan_replanned': { sv: 'flyttade Planera från {from} till {to}', en: 'moved Plan from {from} to {to}' },
  'procurement.map_replanned': { sv: 'flyttade Kartlägga från {from} till {to}', en: 'moved Map from {from} to {to}' },
  'procurement.analyse_replanned': {
    sv: 'flyttade Analysera från {from} till {to}',
    en: 'moved Analyse from {from} to {to}',
  },
  'procurement.procure_replanned': {
    sv: 'flyttade Upphandla från {from} till {to}',
    en: 'moved Procure from {from} to {to}',
  },
  'procurement.implement_replanned': {
    sv: 'flyttade Implementera från {from} till {to}',
    en: 'moved Implement from {from} to {to}',
  },
  'procurement.parties_set': { sv: 'valde vilka som matchar', en: 'chose who matches' },
  'procurement.employment_decided': { sv: 'beslutade att kräva anställning', en: 'decided to require employment' },
  'procurement.dialogue_decided': { sv: 'beslutade att kräva dialog', en: 'decided to require dialogue' },
  'procurement.no_requirement_decided': { sv: 'beslutade att inte ställa krav', en: 'decided on no requirement' },
  'procurement.clause_chosen': {
    sv: 'skrev villkoret: {months} heltidsmånader',
    en: 'wrote the clause: {months} full-time months',
  },
  'procurement.clause_locked': {
    sv: 'låste villkoret: {months} heltidsmånader',
    en: 'locked the clause: {months} full-time months',
  },
  'procurement.awarded': {
    sv: 'tilldelade kontraktet; åtagandet är {months} heltidsmånader',
    en: 'awarded the contract; the commitment is {months} full-time months',
  },
  'procurement.awarded_without_requirement': {
    sv: 'tilldelade kontraktet, utan krav på anställning',
    en: 'awarded the contract, without a requirement to employ',
  },
}
