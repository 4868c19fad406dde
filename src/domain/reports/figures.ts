import { type Employment, type EmploymentClause, endReasonOf, type Fulfilment, fulfilment } from '#domain/procurement'
import { addDays, type Day } from '#kernel'
import { decisionsOf } from './decisions.ts'
import type { RawCommitment, RawCounts, Shown, SnapshotPeriod, SnapshotTables } from './reports.ts'
import { stages } from './reports.ts'
import { crossTable, funnel, type LinkedTable, linkTables, suppress } from './suppress.ts'

/** SCB masks tables of persons below five; so do we (trust.md P-A1). */
export const threshold = 5

export type YearOfHires = Pick<RawCounts, 'hires' | 'keys'> & { readonly year: number }

/**
 * A snapshot from raw counts: what may be shown, and nothing else. `last` holds the hires of the last whole calendar year, which are told apart by
 * district and group; the rest is of the twelve months of the period, for the whole city.
 */
export function tablesFrom(
  raw: RawCounts,
  last: YearOfHires,
  { to }: SnapshotPeriod,
  least = threshold,
): SnapshotTables {
  const measured = raw.commitments.map(one => fulfilmentOf(one, to))
  const { areas, groups, table } = hiresOf(last)
  const linked = linkTables([
    funnel(
      'funnel',
      stages.map(stage => ({ stage, count: raw.funnel[stage] })),
    ),
    funnel('stayed', [
      { stage: 'hadTime', count: raw.stayed.hadTime },
      { stage: 'kept', count: raw.stayed.kept },
    ]),
    table,
  ])
  const hidden = suppress(linked, least)
  if (!hidden.ok) throw new Error(`The counts could not be suppressed: ${hidden.code}`)
  const shown = new Map(hidden.value.cells.map(cell => [cell.id, cell.count ?? null]))
  const cell = (id: string): Shown => shown.get(id) ?? null
  const of = (state: Fulfilment['state']): number => measured.filter(one => one.state === state).length

  return {
    edition: 1,
    threshold: least,
    funnel: Object.fromEntries(stages.map(stage => [stage, cell(`funnel:${stage}`)])) as SnapshotTables['funnel'],
    stayed: { hadTime: cell('stayed:hadTime'), kept: cell('stayed:kept') },
    procurements: raw.procurements,
    // A filled place holds a person; a place that stands empty does not.
    places: { all: raw.places.all, filled: raw.places.filled < least ? null : raw.places.filled },
    months: {
      promised: total(measured, one => one.committedMonths),
      delivered: total(measured, within),
      running: total(measured, one =>
        Math.min(one.runningMonths + one.agreedMonths, one.committedMonths - within(one)),
      ),
      lacking: total(measured, one => one.lackingMonths),
    },
    commitments: {
      all: measured.length,
      fulfilled: of('fulfilled') + of('deemed_fulfilled'),
      onCourse: of('on_course'),
      short: of('short'),
      late: of('late_first_start'),
    },
    keys: raw.keys.map(key => {
      const given = key.areas.reduce((sum, area) => sum + area.given, 0)
      const whole = key.areas.reduce((sum, area) => sum + area.percent, 0)
      const districts = key.areas.map(area => ({ ...area, due: whole === 0 ? 0 : (given * area.percent) / whole }))
      return { group: key.group, nameSv: key.nameSv, nameEn: key.nameEn, given, districts }
    }),
    hires: {
      year: last.year,
      counts: Object.fromEntries(
        [...areas, '*'].map(area => [
          area,
          Object.fromEntries([...groups, '*'].map(group => [group, cell(`hires:${area}|${group}`)])),
        ]),
      ),
    },
    decisions: decisionsOf(raw, measured),
  }
}

/** People hired by district × group. Who came from no district, or by no key, stands in a row or column of "other". */
function hiresOf(raw: YearOfHires): { areas: string[]; groups: string[]; table: LinkedTable } {
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

/** How one commitment stood on the period's last day, by the clause's own arithmetic (PRC-10). */
function fulfilmentOf({ parameters, contractStart, contractEnd, employments }: RawCommitment, on: Day): Fulfilment {
  const commitment = {
    clause: parameters as EmploymentClause,
    contract: { from: contractStart, to: addDays(contractEnd, 1) },
  }
  const lines = employments.map(
    (one, index): Employment => ({
      id: String(index + 1),
      workingTime: Math.round(one.rate * 10_000),
      offeredOn: one.offeredOn,
      from: one.startedOn ?? (one.startsOn !== null && one.startsOn > on ? one.startsOn : undefined),
      plannedLastDay: one.endsOn ?? undefined,
      ...(one.endedOn === null ? {} : { ended: { lastDay: one.endedOn, reason: endReasonOf(one.endReason) } }),
      targetGroupConfirmed: true,
      existingStaff: false,
      linkedToContractWork: true,
    }),
  )
  return fulfilment(commitment, lines, on)
}

/** What has been delivered, up to what was promised. */
const within = (one: Fulfilment): number => Math.min(one.deliveredMonths, one.committedMonths)

/** Months are hundredths; sums of many are rounded back to hundredths. */
function total(all: readonly Fulfilment[], of: (one: Fulfilment) => number): number {
  return Math.round(all.reduce((sum, one) => sum + of(one), 0) * 100) / 100
}
