import { sql } from 'kysely'
import type { Tx } from '#db'
import { inOrder, type ListOrder } from '#domain/competence'
import type { Actor, Day } from '#kernel'
import { type MatchingOperation, mayMatch } from '../access.ts'
import { candidacyStates } from '../matching.ts'
import { areaOf } from '../store.ts'
import { type Grid, open, part } from './grid.ts'
import { type CaseHead, headOf } from './head.ts'
import { type Line, linesOf, withNames } from './lines.ts'
import { mostLookedAt, ownPeople, peopleOfCase } from './people.ts'

export type Proposals = {
  readonly head: CaseHead
  /** The district's own places in the case; all of them for the matching side. */
  readonly ownPlaces: number
  readonly ownArea?: string
  readonly order: ListOrder
  /** Whom the actor has proposed, or the whole case's for the matching side. */
  readonly proposed: readonly Line[]
  /** One's own who could be proposed: the first fifty in the chosen order; `total` is how many there are. */
  readonly people: readonly Line[]
  readonly total: number
  readonly hidden: Grid['hidden']
  readonly lookedAt?: number
  readonly handledApart: readonly string[]
  readonly allowed: readonly MatchingOperation[]
}

const mostShown = 50

/** The page from which people are proposed (ux.md D6): one's own places, whom one has proposed, and whom one could. */
export async function viewProposals(
  tx: Tx,
  actor: Actor,
  procurement: string,
  query: { readonly order: ListOrder; readonly all?: boolean; readonly today: Day },
): Promise<Proposals | undefined> {
  const found = await headOf(tx, procurement, query.today)
  if (!found || !mayMatch(actor, 'matching.proposals', found.about)) return undefined
  const { about, ...head } = found
  const district = actor.role === 'district_team' ? actor.organisation : undefined
  const area = district === undefined ? undefined : await areaOf(tx, district)
  const frame = {
    procurement,
    firstDay: head.starts,
    today: query.today,
    eligibility: true,
    employer: head.employer?.id,
    ...(head.profile ? { profile: head.profile } : {}),
  }
  const candidates = await peopleOfCase(tx, procurement, candidacyStates, district)
  const ownPlaces = district === undefined ? head.places : await countPlaces(tx, procurement, area)
  const canPropose = about.open && ownPlaces > 0
  // Where nothing can be proposed nobody is looked at: least data.
  const own = canPropose ? await ownPeople(tx, actor, procurement, query.order) : { people: [], more: false }
  const { shown, hidden } = part(await linesOf(tx, open(own.people), frame), head, query.all === true)
  return {
    head,
    ownPlaces,
    ...(area === undefined ? {} : { ownArea: area }),
    order: query.order,
    proposed: await withNames(tx, await linesOf(tx, open(candidates), frame), 'propose', procurement),
    people: await withNames(tx, inOrder(shown, query.order).slice(0, mostShown), 'propose', procurement),
    total: shown.length,
    hidden,
    ...(own.more ? { lookedAt: mostLookedAt } : {}),
    handledApart: [...candidates, ...own.people].filter(one => one.protected).map(one => String(one.number)),
    allowed: canPropose ? ['matching.propose', 'matching.withdraw'] : ['matching.withdraw'],
  }
}

async function countPlaces(tx: Tx, procurement: string, area: string | undefined): Promise<number> {
  if (area === undefined) return 0
  const row = await tx
    .selectFrom('places.place')
    .select(sql<number>`count(*)::int`.as('places'))
    .where('procurement_id', '=', procurement)
    .where('area_id', '=', area)
    .where('state', '=', 'apportioned')
    .executeTakeFirstOrThrow()
  return row.places
}
