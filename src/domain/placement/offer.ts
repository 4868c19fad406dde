import { asActor, type Db } from '#db'
import { closeRest, lockCard, markAnswered } from '#domain/matching'
import { type Actor, accept, dayOf, type Outcome, refuse } from '#kernel'
import { mayPlacement } from './access.ts'
import type { OfferTerms, PlacementRefusal } from './placement.ts'
import { decideOffer } from './rules.ts'
import { freePlaces, insertOffer, lockPlaces, readPeriod, tell } from './store.ts'

/** `candidacy` and `version` are those of the card the employer looked at, in the case `procurement`. */
export type OfferPlacement = OfferTerms & {
  readonly procurement: string
  readonly candidacy: string
  readonly version: number
  readonly now: Date
  readonly newId: () => string
}

/**
 * The employer chooses (PRC-7: the supplier decides): the card is answered, a free place of the case is taken, and the offer stands, all or nothing.
 * The person's own district's place goes first; when it has none left any free place does, and the event says so (GEN-4). With the last place taken
 * nobody else in the case is needed. Refuses when there is no place, however many choose at once (trust.md R4).
 */
export function offerPlacement(
  db: Db,
  actor: Actor,
  command: OfferPlacement,
): Promise<Outcome<{ placement: string; procurement: string }, PlacementRefusal | 'form.key_reused'>> {
  return asActor<{ placement: string; procurement: string }, PlacementRefusal>(db, actor, async tx => {
    // The case's places before the card: whoever takes the last place closes the others' cards, and must not wait for those who wait for it.
    await lockPlaces(tx, command.procurement)
    const card = await lockCard(tx, command.candidacy)
    if (!card || card.procurement !== command.procurement) return refuse('placement.not_found')
    if (!mayPlacement(actor, 'placement.offer', { employer: actor.organisation, person: card.person }))
      return refuse('placement.not_yours')
    if (card.version !== command.version) return refuse('placement.changed_meanwhile')
    if (card.state !== 'presented' && card.state !== 'wanted') return refuse('placement.already_answered')
    const period = await readPeriod(tx, card.procurement)
    if (!period?.open) return refuse('placement.case_closed')
    const decision = decideOffer(command, period, dayOf(command.now))
    if (!decision.ok) return decision

    const free = await freePlaces(tx, card.procurement)
    const place = free.find(one => one.area === card.area) ?? free[0]
    if (!place) return refuse('placement.no_free_place')

    if (!(await markAnswered(tx, card, 'chosen', { id: command.newId() }))) return refuse('placement.changed_meanwhile')
    const placement = command.newId()
    await insertOffer(tx, {
      ...decision.value,
      id: placement,
      procurement: card.procurement,
      place: place.id,
      candidacy: card.id,
      person: card.person,
      employer: actor.organisation,
      now: command.now,
    })
    const about = { id: placement, procurement: card.procurement }
    const facts = { place: place.number, otherDistrict: place.area === card.area ? 'no' : 'yes' }
    await tell(tx, about, { id: command.newId(), kind: 'placement.offered', facts })
    if (free.length === 1) await closeRest(tx, card.procurement)
    return accept({ placement, procurement: card.procurement })
  })
}
