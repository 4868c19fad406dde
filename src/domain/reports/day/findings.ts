import type { Tx } from '#db'
import type { Day } from '#kernel'

/** One kind of thing that does not add up, and a few of the things themselves. */
export type FindingGroup = {
  readonly kind: string
  readonly n: number
  readonly items: readonly {
    readonly id: string
    readonly href: string
    readonly facts: Readonly<Record<string, string | number>>
    readonly since: Day
  }[]
}

const most = 200
const shownOfEach = 4

/** What the nightly check found for the actor's organisation and role, by kind, the longest list first (ux.md §4.6). */
export async function viewFindings(tx: Tx): Promise<FindingGroup[]> {
  const rows = await tx
    .selectFrom('reports.finding')
    .select(['id', 'kind', 'subject_kind', 'subject_id', 'procurement_id', 'facts', 'found_on'])
    .where('gone_on', 'is', null)
    .orderBy('found_on')
    .orderBy('id')
    .limit(most)
    .execute()
  const kinds = Map.groupBy(rows, row => row.kind)
  return [...kinds]
    .map(([kind, found]) => ({
      kind,
      n: found.length,
      items: found.slice(0, shownOfEach).map(row => ({
        id: row.id,
        href: hrefOf(row),
        facts: row.facts as Record<string, string | number>,
        since: row.found_on,
      })),
    }))
    .toSorted((a, b) => b.n - a.n || a.kind.localeCompare(b.kind))
}

function hrefOf(row: { subject_kind: string; subject_id: string; procurement_id: string | null }): string {
  switch (row.subject_kind) {
    case 'person':
      return `/personer/${row.subject_id}`
    case 'report':
      return `/rapporter/${row.subject_id}`
    case 'intervention':
      return '/insatser'
    case 'log':
      return '/granskning'
    case 'permission':
      return '/medgivanden'
    default:
      return row.procurement_id === null ? '/upphandlingar' : `/upphandlingar/${row.procurement_id}`
  }
}
