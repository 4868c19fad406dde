import type { LetterKind } from './letters.ts'

/** Letters to participants, who are left in peace at night. */
const toParticipants: ReadonlySet<LetterKind> = new Set(['permission.asked', 'placement.offered'])

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/Stockholm',
})

const [evening, morning, day] = [20 * 60, 8 * 60, 24 * 60]

/** How many seconds a letter waits: participants' letters from 20 to 8 wait for the morning (ux.md §4.7), others not at all. */
export function waitsSeconds(kind: LetterKind, now: Date): number {
  if (!toParticipants.has(kind)) return 0
  const [hour = 0, minute = 0] = clock.format(now).split(':').map(Number)
  const minutes = hour * 60 + minute
  if (minutes >= evening) return (day - minutes + morning) * 60
  return minutes < morning ? (morning - minutes) * 60 : 0
}
