import { asActor, type Db, type Tx } from '#db'
import { areasOn } from '#domain/organisations'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { may } from './access.ts'
import type { CaseInputs, Need, ProcurementRefusal } from './procurement.ts'
import { proposeDates } from './steps.ts'
import * as store from './store.ts'

export type OpenProcurement = CaseInputs & {
  readonly id: string
  readonly need: Need
  /** The team may begin: the need is submitted and not only a draft. */
  readonly submit: boolean
}

export type Opened = { readonly id: string; readonly number: string }

/** Opens a case by hand with the six inputs of TGT-1. Its number follows the last one of the year without a gap. */
export function openProcurement(
  db: Db,
  actor: Actor,
  command: OpenProcurement & store.Edge,
): Promise<Outcome<Opened, ProcurementRefusal | 'form.key_reused'>> {
  return asActor(db, actor, async tx => {
    if (!may(actor, 'procurement.open', { authority: actor.organisation })) return refuse('procurement.not_yours')
    return recordOpening(tx, actor, command, {})
  })
}

/** The opening itself, by hand or from a notice. */
export async function recordOpening(
  tx: Tx,
  actor: Actor,
  command: OpenProcurement & store.Edge,
  source: { readonly notice?: string; readonly lot?: string },
): Promise<Outcome<Opened, ProcurementRefusal>> {
  const { need, now, today } = command
  if (command.contractEnd < command.contractStart) return refuse('procurement.ends_before_it_begins')
  if (!(await areaIsKnown(tx, need, today))) return refuse('need.area_unknown')

  const number = await store.nextNumber(tx, Number(today.slice(0, 4)))
  await store.insertProcurement(
    tx,
    {
      id: command.id,
      number,
      title: command.title,
      authority: actor.organisation,
      procurer: actor.appointment,
      contractStart: command.contractStart,
      contractEnd: command.contractEnd,
      cpv: command.cpv,
      valueOre: command.valueOre,
      dates: proposeDates(today, command.contractStart, command.contractEnd),
      ...source,
    },
    now,
  )
  await store.note(tx, command, command.id, 'procurement.opened', { facts: { number } })
  await store.writeNeed(tx, command.id, need, 1, command.submit ? now : null)
  const kind = command.submit ? 'procurement.need_submitted' : 'procurement.need_saved'
  await store.note(tx, command, command.id, kind, { facts: { places: need.places } })
  return accept({ id: command.id, number })
}

/** The whole city, or an area of a set that is in force. */
export async function areaIsKnown(tx: Tx, need: Need, today: store.Edge['today']): Promise<boolean> {
  if (need.area === undefined) return true
  return (await areasOn(tx, today)).some(area => area.id === need.area)
}
