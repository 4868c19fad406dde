import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { StoredNotice } from '#domain/procurement'
import { proposeCase, readNotice } from '#outside/notices'
import { idOf } from '../identities.ts'
import { organisationId } from '../organisations.ts'
import { accountId, staffOf } from '../staff.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

type Upload = {
  readonly file: string
  readonly by: string
  readonly state: 'read' | 'accepted' | 'discarded'
  /** Days before the world's day. */
  readonly ago: number
}

/** Notices that somebody has read in: one for Karin Berg to accept, one that became a case, one put aside (PRC-12). */
const uploads: readonly Upload[] = [
  { file: 'synthetic_sv_cn16_employment_two_lots', by: 'procurer', state: 'read', ago: 1 },
  { file: 'cn-social_24', by: 'procurer_care', state: 'read', ago: 3 },
  { file: 'synthetic_sv_cn20_dialogue_reserved', by: 'procurer_care', state: 'accepted', ago: 216 },
  { file: 'cn_24_minimal', by: 'procurer', state: 'discarded', ago: 47 },
]

const noticeId = (file: string): string => idOf('notice', file)

/** The notice and the lot that a case came from. */
export function noticeOf({ notice }: Story): { id: string; lot: string } | undefined {
  return notice && { id: noticeId(notice.file), lot: notice.lot }
}

export function tellNotices({ sheet, journal, calendar }: Stage): void {
  for (const { file, by, state, ago } of uploads) {
    const procurer = staffOf(by)
    const id = noticeId(file)
    const bytes = readFileSync(fileURLToPath(new URL(`../../../docs/examples/notices/${file}.xml`, import.meta.url)))
    const kept = read(file, bytes)
    const organisation = organisationId(procurer.organisation)
    const happening = { stream: 'organisation', streamId: organisation, plane: 'system', subject: id } as const
    const facts = { lots: kept.lots.length }
    const received = journal.write(calendar.workday(-ago), procurer, {
      ...happening,
      kind: 'procurement.notice_received',
      facts,
    })
    if (state === 'discarded')
      journal.write(calendar.workday(1 - ago), procurer, { ...happening, kind: 'procurement.notice_discarded' })
    sheet.add('procurement.notice', {
      id,
      organisation_id: organisation,
      file_name: `${file}.xml`,
      digest: createHash('sha256').update(bytes).digest(),
      reading: JSON.stringify(kept),
      state,
      received_by: accountId(procurer),
      received_at: received,
    })
  }
}

/** What the product keeps of a notice, read by the product's own reader. */
function read(file: string, bytes: Uint8Array): StoredNotice {
  const notice = readNotice(bytes)
  if (!notice.ok) throw new Error(`The notice ${file} cannot be read: ${notice.code}`)
  const { document, noticeId: id, language, issueDate, title, buyers, lots, read: fields, notUnderstood } = notice.value
  return {
    document,
    noticeId: id,
    language,
    issueDate,
    title,
    buyers: buyers.map(({ name }) => ({ name })),
    lots: lots.map(lot => ({
      id: lot.id,
      title: lot.title,
      signals: lot.signals,
      read: lot.read,
      notUnderstood: lot.notUnderstood,
    })),
    read: fields,
    notUnderstood,
    proposals: lots.flatMap(lot => {
      const proposal = proposeCase(notice.value, lot.id)
      return proposal.ok ? [proposal.value] : []
    }),
  }
}
