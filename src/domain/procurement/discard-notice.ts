import { appendEvent, asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import * as notices from './notice-store.ts'
import type { ProcurementRefusal } from './procurement.ts'
import type { Edge } from './store.ts'

export type DiscardNotice = { readonly notice: string; readonly version: number }

/** Puts a notice aside that will not become a case. One that has become a case stays. */
export function discardNotice(
  db: Db,
  actor: Actor,
  command: DiscardNotice & Edge,
): Promise<Outcome<{ notice: string }, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const notice = await notices.lockNotice(tx, command.notice)
    if (!notice) return refuse('notice.not_found')
    if (!may(actor, 'notice.discard', { authority: notice.organisation })) return refuse('notice.not_found')
    if (notice.version !== command.version) return refuse('notice.changed_meanwhile')
    if (notice.state !== 'read') return refuse('notice.decided')

    await notices.changeNotice(tx, notice, 'discarded')
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'organisation',
      streamId: notice.organisation,
      kind: 'procurement.notice_discarded',
      subject: notice.id,
      plane: 'system',
    })
    return accept({ notice: notice.id })
  })
}
