import { z } from 'zod'
import { meetingNotes } from '#domain/matching'
import { day, listOf, seen } from './form-shapes.ts'

/** One form, several buttons: each takes what is its own, and lets the others' fields pass unread. */
const unread = z.unknown().optional()

export const tickedSchema = z.strictObject({ candidacy: listOf(seen), note: unread, on: unread })

export const noteSchema = z.strictObject({
  candidacy: listOf(seen),
  note: z.enum(meetingNotes, 'choose_note'),
  on: day,
})

export const presentSchema = z.strictObject({ candidacy: listOf(seen), shownTo: day })
