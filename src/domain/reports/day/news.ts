import { sql } from 'kysely'
import type { HistoryLine, Tx } from '#db'
import type { Actor } from '#kernel'

/** One thing that somebody else did in a case or with a person of the actor's. */
export type NewsLine = HistoryLine & {
  /** "2026-041 Golventreprenad Lundby", or the person's number; empty when it was several people. */
  readonly about: string
  readonly href: string
  /** How many times it happened there: six answers in a case are one line. */
  readonly times: number
}

const most = 8
const looked = 80

type Row = {
  id: string
  at: Date
  kind: string
  actor_name: string
  role: string
  organisation: string | null
  reason: string | null
  on_behalf_of: string | null
  facts: unknown
  stream: string
  stream_id: string
  title: string | null
  number: number | null
}

/** What others have done the last seven days in what the actor may read, latest first. Policies leave out the rest. */
export async function viewNews(tx: Tx, actor: Actor): Promise<NewsLine[]> {
  const { rows } = await sql<Row>`
    select e.id, e.at, e.kind, e.actor_name, e.role, o.name as organisation, e.reason, e.on_behalf_of, e.facts, e.stream, e.stream_id,
      c.number || ' ' || c.title as title, p.number
    from log.event e left join organisations.organisation o on o.id = e.organisation_id
      left join procurement.procurement c on c.id = e.stream_id left join candidates.person p on p.id = e.stream_id
    where e.at > gate.now() - interval '7 days' and e.at <= gate.now() and e.organisation_id is distinct from ${actor.organisation}
      and e.stream in ('procurement', 'person') and e.kind not in ('tracks.completed')
    order by e.at desc, e.id limit ${looked}`.execute(tx)
  return grouped(rows)
}

/** What the same person did alike is one line: in one case, or with several people. */
function grouped(rows: readonly Row[]): NewsLine[] {
  const keyOf = (row: Row): string => `${row.kind} ${row.actor_name} ${row.stream === 'person' ? '' : row.stream_id}`
  const groups = [...Map.groupBy(rows, keyOf).values()].slice(0, most)
  return groups.flatMap(([row, ...others]) => {
    if (!row) return []
    const single = others.every(other => other.stream_id === row.stream_id)
    return [{ ...lineOf(row, others.length + 1), ...(single ? {} : { about: '', href: '' }) }]
  })
}

function lineOf(row: Row, times: number): NewsLine {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    actorName: row.actor_name,
    role: row.role,
    organisationName: row.organisation,
    reason: row.reason,
    onBehalfOf: row.on_behalf_of,
    facts: row.facts as HistoryLine['facts'],
    about: row.title ?? (row.number === null ? '' : String(row.number)),
    href: row.stream === 'person' ? `/personer/${row.stream_id}` : `/upphandlingar/${row.stream_id}`,
    times,
  }
}
