import { sql } from 'kysely'
import { appendEvent, asActor, type Db } from '#db'
import { lockStart, moveSeat } from '#domain/catalogue'
import { type Actor, accept, type Day, type Outcome, refuse } from '#kernel'
import { mayTracks, type TracksOperation } from './access.ts'
import { type BookingState, bookingMoves, type TracksRefusal } from './tracks.ts'

export type EndBooking = {
  readonly booking: string
  readonly to: 'completed' | 'dropped' | 'cancelled'
  readonly version: number
  readonly today: Day
  readonly newId: () => string
}

const operations: Record<EndBooking['to'], TracksOperation> = {
  completed: 'booking.complete',
  dropped: 'booking.drop',
  cancelled: 'booking.cancel',
}

/**
 * Ends a booking. Completed: the person has what the course teaches, and the course must have ended. Dropped or cancelled: the seat
 * is free again.
 */
export function endBooking(
  db: Db,
  actor: Actor,
  command: EndBooking,
): Promise<Outcome<{ id: string }, TracksRefusal | 'form.key_reused'>> {
  return asActor<{ id: string }, TracksRefusal>(db, actor, async tx => {
    const booking = await tx
      .selectFrom('tracks.booking')
      .select(['id', 'person_id', 'start_id', 'state', 'version'])
      .where('id', '=', command.booking)
      .forUpdate()
      .executeTakeFirst()
    const start = booking && (await lockStart(tx, booking.start_id))
    if (!booking || !start) return refuse('booking.not_found')
    if (!mayTracks(actor, operations[command.to])) return refuse('booking.not_yours')
    if (booking.version !== command.version) return refuse('booking.changed_meanwhile')
    const moves: readonly string[] = bookingMoves[booking.state as BookingState]
    if (!moves.includes(command.to)) return refuse('booking.not_booked')
    if (command.to === 'completed' && start.endsOn > command.today)
      return refuse('booking.not_ended', { day: start.endsOn })

    await tx
      .updateTable('tracks.booking')
      .set({ state: command.to, version: sql`version + 1` })
      .where('id', '=', booking.id)
      .execute()
    if (command.to === 'completed') {
      const ids = Array.from({ length: 20 }, () => command.newId())
      await sql`select tracks.give_competences(${booking.id}::uuid, ${ids}::uuid[])`.execute(tx)
    } else await moveSeat(tx, start, -1)
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'person',
      streamId: booking.person_id,
      kind: `tracks.${command.to}`,
      subject: booking.id,
      plane: 'person',
    })
    return accept({ id: booking.id })
  })
}
