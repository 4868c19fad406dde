import { type Employment, type EndReason, fullTimeMonths, oneMonth } from '#domain/procurement'
import { addDays, type Day, intersect, lastDay, type Period } from '#kernel'
import type { Corrections, CountedLine, Figures, Prefilled, ReportPeriod } from './followup.ts'

type Span = Pick<ReportPeriod, 'from' | 'to'>

/**
 * What the register says of a period: every employment that had begun, cut to the period's days, measured by the clause's arithmetic.
 * The sum is rounded down once; the parts are shown so that they add up to it, what is left over going by largest fraction (house.md §6).
 */
export function prefill(employments: readonly Employment[], period: Span): Prefilled {
  const during = employments.flatMap(one => {
    const span = worked(one, period)
    return span === undefined ? [] : [{ one, span }]
  })
  const term = contractOf(period)
  const ends = during.flatMap(({ one }) => {
    const end = one.ended
    return end && end.lastDay >= period.from && end.lastDay <= period.to ? [end.reason] : []
  })
  const exact = during.map(({ one }) => fullTimeMonths([one], term))
  const parts = shown(exact)
  return {
    figures: {
      persons: during.length,
      started: during.filter(({ one }) => one.from !== undefined && one.from >= period.from).length,
      fullTimeMonths: hundredths(sum(exact)),
      ended: ends.length,
      endedFor: countOf(ends),
    },
    lines: during.map(({ one, span }, index): CountedLine => {
      return { workingTime: one.workingTime, ...span, fullTimeMonths: parts[index] ?? 0 }
    }),
  }
}

/** Hundredths of months that one full-time employment can give in a period: what no number of people can exceed each. */
export function mostPerPerson(period: Span): number {
  const always: Employment = {
    id: 'always',
    workingTime: 10_000,
    from: period.from,
    targetGroupConfirmed: true,
    existingStaff: false,
    linkedToContractWork: true,
  }
  return hundredths(fullTimeMonths([always], contractOf(period)))
}

/** The register's figures with the supplier's own where they differ. */
export function corrected(figures: Figures, { endedFor, ...rest }: Corrections): Figures {
  return {
    ...figures,
    ...rest,
    ...(endedFor === undefined ? {} : { endedFor, ended: sum(Object.values(endedFor)) }),
  }
}

/** One text for equal figures: what the page showed is compared with what holds when the report is sent. */
export function basisOf(figures: Figures): string {
  const ends = Object.entries(figures.endedFor)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason}=${count}`)
  return [figures.persons, figures.started, figures.fullTimeMonths, ...ends.toSorted()].join(' ')
}

function worked({ from, plannedLastDay, ended }: Employment, period: Span): { from: Day; to: Day } | undefined {
  if (from === undefined) return undefined
  const last = ended?.lastDay ?? plannedLastDay ?? period.to
  const days = last < from ? undefined : intersect(contractOf({ from, to: last }), contractOf(period))
  return days && { from: days.from, to: lastDay(days) ?? period.to }
}

function contractOf({ from, to }: Span): Required<Period> {
  return { from, to: addDays(to, 1) }
}

function hundredths(parts: number): number {
  return Math.floor(parts / (oneMonth / 100))
}

/** Parts in hundredths that add up to the rounded sum. */
function shown(exact: readonly number[]): number[] {
  const parts = exact.map(hundredths)
  const fraction = exact.map((whole, index) => whole / (oneMonth / 100) - (parts[index] ?? 0))
  const left = hundredths(sum(exact)) - sum(parts)
  const order = fraction.map((_, index) => index).toSorted((a, b) => (fraction[b] ?? 0) - (fraction[a] ?? 0) || a - b)
  for (const index of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

function countOf(reasons: readonly EndReason[]): Figures['endedFor'] {
  const counts: Partial<Record<EndReason, number>> = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
