import type { PeopleTables, RawCounts, Shown } from './reports.ts'
import { stages } from './reports.ts'
import { crossTable, funnel, type LinkedTable, linkTables, suppress } from './suppress.ts'

/** SCB masks tables of persons below five; so do we (trust.md P-A1). */
export const threshold = 5

export type RawPeople = Pick<RawCounts, 'funnel' | 'stayed' | 'places' | 'hires' | 'keys'>

/**
 * Every count of people that is published, of one whole calendar year: what may be shown, and nothing else. All of it is one linked table, since the
 * hires by district and group sum to the funnel's last stage and a filled place holds one of the hired. Years share no month and are published once, so
 * that no two figures can be subtracted for the months between them (GEN-2, trust.md P-A3, P-A5; over-time.test.ts).
 */
export function peopleOf(raw: RawPeople, year: number, least = threshold): PeopleTables {
  const { areas, groups, table } = hiresOf(raw)
  const linked = linkTables(
    [
      funnel(
        'funnel',
        stages.map(stage => ({ stage, count: raw.funnel[stage] })),
      ),
      funnel('stayed', [
        { stage: 'hadTime', count: raw.stayed.hadTime },
        { stage: 'kept', count: raw.stayed.kept },
      ]),
      table,
      filled(raw),
    ],
    [{ total: 'funnel:hired', parts: ['hires:*|*'] }],
  )
  const hidden = suppress(linked, least)
  if (!hidden.ok) throw new Error(`The counts could not be suppressed: ${hidden.code}`)
  const shown = new Map(hidden.value.cells.map(cell => [cell.id, cell.count ?? null]))
  const cell = (id: string): Shown => shown.get(id) ?? null

  return {
    year,
    threshold: least,
    funnel: Object.fromEntries(stages.map(stage => [stage, cell(`funnel:${stage}`)])) as PeopleTables['funnel'],
    stayed: { hadTime: cell('stayed:hadTime'), kept: cell('stayed:kept') },
    places: { all: raw.places.all, filled: cell('places:filled') },
    hires: Object.fromEntries(
      [...areas, '*'].map(area => [
        area,
        Object.fromEntries([...groups, '*'].map(group => [group, cell(`hires:${area}|${group}`)])),
      ]),
    ),
  }
}

/**
 * A filled place holds one of the hired, so the two counts are told apart only by places filled more than once: as many are one count,
 * and a difference is a count of people like any other.
 */
function filled({ funnel: { hired }, places }: RawPeople): LinkedTable {
  const cells = [{ id: 'places:filled', count: places.filled }]
  const again = hired - places.filled
  // More places than people cannot be: nothing is said of them.
  if (again < 0) return { cells: [], sums: [] }
  if (again === 0) return { cells, sums: [{ total: 'funnel:hired', parts: ['places:filled'] }] }
  return {
    cells: [...cells, { id: 'places:again', count: again }],
    sums: [{ total: 'funnel:hired', parts: ['places:filled', 'places:again'] }],
  }
}

/** People hired by district × group. Who came from no district, or by no key, stands in a row or column of "other". */
function hiresOf(raw: RawPeople): { areas: string[]; groups: string[]; table: LinkedTable } {
  const known = raw.keys.flatMap(key => key.areas.map(({ area }) => area))
  const areas = named([...known, ...raw.hires.map(({ area }) => area ?? 'other')])
  const groups = named([...raw.keys.map(key => key.group as string), ...raw.hires.map(({ group }) => group)])
  const counts = areas.map(area =>
    groups.map(group =>
      raw.hires
        .filter(one => (one.area ?? 'other') === area && one.group === group)
        .reduce((sum, one) => sum + one.hired, 0),
    ),
  )
  return { areas, groups, table: crossTable('hires', areas, groups, counts) }
}

/** Each once; never none, since a total without parts would be known to be nought. */
function named(names: readonly string[]): string[] {
  return names.length === 0 ? ['other'] : [...new Set(names)]
}
