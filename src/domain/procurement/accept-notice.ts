import { asActor, type Db } from '#db'
import { type Actor, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import * as notices from './notice-store.ts'
import { type Opened, type OpenProcurement, recordOpening } from './open.ts'
import type { ProcurementRefusal } from './procurement.ts'
import * as store from './store.ts'

export type AcceptNotice = OpenProcurement & {
  readonly notice: string
  readonly version: number
  /** The lot that becomes a case; several lots of one notice become several cases. */
  readonly lot: string
}

/** A person accepts what a lot of a notice suggests, as it stands in the form after reading and changing it (PRC-12, GEN-4). */
export function acceptNotice(
  db: Db,
  actor: Actor,
  command: AcceptNotice & store.Edge,
): Promise<Outcome<Opened, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    const notice = await notices.lockNotice(tx, command.notice)
    if (!notice) return refuse('notice.not_found')
    if (!may(actor, 'notice.accept', { authority: notice.organisation })) return refuse('notice.not_found')
    if (notice.version !== command.version) return refuse('notice.changed_meanwhile')
    if (notice.state === 'discarded') return refuse('notice.decided')
    if (!notice.lots.includes(command.lot)) return refuse('notice.lot_unknown', { lot: command.lot.slice(0, 60) })
    if (await notices.lotIsTaken(tx, notice.id, command.lot)) return refuse('notice.lot_taken', { lot: command.lot })

    const opened = await recordOpening(tx, actor, command, { notice: notice.id, lot: command.lot })
    if (!opened.ok) return opened
    await notices.changeNotice(tx, notice, 'accepted')
    const facts = { lot: command.lot }
    await store.note(tx, command, command.id, 'procurement.notice_accepted', { subject: notice.id, facts })
    return opened
  })
}
