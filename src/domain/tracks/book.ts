import { appendEvent, asActor, type Db } from '#db'
import { lockStart, moveSeat } from '#domain/catalogue'
import { type Actor, accept, addDays, type Day, type Outcome, refuse } from '#kernel'
import { mayTracks } from './access.ts'
import type { TracksRefusal } from './tracks.ts'

export type BookSeat = {
  readonly person: string
  readonly start: string
  readonly procurement: string
  readonly today: Day
  readonly now: Date
  readonly newId: () => string
}

/** Books a seat for a person towards a case (JSP-5). The provider may see the person from now until two weeks after the course. */
export function bookSeat(
  db: Db,
  actor: Actor,
  command: BookSeat,
): Promise<Outcome<{ id: string }, TracksRefusal | 'form.key_reused'>> {
  return asActor<{ id: string }, TracksRefusal>(db, actor, async tx => {
    const start = await lockStart(tx, command.start)
    const person = await tx
      .selectFrom('candidates.person')
      .select('id')
      .where('id', '=', command.person)
      .executeTakeFirst()
    const procurement = await tx
      .selectFrom('procurement.procurement')
      .select('id')
      .where('id', '=', command.procurement)
      .executeTakeFirst()
    if (!start || !person || !procurement) return refuse('booking.not_found')
    if (!mayTracks(actor, 'booking.book')) return refuse('booking.not_yours')
    if (start.startsOn <= command.today) return refuse('booking.already_begun')
    if (start.taken >= start.seats) return refuse('booking.full', { seats: start.seats })
    const held = await tx
      .selectFrom('tracks.booking')
      .select('id')
      .where('person_id', '=', person.id)
      .where('start_id', '=', start.id)
      .where('state', 'in', ['booked', 'completed'])
      .executeTakeFirst()
    if (held) return refuse('booking.already_booked')

    const id = command.newId()
    await tx
      .insertInto('tracks.booking')
      .values({
        id,
        person_id: person.id,
        start_id: start.id,
        procurement_id: procurement.id,
        state: 'booked',
        booked_at: command.now,
      })
      .execute()
    await moveSeat(tx, start, 1)
    await tx
      .insertInto('candidates.assignment')
      .values({
        id: command.newId(),
        person_id: person.id,
        organisation_id: start.provider,
        purpose: 'training',
        procurement_id: procurement.id,
        from_at: command.now,
        to_at: `${addDays(start.endsOn, 14)}T23:59:59Z`,
      })
      .execute()
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'person',
      streamId: person.id,
      kind: 'tracks.booked',
      subject: id,
      plane: 'person',
      facts: { from: start.startsOn, to: start.endsOn },
    })
    return accept({ id })
  })
}
