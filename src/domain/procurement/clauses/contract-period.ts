import { addDays, addMonths, type Day } from '#kernel'

/** The contract's term: `to` is the first day after it. */
export type ContractPeriod = { readonly from: Day; readonly to: Day }

/** The last day of each interval of calendar months from contract start, the last one at the contract's end. */
export function intervalEnds(contract: ContractPeriod, months: number): Day[] {
  const days: Day[] = []
  for (let number = 1; ; number++) {
    const next = addMonths(contract.from, number * months)
    if (next >= contract.to) return [...days, addDays(contract.to, -1)]
    days.push(addDays(next, -1))
  }
}
