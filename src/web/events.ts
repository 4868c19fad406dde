import { candidatesEvents } from './candidates/events.ts'
import { catalogueEvents } from './catalogue/events.ts'
import { competenceEvents } from './competence/events.ts'
import { followupEvents } from './followup/events.ts'
import { matchingEvents } from './matching/events.ts'
import { placementEvents } from './placement/events.ts'
import { placesEvents } from './places/events.ts'
import { procurementEvents } from './procurement/events.ts'
import { reportsEvents } from './reports/events.ts'
import { shellEvents } from './shell/events.ts'
import type { EventSentences } from './shell/history.tsx'

/** The sentences of every kind of event, gathered from the capabilities, for the history of any object. */
export const eventSentences: EventSentences = {
  ...candidatesEvents,
  ...catalogueEvents,
  ...competenceEvents,
  ...followupEvents,
  ...matchingEvents,
  ...placementEvents,
  ...placesEvents,
  ...procurementEvents,
  ...shellEvents,
  ...reportsEvents,
}
