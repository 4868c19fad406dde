import { sql } from 'kysely'
import type { Tx } from '#db'
import { type Actor, addDays, type Day, dayOf } from '#kernel'
import type { PersonStatus } from '../candidates.ts'
import { endsSoonDays } from '../permission-rules.ts'
import { readNames } from './names.ts'

/** `own`: of the actor's own unit or district; `assigned`: lent to the actor's organisation by assignment. */
export const peopleScopes = ['own', 'assigned'] as const
export const peoplePermissions = ['in_force', 'ends_soon', 'asked', 'none'] as const
/** The order is the user's own choice; there is none by how well somebody fits (GEN-4). */
export const peopleOrders = ['waiting', 'ready', 'number'] as const

export type PeopleFilter = {
  readonly scope: (typeof peopleScopes)[number]
  readonly status?: PersonStatus
  /** Ready on this day or before. */
  readonly readyBy?: Day
  readonly language?: string
  readonly targetGroup?: string
  /** A concept the person is noted to hold. */
  readonly can?: string
  readonly permission?: (typeof peoplePermissions)[number]
  /** The number people know the person by. */
  readonly number?: number
  readonly order: (typeof peopleOrders)[number]
}

export type PersonRow = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly status: PersonStatus
  readonly waitingSince: Day
  readonly readyOn: Day | null
  readonly language: string
  readonly protected: boolean
  /** Towards employers: the last day of the longest permission in force, else since when a question waits. */
  readonly permission: { readonly until?: Day; readonly askedOn?: Day }
}

export type People = {
  readonly rows: readonly PersonRow[]
  readonly page: number
  readonly pageSize: number
  /** At most `countedTo`; more is said to be more, so that no page counts a whole city. */
  readonly count: number
  readonly countedTo: number
}

const pageSize = 50
const countedTo = 1000

/**
 * The people of the actor's own list, fifty a page (ux.md E1). People with protected data are there for the named only. Which people is answered by
 * `candidates.search`, which holds the rule inside; what is told of them is read under the policies.
 */
export async function listPeople(
  tx: Tx,
  actor: Actor,
  filter: PeopleFilter,
  page: number,
  today: Day,
): Promise<People> {
  const { people, found } = await search(tx, actor, filter, today, (page - 1) * pageSize)
  const rows = await tx
    .selectFrom('candidates.person as p')
    .select(['p.id', 'p.number', 'p.status', 'p.waiting_since', 'p.ready_on', 'p.language', 'p.protected'])
    .where('p.id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .execute()
  const names = await readNames(tx, people, 'list')
  const permissions = await permissionsOf(tx, people, today)
  const place = new Map(people.map((id, index) => [id, index]))
  return {
    rows: rows
      .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
      .map(row => ({
        id: row.id,
        number: row.number,
        name: names.get(row.id) ?? '',
        status: row.status as PersonStatus,
        waitingSince: row.waiting_since,
        readyOn: row.ready_on,
        language: row.language,
        protected: row.protected,
        permission: permissions.get(row.id) ?? {},
      })),
    page,
    pageSize,
    count: found,
    countedTo,
  }
}

/** Identities of one page in the order chosen. Each order ends in the identity, so that no person is on two pages or on none (ux.md §4.4). */
async function search(
  tx: Tx,
  actor: Actor,
  filter: PeopleFilter,
  today: Day,
  skip: number,
): Promise<{ people: readonly string[]; found: number }> {
  const scope = actor.role === 'coordinator' ? 'assigned' : filter.scope
  const { rows } = await sql<{ people: string[]; found: number }>`
    select people, found from candidates.search(${scope}, ${filter.status ?? null}, ${filter.readyBy ?? null}::date, ${filter.language ?? null},
      ${filter.targetGroup ?? null}, ${filter.can ?? null}, ${filter.permission ?? null}, ${addDays(today, endsSoonDays)}::date, ${filter.number ?? null}::int, ${filter.order},
      ${skip}::int, ${pageSize}::int)`.execute(tx)
  return rows[0] ?? { people: [], found: 0 }
}

async function permissionsOf(
  tx: Tx,
  people: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, PersonRow['permission']>> {
  if (people.length === 0) return new Map()
  const rows = await tx
    .selectFrom('candidates.permission as m')
    .select(['m.person_id', 'm.answer', 'm.asked_at', 'm.valid_to'])
    .where('m.person_id', 'in', [...people])
    .where('m.purpose', '=', 'show_to_employer')
    .where('m.valid_to', '>=', today)
    .where('m.withdrawn_at', 'is', null)
    .where('m.replaced_at', 'is', null)
    .orderBy('m.valid_to')
    .orderBy('m.id')
    .execute()
  const found = new Map<string, { until?: Day; askedOn?: Day }>()
  for (const row of rows) {
    const before = found.get(row.person_id) ?? {}
    if (row.answer === 'yes') found.set(row.person_id, { ...before, until: row.valid_to })
    if (row.answer === null) found.set(row.person_id, { ...before, askedOn: dayOf(row.asked_at) })
  }
  return found
}
