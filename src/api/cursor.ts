import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'

/**
 * A place in a list, opaque to the caller: which page comes next, of which question. It is bound to the filters it came with, so that it
 * cannot be used with others by mistake. It is no secret and opens nothing: the list is read as the caller each time.
 */
const shape = z.strictObject({ page: z.int().min(2).max(1_000_000), of: z.string().length(12) })

export const cursorAsked = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .openapi({ description: '`next` of the page before, with the same filters.' })

export function writeCursor(page: number, filters: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify({ page, of: digestOf(filters) })).toString('base64url')
}

/** The page that a cursor stands for; 1 without one; undefined when it belongs to another question or was made up. */
export function readCursor(cursor: string | undefined, filters: Readonly<Record<string, unknown>>): number | undefined {
  if (cursor === undefined) return 1
  const parsed = shape.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')))
  return parsed.success && parsed.data.of === digestOf(filters) ? parsed.data.page : undefined
}

function digestOf({ cursor: _, ...filters }: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
