import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import {
  type LotProposal,
  listNotices,
  type NoticeReading,
  procurementAccess,
  receiveNotice,
  viewNotice,
} from '#domain/procurement'
import type { Outcome } from '#kernel'
import { cursorAsked } from '../cursor.ts'
import { count, id, instant, text, version } from '../fields.ts'
import { type Operation, reading, writing } from '../operation.ts'
import { cursorProblems, listOf, paged } from '../paging.ts'
import { noticeProblems } from './notice-problems.ts'
import { storedNotice } from './notice-shapes.ts'
import { procurementProblems } from './procurement-problems.ts'

/** The reader of eForms files, handed over by main.ts: this room does not know the outside. Methods, so that a narrower reading fits. */
export type NoticeTools = {
  readNotice(file: Uint8Array): Outcome<NoticeReading, string>
  proposeCase(reading: NoticeReading, lot: string): Outcome<LotProposal, string>
}

const states = ['read', 'accepted', 'discarded'] as const
const common = { access: procurementAccess, tag: 'Notices' } as const
const mostXml = 5 * 1024 * 1024

export function notices(tools: NoticeTools): readonly Operation[] {
  return [
    reading({
      ...common,
      path: '/notices',
      operation: 'notice.list',
      summary: 'The notices one’s authority has read in, newest first',
      query: z.strictObject({ cursor: cursorAsked }),
      answer: listOf(
        z
          .object({
            id,
            fileName: z.string(),
            title: z.string().optional(),
            buyer: z.string().optional(),
            lots: count,
            lotsWithEmployment: count.openapi({ description: 'Lots with a clear sign of employment' }),
            state: z.enum(states),
            receivedAt: instant,
          })
          .openapi('NoticeLine'),
        'NoticeList',
      ),
      titles: cursorProblems,
      view: ({ tx, actor, query }) => paged(query, page => listNotices(tx, actor, page)),
    }),
    reading({
      ...common,
      path: '/notices/{notice}',
      operation: 'notice.view',
      summary: 'What was read of a notice and what was not, and what each lot suggests for a case',
      answer: z
        .object({
          id,
          fileName: z.string(),
          state: z.enum(states),
          receivedAt: instant,
          version,
          reading: storedNotice,
          cases: z.array(z.object({ id, number: z.string(), lot: z.string() })),
        })
        .openapi('Notice'),
      view: ({ tx, actor, params }) => viewNotice(tx, actor, params.notice),
    }),
    writing({
      ...common,
      method: 'post',
      path: '/notices',
      operation: 'notice.receive',
      summary: 'Read in an eForms notice (XML)',
      description:
        'The file itself is not kept. The same file again is the same notice. A person accepts a lot into a case.',
      query: z.strictObject({ fileName: text(1, 200).default('notice.xml') }),
      limit: mostXml,
      status: 201,
      answer: z.object({ notice: id, already: z.boolean() }).openapi('NoticeReceived'),
      titles: { ...procurementProblems, ...noticeProblems },
      decide: async ({ db, actor, today, now, newId, query, body }) => {
        const read = tools.readNotice(body)
        if (!read.ok) return read
        const proposals = read.value.lots.flatMap(lot => {
          const proposal = tools.proposeCase(read.value, lot.id)
          return proposal.ok ? [proposal.value] : []
        })
        const digest = createHash('sha256').update(body).digest()
        return receiveNotice(db, actor, {
          fileName: query.fileName,
          digest,
          reading: read.value,
          proposals,
          today,
          now,
          newId,
        })
      },
      location: ({ notice }) => `/notices/${notice}`,
    }),
  ]
}
