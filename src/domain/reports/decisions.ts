import type { Fulfilment } from '#domain/procurement'
import type { Decision, RawCounts } from './reports.ts'

/** A district that has passed so often in a year is a question for the management, not for the next meeting. */
const manyPasses = 3

/** What the management should decide about, as the period ended: each with the numbers its sentence needs, the gravest first. */
export function decisionsOf(
  raw: Pick<RawCounts, 'passes' | 'undecided' | 'lateReports'>,
  measured: readonly Pick<Fulfilment, 'state'>[],
): Decision[] {
  const decisions: Decision[] = []
  const short = measured.filter(({ state }) => state === 'short').length
  const late = measured.filter(({ state }) => state === 'late_first_start').length
  if (late > 0) decisions.push({ code: 'first_starts_late', facts: { n: late } })
  if (short > 0) decisions.push({ code: 'commitments_short', facts: { n: short } })
  const often = raw.passes.filter(({ times }) => times >= manyPasses)
  if (often.length > 0) {
    decisions.push({
      code: 'districts_pass',
      facts: {
        n: often.length,
        times: Math.min(...often.map(({ times }) => times)),
        areas: often.map(({ name }) => name).join('|'),
      },
    })
  }
  if (raw.undecided > 0) decisions.push({ code: 'requirement_undecided', facts: { n: raw.undecided } })
  if (raw.lateReports > 0) decisions.push({ code: 'reports_late', facts: { n: raw.lateReports } })
  return decisions
}
