import { appendEvent, asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import { type LotProposal, type NoticeReading, toKeep } from './notice.ts'
import * as notices from './notice-store.ts'
import type { ProcurementRefusal } from './procurement.ts'
import type { Edge } from './store.ts'

export type ReceiveNotice = {
  readonly fileName: string
  /** SHA-256 of the file's bytes: the same file twice is the same notice. */
  readonly digest: Uint8Array
  /** What an edge has read of the file, and what each lot suggests for a case. */
  readonly reading: NoticeReading
  readonly proposals: readonly LotProposal[]
}

export type Received = { readonly notice: string; readonly already: boolean }

/** Keeps what was read of a notice (PRC-12). The same file again, in the same authority, is the same notice: nothing new is written. */
export function receiveNotice(
  db: Db,
  actor: Actor,
  command: ReceiveNotice & Edge,
): Promise<Outcome<Received, ProcurementRefusal | 'form.key_reused'>> {
  return asActor<Received, ProcurementRefusal>(db, actor, async tx => {
    if (!may(actor, 'notice.receive', { authority: actor.organisation })) return refuse('procurement.not_yours')
    const before = await notices.findNoticeByDigest(tx, actor.organisation, command.digest)
    if (before !== undefined) return accept({ notice: before, already: true })

    const id = command.newId()
    const reading = toKeep(command.reading, command.proposals)
    const { fileName, digest } = command
    const notice = { id, organisation: actor.organisation, fileName, digest, reading, receivedBy: actor.account }
    if (!(await notices.insertNotice(tx, notice, command.now))) {
      const meanwhile = await notices.findNoticeByDigest(tx, actor.organisation, digest)
      if (meanwhile === undefined) throw new Error('A notice with the same digest is there and cannot be found')
      return accept({ notice: meanwhile, already: true })
    }
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'organisation',
      streamId: actor.organisation,
      kind: 'procurement.notice_received',
      subject: id,
      plane: 'system',
      facts: { lots: reading.lots.length },
    })
    return accept({ notice: id, already: false })
  })
}
