import { addDays, addMonths, type Day } from '#kernel'

/** The last days of months already asked for: a ledger asks for the same few again and again. */
const lastDays = new Map<string, Day>()

/** The last day of a month `YYYY-MM`, but no later than a day. */
export function endOfMonth(month: string, atMost: Day): Day {
  const known = lastDays.get(month) ?? addDays(addMonths(`${month}-01`, 1), -1)
  lastDays.set(month, known)
  return [known, atMost].sort()[0]!
}
