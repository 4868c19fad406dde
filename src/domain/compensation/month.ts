import { addDays, addMonths, type Day } from '#kernel'

/** The last day of a month `YYYY-MM`, but no later than a day. */
export function endOfMonth(month: string, atMost: Day): Day {
  const lastDay = addDays(addMonths(`${month}-01`, 1), -1)
  return [lastDay, atMost].sort()[0]!
}
