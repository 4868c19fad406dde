import { z } from '@hono/zod-openapi'
import { type Refused, refuse } from '#kernel'
import { readCursor, writeCursor } from './cursor.ts'

/** A page of a list: what is on it, how many there are in all, and where the next one is. */
export function listOf<Item extends z.ZodType>(item: Item, name: string) {
  return z
    .object({
      items: z.array(item),
      total: z.int().min(0).optional(),
      next: z.string().optional().openapi({ description: 'The cursor of the next page; missing on the last one' }),
    })
    .openapi(name)
}

type Question = Readonly<Record<string, unknown>> & { readonly cursor?: string | undefined }
type Lines<Line> = {
  readonly lines: readonly Line[]
  readonly total: number
  readonly page: number
  readonly pages: number
}
type Answer<Line> = { readonly items: readonly Line[]; readonly total: number; readonly next?: string }

/** Reads a page of a list that says how many pages it has. A cursor that leads nowhere is a fault. */
export async function paged<Line>(
  query: Question,
  list: (page: number) => Promise<Lines<Line>>,
): Promise<Answer<Line> | Refused<'cursor.unknown'>> {
  const page = readCursor(query.cursor, query)
  if (page === undefined) return refuse('cursor.unknown')
  const { lines, total, pages, page: shown } = await list(page)
  // A list that has grown shorter shows its last page instead: that one has been read already.
  if (shown !== page) return { items: [], total }
  return { items: lines, total, ...(page < pages ? { next: writeCursor(page + 1, query) } : {}) }
}

export const cursorProblems = {
  'cursor.unknown': { title: 'The cursor does not belong to this question', detail: 'Begin again without it.' },
} as const
