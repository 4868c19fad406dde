import { type Day, type InputFault, inForceOn, type Wording } from '#kernel'
import { eventsKnownOn, type FactEvent, type LedgerEvent } from './ledger.ts'
import { type DatedModel, priceOf } from './price-model.ts'

const never: Day = '9999-12-31'

/** What a ledger may not contain: every fault at once, each with a pointer to its event. */
export function ledgerFaults(models: readonly DatedModel[], events: readonly LedgerEvent[]): InputFault[] {
  return [...orderFaults(events), ...correctionFaults(events), ...factFaults(models, events)]
}

/** Events are added at the end: a ledger that goes back in time has been rewritten. */
function orderFaults(events: readonly LedgerEvent[]): InputFault[] {
  return events.flatMap((event, index) => {
    const faults: InputFault[] = []
    if (events.findIndex(({ id }) => id === event.id) < index)
      faults.push(fault(index, 'id', 'Numret finns redan.', 'The id is there already.'))
    const before = events[index - 1]
    if (before && event.recorded < before.recorded)
      faults.push(
        fault(
          index,
          'recorded',
          'Får inte ligga före händelsen ovanför: nya händelser läggs sist.',
          'May not be before the event above: new events are added last.',
        ),
      )
    if (event.kind === 'still_employed' && event.on > event.recorded)
      faults.push(
        fault(
          index,
          'on',
          'Ingen kan ha sett det innan det skrevs. Dagen får inte ligga efter recorded.',
          'Nobody can have seen it before it was written. The day may not be after recorded.',
        ),
      )
    return faults
  })
}

function correctionFaults(events: readonly LedgerEvent[]): InputFault[] {
  return events.flatMap((event, index) => {
    if (event.kind !== 'corrected') return []
    const corrected = events.slice(0, index).find(({ id }) => id === event.corrects)
    if (!corrected)
      return [
        fault(
          index,
          'corrects',
          'Det finns ingen sådan händelse före den här.',
          'There is no such event before this one.',
        ),
      ]
    if (corrected.kind === 'corrected')
      return [
        fault(
          index,
          'corrects',
          'Peka på den första händelsen, inte på en rättelse av den.',
          'Point at the first event, not at a correction of it.',
        ),
      ]
    if (event.instead?.tier !== undefined && corrected.kind !== 'started')
      return [
        fault(
          index,
          'instead/tier',
          'Nivån hör till händelsen då deltagaren började.',
          'The tier belongs to the event when the participant began.',
        ),
      ]
    return []
  })
}

/** As the ledger reads when all corrections are done. */
function factFaults(models: readonly DatedModel[], events: readonly LedgerEvent[]): InputFault[] {
  const known = eventsKnownOn(events, never)
  return known.flatMap((event, position): InputFault[] => {
    const index = indexOf(events, event)
    const own = known.filter(({ participant }) => participant === event.participant)
    const twice =
      event.kind !== 'still_employed' &&
      known.slice(0, position).some(other => other.participant === event.participant && other.kind === event.kind)
    const faults = twice
      ? [
          fault(
            index,
            'kind',
            'Har redan hänt deltagaren. Rätta den händelsen i stället.',
            'Has happened to the participant already. Correct that event instead.',
          ),
        ]
      : []
    return [
      ...faults,
      ...(event.kind === 'started' ? priceFaults(models, event, index) : sequenceFaults(own, event, index)),
    ]
  })
}

/** Where an event stands in the ledger. A corrected one is a copy, found by its number. */
function indexOf(events: readonly LedgerEvent[], event: FactEvent): number {
  const itself = events.indexOf(event)
  return itself === -1 ? events.findIndex(({ id }) => id === event.id) : itself
}

function priceFaults(
  models: readonly DatedModel[],
  event: Extract<FactEvent, { kind: 'started' }>,
  index: number,
): InputFault[] {
  const model = inForceOn(models, event.on)
  if (!model)
    return [fault(index, 'on', 'Ingen prismodell gäller den dagen.', 'No price model is in force on that day.')]
  return priceOf(model.value, event.tier) === undefined
    ? [fault(index, 'tier', 'Prismodellen har ingen sådan nivå.', 'The price model has no such tier.')]
    : []
}

function sequenceFaults(own: readonly FactEvent[], event: FactEvent, index: number): InputFault[] {
  const started = own.find(({ kind }) => kind === 'started')
  if (!started) return [fault(index, 'participant', 'Deltagaren har inte börjat.', 'The participant has not begun.')]
  if (event.on < started.on)
    return [fault(index, 'on', 'Ligger före deltagarens första dag.', 'Is before the participant’s first day.')]
  if (event.kind !== 'still_employed' && event.kind !== 'employment_ended') return []
  const hired = own.find(({ kind }) => kind === 'hired')
  if (!hired) return [fault(index, 'kind', 'Deltagaren har ingen anställning.', 'The participant has no employment.')]
  return event.on < hired.on
    ? [fault(index, 'on', 'Ligger före anställningens första dag.', 'Is before the first day of employment.')]
    : []
}

function fault(index: number, field: string, sv: string, en: string): InputFault {
  const says: Wording = { sv, en }
  return { pointer: `/ledger/events/${index}/${field}`, says }
}
