import { type Employment, type EmploymentClause, endReasonOf, type Fulfilment, fulfilment } from '#domain/procurement'
import { addDays, type Day } from '#kernel'
import { decisionsOf } from './decisions.ts'
import {
  edition,
  type PeopleTables,
  type RawCommitment,
  type RawCounts,
  type SnapshotPeriod,
  type SnapshotTables,
} from './reports.ts'

/**
 * A snapshot from raw counts of the twelve months of a period, and the people of the last whole calendar year, already suppressed. Counts of
 * procurements, commitments and places given are exact (trust.md P-A1).
 */
export function tablesFrom(raw: RawCounts, people: PeopleTables, { to }: SnapshotPeriod): SnapshotTables {
  const measured = raw.commitments.map(one => fulfilmentOf(one, to))
  const of = (state: Fulfilment['state']): number => measured.filter(one => one.state === state).length

  return {
    edition,
    ...people,
    procurements: raw.procurements,
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
    decisions: decisionsOf(raw, measured),
  }
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
