import type { CatalogueRefusal } from '#domain/catalogue'
import type { TracksRefusal } from '#domain/tracks'

const changed = {
  sv: 'Någon annan ändrade det här medan du läste. Nu visas det som gäller.',
  en: 'Somebody else changed this while you were reading. What holds now is shown.',
}
const missing = { sv: 'Det finns inte.', en: 'It does not exist.' }

export const catalogueRefusals: Record<CatalogueRefusal, { sv: string; en: string }> = {
  'catalogue.not_found': missing,
  'catalogue.not_yours': missing,
  'catalogue.changed_meanwhile': changed,
  'catalogue.fewer_than_taken': {
    sv: '{taken} platser är redan bokade. Skriv minst så många, eller be dem som bokat att boka av.',
    en: '{taken} seats are already booked. Write at least as many, or ask those who booked to cancel.',
  },
  'catalogue.already_begun': {
    sv: 'Kursen har börjat, så antalet platser kan inte ändras.',
    en: 'The course has begun, so the number of seats cannot be changed.',
  },
}

export const tracksRefusals: Record<TracksRefusal, { sv: string; en: string }> = {
  'booking.not_found': missing,
  'booking.not_yours': missing,
  'booking.changed_meanwhile': changed,
  'booking.full': {
    sv: 'Alla {seats} platser är bokade. Välj en annan start.',
    en: 'All {seats} seats are booked. Choose another start.',
  },
  'booking.already_begun': {
    sv: 'Kursen har börjat. Välj en start längre fram.',
    en: 'The course has begun. Choose a later start.',
  },
  'booking.already_booked': {
    sv: 'Personen har redan en plats på den här starten.',
    en: 'The person already has a seat on this start.',
  },
  'booking.not_booked': { sv: 'Bokningen är redan avslutad.', en: 'The booking has already ended.' },
  'booking.not_ended': {
    sv: 'Kursen slutar {day}. Notera resultatet efter det.',
    en: 'The course ends on {day}. Note the result after that.',
  },
}
