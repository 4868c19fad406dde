import { type AccessTable, type Actor, holdsRole } from '#kernel'

export const tracksAccess = {
  'booking.class': {
    roles: ['provider', 'coordinator', 'matching_officer'],
    when: 'a provider sees those booked on its own starts; the others those they may see anyway',
  },
  'booking.book': {
    roles: ['coordinator', 'matching_officer'],
    when: 'the actor can see the person and the procurement',
  },
  'booking.cancel': { roles: ['coordinator', 'matching_officer'], when: 'the actor can see the person' },
  'booking.complete': { roles: ['provider'], when: 'the start is the actor’s organisation’s and has ended' },
  'booking.drop': { roles: ['provider'], when: 'the start is the actor’s organisation’s' },
} as const satisfies AccessTable

export type TracksOperation = keyof typeof tracksAccess

export function mayTracks(actor: Pick<Actor, 'role'>, operation: TracksOperation): boolean {
  return holdsRole(tracksAccess, operation, actor)
}
