import { type Commitment, reportingDays } from '#domain/procurement'
import { addDays, type Day } from '#kernel'
import type { ReportPeriod } from './followup.ts'

/** The supplier must get reasonable time (Upphandlingsmyndigheten, uppföljning); fifteen days is our own choice, said in the clause's texts. */
export const daysToReport = 15

/** The procurer answers within so many days of the sending: ten working days (ux.md §7.2), as `procurement.progress` counts them. */
export const daysToAnswer = 14

/** Every reporting period of a commitment, from contract start to its last day (PRC-10). */
export function reportPeriods(commitment: Commitment): ReportPeriod[] {
  const lastDays = reportingDays(commitment)
  return lastDays.map((to, index) => ({
    number: index + 1,
    from: index === 0 ? commitment.contract.from : addDays(lastDays[index - 1] ?? to, 1),
    to,
    due: addDays(to, daysToReport),
  }))
}

/** Periods that are over and have no report yet, oldest first. `opened`: the first days of those that have. */
export function periodsToOpen(commitment: Commitment, opened: readonly Day[], today: Day): ReportPeriod[] {
  return reportPeriods(commitment).filter(({ from, to }) => to < today && !opened.includes(from))
}
