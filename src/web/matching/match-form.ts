import { z } from 'zod'
import { shortlistReasons } from '#domain/matching'
import { listOf, note, seen, ticked, unproposed } from './form-shapes.ts'
import { hrefWith } from './order.tsx'

/** The grid's form has one set of fields and several buttons: each takes what is its own, and lets the others' pass unread. */
const unread = z.unknown().optional()

export const shortlistSchema = z.strictObject({
  person: listOf(seen),
  reason: z.enum(shortlistReasons, 'choose_reason'),
  note,
  proposal_note: unread,
})

export const proposeSchema = z.strictObject({
  person: listOf(unproposed),
  proposal_note: note,
  reason: unread,
  note: unread,
})

export const compareSchema = z.strictObject({
  person: listOf(ticked).refine(people => people.length >= 2 && people.length <= 4, 'choose_two'),
  reason: unread,
  note: unread,
  proposal_note: unread,
})

export const askSchema = z.strictObject({ ask: z.uuid() })

/** The comparison has an address of its own, with identities and never names (ux.md §2.1). */
export function compareHref(procurement: string, query: string, people: readonly string[]): string {
  return `/upphandlingar/${procurement}/matchning${hrefWith(query, { jamfor: people.join(',') })}`
}
