import type { EventSentences } from '../shell/history.tsx'

export const catalogueEvents: EventSentences = {
  'catalogue.confirmed': { sv: 'bekräftade att insatsen stämmer', en: 'confirmed that the intervention holds' },
  'catalogue.seats_changed': {
    sv: 'ändrade antalet platser från {from} till {to}',
    en: 'changed the number of seats from {from} to {to}',
  },
  'tracks.booked': { sv: 'bokade en plats på en kurs {from} – {to}', en: 'booked a seat on a course {from}–{to}' },
  'tracks.completed': { sv: 'noterade att kursen är genomförd', en: 'noted that the course is completed' },
  'tracks.dropped': { sv: 'noterade att kursen avbröts', en: 'noted that the course was not finished' },
  'tracks.cancelled': { sv: 'avbokade platsen på en kurs', en: 'cancelled the seat on a course' },
}
