import { asActor, type Db, type Tx } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { type MatchingOperation, mayMatch } from './access.ts'
import type { Candidacy, MatchingCase, MatchingEventKind, MatchingRefusal, Seen } from './matching.ts'
import { type Change, findCase, lockCandidacies, tell, writeChange } from './store.ts'

/** The most people that one form can be about. */
export const mostAtOnce = 50

/** Some candidacies of one case, each as the page showed it. */
export type OnCandidacies = {
  readonly procurement: string
  readonly candidacies: readonly Seen[]
  readonly now: Date
  readonly newId: () => string
}

export type MatchingAnswer = Promise<Outcome<{ people: number }, MatchingRefusal | 'form.key_reused'>>

type Held = Candidacy & { readonly district: string }

type Decided = {
  readonly change: Change
  readonly kind: MatchingEventKind
  readonly facts?: Record<string, string | number>
}

/**
 * The beats that every change of candidacies shares: lock, permission, versions; then the decision for each; then rows and events.
 * All or nothing: one that cannot be changed stops the others, and the sentence says which.
 */
export function changeCandidacies(
  db: Db,
  actor: Actor,
  operation: MatchingOperation,
  command: OnCandidacies,
  decide: (candidacy: Held, tx: Tx, about: MatchingCase) => Promise<Outcome<Decided, MatchingRefusal>>,
  after?: (tx: Tx, candidacy: Held) => Promise<void>,
): MatchingAnswer {
  return asActor<{ people: number }, MatchingRefusal>(db, actor, async tx => {
    if (command.candidacies.length === 0) return refuse('candidacy.nobody_chosen')
    if (command.candidacies.length > mostAtOnce) return refuse('candidacy.too_many', { most: mostAtOnce })
    const about = await findCase(tx, command.procurement)
    const held = await lockCandidacies(tx, command.procurement, { ids: command.candidacies.map(({ id }) => id) })
    if (!about || held.length < new Set(command.candidacies.map(({ id }) => id)).size)
      return refuse('candidacy.not_found')
    if (!mayMatch(actor, operation, about)) return refuse('candidacy.not_yours')
    if (actor.role === 'district_team' && held.some(one => one.district !== actor.organisation))
      return refuse('candidacy.not_yours')
    const seen = new Map(command.candidacies.map(({ id, version }) => [id, version]))
    if (held.some(one => one.version !== seen.get(one.id))) return refuse('candidacy.changed_meanwhile')

    const decided: (readonly [Held, Decided])[] = []
    for (const one of held) {
      const decision = await decide(one, tx, about)
      if (!decision.ok) return decision
      decided.push([one, decision.value])
    }
    for (const [one, { change, ...event }] of decided) {
      await writeChange(tx, one.id, change)
      await tell(tx, one, { id: command.newId(), ...event })
    }
    for (const [one] of decided) await after?.(tx, one)
    return accept({ people: decided.length })
  })
}
