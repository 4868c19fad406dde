import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { DB, Tx } from '#db'
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

type Query = SelectQueryBuilder<DB & { p: DB['candidates.person'] }, 'p', object>
type Eb = ExpressionBuilder<DB & { p: DB['candidates.person'] }, 'p'>

/** The people of the actor's own list, fifty a page (ux.md E1). People with protected data are there for the named only. */
export async function listPeople(
  tx: Tx,
  actor: Actor,
  filter: PeopleFilter,
  page: number,
  today: Day,
): Promise<People> {
  const chosen = narrowed(tx, actor, filter, today)
  const counted = await tx
    .selectFrom(
      chosen
        .select('p.id')
        .limit(countedTo + 1)
        .as('some'),
    )
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await ordered(chosen, filter.order)
    .select(['p.id', 'p.number', 'p.status', 'p.waiting_since', 'p.ready_on', 'p.language', 'p.protected'])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const people = rows.map(row => row.id)
  const names = await readNames(tx, people, 'list')
  const permissions = await permissionsOf(tx, people, today)
  return {
    rows: rows.map(row => ({
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
    count: counted.count,
    countedTo,
  }
}

/** The tenant's literal stands first, so that the list's index serves it (trust.md §4.6); the policy says the same again. */
function narrowed(tx: Tx, actor: Actor, filter: PeopleFilter, today: Day): Query {
  const person: Query = tx.selectFrom('candidates.person as p')
  const own = actor.role === 'district_team' ? 'p.district_id' : 'p.matching_id'
  const mine =
    filter.scope === 'own' && actor.role !== 'coordinator'
      ? person.where(own, '=', actor.organisation)
      : person.where('p.id', 'in', eb => assignedTo(eb, actor.organisation))
  return mine
    .$if(filter.status === undefined && filter.number === undefined, query => query.where('p.status', '<>', 'left'))
    .$if(filter.status !== undefined, query => query.where('p.status', '=', filter.status ?? ''))
    .$if(filter.readyBy !== undefined, query => query.where('p.ready_on', '<=', filter.readyBy ?? null))
    .$if(filter.language !== undefined, query => query.where('p.language', '=', filter.language ?? ''))
    .$if(filter.number !== undefined, query => query.where('p.number', '=', filter.number ?? 0))
    .$if(filter.targetGroup !== undefined, query =>
      query.where(sql<boolean>`p.id in (select candidates.of_group(${filter.targetGroup ?? ''}))`),
    )
    .$if(filter.can !== undefined, query =>
      query.where(eb =>
        eb.exists(
          eb
            .selectFrom('candidates.competence as k')
            .select('k.id')
            .whereRef('k.person_id', '=', 'p.id')
            .where('k.concept', '=', filter.can ?? '')
            .where('k.state', '=', 'held'),
        ),
      ),
    )
    .$if(filter.permission !== undefined, query => query.where(eb => hasPermission(eb, filter.permission, today)))
}

function assignedTo(eb: Eb, organisation: string) {
  return eb
    .selectFrom('candidates.assignment as a')
    .select('a.person_id')
    .where('a.organisation_id', '=', organisation)
    .where('a.from_at', '<=', sql<Date>`gate.now()`)
    .where(inner => inner.or([inner('a.to_at', 'is', null), inner('a.to_at', '>', sql<Date>`gate.now()`)]))
}

function hasPermission(eb: Eb, wanted: PeopleFilter['permission'], today: Day) {
  const shown = eb
    .selectFrom('candidates.permission as m')
    .select('m.id')
    .whereRef('m.person_id', '=', 'p.id')
    .where('m.purpose', '=', 'show_to_employer')
    .where('m.valid_to', '>=', today)
  const given = shown.where('m.answer', '=', 'yes').where('m.withdrawn_at', 'is', null)
  const asked = shown.where('m.answer', 'is', null).where('m.replaced_at', 'is', null)
  const soon = given.where('m.valid_to', '<', addDays(today, endsSoonDays))
  if (wanted === 'in_force') return eb.exists(given)
  if (wanted === 'ends_soon') return eb.exists(soon)
  if (wanted === 'asked') return eb.exists(asked)
  return eb.and([eb.not(eb.exists(given)), eb.not(eb.exists(asked))])
}

/** Each order ends in the identity, so that no person is on two pages or on none (ux.md §4.4). */
function ordered(query: Query, order: PeopleFilter['order']): Query {
  if (order === 'number') return query.orderBy('p.number').orderBy('p.id')
  if (order === 'ready') return query.orderBy('p.ready_on').orderBy('p.id')
  return query.orderBy('p.waiting_since').orderBy('p.id')
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
