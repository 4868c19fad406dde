/** booked → completed | dropped | cancelled. Only a booked seat moves; a cancelled or dropped one is given back. */
export const bookingMoves = {
  booked: ['completed', 'dropped', 'cancelled'],
  completed: [],
  dropped: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>

export type BookingState = keyof typeof bookingMoves

export type TracksRefusal =
  | 'booking.not_found'
  | 'booking.not_yours'
  | 'booking.changed_meanwhile'
  | 'booking.full'
  | 'booking.already_begun'
  | 'booking.already_booked'
  | 'booking.not_booked'
  | 'booking.not_ended'
