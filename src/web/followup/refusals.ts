import type { ReportRefusal } from '#domain/followup'
import type { RefusalSentences } from '#shell'

const missing = { sv: 'Rapporten finns inte.', en: 'The report does not exist.' }

/** What is said when a report cannot be corrected, sent or judged as asked. The compiler asks for a missing one. */
export const reportRefusals: Record<ReportRefusal, { sv: string; en: string }> & RefusalSentences = {
  'report.not_found': missing,
  'report.not_yours': missing,
  'report.changed_meanwhile': {
    sv: 'En kollega ändrade rapporten medan du läste. Nu visas det som gäller. Kontrollera det och försök igen.',
    en: 'A colleague changed the report while you were reading. What holds now is shown. Check it and try again.',
  },
  'report.period_not_over': {
    sv: 'Perioden är inte slut. Rapporten kan skickas tidigast dagen efter {last}.',
    en: 'The period is not over. The report can be sent on the day after {last} at the earliest.',
  },
  'report.already_sent': {
    sv: 'Rapporten är redan skickad. Kvittensen har numret {number}.',
    en: 'The report has already been sent. The receipt’s number is {number}.',
  },
  'report.not_sent': {
    sv: 'Rapporten är inte skickad, så den kan inte granskas.',
    en: 'The report has not been sent, so it cannot be judged.',
  },
  'report.basis_moved': {
    sv: 'En anställning ändrades medan du läste, så våra siffror är andra nu. Kontrollera dem och skicka igen.',
    en: 'An employment changed while you were reading, so our figures are others now. Check them and send again.',
  },
  'report.impossible': {
    sv: 'Siffrorna går inte ihop. Rätta dem och skicka igen.',
    en: 'The figures do not add up. Correct them and send again.',
  },
  'report.remark_holds_identity': {
    sv: 'Texten innehåller något som ser ut som ett personnummer. Ta bort det. Rapporten ska inte innehålla uppgifter om enskilda personer.',
    en: 'The text holds something that looks like a personal identity number. Remove it. The report holds nothing about individuals.',
  },
  'report.return_without_words': {
    sv: 'Orsaken ”annat” behöver en kort förklaring, så att arbetsgivaren vet vad som ska ändras.',
    en: 'The reason “other” needs a short explanation, so that the supplier knows what to change.',
  },
}
