import { asActor, type Db } from '#db'
import { type Actor, accept, type Day, type Outcome, refuse } from '#kernel'
import { mayPlaces } from './access.ts'
import type { Override, Pass, PlacesRefusal, TargetGroup } from './places.ts'
import { decideProposal } from './rules.ts'
import { standingOf } from './standing.ts'
import { keepProposal, lockApportionment, lockLedger } from './store.ts'

/** `version` is that of the proposal on the page; 0 when there was none. */
export type ProposeApportionment = {
  readonly procurement: string
  readonly targetGroup: TargetGroup
  readonly passes: readonly Pass[]
  readonly overrides: readonly Override[]
  readonly version: number
  readonly today: Day
  readonly now: Date
  readonly newId: () => string
}

/** Keeps a changed proposal: another key, districts that pass, places given outside the order, each with its reason (TGT-4, GEN-4). */
export function proposeApportionment(
  db: Db,
  actor: Actor,
  command: ProposeApportionment,
): Promise<Outcome<{ id: string }, PlacesRefusal | 'form.key_reused'>> {
  return asActor<{ id: string }, PlacesRefusal>(db, actor, async tx => {
    const held = await lockApportionment(tx, command.procurement)
    if (!mayPlaces(actor, 'places.propose')) return refuse('places.not_yours')
    if (held?.state === 'decided') return refuse('places.already_decided')
    if ((held?.version ?? 0) !== command.version) return refuse('places.changed_meanwhile')
    const standing = await standingOf(tx, command.procurement, command.targetGroup, command.today)
    if (!standing.ok) return standing
    await lockLedger(tx, standing.value.key.id, standing.value.year)

    const decision = decideProposal(standing.value, command.passes, command.overrides)
    if (!decision.ok) return decision
    const ids = { apportionment: command.newId(), passes: command.passes.map(() => command.newId()) }
    const kept = await keepProposal(tx, held, standing.value, decision.value, ids, command.now)
    return accept({ id: kept.id })
  })
}
