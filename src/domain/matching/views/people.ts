import { sql } from 'kysely'
import type { Tx } from '#db'
import type { ListOrder } from '#domain/competence'
import type { Actor } from '#kernel'
import type { CandidacyState } from '../matching.ts'
import { availableStatuses } from '../rules.ts'
import type { PersonRow } from './lines.ts'

/** How many of one's own people are held against a profile at once, first in the chosen order. The page says so when there are more. */
export const mostLookedAt = 200

/** A person with whether it is protected: such a person comes only to those who are named for it, and stands in no grid. */
export type Found = PersonRow & { readonly protected: boolean }

const columns = [
  'p.id',
  'p.number',
  'p.status',
  'p.waiting_since',
  'p.ready_on',
  'p.district_id',
  'p.protected',
] as const

/** Everybody with a candidacy in a case that the actor may know of. A case has dozens, not thousands. */
export async function peopleOfCase(
  tx: Tx,
  procurement: string,
  states: readonly CandidacyState[],
  district?: string,
): Promise<Found[]> {
  let query = tx
    .selectFrom('matching.candidacy as c')
    .innerJoin('candidates.person as p', 'p.id', 'c.person_id')
    .select(columns)
    .select(['c.id as candidacy_id', 'c.state', 'c.version'])
    .where('c.procurement_id', '=', procurement)
    .where('c.state', 'in', [...states])
    .orderBy('p.number')
    .orderBy('p.id')
    .limit(mostLookedAt)
  if (district !== undefined) query = query.where('c.district_id', '=', district)
  const rows = await query.execute()
  return rows.map(({ candidacy_id, state, version, ...person }) => ({
    ...person,
    candidacy: { id: candidacy_id, state: state as CandidacyState, version },
  }))
}

/**
 * The actor's own people who look for work and have no candidacy in the case, first in the chosen order.
 * @returns at most `mostLookedAt`, and whether there are more
 */
export async function ownPeople(
  tx: Tx,
  actor: Pick<Actor, 'role' | 'organisation'>,
  procurement: string,
  order: ListOrder,
): Promise<{ people: Found[]; more: boolean }> {
  if (actor.role !== 'matching_officer' && actor.role !== 'district_team') return { people: [], more: false }
  const own = actor.role === 'matching_officer' ? 'p.matching_id' : 'p.district_id'
  const by = { waiting_longest: 'p.waiting_since', ready_first: 'p.ready_on', number: 'p.number' } as const
  const people = await tx
    .selectFrom('candidates.person as p')
    .select(columns)
    .where(own, '=', actor.organisation)
    .where('p.status', 'in', [...availableStatuses])
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('matching.candidacy as c')
            .select(sql`1`.as('one'))
            .whereRef('c.person_id', '=', 'p.id')
            .where('c.procurement_id', '=', procurement),
        ),
      ),
    )
    .orderBy(by[order])
    .orderBy('p.id')
    .limit(mostLookedAt + 1)
    .execute()
  return { people: people.slice(0, mostLookedAt), more: people.length > mostLookedAt }
}
