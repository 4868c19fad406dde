import { type ExplanationLine, explain, type Wording } from '#kernel'
import { rules } from './register.ts'
import type { Course, Given } from './rules/call-off.ts'
import { bidder } from './say-names.ts'
import type { CallOffEvent, Procurement } from './tendering.ts'

const reasons: Readonly<Record<Given['why'], Wording>> = {
  first: { sv: 'först i ordningen', en: 'first in the order' },
  next: {
    sv: 'de före i ordningen är fulla eller har fallit bort',
    en: 'those before it in the order are full or have failed',
  },
  key: { sv: 'enligt nyckeln', en: 'by the key' },
  moved: { sv: 'flyttade från en koordinator som föll bort', en: 'moved from a coordinator that failed' },
  from_waiting: { sv: 'hade väntat', en: 'had waited' },
  all_full: { sv: 'väntar: alla är fulla', en: 'wait: all are full' },
  nobody_left: { sv: 'väntar: regionen står utan koordinator', en: 'wait: the region has no coordinator' },
}

/** The course of the call-offs, event by event: who failed or came back, and who got how many. */
export function explainCourse(
  { given }: Course,
  events: readonly CallOffEvent[],
  procurement: Procurement,
): ExplanationLine[] {
  return events.flatMap((event, index) => [
    ...explainEvent(event, procurement),
    ...given.filter(one => one.event === index).map(one => explainGiven(one, procurement)),
  ])
}

function explainEvent(event: CallOffEvent, procurement: Procurement): ExplanationLine[] {
  if (event.kind === 'referred' || event.kind === 'left') return []
  const { day, kind, tender } = event
  const name = bidder(procurement, tender)
  const says =
    kind === 'failed'
      ? { sv: `${day}: ${name} faller bort (${event.why}).`, en: `${day}: ${name} fails (${event.why}).` }
      : { sv: `${day}: ${name} levererar igen.`, en: `${day}: ${name} delivers again.` }
  return [explain(rules.failure, procurement.on, { day, tender }, says)]
}

function explainGiven({ day, tender, participants, why }: Given, procurement: Procurement): ExplanationLine {
  const rule = ['moved', 'from_waiting', 'nobody_left'].includes(why) ? rules.failure : rules.callOff
  const to =
    tender === null
      ? { sv: '', en: '' }
      : { sv: ` till ${bidder(procurement, tender)}`, en: ` to ${bidder(procurement, tender)}` }
  return explain(
    rule,
    procurement.on,
    { day, participants, ...(tender === null ? {} : { tender }) },
    {
      sv: `${day}: ${participants} deltagare${to.sv} – ${reasons[why].sv}.`,
      en: `${day}: ${participants} ${participants === 1 ? 'participant' : 'participants'}${to.en} – ${reasons[why].en}.`,
    },
  )
}
