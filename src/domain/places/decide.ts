import { asActor, type Db } from '#db'
import { type Actor, accept, type Day, type Outcome, refuse } from '#kernel'
import { mayPlaces } from './access.ts'
import { type PlacesRefusal, selfCheckQuestions, type TargetGroup } from './places.ts'
import { decideDecision, decideProposal } from './rules.ts'
import { standingOf } from './standing.ts'
import { givePlaces, keepProposal, lockApportionment, lockLedger, markDecided, recordDecision } from './store.ts'

/** `shown` is the order of areas as the page showed it: what is decided is what was seen, or nothing. */
export type DecideApportionment = {
  readonly procurement: string
  readonly targetGroup: TargetGroup
  readonly shown: readonly (string | null)[]
  readonly version: number
  readonly today: Day
  readonly now: Date
  readonly newId: () => string
}

/**
 * Decides the apportionment: each place gets its district, the year's ledger moves, and the case's history says so (TGT-4).
 * Refuses without the self-check (TGT-7), and when another decision has moved the ledger since the page was drawn.
 */
export function decideApportionment(
  db: Db,
  actor: Actor,
  command: DecideApportionment,
): Promise<Outcome<{ id: string }, PlacesRefusal | 'form.key_reused'>> {
  return asActor<{ id: string }, PlacesRefusal>(db, actor, async tx => {
    const held = await lockApportionment(tx, command.procurement)
    if (!mayPlaces(actor, 'places.decide')) return refuse('places.not_yours')
    if (held?.state === 'decided') return refuse('places.already_decided')
    if ((held?.version ?? 0) !== command.version) return refuse('places.changed_meanwhile')
    const first = await standingOf(tx, command.procurement, command.targetGroup, command.today)
    if (!first.ok) return first
    await lockLedger(tx, first.value.key.id, first.value.year)
    // Read again under the lock: the ledger may have moved while we waited for it.
    const standing = await standingOf(tx, command.procurement, command.targetGroup, command.today)
    if (!standing.ok) return standing

    const proposal = decideProposal(standing.value, held?.calculation.passes ?? [], held?.calculation.overrides ?? [])
    if (!proposal.ok) return proposal
    const checks = await tx
      .selectFrom('places.self_check')
      .select('question')
      .where('procurement_id', '=', command.procurement)
      .where('question', 'in', [...selfCheckQuestions])
      .execute()
    const decision = decideDecision(
      command.shown,
      proposal.value,
      checks as { question: (typeof selfCheckQuestions)[number] }[],
    )
    if (!decision.ok) return decision

    const ids = { apportionment: command.newId(), passes: proposal.value.passes.map(() => command.newId()) }
    const kept = await keepProposal(tx, held, standing.value, decision.value, ids, command.now)
    await givePlaces(
      tx,
      kept.id,
      standing.value,
      decision.value,
      decision.value.output.order.map(() => command.newId()),
    )
    await markDecided(tx, kept.id, command.now)
    await recordDecision(tx, standing.value, kept.id, decision.value, command.newId)
    return accept({ id: kept.id })
  })
}
